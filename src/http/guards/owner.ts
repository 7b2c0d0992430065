import { getCookie } from "hono/cookie";
import type { AppContext } from "../../context.ts";
import { findSession, isFormToken, sessionCookie } from "../../service/sessions.ts";
import { isMetricsToken, isOwnersToken } from "../../service/tokens.ts";
import { problem } from "../problem.ts";
import { bearer } from "./bearer.ts";
import type { Guard } from "./guard.ts";

/** The header in which a script of the owner's own pages sends the session's form token. */
const CSRF_HEADER = "x-csrf-token";

/** ADMIN_TOKEN or, without a token, a session. */
export const owner: Guard = {
  security: ["ownerToken"],
  failures: [401],
  middleware: [
    async function owner(c, next) {
      const token = bearer(c);
      const isOwner = token === undefined ? await bySession(c) : await isOwnersToken(c.var.services, token);
      if (!isOwner)
        throw problem(401, { detail: "Send the owner's token as Authorization: Bearer <ADMIN_TOKEN>." });
      await next();
    },
  ],
};

/**
 * A browser sends the cookie unasked, so whatever changes something also brings the token that only our pages
 * hold.
 */
async function bySession(c: AppContext): Promise<boolean> {
  const session = await findSession(c.var.services, getCookie(c, sessionCookie(c.req.url)));
  if (!session) return false;
  return c.req.method === "GET" || isFormToken(session, c.req.header(CSRF_HEADER));
}

/** METRICS_TOKEN, or ADMIN_TOKEN. */
export const metricsToken: Guard = {
  failures: [401],
  middleware: [
    async function metricsToken(c, next) {
      if (!(await isMetricsToken(c.var.services, bearer(c) ?? "")))
        throw problem(401, { detail: "Send METRICS_TOKEN as Authorization: Bearer <token>." });
      await next();
    },
  ],
};
