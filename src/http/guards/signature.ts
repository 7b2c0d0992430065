import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { isSignedBySite } from "../../service/intake-signature.ts";
import { problem } from "../problem.ts";
import { bearer } from "./bearer.ts";
import type { Guard } from "./guard.ts";
import { withinRate } from "./rate.ts";
import { bySiteKey, siteKey } from "./site-key.ts";

const NAMES = ["webhook-id", "webhook-timestamp", "webhook-signature"];

/**
 * Lets a request through with a signature of Standard Webhooks or, where none is sent, with the site's key.
 * Sets `record`.
 */
const bySignature: MiddlewareHandler<App> = async (c, next) => {
  const isSigned = bearer(c) === undefined && c.req.header("webhook-signature") !== undefined;
  if (!isSigned) return bySiteKey(c, next);
  const record = await c.var.services.directory.site(c.req.param("site") ?? "");
  const headers = Object.fromEntries(NAMES.map((name) => [name, c.req.header(name) ?? ""]));
  if (!record || !(await isSignedBySite(c.var.services, record, await c.req.text(), headers)))
    throw problem(401, {
      detail:
        "The signature does not fit the body, its time is more than five minutes off, or the site is unknown.",
    });
  c.set("record", record);
  c.set("grant", undefined);
  await next();
};

/**
 * The site's own key, or its signature: only where the body says all, as a signature does not cover the path.
 */
export const siteKeyOrSignature: Guard = {
  ...siteKey,
  security: ["siteKey", "signature"],
  middleware: [bySignature, withinRate],
};
