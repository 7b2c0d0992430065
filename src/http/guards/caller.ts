import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { Webhook } from "standardwebhooks";
import type { KeyGrant, SiteRecord } from "../../contract/site-record.ts";
import { sameSecret } from "../../secrets/derive.ts";
import { keyHash, keyPattern, signingSecret } from "../../secrets/site-secrets.ts";
import type { App, AppContext, Services } from "../../service/services.ts";
import { sessions } from "../../service/sessions.ts";
import { COOKIE } from "../../ui/parts/session.ts";
import { problem } from "../problem.ts";

/** Seconds after which a caller over her limit may try again. */
const RETRY_AFTER = 30;

/** The token of `Authorization: Bearer …`; undefined: none was sent. */
export function bearer(c: AppContext): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
}

interface SiteCallerOptions {
  /** A Standard Webhooks signature will do instead of a key: only where the body says all, as it does not cover the path. */
  readonly signature?: boolean;
}

/** Lets a request through only with the key of the site it speaks for. Sets `record` and `grant`. */
export function siteCaller({ signature = false }: SiteCallerOptions = {}): MiddlewareHandler<App> {
  return async function siteCaller(c, next) {
    const { services } = c.var;
    const site = c.req.param("site") ?? "";
    const signed = signature && bearer(c) === undefined && c.req.header("webhook-signature") !== undefined;
    const grant = signed ? undefined : await keyGrant(services, bearer(c));
    if (grant && grant.site !== site) throw problem(403, { detail: "The key is another site's." });
    const record = await services.directory.site(site);
    if (!record || (signed && !(await signedBySite(c, services, record)))) throw unauthorized(signed);
    if (grant && record.keys.some((key) => key.n === grant.n && key.revokedAt !== null))
      throw unauthorized(false);
    if (!(await withinRate(services, site, grant)))
      throw problem(429, {
        detail: "More than 600 requests a minute with this key.",
        retryAfter: RETRY_AFTER,
      });
    c.set("record", record);
    c.set("grant", grant);
    await next();
  };
}

function unauthorized(signed: boolean) {
  const detail = signed
    ? "The signature does not fit the body, its time is more than five minutes off, or the site is unknown."
    : "Send the site's key as Authorization: Bearer <site key>.";
  return problem(401, { detail });
}

/** What a key opens. Throws 401 for none, an ill-formed or an unknown one. */
async function keyGrant({ directory, secrets }: Services, key: string | undefined): Promise<KeyGrant> {
  if (key === undefined || !keyPattern.test(key)) throw unauthorized(false);
  const grant = await directory.grant(await keyHash(secrets.HAMLET_SECRET, key));
  if (grant?.scope !== "site") throw unauthorized(false);
  return grant;
}

async function signedBySite(c: AppContext, { secrets }: Services, record: SiteRecord): Promise<boolean> {
  const body = await c.req.text();
  const headers = Object.fromEntries(
    ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) => [name, c.req.header(name) ?? ""]),
  );
  for (const generation of [record.generation, record.generation - 1]) {
    if (generation < 1) continue;
    const webhook = new Webhook(await signingSecret(secrets.HAMLET_SECRET, record.id, "intake", generation));
    try {
      webhook.verify(body, headers);
      return true;
    } catch {
      // The next generation may fit.
    }
  }
  return false;
}

/**
 * Whether a key may make another request now. The demo's key exists on the owner's own machine only, where a whole blog's
 * history is posted in a minute.
 */
export async function withinRate(
  { env, secrets }: Services,
  site: string,
  grant: KeyGrant | undefined,
): Promise<boolean> {
  if (site === "demo" && secrets.DEMO_SITE_KEY !== undefined) return true;
  return (await env.KEY_RATE.limit({ key: `${site}:${grant?.n ?? "signed"}` })).success;
}

/** The header in which a script of the owner's own pages sends the session's form token. */
export const CSRF_HEADER = "x-csrf-token";

/**
 * Lets only the owner through: by Bearer ADMIN_TOKEN or, without a token, by a session. A session's cookie is sent by
 * browsers unasked, so whatever changes something must also bring the token that only this service's pages hold.
 */
export function owner(): MiddlewareHandler<App> {
  return async function owner(c, next) {
    const token = bearer(c);
    const known = token === undefined ? await bySession(c) : await sameSecret(token, adminToken(c));
    if (!known)
      throw problem(401, { detail: "Send the owner's token as Authorization: Bearer <ADMIN_TOKEN>." });
    await next();
  };
}

const adminToken = (c: AppContext) => c.var.services.secrets.ADMIN_TOKEN;

async function bySession(c: AppContext): Promise<boolean> {
  const cookie = getCookie(c, COOKIE);
  const session = cookie === undefined ? undefined : await sessions(c.var.services).find(cookie);
  if (!session) return false;
  return c.req.method === "GET" || (await sameSecret(c.req.header(CSRF_HEADER) ?? "", session.csrf));
}
