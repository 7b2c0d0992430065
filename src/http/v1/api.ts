import { OpenAPIHono } from "@hono/zod-openapi";
import type { App } from "../../context.ts";
import { errorsOf } from "../../contract/problem.ts";
import { feedRoutes } from "../feed/feed-routes.ts";
import { describeForm } from "../feed/form-description.ts";
import { webmentionRoutes } from "../feed/webmention-routes.ts";
import type { Guard } from "../guards/guard.ts";
import { problem } from "../problem.ts";
import { receiverRoutes } from "../systems/receivers.ts";
import { batchRoutes } from "./batch.ts";
import { commentRoutes, decisionRoutes } from "./comments.ts";
import { connectRoutes } from "./connect.ts";
import { deliveryRoutes } from "./deliveries.ts";
import { importRoutes } from "./imports.ts";
import { integrationRoutes } from "./integration.ts";
import { keyRoutes } from "./keys.ts";
import { peopleRoutes } from "./people.ts";
import { privacyRoutes } from "./privacy.ts";
import { failures } from "./responses.ts";
import { sessionRoutes } from "./sessions.ts";
import { siteRoutes } from "./sites.ts";
import { upkeepRoutes } from "./upkeep.ts";

/**
 * The API of contract.md, described by the same schemas. `guardOf` says of a
 * route, "GET /path", who guards it.
 */
export function api(guardOf: (route: string) => Guard | undefined): OpenAPIHono<App> {
  const app = new OpenAPIHono<App>({
    defaultHook: (result) => {
      if (!result.success) {
        throw problem(422, {
          detail: "Some fields are not acceptable.",
          errors: errorsOf(result.error.issues),
        });
      }
    },
  });
  commentRoutes(app);
  batchRoutes(app);
  decisionRoutes(app);
  deliveryRoutes(app);
  connectRoutes(app);
  siteRoutes(app);
  keyRoutes(app);
  privacyRoutes(app);
  importRoutes(app);
  sessionRoutes(app);
  peopleRoutes(app);
  upkeepRoutes(app);
  integrationRoutes(app);
  receiverRoutes(app);
  feedRoutes(app);
  describeForm(app);
  webmentionRoutes(app);
  describe(app);
  describeGuards(app, guardOf);
  return app;
}

/** Adds to the description of each route how a caller proves who she is, and how she is refused. */
function describeGuards(app: OpenAPIHono<App>, guardOf: (route: string) => Guard | undefined): void {
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { route } = definition;
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    const guard = guardOf(`${route.method.toUpperCase()} ${path}`);
    if (guard?.security) route.security = guard.security.map((scheme) => ({ [scheme]: [] }));
    route.responses = { ...route.responses, ...failures(...(guard?.failures ?? [])) };
  }
}

function describe(app: OpenAPIHono<App>): void {
  const scheme = (name: string, description: string) =>
    app.openAPIRegistry.registerComponent("securitySchemes", name, {
      type: "http",
      scheme: "bearer",
      description,
    });
  scheme("siteKey", "The site's key, 12 characters of a-z and 0-9.");
  scheme(
    "ownerToken",
    "The owner's ADMIN_TOKEN. A signed-in session does as well, with its form token as X-CSRF-Token.",
  );
  app.openAPIRegistry.registerComponent("securitySchemes", "signature", {
    type: "apiKey",
    in: "header",
    name: "webhook-signature",
    description:
      "Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature, made with the intake secret.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "systemProof", {
    type: "apiKey",
    in: "header",
    name: "authorization",
    description:
      "What the system can do: a signature of its own, or the receiver's secret as Bearer, as a password or in the body.",
  });
}

export const description = {
  openapi: "3.1.0",
  info: {
    title: "Hamlet",
    version: "1",
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
    description: "A comment filter and moderation service that a blog owner runs for herself.",
  },
};
