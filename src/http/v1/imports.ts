import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { App } from "../../context.ts";
import {
  imported,
  importLine,
  importReport,
  importSource,
  knowledge,
  MAX_IMPORT_BYTES,
  MOST_LINES,
} from "../../contract/import.ts";
import { siteId } from "../../contract/submission.ts";
import {
  bringIn,
  bringInByKey,
  closeHistory,
  importsOf,
  knowledgeOf,
  openHistory,
  takeOut,
} from "../../service/imports.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const params = z.object({ site: siteId });
const tags = ["History"];

const bring = createRoute({
  method: "post",
  path: "/v1/sites/{site}/history",
  summary: "Bring in comments of the blog's past",
  description: `JSON lines, at most ${MOST_LINES} a call, oldest first; used by npm run import. They are learned, and their texts are not kept, but for those whose label is doubtful, and with keep=true for those published. No queue entry, no event. A comment is known by its source and id: sent again it changes nothing. By the site key only for 24 hours after the owner has opened it (history-key); each call stands in the record.`,
  tags,
  middleware: bodyLimit({
    maxSize: MAX_IMPORT_BYTES,
    onError: () => {
      throw problem(413, { detail: `The body may have at most ${MAX_IMPORT_BYTES} bytes.` });
    },
  }),
  request: {
    params,
    query: z.object({
      keep: z.enum(["true", "false"]).default("false").meta({
        description:
          "Whether what was published on pages of the site's hosts is also kept for their readers, with names, times and threads. Only while the site's form is on; once, whether it was learned before or not.",
      }),
    }),
    body: { required: true, content: { "application/x-ndjson": { schema: importLine } } },
  },
  responses: { 200: json(imported, "What was learned."), ...failures(403, 404, 413, 422) },
});

const open = createRoute({
  method: "post",
  path: "/v1/sites/{site}/history-key",
  summary: "Let the blog bring in its past by itself",
  description: "For 24 hours its own site key may POST …/history, as `wp hamlet import` does.",
  tags,
  request: { params },
  responses: { 200: json(z.object({ until: z.string() }), "It may, until then."), ...failures(404) },
});

const close = createRoute({
  method: "delete",
  path: "/v1/sites/{site}/history-key",
  summary: "Let it no longer",
  tags,
  request: { params },
  responses: { 204: { description: "It may not." }, ...failures(404) },
});

const read = createRoute({
  method: "get",
  path: "/v1/sites/{site}/history",
  summary: "What was brought in",
  description: "Of each history what it taught, and what the filter would have done with it.",
  tags,
  request: { params },
  responses: {
    200: json(
      z.object({
        imports: z.array(importReport),
        suspects: z.int().meta({ description: "Comments whose label a person should look at." }),
      }),
      "All histories.",
    ),
    ...failures(404),
  },
});

const lines = createRoute({
  method: "get",
  path: "/v1/sites/{site}/history/lines",
  summary: "Read a page of what the site knows, to be brought in elsewhere",
  description:
    "Used by npm run export: comments with what they taught, lessons whose comments are gone, domains; as POST …/history takes them. Authors stay: they are known by hashes under this Hamlet's secret.",
  tags,
  request: { params, query: z.object({ cursor: z.string().max(300).optional() }) },
  responses: { 200: json(knowledge, "A page."), ...failures(404, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/sites/{site}/history/{source}",
  summary: "Take one history out again",
  description: "Its lessons, what it said of authors and domains, and what was kept of it for readers.",
  tags,
  request: { params: z.object({ site: siteId, source: importSource }) },
  responses: { 204: { description: "Gone." }, ...failures(404) },
});

const unknown = () => problem(404, { detail: "There is no such site." });

const CLOSED =
  "The owner has not opened this to the site key, or the 24 hours are over: on the site's page, Your blog's history.";

export function importRoutes(app: OpenAPIHono<App>): void {
  app.openapi(bring, async (c) => {
    const { site } = c.req.valid("param");
    const { services, grant } = c.var;
    const past = { lines: await c.req.text(), keeps: c.req.valid("query").keep === "true" };
    const done = await (grant ? bringInByKey(services, site, past, grant.n) : bringIn(services, site, past));
    if (!done) throw unknown();
    if (done === "closed") throw problem(403, { detail: CLOSED });
    if ("refused" in done) throw problem(422, { detail: `${done.refused}.` });
    return c.json(done, 200);
  });

  app.openapi(open, async (c) => {
    const until = await openHistory(c.var.services, c.req.valid("param").site);
    if (until === undefined) throw unknown();
    return c.json({ until: new Date(until).toISOString() }, 200);
  });

  app.openapi(close, async (c) => {
    if (!(await closeHistory(c.var.services, c.req.valid("param").site))) throw unknown();
    return c.body(null, 204);
  });

  app.openapi(read, async (c) => {
    const found = await importsOf(c.var.services, c.req.valid("param").site);
    if (!found) throw unknown();
    return c.json({ imports: [...found.imports], suspects: found.suspects.all }, 200);
  });

  app.openapi(lines, async (c) => {
    const { cursor } = c.req.valid("query");
    const page = await knowledgeOf(c.var.services, c.req.valid("param").site, cursor);
    if (!page) throw unknown();
    return c.json({ lines: [...page.lines], next: page.next }, 200);
  });

  app.openapi(remove, async (c) => {
    const { site, source } = c.req.valid("param");
    const removed = await takeOut(c.var.services, site, source);
    if (removed === undefined) throw unknown();
    if (!removed) throw problem(404, { detail: "No history of this name was brought in." });
    return c.body(null, 204);
  });
}
