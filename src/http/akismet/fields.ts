import * as z from "zod";
import { clientAddress, cuts, cutText, type Warning } from "../../contract/as-meant.ts";
import { type Submission, submission } from "../../contract/submission.ts";
import { type CommentType, commentTypes } from "../../core/comment.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import { formTrace } from "./form-trace.ts";
import { unslashed } from "./wordpress.ts";

const TAGS = 20;

/** Akismet's and its clients' other names for kinds of comments; any other kind is a comment. */
const otherTypes: Readonly<Record<string, CommentType>> = {
  contact_form: "contact-form",
  "post-voting-comment": "reply",
  "blog-post": "forum-post",
  like: "webmention",
  repost: "webmention",
};

/** A submission as it was read, and what was cut of it. */
interface Read {
  readonly submission: Submission;
  readonly warnings: readonly Warning[];
}

/**
 * A comment-check as a submission: only what is listed here is read, and nothing of it is refused. What is
 * too long is cut, what is malformed left out, as a client of this protocol cannot be told what is wrong with
 * a field. `client`: its User-Agent.
 */
export function submissionOf(parameters: Parameters, client: string): Read {
  const given = givenBy(parameters, client);
  const read = submission.parse(given);
  return { submission: read, warnings: cuts(given, read) };
}

/** The fields of a comment-check under the contract's names. */
function givenBy(parameters: Parameters, client: string): z.input<typeof submission> {
  const one = (...names: string[]) => {
    const value = names.map((name) => parameters.one(name)).find((one) => one !== undefined);
    return value === undefined ? undefined : unslashed(value, client);
  };
  // What the contract refuses is cut before: without a warning, as it is no part of what is shown.
  const text = (limit: number, ...names: string[]) => {
    const value = one(...names);
    return value === undefined ? undefined : cutText(value, limit);
  };
  const parent = text(128, "comment_parent");
  const guid = guidOf(parameters);
  return {
    id: guid,
    type: typeOf(one("comment_type", "content_type")),
    format: "html",
    content: unslashed(parameters.raw("comment_content") ?? "", client),
    post: {
      url: text(2048, "permalink", "comment_permalink"),
      modifiedAt: timeOf(one("comment_post_modified_gmt")),
      tags: parameters.list("comment_context").slice(0, TAGS),
    },
    ...(parent && parent !== "0" && { parent: { id: parent } }),
    author: {
      name: one("comment_author"),
      email: text(320, "comment_author_email"),
      url: one("comment_author_url"),
      ip: addressOf(one("user_ip", "comment_author_IP")),
      userAgent: one("user_agent", "comment_agent"),
      role: text(64, "user_role", "comment_user_role"),
      id: userId(text(128, "user_ID", "user_id")),
    },
    referrer: one("referrer"),
    language: text(200, "blog_lang"),
    submittedAt: timeOf(one("comment_date_gmt")),
    form: formTrace(parameters),
    // Whoever sends the guid means that comment, whatever else she changed. Without it other content is
    // another comment's: anybody can write under a known name and mail address.
    recheckReason: text(64, "recheck_reason") ?? (guid && "recheck"),
    test: isTrue(one("is_test")) || isPreCheck(parameters),
  };
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

/** WordPress asks about a pingback before it has read the page it comes from; what it asks afterwards is the comment. */
export const isPreCheck = (parameters: Parameters): boolean => isTrue(parameters.one("akismet_pre_check"));

/** "1", "true", "True": Python's clients send the last. */
export const isTrue = (value: string | undefined): boolean => /^(?:1|true|yes)$/i.test(value ?? "");

/** WordPress' 0 is nobody. */
const userId = (id: string | undefined) => (id === "0" ? undefined : id);

/** The first public network address of a list as proxies make it, without its port; what is no address is left out. */
const addressOf = (text: string | undefined): string | undefined =>
  z.union([z.ipv4(), z.ipv6()]).safeParse(clientAddress(text ?? "")).data;

/** RFC 3339 of an ISO 8601 time or of "YYYY-MM-DD HH:MM:SS", which is in UTC. */
function timeOf(text: string | undefined): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/.exec(text ?? "");
  if (!match) return undefined;
  const time = Date.parse(`${match[1]}T${match[2]}${match[3] ?? "Z"}`);
  return Number.isNaN(time) || time < 0 ? undefined : new Date(time).toISOString();
}
