import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  akismetKeyMade,
  keyRequest,
  settings,
  settingsPatch,
  site,
  siteRequest,
  siteWithSecrets,
} from "../../contract/site.ts";
import { siteId } from "../../contract/submission.ts";
import { directoryObject } from "../../directory/directory.ts";
import type { App } from "../../service/services.ts";
import { Sites, siteView } from "../../service/sites.ts";
import { owner } from "../guards/caller.ts";
import { jsonBody } from "../guards/json-body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const params = z.object({ site: siteId });
const security = [{ ownerToken: [] }];
const tags = ["Sites"];

const list = createRoute({
  method: "get",
  path: "/v1/sites",
  summary: "List the sites",
  tags,
  security,
  middleware: [owner()] as const,
  responses: { 200: json(z.object({ sites: z.array(site) }), "All sites."), ...failures(401) },
});

const create = createRoute({
  method: "post",
  path: "/v1/sites",
  summary: "Create a site",
  description: "The key and the signing secrets are in this answer and never again.",
  tags,
  security,
  middleware: [owner(), ...jsonBody()] as const,
  request: { body: { required: true, content: { "application/json": { schema: siteRequest } } } },
  responses: { 201: json(siteWithSecrets, "Created."), ...failures(400, 401, 409, 413, 415, 422) },
});

const read = createRoute({
  method: "get",
  path: "/v1/sites/{site}",
  summary: "Look at a site",
  tags,
  security,
  middleware: [owner()] as const,
  request: { params },
  responses: { 200: json(site, "The site."), ...failures(401, 404) },
});

const change = createRoute({
  method: "patch",
  path: "/v1/sites/{site}",
  summary: "Change a site's settings",
  description: "Only what is sent is changed.",
  tags,
  security,
  middleware: [owner(), ...jsonBody()] as const,
  request: { params, body: { required: true, content: { "application/json": { schema: settingsPatch } } } },
  responses: { 200: json(settings, "The settings now."), ...failures(400, 401, 404, 413, 415, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/sites/{site}",
  summary: "Delete a site with everything it stored",
  tags,
  security,
  middleware: [owner()] as const,
  request: { params },
  responses: { 204: { description: "Gone." }, ...failures(401, 404) },
});

const rotate = createRoute({
  method: "post",
  path: "/v1/sites/{site}/keys",
  summary: "Make a new key",
  description:
    "A new generation of the key and both signing secrets; the one before stays valid until the next. With scope akismet a key for Akismet's routes alone, beside the others.",
  tags,
  security,
  middleware: [owner(), ...jsonBody({ optional: true })] as const,
  request: { params, body: { required: false, content: { "application/json": { schema: keyRequest } } } },
  responses: {
    201: json(z.union([siteWithSecrets, akismetKeyMade]), "The new generation, or the key."),
    ...failures(400, 401, 404, 413, 415, 422),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/v1/sites/{site}/keys/{n}",
  summary: "Revoke a key",
  tags,
  security,
  middleware: [owner()] as const,
  request: { params: params.extend({ n: z.coerce.number().int().min(1) }) },
  responses: { 204: { description: "Revoked." }, ...failures(401, 404) },
});

const signOut = createRoute({
  method: "delete",
  path: "/v1/sessions",
  summary: "Sign everybody out",
  description:
    "Ends every session on the pages, on every device. Keys and the owner's token stay as they are.",
  tags: ["Upkeep"],
  security,
  middleware: [owner()] as const,
  responses: { 200: json(z.object({ ended: z.int() }), "Ended."), ...failures(401) },
});

const unknown = () => problem(404, { detail: "There is no such site." });

export function siteRoutes(app: OpenAPIHono<App>): void {
  const sites = (c: { var: App["Variables"] }) => new Sites(c.var.services);

  app.openapi(list, async (c) => c.json({ sites: (await sites(c).all()).map(siteView) }, 200));
  app.openapi(create, async (c) => {
    const created = await sites(c).create(c.req.valid("json"));
    if (created === "taken") throw problem(409, { detail: "There is a site with this id." });
    if ("errors" in created) throw problem(422, created);
    return c.json(created.site, 201);
  });
  app.openapi(read, async (c) => {
    const record = await sites(c).one(c.req.valid("param").site);
    if (!record) throw unknown();
    return c.json(siteView(record), 200);
  });
  app.openapi(change, async (c) => {
    const changed = await sites(c).change(c.req.valid("param").site, c.req.valid("json"));
    if (!changed) throw unknown();
    if ("errors" in changed) throw problem(422, changed);
    return c.json(changed.settings, 200);
  });
  app.openapi(remove, async (c) => {
    if (!(await sites(c).remove(c.req.valid("param").site))) throw unknown();
    return c.body(null, 204);
  });
  app.openapi(rotate, async (c) => {
    const { site } = c.req.valid("param");
    const scope = c.req.valid("json")?.scope ?? "site";
    const made = await (scope === "site" ? sites(c).rotate(site) : sites(c).createAkismetKey(site));
    if (!made) throw unknown();
    return c.json(made, 201);
  });
  app.openapi(signOut, async (c) =>
    c.json({ ended: await directoryObject(c.var.services.env.DIRECTORY).closeAllSessions() }, 200),
  );
  app.openapi(revoke, async (c) => {
    const { site, n } = c.req.valid("param");
    if (!(await sites(c).revoke(site, n))) throw problem(404, { detail: "There is no such site or key." });
    return c.body(null, 204);
  });
}
