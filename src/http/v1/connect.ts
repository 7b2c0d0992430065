import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { App } from "../../context.ts";
import { connected, connectRequest } from "../../contract/connect.ts";
import { connect } from "../../service/connect.ts";
import { jsonBody } from "../guards/body.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

/** Whoever has no code yet sends a code and an address at most. */
const MOST_BYTES = 4_096;

const route = createRoute({
  method: "post",
  path: "/v1/connect",
  summary: "Get a site's key for a one-time code",
  description:
    "The owner makes the code on the page of a site, or for a new site; it serves once, for ten minutes. The key stands in this answer and nowhere else.",
  tags: ["Sites"],
  middleware: jsonBody({ most: MOST_BYTES }),
  request: { body: { required: true, content: { "application/json": { schema: connectRequest } } } },
  responses: { 200: json(connected, "Connected."), ...failures(400, 401, 413, 415, 422) },
});

export function connectRoutes(app: OpenAPIHono<App>): void {
  app.openapi(route, async (c) => {
    const made = await connect(c.var.services, c.req.valid("json"));
    if (!made)
      throw problem(401, { detail: "Nobody made this code, it was used, or its ten minutes are over." });
    c.header("cache-control", "no-store");
    return c.json(made, 200);
  });
}
