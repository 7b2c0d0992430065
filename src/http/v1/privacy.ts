import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App, AppContext } from "../../context.ts";
import { person, personErased, personExport } from "../../contract/privacy.ts";
import { siteId } from "../../contract/submission.ts";
import { erasePerson, exportPerson } from "../../service/privacy.ts";
import { jsonBody } from "../guards/body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const common = {
  method: "post" as const,
  tags: ["Privacy"],
  request: {
    params: z.object({ site: siteId }),
    body: { required: true, content: { "application/json": { schema: person } } },
  },
};

const exported = createRoute({
  ...common,
  path: "/v1/sites/{site}/export",
  summary: "All that is kept of a commenter",
  description:
    "By mail address. Nothing is changed. With the site key only if the owner allows it (personsByKey); it stands in the history.",
  middleware: jsonBody(),
  responses: { 200: json(personExport, "What is kept."), ...failures(400, 404, 413, 415, 422) },
});

const erasure = createRoute({
  ...common,
  path: "/v1/sites/{site}/erasure",
  summary: "Erase a commenter",
  description:
    "By mail address: comments, queue entries, what waits in the inbox or to be delivered, what was learned, her standing. Cannot be undone. With the site key only if the owner allows it (personsByKey); it stands in the history.",
  middleware: jsonBody(),
  responses: { 200: json(personErased, "What was erased."), ...failures(400, 404, 413, 415, 422) },
});

/** The blog itself asks, with its key: only if the owner lets it, and it stands in the history. */
async function byBlog(c: AppContext, what: "export" | "erasure"): Promise<void> {
  const { services, grant, record } = c.var;
  if (!grant) return;
  if (!record.settings.personsByKey)
    throw problem(403, { detail: "The owner does not let the site key do this: see the site's settings." });
  await services.siteObject(record.id).notePerson(what, grant.n, record);
}

const unknown = () => problem(404, { detail: "There is no such site." });

export function privacyRoutes(app: OpenAPIHono<App>): void {
  app.openapi(exported, async (c) => {
    const { site } = c.req.valid("param");
    await byBlog(c, "export");
    const found = await exportPerson(c.var.services, site, c.req.valid("json").email);
    if (!found) throw unknown();
    return c.json(found, 200);
  });

  app.openapi(erasure, async (c) => {
    const { site } = c.req.valid("param");
    await byBlog(c, "erasure");
    const erased = await erasePerson(c.var.services, site, c.req.valid("json").email);
    if (!erased) throw unknown();
    return c.json(erased, 200);
  });
}
