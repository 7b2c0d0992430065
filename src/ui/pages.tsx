import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { Page } from "../service/desk.ts";
import { akismetRoutes } from "./akismet/akismet-routes.tsx";
import { dashboardRoutes } from "./dashboard/dashboard-routes.tsx";
import { deliveryRoutes } from "./deliveries/delivery-routes.tsx";
import { historyRoutes } from "./history/history-routes.tsx";
import { actRoutes } from "./link/act-routes.tsx";
import { loginRoutes } from "./login/login-routes.tsx";
import { chooseLanguage, detectLanguage } from "./messages/language.ts";
import { isLanguage } from "./messages/messages.ts";
import { noticeRoutes } from "./notices/notice-routes.tsx";
import { formToken, signedIn, type Ui } from "./parts/session.ts";
import { personRoutes, publicPrivacyRoutes } from "./privacy/privacy-routes.tsx";
import { queueRoutes } from "./queue/queue-routes.tsx";
import { safePath } from "./queue/state.ts";
import { siteRoutes } from "./sites/site-routes.tsx";

/** A form is a few settings at most. */
const MAX_FORM = 512 * 1024;

/** What needs no session, whatever stands under the same paths. */
const OPEN = ["/sites/:site/privacy", "/act/*"];
const SIGN_IN = ["/login", "/language"];
const SIGNED_IN = [
  "/",
  "/logout",
  "/logout/everywhere",
  "/queue",
  "/queue/*",
  "/sites",
  "/sites/*",
  "/history",
  "/history/*",
];

/** The pages of people. `page` gives what they may ask for, from the request's context. */
export function pages(page: (c: Context) => Page): Hono<Ui> {
  const app = new Hono<Ui>();
  const prepare = (path: string) => {
    app.use(path, async (c, next) => {
      c.set("page", page(c));
      c.header("cache-control", "no-store");
      await next();
    });
    app.use(path, detectLanguage(), headers, csrf(), bodyLimit({ maxSize: MAX_FORM }));
    app.use(path, readableForm);
  };
  OPEN.forEach(prepare);
  publicPrivacyRoutes(app);
  actRoutes(app);
  for (const path of [...SIGN_IN, ...SIGNED_IN]) prepare(path);
  for (const path of SIGNED_IN) app.use(path, signedIn(), formToken());
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
  historyRoutes(app);
  dashboardRoutes(app);
  noticeRoutes(app);
  personRoutes(app);
  return app;
}

/** Lets a form through only if it can be read: a broken one is its sender's fault. */
const readableForm: MiddlewareHandler<Ui> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const form = await c.req.parseBody().catch(() => undefined);
  return form === undefined ? c.text("This form cannot be read.", 400) : next();
};

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
