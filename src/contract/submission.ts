import * as z from "zod";
import { type Comment, commentTypes, formats } from "../core/comment.ts";
import { asMeant, contentCut, cutBytes, cutText, type Warning } from "./as-meant.ts";

/** Site ids stand in URLs, KV keys and host names. */
export const siteId = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, "1 to 40 characters of a-z, 0-9 and -")
  .meta({ example: "demo" });

export const commentId = z
  .string()
  .regex(
    // A browser takes an address that ends in . or .. for another one.
    /^(?!\.{1,2}$)[A-Za-z0-9._:~-]{1,128}$/,
    "1 to 128 characters of A-Z, a-z, 0-9 and . _ : ~ -, and neither . nor .. alone",
  )
  .meta({ example: "comment-4711" });

/** Bytes of the whole request body and of `content`. */
export const MAX_BODY_BYTES = 256 * 1024;
const MAX_CONTENT_BYTES = 65_536;

const text = (limit: number) => z.string().max(limit, `at most ${limit} characters`);
const time = z.iso.datetime({ offset: true, message: "a time as in RFC 3339, such as 2026-04-21T09:30:00Z" });
/** Over-long values of these are cut, not refused: a blog cannot help them. */
const cut = (limit: number) =>
  z
    .string()
    .overwrite((value) => cutText(value, limit))
    .meta({ description: `Cut to ${limit} characters, with a warning.` });

const address = z.union([z.ipv4(), z.ipv6()], { error: "an IPv4 or IPv6 address" });

const content = z
  .string()
  .overwrite((value) => cutBytes(value, MAX_CONTENT_BYTES))
  .meta({
    example: "Thank you, the second example saved my evening.",
    description: `Cut to ${MAX_CONTENT_BYTES} bytes of UTF-8, with a warning; then a person sees the comment.`,
  });

const post = z.object({
  url: text(2048).optional(),
  title: cut(512).optional(),
  excerpt: cut(4096).optional(),
  publishedAt: time.optional(),
  modifiedAt: time.optional(),
  tags: z
    .array(cut(64))
    .max(20, "at most 20 tags")
    .optional()
    .meta({ description: "Tags and categories of the page." }),
});

const author = z.object({
  name: cut(256).meta({ example: "Ada" }).optional(),
  email: text(320).optional(),
  url: cut(2048).optional(),
  ip: address.optional().meta({ description: "Kept only as a keyed hash." }),
  userAgent: cut(512).optional(),
  role: text(64).optional(),
  id: text(128).optional(),
  browser: text(256)
    .optional()
    .meta({ description: "An opaque token of the reader's browser; kept only as a hash." }),
});

const form = z.object({
  honeypot: text(4096).optional().meta({ description: "What stood in the field that people do not see." }),
  shownAt: time.optional(),
  elapsed: z
    .int()
    .min(0)
    .max(31_536_000_000)
    .optional()
    .meta({ description: "Milliseconds from showing to sending." }),
  token: z
    .enum(["passed", "failed"])
    .optional()
    .meta({ description: "Whether the form's one-time token was right." }),
  inputs: z
    .int()
    .min(0)
    .max(1_000_000)
    .optional()
    .meta({ description: "Key presses, clicks and touches that a script in the form counted." }),
});

/** A comment as a blog posts it. Unknown fields are dropped and never stored. */
export const submission = z
  .object({
    id: commentId.optional().meta({
      description:
        "The blog's own id: the same id is the same comment. Without one Hamlet makes it from the content.",
    }),
    type: z.enum(commentTypes).default("comment"),
    format: z.enum(formats).default("text"),
    content,
    post: post.default({}),
    parent: z.object({ id: text(128).optional(), content: cut(4096).optional() }).optional(),
    author: author.default({}),
    referrer: cut(2048).optional(),
    language: text(200)
      .optional()
      .meta({ description: "Of the page, BCP 47, several with commas; counts where the site names none." }),
    submittedAt: time.optional(),
    form: form.optional(),
    recheckReason: text(64)
      .optional()
      .meta({ description: "Says that changed content is an edit, not a mistake." }),
    test: z.boolean().default(false).meta({ description: "Judged only: not stored, not learned." }),
  })
  .meta({ id: "Submission" });

export type Submission = z.output<typeof submission>;

/** The same as blogs' own programs write it: with null and empty for what they do not know, and numbers for ids. */
export const sentSubmission = z.preprocess((sent) => asMeant(sent), submission);

/**
 * What the filter may see of a submission: everything but network addresses and tokens.
 * `arrived` is in milliseconds since 1970 and serves for the time since the form was shown.
 * `warnings` tell whether the content is only the start of what was sent.
 */
export function commentOf(
  submission: Submission,
  arrived: number,
  warnings: readonly Warning[] = [],
): Comment {
  const { type, format, content, post, parent, author, referrer, language, form } = submission;
  const { ip: _ip, browser: _browser, ...known } = author;
  return {
    type,
    format,
    content,
    ...(contentCut(warnings) && { cut: true as const }),
    post,
    parent,
    author: known,
    referrer,
    language,
    form: trace(form, arrived),
  };
}

function trace(form: Submission["form"], arrived: number): Comment["form"] {
  if (!form) return undefined;
  const shown = form.shownAt === undefined ? undefined : arrived - Date.parse(form.shownAt);
  return {
    honeypot: form.honeypot,
    elapsed: form.elapsed ?? shown,
    token: form.token,
    inputs: form.inputs,
  };
}
