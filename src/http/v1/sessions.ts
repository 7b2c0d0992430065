import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { closeAllSessions } from "../../service/sessions.ts";
import { json } from "./responses.ts";

const signOut = createRoute({
  method: "delete",
  path: "/v1/sessions",
  summary: "Sign everybody out",
  description:
    "Ends every session on the pages, on every device. Keys and the owner's token stay as they are.",
  tags: ["Upkeep"],
  responses: { 200: json(z.object({ ended: z.int() }), "Ended.") },
});

export function sessionRoutes(app: OpenAPIHono<App>): void {
  app.openapi(signOut, async (c) => c.json({ ended: await closeAllSessions(c.var.services) }, 200));
}
