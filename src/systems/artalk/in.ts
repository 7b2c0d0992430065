import * as z from "zod";
import { ownId, text, webAddress } from "../fields.ts";
import { byPassword } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

const comment = z.object({
  id: ownId,
  content: z.string(),
  user_id: ownId.nullish(),
  nick: text,
  link: text,
  ua: text,
  is_pending: z.boolean(),
  rid: z.int().min(0).default(0),
  page_key: z.string().min(1).max(2048),
  page_url: text,
  site_name: z.string().min(1).max(200),
});

const body = z.object({ comment, parent_comment: z.object({ content: text }).nullish() });

/** Artalk's webhook for administrators. It signs nothing; the secret is the password in the webhook's address. */
export const artalkIn: Inward = {
  isFrom: byPassword,
  ...reading(body, ({ comment, parent_comment: parent }) => ({
    what: "comment",
    submission: {
      id: comment.id,
      type: comment.rid === 0 ? "comment" : "reply",
      format: "markdown",
      content: comment.content,
      post: { url: webAddress(comment.page_url) },
      ...(comment.rid !== 0 && { parent: { id: String(comment.rid), content: parent?.content } }),
      author: {
        name: comment.nick,
        url: comment.link,
        userAgent: comment.ua,
        ...(comment.user_id && { id: comment.user_id }),
      },
    },
    reference: JSON.stringify([comment.site_name, comment.page_key, comment.rid, comment.content.length]),
    assumes: comment.is_pending ? "pending" : "published",
  })),
};
