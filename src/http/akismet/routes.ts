import { Hono } from "hono";
import type { App } from "../../context.ts";
import { getStats, getSubscription, keySites, usageLimit } from "./account.ts";
import { answer, invalid, json } from "./answers.ts";
import type { Call, Handler } from "./call.ts";
import { commentCheck } from "./comment-check.ts";
import { commentStatus } from "./comment-status.ts";
import { noteDone } from "./diagnostics.ts";
import { submit } from "./submit.ts";

/** Every call that wants a key. */
const calls: Readonly<Record<string, Handler>> = {
  "/1.1/verify-key": verifyKey,
  "/1.1/comment-check": commentCheck,
  "/1.1/submit-spam": submit("spam"),
  "/1.1/submit-ham": submit("approve"),
  "/1.1/comment-status": commentStatus,
  "/1.1/deactivate": deactivate,
  "/1.1/get-stats": getStats,
  "/1.1/get-key-stats": getStats,
  "/1.1/get-subscription": getSubscription,
  "/1.2/usage-limit": usageLimit,
  "/1.2/key-sites": keySites,
  // Akismet's own frame of statistics and Jetpack ask for these; there is nothing behind them here.
  "/1.1/token": () => answer("none"),
  "/1.1/verify-wpcom-key": ({ parameters }) =>
    json({ verified: false, user_id: parameters.one("user_id") ?? null }),
};

/** Akismet's protocol: any of its clients works by changing an address. */
export function akismetRoutes(): Hono<App> {
  const app = new Hono<App>();
  for (const [path, handler] of Object.entries(calls)) {
    app.on(["GET", "POST"], path, (c) => handler(c.var.akismet));
  }
  app.get("/1.1/test", () => answer("connected"));
  app.get("/1.2/compatible-plugins", () => json([]));
  return app;
}

function verifyKey(call: Call): Response {
  if (call.parameters.one("blog") === undefined) return invalid('Empty "blog" value');
  noteDone(call, "verify-key", "valid");
  return answer("valid");
}

function deactivate(call: Call): Response {
  noteDone(call, "deactivate", "done");
  return answer("deactivated");
}
