import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { App } from "../../context.ts";
import { person, personErased, personExport } from "../../contract/privacy.ts";
import { siteId } from "../../contract/submission.ts";
import { erasePerson, exportPerson } from "../../service/privacy.ts";
import { jsonBody } from "../guards/json-body.ts";
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
  description: "By mail address. Nothing is changed.",
  middleware: jsonBody(),
  responses: { 200: json(personExport, "What is kept."), ...failures(400, 404, 413, 415, 422) },
});

const erasure = createRoute({
  ...common,
  path: "/v1/sites/{site}/erasure",
  summary: "Erase a commenter",
  description:
    "By mail address: comments, queue entries, what waits in the inbox or to be delivered, what was learned, her standing. Cannot be undone.",
  middleware: jsonBody(),
  responses: { 200: json(personErased, "What was erased."), ...failures(400, 404, 413, 415, 422) },
});

const unknown = () => problem(404, { detail: "There is no such site." });

export function privacyRoutes(app: OpenAPIHono<App>): void {
  app.openapi(exported, async (c) => {
    const { site } = c.req.valid("param");
    const found = await exportPerson(c.var.services, site, c.req.valid("json").email);
    if (!found) throw unknown();
    return c.json(found, 200);
  });

  app.openapi(erasure, async (c) => {
    const { site } = c.req.valid("param");
    const erased = await erasePerson(c.var.services, site, c.req.valid("json").email);
    if (!erased) throw unknown();
    return c.json(erased, 200);
  });
}
