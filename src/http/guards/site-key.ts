import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { noteKeyUse } from "../../service/key-use.ts";
import { isRevoked, openByKey } from "../../service/keys.ts";
import { problem } from "../problem.ts";
import { bearer } from "./bearer.ts";
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

/** The site's own key. */
export const siteKey: Guard = {
  security: ["siteKey"],
  failures: [401, 403, 429, 503],
  middleware: [bySiteKey, withinRate],
};
