import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { App, AppContext } from "../context.ts";
import { detectLanguage } from "./messages/language.ts";

/** A form of anybody is a name and a token. */
export const MAX_FORM_OF_ANYBODY = 4 * 1024;
const MOST_FIELDS_OF_ANYBODY = 20;
const AMPERSAND = 0x26;

/**
 * Lets nothing in from elsewhere and nothing inline. same-origin, as with no-referrer browsers send forms
 * with the origin "null".
 */
const headers = safeHeaders();

/** The same for a page whose form also leads to other hosts. */
export function safeHeaders(leadsTo?: (c: Context) => string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      imgSrc: ["'self'"],
      manifestSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'", ...(leadsTo ? [leadsTo] : [])],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
  });
}

/** Keeps pages out of caches, but those that say how long they may be kept. */
export const notCached: MiddlewareHandler<App> = async (c, next) => {
  c.header("cache-control", "no-store");
  await next();
};

/** Lets a form of anybody through only if it has hardly more fields than the pages' own. */
const fewFields: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  let fields = 1;
  for (let at = bytes.indexOf(AMPERSAND); at >= 0; at = bytes.indexOf(AMPERSAND, at + 1)) fields++;
  return fields > MOST_FIELDS_OF_ANYBODY ? c.text("This form has too many fields.", 400) : next();
};

/** Lets a form through only if it can be read: a broken one is its sender's fault. */
export const readableForm: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.method !== "POST") return next();
  const form = await c.req.parseBody().catch(() => undefined);
  return form === undefined ? c.text("This form cannot be read.", 400) : next();
};

/** In which Cloudflare Access says whom it let through. */
export const ACCESS_HEADER = "cf-access-jwt-assertion";

/** Whether the page's script asks: it puts the answer in place itself. */
export const wantsJson = (c: AppContext): boolean => c.req.header("accept") === "application/json";

/** Makes a page in its reader's language, and safe against what others put before her. */
export const page: readonly MiddlewareHandler<App>[] = [notCached, detectLanguage, headers, csrf()];

/** A page for anybody whose form mail programs send, too (RFC 8058): they say nothing of where it comes from, and bring no cookie. */
export const oneClick: readonly MiddlewareHandler<App>[] = [
  notCached,
  detectLanguage,
  headers,
  bodyLimit({ maxSize: MAX_FORM_OF_ANYBODY }),
];

/** A page for anybody. */
export const reader: readonly MiddlewareHandler<App>[] = [
  ...page,
  bodyLimit({ maxSize: MAX_FORM_OF_ANYBODY }),
  fewFields,
  readableForm,
];
