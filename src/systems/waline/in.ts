import * as z from "zod";
import { mail, network, ownId, text, time, webAddress } from "../fields.ts";
import { byBearer } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

const STATES = { approved: "published", waiting: "pending", spam: "spam" } as const;

const comment = z.object({
  objectId: ownId,
  comment: z.string(),
  nick: text,
  mail: text,
  link: text,
  url: text,
  ip: text,
  ua: text,
  pid: text,
  user_id: ownId.nullish(),
  status: z.enum(["approved", "waiting", "spam"]),
  insertedAt: time,
});

const body = z.object({ comment, reply: z.object({ comment: text }).nullish() });

/** What the hook `postSave` in Waline's entry file posts. */
export const walineIn: Inward = {
  isFrom: byBearer,
  ...reading(body, ({ comment, reply }) => ({
    what: "comment",
    submission: {
      id: comment.objectId,
      type: comment.pid === undefined ? "comment" : "reply",
      format: "markdown",
      content: comment.comment,
      post: { url: webAddress(comment.url) },
      ...(comment.pid !== undefined && {
        parent: { id: comment.pid.slice(0, 128), content: reply?.comment },
      }),
      author: {
        name: comment.nick,
        email: mail(comment.mail),
        url: comment.link,
        ip: network(comment.ip),
        userAgent: comment.ua,
        ...(comment.user_id && { id: comment.user_id }),
      },
    },
    assumes: STATES[comment.status],
  })),
};
