/** Who may call a route. */
export type Caller =
  /** Everybody; signing in has its own secret. */
  | "anybody"
  /** The key of the site that the route is about, scope "site". */
  | "site key"
  /** The same, or a signature of Standard Webhooks. */
  | "site key or signature"
  /** A key of the scope "akismet", sent as Akismet's clients send it; it says which site is meant. Others are told "invalid". */
  | "Akismet key"
  /** ADMIN_TOKEN, or a session; with a session, what changes something also brings its form token. */
  | "owner"
  /** Whoever holds the address: it is signed, ends, and looking changes nothing. */
  | "signed link"
  /** METRICS_TOKEN, or ADMIN_TOKEN. */
  | "metrics"
  /** Somebody who signed in; a form also brings its token. */
  | "session";

const akismetCalls = [
  "verify-key",
  "comment-check",
  "submit-spam",
  "submit-ham",
  "deactivate",
  "get-stats",
  "get-key-stats",
  "get-subscription",
  "token",
  "verify-wpcom-key",
].map((name) => `/1.1/${name}`);

/** Every route, with who may call it. A test calls each as everybody, and fails for a route that is not here. */
export const access: Readonly<Record<string, Caller>> = {
  "GET /health": "anybody",
  "GET /openapi.json": "anybody",
  "GET /docs": "anybody",
  "GET /login": "anybody",
  "POST /login": "anybody",
  "GET /language": "anybody",
  "GET /sites/:site/privacy": "anybody",
  "GET /act/:site/:token": "signed link",
  "POST /act/:site/:token": "signed link",
  "GET /metrics": "metrics",

  "POST /v1/sites/:site/comments": "site key or signature",
  "GET /v1/sites/:site/comments/:id": "site key",
  "DELETE /v1/sites/:site/comments/:id": "site key",
  "POST /v1/sites/:site/comments/:id/decision": "site key",
  "POST /v1/sites/:site/comments/:id/replay": "site key",
  "GET /v1/sites/:site/decisions": "site key",
  "GET /v1/sites/:site/deliveries": "site key",
  "POST /v1/sites/:site/deliveries/replay": "site key",

  "GET /v1/sites": "owner",
  "POST /v1/sites": "owner",
  "GET /v1/sites/:site": "owner",
  "PATCH /v1/sites/:site": "owner",
  "DELETE /v1/sites/:site": "owner",
  "POST /v1/sites/:site/keys": "owner",
  "DELETE /v1/sites/:site/keys/:n": "owner",
  "GET /v1/sites/:site/integrity": "owner",
  "GET /v1/sites/:site/backup": "owner",
  "POST /v1/sites/:site/restore": "owner",
  "POST /v1/sites/:site/erasure": "owner",
  "POST /v1/sites/:site/export": "owner",
  "DELETE /v1/sessions": "owner",

  ...Object.fromEntries(
    [...akismetCalls, "/1.2/usage-limit", "/1.2/key-sites"].flatMap((path) => [
      [`GET ${path}`, "Akismet key"],
      [`POST ${path}`, "Akismet key"],
    ]),
  ),
  "GET /1.1/test": "anybody",
  "GET /1.2/compatible-plugins": "anybody",

  "GET /": "session",
  "POST /logout": "session",
  "POST /logout/everywhere": "session",
  "GET /queue": "session",
  "GET /queue/:site/:id": "session",
  "POST /queue/decide": "session",
  "GET /queue/counts": "session",
  "POST /queue/bulk": "session",
  "POST /queue/undo": "session",
  "GET /queue/:site/:id/author": "session",
  "POST /queue/:site/:id/author": "session",
  "GET /queue/:site/:id/behind": "session",
  "GET /sites": "session",
  "POST /sites": "session",
  "GET /sites/:site": "session",
  "POST /sites/:site": "session",
  "POST /sites/:site/keys": "session",
  "POST /sites/:site/keys/:n/revoke": "session",
  "POST /sites/:site/delete": "session",
  "GET /sites/:site/akismet": "session",
  "GET /sites/:site/dashboard": "session",
  "GET /history": "session",
  "GET /history/export": "session",
  "POST /sites/:site/akismet": "session",
  "GET /sites/:site/log-only": "session",
  "GET /sites/:site/deliveries": "session",
  "POST /sites/:site/deliveries/replay": "session",
  "POST /sites/:site/deliveries/test": "session",
  "GET /sites/:site/notices": "session",
  "POST /sites/:site/notices": "session",
  "POST /sites/:site/notices/test": "session",
  "GET /sites/:site/person": "session",
  "POST /sites/:site/person": "session",
  "POST /sites/:site/person/erase": "session",
};
