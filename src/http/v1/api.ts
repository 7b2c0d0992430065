import { OpenAPIHono } from "@hono/zod-openapi";
import type { App } from "../../service/services.ts";
import { fieldErrors, problem } from "../problem.ts";
import { commentRoutes } from "./comments.ts";
import { decisionRoutes } from "./decisions.ts";
import { deliveryRoutes } from "./deliveries.ts";
import { privacyRoutes } from "./privacy.ts";
import { siteRoutes } from "./sites.ts";
import { upkeepRoutes } from "./upkeep.ts";

/** The API of contract.md, and its description at /openapi.json, from the same schemas. */
export function api(): OpenAPIHono<App> {
  const app = new OpenAPIHono<App>({
    defaultHook: (result) => {
      if (!result.success) {
        throw problem(422, {
          detail: "Some fields are not acceptable.",
          errors: fieldErrors(result.error.issues),
        });
      }
    },
  });
  commentRoutes(app);
  decisionRoutes(app);
  deliveryRoutes(app);
  siteRoutes(app);
  privacyRoutes(app);
  upkeepRoutes(app);
  describe(app);
  return app;
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
  app.doc31("/openapi.json", description);
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
