import * as z from "zod";
import { MAX_CONTENT_BYTES, type Submission, submission } from "../../contract/submission.ts";
import { type CommentType, commentTypes } from "../../core/comment.ts";
import { formTrace } from "./form-trace.ts";
import type { Parameters } from "./parameters.ts";
import { unslashed } from "./wordpress.ts";

const TAGS = 20;

/** Akismet's and its clients' other names for kinds of comments; any other kind is a comment. */
const otherTypes: Readonly<Record<string, CommentType>> = {
  contact_form: "contact-form",
  "post-voting-comment": "reply",
  "blog-post": "forum-post",
};

/**
 * A comment-check as a submission: only what is listed here is read, and nothing of it is refused. What is too long is cut, what is
 * malformed left out, as a client of this protocol cannot be told what is wrong with a field. `client`: its User-Agent.
 */
export function submissionOf(parameters: Parameters, client: string): Submission {
  const one = (...names: string[]) => {
    const value = names.map((name) => parameters.one(name)).find((one) => one !== undefined);
    return value === undefined ? undefined : unslashed(value, client);
  };
  const text = (limit: number, ...names: string[]) => one(...names)?.slice(0, limit);
  const parent = text(128, "comment_parent");
  return submission.parse({
    id: guidOf(parameters),
    type: typeOf(one("comment_type", "content_type")),
    format: "html",
    content: cutBytes(unslashed(parameters.raw("comment_content") ?? "", client), MAX_CONTENT_BYTES),
    post: {
      url: text(2048, "permalink", "comment_permalink"),
      modifiedAt: timeOf(one("comment_post_modified_gmt")),
      tags: parameters
        .list("comment_context")
        .slice(0, TAGS)
        .map((tag) => tag.slice(0, 64)),
    },
    ...(parent && parent !== "0" && { parent: { id: parent } }),
    author: {
      name: text(256, "comment_author"),
      email: text(320, "comment_author_email"),
      url: text(2048, "comment_author_url"),
      ip: addressOf(one("user_ip", "comment_author_IP")),
      userAgent: text(512, "user_agent", "comment_agent"),
      role: text(64, "user_role", "comment_user_role"),
      id: userId(text(128, "user_ID", "user_id")),
    },
    referrer: text(2048, "referrer"),
    language: text(200, "blog_lang"),
    submittedAt: timeOf(one("comment_date_gmt")),
    form: formTrace(parameters),
    // Akismet's clients ask again about the same comment without saying so: other content under its guid is an edit.
    recheckReason: text(64, "recheck_reason") ?? "recheck",
    test: isTrue(one("is_test")),
  });
}

/** The guid under which the comment was answered before, if the client sends it back. */
const guidOf = (parameters: Parameters) => {
  const guid = parameters.one("guid")?.toLowerCase();
  return guid !== undefined && /^[0-9a-f]{32}$/.test(guid) ? guid : undefined;
};

function typeOf(name: string | undefined): CommentType {
  const lower = name?.toLowerCase() ?? "";
  return commentTypes.find((known) => known === lower) ?? otherTypes[lower] ?? "comment";
}

/** "1", "true", "True": Python's clients send the last. */
export const isTrue = (value: string | undefined): boolean => /^(?:1|true|yes)$/i.test(value ?? "");

/** WordPress' 0 is nobody. */
const userId = (id: string | undefined) => (id === "0" ? undefined : id);

/** The first network address of a list as proxies make it, without its port. */
function addressOf(text: string | undefined): string | undefined {
  const first = text?.split(",")[0]?.trim() ?? "";
  const bare = /^\[(.+)\](?::\d+)?$/.exec(first)?.[1] ?? /^([\d.]+):\d+$/.exec(first)?.[1] ?? first;
  return z.union([z.ipv4(), z.ipv6()]).safeParse(bare).data;
}

/** RFC 3339 of an ISO 8601 time or of "YYYY-MM-DD HH:MM:SS", which is in UTC. */
function timeOf(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.exec(text ?? "");
  if (!match) return undefined;
  const time = Date.parse(`${match[1]}T${match[2]}${match[3] ?? "Z"}`);
  return Number.isNaN(time) || time < 0 ? undefined : new Date(time).toISOString();
}

/** The longest start of a text that takes at most so many bytes of UTF-8; whole characters only. */
function cutBytes(text: string, bytes: number): string {
  const whole = new Uint8Array(bytes);
  const { read } = new TextEncoder().encodeInto(text, whole);
  return text.slice(0, read);
}
