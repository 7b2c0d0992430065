import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { bringBackRequest, broughtBack, settingsChanged } from "../../contract/bring-back.ts";
import { ownView } from "../../contract/connect.ts";
import { type Preview, preview } from "../../contract/preview.ts";
import { settingsPatch, site, siteRequest, siteWithSecrets } from "../../contract/site.ts";
import { siteId } from "../../contract/submission.ts";
import { bringBack } from "../../service/bring-back.ts";
import { newBatch } from "../../service/bulk.ts";
import { previews } from "../../service/preview.ts";
import { showEarlier } from "../../service/show-earlier.ts";
import { changeSettings, createSite, findSite, removeSite, sites } from "../../service/sites.ts";
import { jsonBody } from "../guards/body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const params = z.object({ site: siteId });
const tags = ["Sites"];

const list = createRoute({
  method: "get",
  path: "/v1/sites",
  summary: "List the sites",
  tags,
  responses: { 200: json(z.object({ sites: z.array(site) }), "All sites.") },
});

const create = createRoute({
  method: "post",
  path: "/v1/sites",
  summary: "Create a site",
  description: "The key and the signing secrets are in this answer and never again.",
  tags,
  middleware: jsonBody(),
  request: { body: { required: true, content: { "application/json": { schema: siteRequest } } } },
  responses: { 201: json(siteWithSecrets, "Created."), ...failures(400, 409, 413, 415, 422) },
});

const read = createRoute({
  method: "get",
  path: "/v1/sites/{site}",
  summary: "Look at a site",
  description: "The site's own key sees less of it than the owner.",
  tags,
  request: { params },
  responses: { 200: json(z.union([site, ownView]), "The site."), ...failures(404) },
});

const change = createRoute({
  method: "patch",
  path: "/v1/sites/{site}",
  summary: "Change a site's settings",
  description: "Only what is sent is changed.",
  tags,
  middleware: jsonBody(),
  request: { params, body: { required: true, content: { "application/json": { schema: settingsPatch } } } },
  responses: { 200: json(settingsChanged, "The settings now."), ...failures(400, 404, 413, 415, 422) },
});

const back = createRoute({
  method: "post",
  path: "/v1/sites/{site}/bring-back",
  summary: "Bring back what only entries had rejected that were taken out again",
  description:
    "Published or held, as their verdicts say without the entry. Nothing is learned; each can be undone. At most 2,000 a call.",
  tags,
  middleware: jsonBody({ optional: true }),
  request: { params, body: { content: { "application/json": { schema: bringBackRequest } } } },
  responses: { 200: json(broughtBack, "Where they are now."), ...failures(400, 404, 413, 415, 422) },
});

const earlier = createRoute({
  method: "post",
  path: "/v1/sites/{site}/show-earlier",
  summary: "Show readers what came while the form was off",
  description:
    "Comments that came before the site's own form was switched on get their place on their pages: what is published of them is shown at /f/{site}/comments. At most 10,000 a call; two rows each.",
  tags,
  request: { params },
  responses: {
    200: json(
      z.object({
        shown: z.int().meta({ description: "Comments that have their place now." }),
        more: z.boolean().meta({ description: "There may be others: call again." }),
      }),
      "How many.",
    ),
    ...failures(404),
  },
});

const look = createRoute({
  method: "post",
  path: "/v1/sites/{site}/preview",
  summary: "See what a change of the settings would have meant",
  description:
    "For the site's newest comments, at most 2,000. Changes nothing. Limits and rules are applied to the verdicts as they are stored; only for other hosts or languages are comments judged again. An entry of the lists that is there already counts for comments that came after it.",
  tags,
  middleware: jsonBody(),
  request: { params, body: { required: true, content: { "application/json": { schema: settingsPatch } } } },
  responses: { 200: json(preview, "Now and then."), ...failures(400, 404, 413, 415, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/sites/{site}",
  summary: "Delete a site with everything it stored",
  tags,
  request: { params },
  responses: { 204: { description: "Gone." }, ...failures(404) },
});

const unknown = () => problem(404, { detail: "There is no such site." });

export function siteRoutes(app: OpenAPIHono<App>): void {
  app.openapi(list, async (c) => c.json({ sites: [...(await sites(c.var.services))] }, 200));

  app.openapi(create, async (c) => {
    const created = await createSite(c.var.services, c.req.valid("json"));
    if (created === "taken") throw problem(409, { detail: "There is a site with this id." });
    if ("errors" in created) throw problem(422, created);
    return c.json(created.site, 201);
  });

  app.openapi(read, async (c) => {
    const found = await findSite(c.var.services, c.req.valid("param").site);
    if (!found) throw unknown();
    return c.json(c.var.grant ? ownView.parse(found) : found, 200);
  });

  app.openapi(change, async (c) => {
    const changed = await changeSettings(c.var.services, c.req.valid("param").site, c.req.valid("json"));
    if (!changed) throw unknown();
    if ("errors" in changed) throw problem(422, changed);
    const { settings, freed } = changed;
    return c.json({ ...settings, ...(freed > 0 && { freed }) }, 200);
  });

  app.openapi(look, async (c) => {
    const found = await previews(c.var.services, c.req.valid("param").site, [c.req.valid("json")]);
    if (!found) throw unknown();
    if ("errors" in found) throw problem(422, found);
    return c.json(found[0] as Preview, 200);
  });

  app.openapi(back, async (c) => {
    const { by = "owner" } = c.req.valid("json") ?? {};
    const done = await bringBack(c.var.services, c.req.valid("param").site, by, newBatch());
    if (!done) throw unknown();
    return c.json(done, 200);
  });

  app.openapi(earlier, async (c) => {
    const done = await showEarlier(c.var.services, c.req.valid("param").site);
    if (!done) throw unknown();
    return c.json(done, 200);
  });

  app.openapi(remove, async (c) => {
    if (!(await removeSite(c.var.services, c.req.valid("param").site))) throw unknown();
    return c.body(null, 204);
  });
}
