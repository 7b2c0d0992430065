import * as z from "zod";
import { hex } from "../../secrets/derive.ts";
import { atTime, text, time, webAddress } from "../fields.ts";
import { byMember } from "../proof.ts";
import { type Inward, reading, type Said } from "../system.ts";

const address = z
  .string()
  .min(1)
  .max(2048)
  .regex(/^https?:\/\//i, "an http or https address");

const post = z.object({
  author: z.object({ name: text, url: text }).nullish(),
  url: text,
  published: time,
  name: text,
  summary: z.object({ value: text }).nullish(),
  content: z.object({ html: text, text, value: text }).nullish(),
  "wm-property": text,
});

const body = z.object({
  source: address,
  target: address,
  deleted: z.boolean().default(false),
  post: post.nullish(),
});

/** The callback of webmention.io, with its secret in the body. */
export const webmentionIn: Inward = {
  isFrom: byMember("secret"),
  ...reading(body, async ({ source, target, deleted, post }): Promise<Said> => {
    const id = await mentionId(source, target);
    if (deleted) return { what: "deletion", id };
    const { html, text, value } = post?.content ?? {};
    const content = html ?? text ?? value ?? post?.summary?.value ?? nameOf(post);
    // A like or a repost without a word is no comment.
    if (!post || content === undefined) return { what: "nothing" };
    return {
      what: "comment",
      submission: {
        id,
        type: "webmention",
        format: html === undefined ? "text" : "html",
        content,
        post: { url: target },
        author: {
          name: post.author?.name,
          url: webAddress(post.author?.url) ?? webAddress(post.url) ?? source,
        },
        submittedAt: atTime(post.published),
        recheckReason: "edit",
      },
    };
  }),
};

/** The title of a page that mentions; of a like or a repost it says what webmention.io calls it. */
const nameOf = (post: z.output<typeof body>["post"]): string | undefined =>
  /^(?:mention-of|in-reply-to)$/.test(post?.["wm-property"] ?? "") ? post?.name : undefined;

/** A webmention is what it mentions where: the same pair again is an edit. */
export async function mentionId(source: string, target: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${source}\n${target}`));
  return hex(new Uint8Array(digest)).slice(0, 32);
}
