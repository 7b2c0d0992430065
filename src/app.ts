import { Hono } from "hono";
import type { App, AppContext } from "./context.ts";
import { systemNames } from "./contract/integration.ts";
import { configuration } from "./env.ts";
import { ownFile } from "./http/akismet/own-file.ts";
import { akismetRoutes } from "./http/akismet/routes.ts";
import { akismetKey, keyHost } from "./http/guards/akismet-key.ts";
import { bearableHeaders } from "./http/guards/bearable-headers.ts";
import { code } from "./http/guards/code.ts";
import { type Guard, mountGuards } from "./http/guards/guard.ts";
import { metricsToken, owner } from "./http/guards/owner.ts";
import { ownerOrSiteKey } from "./http/guards/owner-or-site-key.ts";
import { siteKey, siteKeyOrSignature } from "./http/guards/site-key.ts";
import { fromSystem } from "./http/guards/system.ts";
import { madeOnce } from "./http/made-once.ts";
import { metrics } from "./http/metrics.ts";
import { onError, problemResponse } from "./http/problem.ts";
import { api, description } from "./http/v1/api.ts";
import { originOf } from "./platform/address.ts";
import { services } from "./service/services.ts";
import { docsPage } from "./ui/docs/docs-page.tsx";
import { moderator, reader } from "./ui/guards.ts";
import { pages } from "./ui/pages.ts";

/**
 * Every route, by who may call it. What is not here is not there: a handler is reached through its guard
 * alone.
 */
export const routes = {
  /** Everybody. */
  anybody: [
    "GET /health",
    "GET /openapi.json",
    "GET /1.1/test",
    "GET /1.2/compatible-plugins",
    "GET /hamlet-akismet.zip",
  ],
  /** Everybody, on a page; signing in has its own secret. */
  reader: ["GET /docs", "GET /login", "POST /login", "GET /language", "GET /sites/:site/privacy"],
  /** Whoever holds the address: it is signed, ends, and looking changes nothing. */
  "signed link": ["GET /act/:site/:token", "POST /act/:site/:token"],
  /** Whoever has a code that the owner made: it serves once, for ten minutes. */
  "one-time code": ["POST /v1/connect"],
  "metrics token": ["GET /metrics"],
  "site key or signature": ["POST /v1/sites/:site/comments"],
  /** Another comment system, by its own proof. */
  system: systemNames.map((name) => `POST /in/${name}/:site` as const),
  "site key": [
    "GET /v1/sites/:site/comments/:id",
    "DELETE /v1/sites/:site/comments/:id",
    "POST /v1/sites/:site/comments/:id/decision",
    "POST /v1/sites/:site/comments/:id/replay",
    "GET /v1/sites/:site/decisions",
    "GET /v1/sites/:site/deliveries",
    "POST /v1/sites/:site/deliveries/replay",
  ],
  "Akismet key": [
    "/1.1/verify-key",
    "/1.1/comment-check",
    "/1.1/submit-spam",
    "/1.1/submit-ham",
    "/1.1/comment-status",
    "/1.1/deactivate",
    "/1.1/get-stats",
    "/1.1/get-key-stats",
    "/1.1/get-subscription",
    "/1.1/token",
    "/1.1/verify-wpcom-key",
    "/1.2/usage-limit",
    "/1.2/key-sites",
  ].flatMap((path) => [`GET ${path}`, `POST ${path}`]),
  owner: [
    "GET /v1/sites",
    "POST /v1/sites",
    "PATCH /v1/sites/:site",
    "DELETE /v1/sites/:site",
    "POST /v1/sites/:site/keys",
    "DELETE /v1/sites/:site/keys/:n",
    "GET /v1/sites/:site/integrity",
    "GET /v1/sites/:site/backup",
    "POST /v1/sites/:site/restore",
    "POST /v1/sites/:site/history-key",
    "DELETE /v1/sites/:site/history-key",
    "GET /v1/sites/:site/history",
    "GET /v1/sites/:site/history/lines",
    "DELETE /v1/sites/:site/history/:source",
    "POST /v1/sites/:site/bring-back",
    "POST /v1/sites/:site/preview",
    "POST /v1/sites/:site/receiver",
    "DELETE /v1/sessions",
  ],
  /** A site's key sees its own site, reaches persons if the owner allows it, and brings in the past while she has it open. */
  "owner or site key": [
    "GET /v1/sites/:site",
    "POST /v1/sites/:site/erasure",
    "POST /v1/sites/:site/export",
    "POST /v1/sites/:site/history",
  ],
  /** Somebody who signed in; a form also brings the token of its session. */
  moderator: [
    "GET /",
    "POST /logout",
    "POST /logout/everywhere",
    "GET /queue",
    "GET /queue/counts",
    "POST /queue/decide",
    "POST /queue/bulk",
    "POST /queue/undo",
    "GET /queue/:site/:id",
    "GET /queue/:site/:id/behind",
    "GET /queue/:site/:id/author",
    "POST /queue/:site/:id/author",
    "GET /history",
    "GET /history/export",
    "GET /sites",
    "POST /sites",
    "GET /sites/:site",
    "POST /sites/:site",
    "POST /sites/:site/bring-back",
    "POST /sites/:site/preview",
    "POST /sites/:site/delete",
    "GET /sites/:site/keys/new",
    "POST /sites/:site/keys",
    "GET /sites/:site/keys/:n",
    "GET /sites/:site/keys/:n/revoke",
    "POST /sites/:site/keys/:n/revoke",
    "GET /wire",
    "POST /wire",
    "GET /sites/:site/wire",
    "POST /sites/:site/wire",
    "GET /sites/:site/akismet",
    "POST /sites/:site/akismet",
    "GET /sites/:site/log-only",
    "POST /sites/:site/log-only",
    "GET /sites/:site/dashboard",
    "GET /sites/:site/deliveries",
    "POST /sites/:site/deliveries/replay",
    "POST /sites/:site/deliveries/test",
    "GET /sites/:site/notices",
    "POST /sites/:site/notices",
    "POST /sites/:site/notices/test",
    "GET /sites/:site/system",
    "POST /sites/:site/system",
    "POST /sites/:site/system/secret",
    "GET /sites/:site/imports",
    "POST /sites/:site/imports/decide",
    "POST /sites/:site/imports/remove",
    "POST /sites/:site/imports/open",
    "POST /sites/:site/imports/close",
    "GET /sites/:site/person",
    "POST /sites/:site/person",
    "POST /sites/:site/person/erase",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Caller = keyof typeof routes;

const guards: Readonly<Record<Caller, Guard>> = {
  anybody: { middleware: [] },
  reader: { middleware: reader },
  "signed link": { middleware: reader },
  "metrics token": metricsToken,
  "site key or signature": siteKeyOrSignature,
  system: fromSystem,
  "site key": siteKey,
  "Akismet key": akismetKey,
  owner,
  "owner or site key": ownerOrSiteKey,
  "one-time code": code,
  moderator: { middleware: moderator },
};

/** Who may call a route, "GET /path". */
export const access: Readonly<Record<string, Caller>> = Object.fromEntries(
  (Object.keys(routes) as Caller[]).flatMap((caller) => routes[caller].map((route) => [route, caller])),
);

export const app = new Hono<App>();

app.onError(onError);
app.notFound(() => problemResponse(404, { detail: "There is nothing at this address." }));
app.use(bearableHeaders, prepare, keyHost);
mountGuards(app, routes, guards);
app.get("/health", (c) => c.json({ status: "ok" }));
app.get("/metrics", metrics);
app.get("/hamlet-akismet.zip", ownFile);
app.route("/", akismetRoutes());
const served = api((route) => access[route] && guards[access[route]]);
app.get(
  "/openapi.json",
  madeOnce("application/json", () => JSON.stringify(served.getOpenAPI31Document(description))),
);
app.get(
  "/docs",
  madeOnce("text/html; charset=utf-8", () => docsPage(served.getOpenAPI31Document(description))),
);
app.route("/", served);
app.route("/", pages());

/** Gives a request its services; without its secrets Hamlet answers nothing. */
async function prepare(c: AppContext, next: () => Promise<void>): Promise<Response | undefined> {
  const configured = configuration(c.env);
  if (!configured.ok)
    return problemResponse(503, {
      detail: `Hamlet does not run without its secrets: ${configured.faults.join("; ")}.`,
    });
  const given = services(c.env, configured.secrets, c.executionCtx, originOf(c.req.url));
  c.set("services", given);
  await next();
  c.executionCtx.waitUntil(given.tellCost());
  return undefined;
}
