import type { MiddlewareHandler } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type Actor, byKey } from "../../contract/actor.ts";
import { MAX_BODY_BYTES } from "../../contract/submission.ts";
import { claimedSignature, isSignedBySite, signedHead } from "../../service/intake-signature.ts";
import { noteKeyUse } from "../../service/key-use.ts";
import { isRevoked, openByKey } from "../../service/keys.ts";
import { now } from "../../service/services.ts";
import { problem } from "../problem.ts";
import { bearer } from "./bearer.ts";
import { bodyBehind, saysLargerThan, tooLarge } from "./body.ts";
import type { Guard } from "./guard.ts";
import { withinRate } from "./rate.ts";

const unauthorized = () =>
  problem(401, { detail: "Send the site's key as Authorization: Bearer <site key>." });

/**
 * Lets a request through with the key of the site that it is about, and of no other. Sets `record` and
 * `grant`.
 */
export const bySiteKey: MiddlewareHandler<App> = async (c, next) => {
  const { services } = c.var;
  const { opened } = await openByKey(services, bearer(c) ?? "");
  if (opened?.grant.scope !== "site") throw unauthorized();
  if (opened.grant.site !== c.req.param("site")) throw problem(403, { detail: "The key is another site's." });
  if (isRevoked(opened)) throw unauthorized();
  c.set("record", opened.record);
  c.set("grant", opened.grant);
  noteKeyUse(services, opened.record, opened.grant.n);
  await next();
};

/** Whose doing it is what the site's key asks for, and whom the blog says that it is for. */
export const keysDoing = (c: AppContext, named?: string): Actor => byKey(c.var.grant?.n ?? 0, named);

/** The site's own key. */
export const siteKey: Guard = {
  security: ["siteKey"],
  failures: [401, 403, 429, 503],
  middleware: [bySiteKey, withinRate],
};

const NAMES = ["webhook-id", "webhook-timestamp", "webhook-signature"];

const unsigned = () =>
  problem(401, {
    detail:
      "The signature does not fit the body, its time is more than five minutes off, or the site is unknown.",
  });

/**
 * Lets a request through with a signature of Standard Webhooks or, where none is sent, with the site's key.
 * Sets `record`.
 */
const bySignature: MiddlewareHandler<App> = (c, next) => {
  const isSigned = bearer(c) === undefined && c.req.header("webhook-signature") !== undefined;
  return isSigned ? signed(c, next) : bySiteKey(c, next);
};

/** Lets a signed request through. What its headers and its address rule out is refused before the body is read. */
async function signed(c: AppContext, next: () => Promise<void>): Promise<void> {
  const { services } = c.var;
  if (saysLargerThan(MAX_BODY_BYTES, c.req.raw)) throw tooLarge();
  const [id, timestamp, signature] = NAMES.map((name) => c.req.header(name) ?? "") as [
    string,
    string,
    string,
  ];
  const claimed = claimedSignature({ id, timestamp, signature }, now());
  const record = claimed && (await services.directory.site(c.req.param("site") ?? ""));
  if (!claimed || !record) throw unsigned();
  const head = signedHead(claimed);
  const signed = await bodyBehind(head, c.req.raw, MAX_BODY_BYTES);
  if (!signed) throw tooLarge();
  if (!(await isSignedBySite(services, record, signed, claimed))) throw unsigned();
  c.req.raw = new Request(c.req.raw, { body: signed.subarray(head.length) });
  c.set("record", record);
  c.set("grant", undefined);
  await next();
}

/**
 * The site's own key, or its signature: only where the body says all, as a signature does not cover the path.
 */
export const siteKeyOrSignature: Guard = {
  ...siteKey,
  security: ["siteKey", "signature"],
  middleware: [bySignature, withinRate],
};
