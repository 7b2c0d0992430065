import * as z from "zod";
import { atTime, mail, network, ownId, text, time, webAddress } from "../fields.ts";
import { byBearer } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

/** Isso's `mode` of a comment that waits for a moderator. */
const WAITS = 2;

const body = z.object({
  id: ownId,
  text: z.string(),
  author: text,
  email: text,
  website: text,
  uri: text,
  title: text,
  parent: ownId.nullish(),
  remote_addr: text,
  mode: z.int(),
  created: time,
  key: z.string().regex(/^[A-Za-z0-9._-]{1,200}$/, "the key of the links that moderate"),
});

/** What the entry file of the documentation posts when Isso has saved a comment. */
export const issoIn: Inward = {
  isFrom: byBearer,
  ...reading(body, (sent) => ({
    what: "comment",
    submission: {
      id: sent.id,
      type: sent.parent ? "reply" : "comment",
      format: "markdown",
      content: sent.text,
      post: { url: webAddress(sent.uri), title: sent.title },
      ...(sent.parent && { parent: { id: sent.parent } }),
      author: {
        name: sent.author,
        email: mail(sent.email),
        url: sent.website,
        ip: network(sent.remote_addr),
      },
      submittedAt: atTime(sent.created),
    },
    reference: sent.key,
    assumes: sent.mode === WAITS ? "pending" : "published",
  })),
};
