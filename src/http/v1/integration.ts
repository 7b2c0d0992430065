import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { receiver } from "../../contract/integration.ts";
import { siteId } from "../../contract/submission.ts";
import { receiverOf } from "../../service/integration.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const show = createRoute({
  method: "post",
  path: "/v1/sites/{site}/receiver",
  summary: "Where the site's comment system posts, and with what",
  description: "For the system that the setting `integration` names. Changes nothing.",
  tags: ["Other systems"],
  request: { params: z.object({ site: siteId }) },
  responses: { 200: json(receiver, "To be entered in the system."), ...failures(404) },
});

export function integrationRoutes(app: OpenAPIHono<App>): void {
  app.openapi(show, async (c) => {
    const found = await receiverOf(c.var.services, c.req.valid("param").site);
    if (!found)
      throw problem(404, { detail: "There is no such site, or it is not connected to another system." });
    return c.json(found, 200);
  });
}
