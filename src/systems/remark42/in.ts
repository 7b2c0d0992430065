import * as z from "zod";
import { atTime, ownId, text, time, webAddress } from "../fields.ts";
import { byBearer } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

const body = z.object({
  id: ownId,
  pid: text,
  /** As it was written, in markdown. */
  orig: text,
  /** As it is shown, in HTML. */
  text: z.string(),
  user: z.object({ name: text, id: z.string().max(128), admin: z.boolean().default(false) }),
  locator: z.object({ site: z.string().min(1).max(200), url: z.string().min(1).max(2048) }),
  time,
  title: text,
});

/** Remark42's webhook for administrators, with the template of the documentation. */
export const remark42In: Inward = {
  isFrom: byBearer,
  ...reading(body, ({ id, pid, orig, text, user, locator, time, title }) => ({
    what: "comment",
    submission: {
      id,
      type: pid === undefined ? "comment" : "reply",
      format: orig === undefined ? "html" : "markdown",
      content: orig ?? text,
      post: { url: webAddress(locator.url), title },
      ...(pid !== undefined && { parent: { id: pid.slice(0, 128) } }),
      author: { name: user.name, id: user.id, ...(user.admin && { role: "admin" }) },
      submittedAt: atTime(time),
    },
    reference: JSON.stringify([locator.site, locator.url]),
  })),
};
