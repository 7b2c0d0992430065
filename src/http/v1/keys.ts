import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { akismetKeyMade, keyRequest } from "../../contract/key-made.ts";
import { siteWithSecrets } from "../../contract/site.ts";
import { siteId } from "../../contract/submission.ts";
import { createAkismetKey, revokeKey, rotateKey } from "../../service/keys.ts";
import { jsonBody } from "../guards/body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const params = z.object({ site: siteId });
const tags = ["Sites"];

const make = createRoute({
  method: "post",
  path: "/v1/sites/{site}/keys",
  summary: "Make a new key",
  description:
    "A new generation of the key and both signing secrets; the one before stays valid until the next. With scope akismet a key for Akismet's routes alone, beside the others.",
  tags,
  middleware: jsonBody({ optional: true }),
  request: { params, body: { required: false, content: { "application/json": { schema: keyRequest } } } },
  responses: {
    201: json(z.union([siteWithSecrets, akismetKeyMade]), "The new generation, or the key."),
    ...failures(400, 404, 413, 415, 422),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/v1/sites/{site}/keys/{n}",
  summary: "Revoke a key",
  tags,
  request: { params: params.extend({ n: z.coerce.number().int().min(1) }) },
  responses: { 204: { description: "Revoked." }, ...failures(404) },
});

export function keyRoutes(app: OpenAPIHono<App>): void {
  app.openapi(make, async (c) => {
    const { site } = c.req.valid("param");
    const scope = c.req.valid("json")?.scope ?? "site";
    const made = await (scope === "site" ? rotateKey : createAkismetKey)(c.var.services, site);
    if (!made) throw problem(404, { detail: "There is no such site." });
    return c.json(made, 201);
  });

  app.openapi(revoke, async (c) => {
    const { site, n } = c.req.valid("param");
    if (!(await revokeKey(c.var.services, site, n)))
      throw problem(404, { detail: "There is no such site or key." });
    return c.body(null, 204);
  });
}
