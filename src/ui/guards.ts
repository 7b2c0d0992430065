import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { App, AppContext } from "../context.ts";
import { pathOf } from "../platform/address.ts";
import { findSession, isFormToken, sessionCookie } from "../service/sessions.ts";
import { detectLanguage, messagesOf } from "./messages/language.ts";
import { namedSite } from "./named-site.tsx";
import { safePath } from "./parts/paths.ts";

/** A moderator's form is a few settings at most, one of anybody a name and a token. */
const MAX_FORM = 512 * 1024;
export const MAX_FORM_OF_ANYBODY = 4 * 1024;
const MOST_FIELDS_OF_ANYBODY = 20;
const AMPERSAND = 0x26;

/**
 * Lets nothing in from elsewhere and nothing inline. same-origin, as with no-referrer browsers send forms
 * with the origin "null".
 */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "same-origin",
  xFrameOptions: "DENY",
});

/** Keeps pages out of caches, but those that say how long they may be kept. */
const notCached: MiddlewareHandler<App> = async (c, next) => {
  c.header("cache-control", "no-store");
  await next();
};

/** Lets a form of anybody through only if it has hardly more fields than the pages' own. */
const fewFields: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const fields = bytes.reduce((count, byte) => (byte === AMPERSAND ? count + 1 : count), 1);
  return fields > MOST_FIELDS_OF_ANYBODY ? c.text("This form has too many fields.", 400) : next();
};

/** Lets a form through only if it can be read: a broken one is its sender's fault. */
const readableForm: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const form = await c.req.parseBody().catch(() => undefined);
  return form === undefined ? c.text("This form cannot be read.", 400) : next();
};

/** Whether the page's script asks: it puts the answer in place itself. */
export const wantsJson = (c: AppContext): boolean => c.req.header("accept") === "application/json";

/** Lets only a signed-in moderator through; a page leads to sign-in and back, a form's sender is told. */
const signedIn: MiddlewareHandler<App> = async (c, next) => {
  const session = await findSession(c.var.services, getCookie(c, sessionCookie(c.req.url)));
  if (!session) {
    if (wantsJson(c)) return c.json({ detail: messagesOf(c).frame.sessionEnded }, 401);
    const back = c.req.method === "GET" ? safePath(pathOf(c.req.url)) : "/queue";
    return c.redirect(`/login?next=${encodeURIComponent(back)}`, 303);
  }
  c.set("session", session);
  return next();
};

/** Lets a form through only with the session's token: no other page can know it. */
const formToken: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const { csrf } = await c.req.parseBody();
  const fits = typeof csrf === "string" && (await isFormToken(c.var.session, csrf));
  return fits ? next() : c.text(messagesOf(c).frame.formOld, 403);
};

/** Makes a page in its reader's language, and safe against what others put before her. */
const page: readonly MiddlewareHandler<App>[] = [notCached, detectLanguage(), headers, csrf()];

/** A page for anybody. */
export const reader: readonly MiddlewareHandler<App>[] = [
  ...page,
  bodyLimit({ maxSize: MAX_FORM_OF_ANYBODY }),
  fewFields,
  readableForm,
];

/**
 * Lets only somebody through who has signed in, before her form is read; a form also brings the token of its
 * session.
 */
export const moderator: readonly MiddlewareHandler<App>[] = [
  ...page,
  signedIn,
  namedSite,
  bodyLimit({ maxSize: MAX_FORM }),
  readableForm,
  formToken,
];
