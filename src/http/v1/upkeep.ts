import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { App } from "../../context.ts";
import { siteId } from "../../contract/submission.ts";
import { restoreStep, siteBackup, siteIntegrity } from "../../contract/upkeep.ts";
import { backup } from "../../service/backup.ts";
import { integrity } from "../../service/integrity.ts";
import { restore } from "../../service/restore.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

/** A page of a backup is two megabytes, in base64 and with its quotes at most twice as much. */
const MAX_PAGE = 8 * 1024 * 1024;

const params = z.object({ site: siteId });
const shared = { tags: ["Upkeep"] };

const compare = createRoute({
  ...shared,
  method: "get",
  path: "/v1/sites/{site}/integrity",
  summary: "Does what the site keeps agree with itself?",
  description:
    "Reads every row of the site and lists its keys in KV: for after an accident, not for every day.",
  request: { params },
  responses: {
    200: json(siteIntegrity, "What was compared, and what differs."),
    ...failures(404),
  },
});

const readPage = createRoute({
  ...shared,
  method: "get",
  path: "/v1/sites/{site}/backup",
  summary: "Read a page of everything the site keeps",
  description:
    "Used by npm run backup. Pages with different marks do not belong together: something was written meanwhile.",
  request: { params, query: z.object({ cursor: z.string().max(2000).optional() }) },
  responses: { 200: json(siteBackup, "A page."), ...failures(404, 422) },
});

const putStep = createRoute({
  ...shared,
  method: "post",
  path: "/v1/sites/{site}/restore",
  summary: "Put a backup in, step by step",
  description:
    "Used by npm run restore: begin, rows as often as needed, finish. The site lives from the last step on.",
  middleware: bodyLimit({
    maxSize: MAX_PAGE,
    onError: () => {
      throw problem(413, { detail: `A step may have at most ${MAX_PAGE} bytes.` });
    },
  }),
  request: { params, body: { required: true, content: { "application/json": { schema: restoreStep } } } },
  responses: { 200: json(z.object({}), "Done."), ...failures(400, 409, 413, 422) },
});

const unknown = () => problem(404, { detail: "There is no such site." });

export function upkeepRoutes(app: OpenAPIHono<App>): void {
  app.openapi(compare, async (c) => {
    const compared = await integrity(c.var.services, c.req.valid("param").site);
    if (!compared) throw unknown();
    return c.json(compared, 200);
  });

  app.openapi(readPage, async (c) => {
    const page = await backup(c.var.services, c.req.valid("param").site, c.req.valid("query").cursor);
    if (page === "no such site") throw unknown();
    if (page === "no such cursor") throw problem(422, { detail: "The cursor is none of a backup's." });
    return c.json(page, 200);
  });

  app.openapi(putStep, async (c) => {
    const refused = await restore(c.var.services, c.req.valid("param").site, c.req.valid("json"));
    if (refused?.reason === "exists")
      throw problem(409, {
        detail: "There is a site with this id. With force it is replaced, and what it has is gone.",
      });
    if (refused) throw problem(422, { detail: refused.detail });
    return c.json({}, 200);
  });
}
