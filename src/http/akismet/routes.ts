import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App, AppContext } from "../../service/services.ts";
import { withinRate } from "../guards/caller.ts";
import { problemResponse } from "../problem.ts";
import { getStats, getSubscription, keySites, usageLimit } from "./account.ts";
import { answer, invalid, json, unavailable } from "./answers.ts";
import type { Call, Handler } from "./call.ts";
import { commentCheck } from "./comment-check.ts";
import { noteCall, noteRefused } from "./diagnostics.ts";
import { faultTexts, hostKey, open, sentKey } from "./key.ts";
import { readParameters } from "./parameters.ts";
import { submit } from "./submit.ts";

/** Some clients post all of their environment along, so more than a comment's worth is taken. */
const MAX_BODY = 1024 * 1024;
const LONGEST_CLIENT = 200;

/** Every call that wants a key. */
const calls: Readonly<Record<string, Handler>> = {
  "1.1/verify-key": verifyKey,
  "1.1/comment-check": commentCheck,
  "1.1/submit-spam": submit("spam"),
  "1.1/submit-ham": submit("approve"),
  "1.1/deactivate": noted("deactivate", () => answer("deactivated")),
  "1.1/get-stats": getStats,
  "1.1/get-key-stats": getStats,
  "1.1/get-subscription": getSubscription,
  "1.2/usage-limit": usageLimit,
  "1.2/key-sites": keySites,
  // Akismet's own frame of statistics and Jetpack ask for these; there is nothing behind them here.
  "1.1/token": () => answer("none"),
  "1.1/verify-wpcom-key": ({ parameters }) =>
    json({ verified: false, user_id: parameters.one("user_id") ?? null }),
};

/** Akismet's protocol: any of its clients works by changing an address. */
export function akismet(): Hono<App> {
  const app = new Hono<App>();
  const tooLarge = bodyLimit({
    maxSize: MAX_BODY,
    onError: () => invalid(`The request may have at most ${MAX_BODY} bytes`),
  });
  for (const [path, handler] of Object.entries(calls)) {
    app.on(["GET", "POST"], `/${path}`, tooLarge, (c) => run(c, path.split("/")[1] as string, handler));
  }
  app.get("/1.1/test", () => answer("connected"));
  app.get("/1.2/compatible-plugins", () => json([]));
  return app;
}

async function run(c: AppContext, name: string, handler: Handler): Promise<Response> {
  const { services } = c.var;
  const parameters = await readParameters(c.req.raw);
  const client = (c.req.header("user-agent") ?? "").slice(0, LONGEST_CLIENT);
  const sent = sentKey(name, parameters, c.req.header("host") ?? "");
  const opened = await open(services, sent);
  if (!opened.ok) {
    noteRefused(services, { call: name, client, parameters, sent, fault: opened.fault, hash: opened.hash });
    return invalid(faultTexts[opened.fault]);
  }
  const { record, grant } = opened;
  if (!(await withinRate(services, record.id, grant)))
    return unavailable(429, "More than 600 requests a minute", 30);
  return handler({ services, record, grant, parameters, client });
}

function verifyKey(call: Call): Response {
  if (call.parameters.one("blog") === undefined) return invalid('Empty "blog" value');
  noteCall(call, "verify-key", "valid");
  return answer("valid");
}

function noted(name: string, handler: (call: Call) => Response): Handler {
  return (call) => {
    noteCall(call, name, "done");
    return handler(call);
  };
}

/** A host that is a key's own serves this protocol and nothing else, as what stands in it is known to the world. */
export async function keyHost(c: AppContext, next: () => Promise<void>): Promise<Response | undefined> {
  const key = hostKey(c.req.header("host") ?? "");
  if (key === undefined || /^\/1\.[12]\//.test(c.req.path)) {
    await next();
    return undefined;
  }
  const opened = await open(c.var.services, { key, place: "host" });
  if (opened.ok || opened.fault === "revoked" || opened.fault === "site key in the address") {
    return problemResponse(404, { detail: "This host serves /1.1 and /1.2 only." });
  }
  await next();
  return undefined;
}
