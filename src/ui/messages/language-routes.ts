import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { safePath } from "../parts/paths.ts";
import { chooseLanguage } from "./language.ts";
import { isLanguage } from "./messages.ts";

export function languageRoutes(app: Hono<App>): void {
  app.get("/language", (c) => {
    const to = c.req.query("to");
    if (isLanguage(to)) chooseLanguage(c, to);
    return c.redirect(safePath(c.req.query("next")), 303);
  });
}
