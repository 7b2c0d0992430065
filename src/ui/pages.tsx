import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { akismetRoutes } from "./akismet-routes.tsx";
import { deliveryRoutes } from "./delivery-routes.tsx";
import type { Page } from "./desk.ts";
import { loginRoutes } from "./login-routes.tsx";
import { chooseLanguage, detectLanguage } from "./messages/language.ts";
import { isLanguage } from "./messages/messages.ts";
import { queueRoutes } from "./queue-routes.tsx";
import { formToken, signedIn, type Ui } from "./session.ts";
import { siteRoutes } from "./site-routes.tsx";
import { safePath } from "./state.ts";

/** A form is a few settings at most. */
const MAX_FORM = 512 * 1024;

/** What needs no session. */
const PUBLIC = new Set(["/login", "/language"]);

/** The pages of people. `page` gives what they may ask for, from the request's context. */
export function pages(page: (c: Context) => Page): Hono<Ui> {
  const app = new Hono<Ui>();
  const paths = ["/", "/language", "/login", "/logout", "/queue", "/queue/*", "/sites", "/sites/*"];
  for (const path of paths) {
    app.use(path, async (c, next) => {
      c.set("page", page(c));
      c.header("cache-control", "no-store");
      await next();
    });
    app.use(path, detectLanguage(), headers, csrf(), bodyLimit({ maxSize: MAX_FORM }));
    if (!PUBLIC.has(path)) app.use(path, signedIn(), formToken());
  }
  app.get("/", (c) => c.redirect("/queue", 303));
  app.get("/language", (c) => {
    const to = c.req.query("to");
    if (isLanguage(to)) chooseLanguage(c, to);
    return c.redirect(safePath(c.req.query("next")), 303);
  });
  loginRoutes(app);
  queueRoutes(app);
  siteRoutes(app);
  akismetRoutes(app);
  deliveryRoutes(app);
  return app;
}

/** Nothing from elsewhere, nothing inline. same-origin, as with no-referrer browsers send forms with the origin "null". */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
});
