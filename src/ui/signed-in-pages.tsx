import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App } from "../context.ts";
import { moderates, owns, ownsAll } from "../contract/roles.ts";
import { pathOf } from "../platform/address.ts";
import { cookieOf } from "../platform/cookie.ts";
import { findMember } from "../service/people/members.ts";
import { proveOptions } from "../service/people/passkeys.ts";
import { mayProve, proveAgain } from "../service/people/step-up.ts";
import { findSession, isFormToken, type Session, servicesFor, sessionCookie } from "../service/sessions.ts";
import { ACCESS_HEADER, page, readableForm, wantsJson } from "./guards.ts";
import { messagesOf } from "./messages/language.ts";
import { namedSite } from "./named-site.tsx";
import { Forbidden } from "./parts/forbidden.tsx";
import { safePath } from "./parts/paths.ts";
import { PROOF, ProvePage } from "./parts/prove-page.tsx";
import { render } from "./parts/render.tsx";

/** A form is a few settings at most. */
const MAX_FORM = 512 * 1024;

/** Lets only somebody through who is signed in; a page leads to sign-in and back, a form's sender is told. */
const signedIn: MiddlewareHandler<App> = async (c, next) => {
  const session = await findSession(c.var.services, cookieOf(c.req.raw, sessionCookie(c.req.url)));
  if (!session) {
    if (wantsJson(c)) return c.json({ detail: messagesOf(c).frame.sessionEnded }, 401);
    const back = c.req.method === "GET" ? safePath(pathOf(c.req.url)) : "/queue";
    return c.redirect(`/login?next=${encodeURIComponent(back)}`, 303);
  }
  c.set("session", session);
  c.set("services", servicesFor(c.var.services, session));
  return next();
};

/** Whether somebody may see a page about a site; where the address names none, it is empty. */
type May = (session: Session, site: string) => boolean;

/** Lets only those through whose role reaches so far; it tells nobody whether there is such a site. */
const whoMay =
  (may: May): MiddlewareHandler<App> =>
  async (c, next) => {
    if (may(c.var.session, c.req.param("site") ?? "")) return next();
    if (wantsJson(c)) return c.json({ detail: messagesOf(c).people.notYours }, 403);
    return render(c, <Forbidden />, 403);
  };

/** Lets a form through only if its sender proved who she is just now, or does so with it. */
const provedAgain: MiddlewareHandler<App> = async (c, next) => {
  const { services, session } = c.var;
  if (c.req.method !== "POST" || session.isProved) return next();
  const form = await c.req.parseBody({ all: true });
  const ask = async (fault: string | undefined, status: 403 | 429) => {
    if (wantsJson(c)) return c.json({ detail: messagesOf(c).people.proveFirst }, status);
    const view = session.member === null ? undefined : await findMember(services, session.member);
    const options = view && (await proveOptions(services, session, view));
    const page = <ProvePage action={pathOf(c.req.url)} form={form} fault={fault} options={options} />;
    return render(c, page, status);
  };
  const proof = form[PROOF];
  if (typeof proof !== "string" || proof === "") return ask(undefined, 403);
  if (!(await mayProve(services, session))) return ask(messagesOf(c).frame.tooMany, 429);
  const given = { proof, assertion: c.req.header(ACCESS_HEADER) };
  return (await proveAgain(services, session, given)) ? next() : ask(messagesOf(c).people.wrongProof, 403);
};

/** Lets a form through only with the session's token: no other page can know it. */
const formToken: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const { csrf } = await c.req.parseBody();
  const fits = typeof csrf === "string" && (await isFormToken(c.var.session, csrf));
  return fits ? next() : c.text(messagesOf(c).frame.formOld, 403);
};

/**
 * A page for those who are signed in and whose role reaches so far: both are seen to before a form is read; a form also
 * brings the token of its session. `proved`: a form also wants a proof that is not minutes old.
 */
const pageFor = (may: May, { proved = false } = {}): readonly MiddlewareHandler<App>[] => [
  ...page,
  signedIn,
  namedSite,
  whoMay(may),
  bodyLimit({ maxSize: MAX_FORM }),
  readableForm,
  formToken,
  ...(proved ? [provedAgain] : []),
];

const anybody: May = () => true;
const moderator: May = ({ roles }, site) => moderates(roles, site);
const owner: May = ({ roles }, site) => owns(roles, site);
const ownerOfAll: May = ({ roles }) => ownsAll(roles);
const ownerOfPeople: May = ({ roles, isWayBack }) => isWayBack || ownsAll(roles);

export const signedInPages = {
  anybody: pageFor(anybody),
  anybodyProved: pageFor(anybody, { proved: true }),
  moderator: pageFor(moderator),
  owner: pageFor(owner),
  ownerProved: pageFor(owner, { proved: true }),
  ownerOfAll: pageFor(ownerOfAll),
  ownerOfAllProved: pageFor(ownerOfAll, { proved: true }),
  ownerOfPeople: pageFor(ownerOfPeople),
  ownerOfPeopleProved: pageFor(ownerOfPeople, { proved: true }),
};
