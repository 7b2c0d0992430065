import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { App } from "../../context.ts";
import { secondsToReset } from "../../contract/plan.ts";
import { errorsOf } from "../../contract/problem.ts";
import { siteId } from "../../contract/submission.ts";
import { webmentionFields } from "../../contract/webmention.ts";
import { mayMention } from "../../service/rate.ts";
import { mentionFaults, receiveMention, siteWithMentions } from "../../service/webmention.ts";
import { problem } from "../problem.ts";
import { failures } from "../v1/responses.ts";

/** Bytes of two addresses, each letter escaped. */
const MOST = 16 * 1024;
/** Seconds after which a network over its limit, or whoever came while many wait, may try again. */
const RETRY_AFTER = 60;

const unfit = (errors: Parameters<typeof errorsOf>[0]) =>
  problem(400, {
    detail: "This is no webmention that can be taken.",
    errors: errorsOf(errors),
    more: { title: "Not a webmention" },
  });

const receive = createRoute({
  method: "post",
  path: "/f/{site}/webmention",
  summary: "Say that a page links to one of the blog's",
  description:
    "W3C Webmention, for a blog without a server whose owner has it on: the source is read within seconds, and if it links to the target it is judged like any comment. Said again, the source is read again: what it says now counts, and with 404, 410 or without the link it goes.",
  tags: ["Blogs without a server"],
  middleware: bodyLimit({
    maxSize: MOST,
    onError: () => {
      throw problem(413, { detail: `The body may have at most ${MOST} bytes.` });
    },
  }),
  request: {
    params: z.object({ site: siteId }),
    body: {
      required: true,
      content: { "application/x-www-form-urlencoded": { schema: webmentionFields } },
    },
  },
  responses: {
    202: { description: "It is noted, and the source will be read." },
    ...failures(400, 404, 413, 429),
  },
});

/** Where pages elsewhere say that they link to the blog's. */
export function webmentionRoutes(app: OpenAPIHono<App>): void {
  app.openapi(
    receive,
    async (c) => {
      const { services } = c.var;
      const record = await siteWithMentions(services, c.req.valid("param").site);
      if (!record) throw problem(404, { detail: "There is no site of this name that receives webmentions." });
      const fields = c.req.valid("form");
      const faults = mentionFaults(services, record, fields);
      if (faults.length > 0) throw unfit(faults);
      const address = c.req.header("cf-connecting-ip") ?? "local";
      if (!(await mayMention(services, record.id, address)))
        throw problem(429, {
          detail: "Too many webmentions came from this network.",
          retryAfter: RETRY_AFTER,
        });
      const refusal = await receiveMention(services, record, fields, address);
      if (refusal === undefined) return c.body(null, 202);
      throw problem(429, {
        detail: refusal === "busy" ? "Too many wait to be read." : "Too many came today.",
        retryAfter: refusal === "busy" ? RETRY_AFTER : secondsToReset(Date.now()),
      });
    },
    (result) => {
      if (!result.success) throw unfit(result.error.issues);
    },
  );
}
