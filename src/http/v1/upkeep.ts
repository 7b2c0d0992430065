import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { siteId } from "../../contract/submission.ts";
import { restoreStep } from "../../contract/upkeep.ts";
import { queueStanding } from "../../service/integrity.ts";
import { restore } from "../../service/restore.ts";
import type { App } from "../../service/services.ts";
import { Sites } from "../../service/sites.ts";
import { owner } from "../guards/caller.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

/** A page of a backup is two megabytes, in base64 and with its quotes at most twice as much. */
const MAX_PAGE = 8 * 1024 * 1024;

const params = z.object({ site: siteId });
const shared = { tags: ["Upkeep"], security: [{ ownerToken: [] }] };

const integrity = createRoute({
  ...shared,
  method: "get",
  path: "/v1/sites/{site}/integrity",
  summary: "Does what the site keeps agree with itself?",
  description:
    "Reads every row of the site and lists its keys in KV: for after an accident, not for every day.",
  middleware: [owner()] as const,
  request: { params },
  responses: {
    200: json(z.object({}).loose(), "What was compared, and what differs."),
    ...failures(401, 404),
  },
});

const backup = createRoute({
  ...shared,
  method: "get",
  path: "/v1/sites/{site}/backup",
  summary: "Read a page of everything the site keeps",
  description:
    "Used by npm run backup. Pages with different marks do not belong together: something was written meanwhile.",
  middleware: [owner()] as const,
  request: { params, query: z.object({ cursor: z.string().max(2000).optional() }) },
  responses: { 200: json(z.object({}).loose(), "A page."), ...failures(401, 404, 422) },
});

const put = createRoute({
  ...shared,
  method: "post",
  path: "/v1/sites/{site}/restore",
  summary: "Put a backup in, step by step",
  description:
    "Used by npm run restore: begin, rows as often as needed, finish. The site lives from the last step on.",
  middleware: [
    owner(),
    bodyLimit({
      maxSize: MAX_PAGE,
      onError: () => {
        throw problem(413, { detail: `A step may have at most ${MAX_PAGE} bytes.` });
      },
    }),
  ] as const,
  request: { params, body: { required: true, content: { "application/json": { schema: restoreStep } } } },
  responses: { 200: json(z.object({}).loose(), "Done."), ...failures(400, 401, 409, 413, 422) },
});

export function upkeepRoutes(app: OpenAPIHono<App>): void {
  app.openapi(integrity, async (c) => {
    const { services } = c.var;
    const record = await new Sites(services).one(c.req.valid("param").site);
    if (!record) throw problem(404, { detail: "There is no such site." });
    const { pending, ...rest } = await services.siteObject(record.id).integrity(record);
    const queue = await queueStanding(services.env.QUEUE, record.id, pending);
    return c.json({ ...rest, queue } as never, 200);
  });

  app.openapi(backup, async (c) => {
    const { services } = c.var;
    const { site } = c.req.valid("param");
    const { cursor } = c.req.valid("query");
    const held = await new Sites(services).held(site);
    if (!held) throw problem(404, { detail: "There is no such site." });
    const page = await services
      .siteObject(site)
      .backup(cursor)
      .catch(() => undefined);
    if (!page) throw problem(422, { detail: "The cursor is none of a backup's." });
    return c.json({ ...page, ...(cursor === undefined && { site: held }) } as never, 200);
  });

  app.openapi(put, async (c) => {
    const refused = await restore(c.var.services, c.req.valid("param").site, c.req.valid("json"));
    if (refused?.reason === "exists")
      throw problem(409, {
        detail: "There is a site with this id. With force it is replaced, and what it has is gone.",
      });
    if (refused) throw problem(422, { detail: refused.detail });
    return c.json({}, 200);
  });
}
