import type { AppContext } from "../../context.ts";
import { COMMANDS } from "../../contract/actor.ts";
import { owns, ownsAll } from "../../contract/roles.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { actingAs } from "../../service/services.ts";
import {
  findSession,
  isFormToken,
  type Session,
  servicesFor,
  sessionCookie,
} from "../../service/sessions.ts";
import { isMetricsToken, isOwnersToken, noteOwnersToken } from "../../service/tokens.ts";
import { problem } from "../problem.ts";
import { bearer } from "./bearer.ts";
import type { Guard } from "./guard.ts";

/** The header in which a script of the owner's own pages sends the session's form token. */
const CSRF_HEADER = "x-csrf-token";

/** Whether somebody who is signed in may ask about a site; where the address names none, it is empty. */
type May = (session: Session, site: string) => boolean;

/** ADMIN_TOKEN or, without a token, a session whose role reaches so far; `proved`: whose proof is not minutes old. */
const byOwner = (may: May, { proved }: { readonly proved: boolean }): Guard => ({
  security: ["ownerToken"],
  failures: [401, 403],
  middleware: [
    async function owner(c, next) {
      const token = bearer(c);
      if (token === undefined) await bySession(c, may, proved);
      else await byToken(c, token);
      await next();
    },
  ],
});

const unauthorized = () =>
  problem(401, { detail: "Send the owner's token as Authorization: Bearer <ADMIN_TOKEN>." });

async function byToken(c: AppContext, token: string): Promise<void> {
  const { services } = c.var;
  if (!(await isOwnersToken(services, token))) throw unauthorized();
  c.set("services", actingAs(services, COMMANDS, "all"));
  noteOwnersToken(c.var.services);
}

/**
 * A browser sends the cookie unasked, so whatever changes something also brings the token that only our pages
 * hold.
 */
async function bySession(c: AppContext, may: May, proved: boolean): Promise<void> {
  const session = await findSession(c.var.services, cookieOf(c.req.raw, sessionCookie(c.req.url)));
  if (!session) throw unauthorized();
  if (c.req.method !== "GET" && !(await isFormToken(session, c.req.header(CSRF_HEADER))))
    throw unauthorized();
  if (!may(session, c.req.param("site") ?? ""))
    throw problem(403, { detail: "Your role does not reach this." });
  if (proved && !session.isProved)
    throw problem(403, { detail: "Prove again who you are on the page /account, then try again." });
  c.set("services", servicesFor(c.var.services, session));
}

const ofSite: May = ({ roles }, site) => owns(roles, site);
const ofAll: May = ({ roles }) => ownsAll(roles);
const ofPeople: May = ({ roles, isWayBack }) => isWayBack || ownsAll(roles);

export const ownerOfSite = byOwner(ofSite, { proved: false });
export const ownerOfSiteProved = byOwner(ofSite, { proved: true });
export const ownerOfAll = byOwner(ofAll, { proved: false });
export const ownerOfAllProved = byOwner(ofAll, { proved: true });
export const ownerOfPeople = byOwner(ofPeople, { proved: false });
export const ownerOfPeopleProved = byOwner(ofPeople, { proved: true });

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
