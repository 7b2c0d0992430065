import { systemNames } from "./contract/integration.ts";

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
    "GET /f/:site/comments",
    "GET /f/:site/counts",
  ],
  /** Everybody, on a page; signing in has its own secret. */
  reader: [
    "GET /docs",
    "GET /login",
    "POST /login",
    "POST /login/passkey",
    "POST /login/access",
    "GET /language",
    "GET /offline",
    "GET /sites/:site/privacy",
  ],
  /** Whoever holds the address: it is signed, ends, and looking changes nothing. */
  "signed link": ["GET /act/:site/:token", "POST /act/:site/:token"],
  /** The same, and a mail program may send its form for its reader. */
  "one-click link": ["GET /stop/:token", "POST /stop/:token"],
  /** Whoever was sent an invitation: its secret stands in the address, looking changes nothing, and it serves once. */
  invitation: ["GET /invitation/:token", "POST /invitation/:token"],
  /** Whoever has a code that the owner made: it serves once, for ten minutes. */
  "one-time code": ["POST /v1/connect"],
  /** Pages of a blog whose own form is switched on. */
  "blog's page": ["POST /f/:site", "GET /f/:site/token"],
  "metrics token": ["GET /metrics"],
  "site key or signature": ["POST /v1/sites/:site/comments"],
  /** Another comment system, by its own proof. */
  system: systemNames.map((name) => `POST /in/${name}/:site` as const),
  /** Telegram, by the secret token of a bot's webhook; who pressed a button is looked up then. */
  telegram: ["POST /in/telegram/:bot"],
  "site key": [
    "GET /v1/sites/:site/comments/:id",
    "DELETE /v1/sites/:site/comments/:id",
    "POST /v1/sites/:site/comments/:id/decision",
    "POST /v1/sites/:site/comments/:id/reply",
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
  /** ADMIN_TOKEN, or somebody signed in whose role reaches so far; "proved": and who proved who she is just now. */
  "API: owner(site)": [
    "PATCH /v1/sites/:site",
    "GET /v1/sites/:site/integrity",
    "GET /v1/sites/:site/history",
    "GET /v1/sites/:site/history/lines",
    "DELETE /v1/sites/:site/history/:source",
    "POST /v1/sites/:site/bring-back",
    "POST /v1/sites/:site/preview",
  ],
  "API: owner(site), proved": [
    "DELETE /v1/sites/:site",
    "POST /v1/sites/:site/keys",
    "DELETE /v1/sites/:site/keys/:n",
    "GET /v1/sites/:site/backup",
    "POST /v1/sites/:site/history-key",
    "DELETE /v1/sites/:site/history-key",
    "POST /v1/sites/:site/receiver",
  ],
  "API: owner(all)": ["GET /v1/sites", "DELETE /v1/sessions"],
  "API: owner(all), proved": ["POST /v1/sites", "POST /v1/sites/:site/restore"],
  /** Owners of all, and the owner's token where it is the way back only. */
  "API: owner(people)": [
    "GET /v1/people",
    "GET /v1/people/:person/tokens",
    "GET /v1/people/:person/sessions",
  ],
  "API: owner(people), proved": [
    "POST /v1/people",
    "PATCH /v1/people/:person",
    "DELETE /v1/people/:person",
    "POST /v1/people/:person/invitation",
    "DELETE /v1/people/:person/invitation",
    "POST /v1/people/:person/tokens",
    "DELETE /v1/people/:person/tokens/:id",
    "DELETE /v1/people/:person/sessions",
  ],
  /** A site's key sees its own site, reaches persons if the owner allows it, and brings in the past while she has it open. */
  "API: owner(site) or site key": ["GET /v1/sites/:site", "POST /v1/sites/:site/history"],
  "API: owner(site), proved, or site key": ["POST /v1/sites/:site/erasure", "POST /v1/sites/:site/export"],
  /** Somebody who signed in, about herself or her sites; a form also brings the token of its session. */
  "signed in": [
    "GET /",
    "POST /logout",
    "POST /logout/everywhere",
    "GET /queue",
    "GET /queue/counts",
    "POST /queue/decide",
    "POST /queue/bulk",
    "POST /queue/undo",
    "POST /queue/look",
    "GET /history",
    "GET /history/export",
    "GET /sites",
    "GET /account",
    "POST /account/sessions/end",
    "POST /account/mails",
    "POST /account/mails/test",
    "POST /account/telegram/remove",
    "POST /account/devices",
    "POST /account/devices/remove",
  ],
  "signed in, proved": [
    "POST /account/passkeys",
    "POST /account/passkeys/remove",
    "POST /account/tokens",
    "POST /account/tokens/remove",
    "POST /account/telegram",
  ],
  /** Also the one change of a setting that is not its owner's alone: the author of a comment before her is trusted or blocked. */
  "moderator(site)": [
    "GET /queue/:site/:id",
    "GET /queue/:site/:id/behind",
    "GET /queue/:site/:id/author",
    "POST /queue/:site/:id/author",
    "GET /sites/:site/dashboard",
    "POST /sites/:site/bring-back",
    "POST /sites/:site/waves/end",
  ],
  "owner(site)": [
    "GET /queue/:site/:id/reply",
    "POST /queue/:site/:id/reply",
    "GET /sites/:site",
    "POST /sites/:site",
    "POST /sites/:site/preview",
    "GET /sites/:site/keys/new",
    "GET /sites/:site/keys/:n",
    "GET /sites/:site/keys/:n/revoke",
    "GET /sites/:site/lists",
    "GET /sites/:site/data",
    "GET /sites/:site/people",
    "GET /sites/:site/wire",
    "GET /sites/:site/wire/check",
    "GET /sites/:site/akismet",
    "GET /sites/:site/log-only",
    "POST /sites/:site/log-only",
    "GET /sites/:site/deliveries",
    "POST /sites/:site/deliveries/replay",
    "POST /sites/:site/deliveries/test",
    "GET /sites/:site/notices",
    "POST /sites/:site/notices",
    "POST /sites/:site/notices/test",
    "POST /sites/:site/notices/mails",
    "GET /sites/:site/system",
    "POST /sites/:site/system",
    "GET /sites/:site/imports",
    "POST /sites/:site/imports/decide",
    "POST /sites/:site/imports/remove",
    "GET /sites/:site/person",
    "POST /sites/:site/person",
  ],
  "owner(site), proved": [
    "POST /sites/:site/delete",
    "POST /sites/:site/keys",
    "POST /sites/:site/keys/:n/revoke",
    "POST /sites/:site/wire",
    "POST /sites/:site/akismet",
    "POST /sites/:site/system/secret",
    "POST /sites/:site/imports/open",
    "POST /sites/:site/imports/close",
    "POST /sites/:site/person/erase",
  ],
  "owner(all)": ["GET /wire"],
  "owner(all), proved": ["POST /sites", "POST /wire"],
  "owner(people)": ["GET /people", "GET /people/:person"],
  "owner(people), proved": [
    "POST /people",
    "POST /account/own",
    "POST /account/owners-token",
    "POST /people/:person",
    "POST /people/:person/remove",
    "POST /people/:person/invitation",
    "POST /people/:person/invitation/withdraw",
    "POST /people/:person/passkeys/remove",
    "POST /people/:person/tokens/remove",
    "POST /people/:person/sessions/end",
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Caller = keyof typeof routes;

/** Who may call a route, "GET /path". */
export const access: Readonly<Record<string, Caller>> = Object.fromEntries(
  (Object.keys(routes) as Caller[]).flatMap((caller) => routes[caller].map((route) => [route, caller])),
);
