import type { Context, MiddlewareHandler } from "hono";
import { setCookie } from "hono/cookie";
import { languageDetector } from "hono/language";
import { isSecure } from "../../platform/address.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { DEFAULT_LANGUAGE, isLanguage, type LanguageTag, languages, type Messages } from "./messages.ts";

const COOKIE = "hamlet_language";
const YEAR = 365 * 86_400;

const byBrowser = languageDetector({
  order: ["header"],
  supportedLanguages: Object.keys(languages),
  fallbackLanguage: DEFAULT_LANGUAGE,
  caches: false,
});

/**
 * Finds the language: the one the reader chose, else the first her browser asks for that there is, else
 * English.
 */
export const detectLanguage: MiddlewareHandler = (c, next) => {
  const chosen = cookieOf(c.req.raw, COOKIE);
  if (!isLanguage(chosen)) return byBrowser(c, next);
  c.set("language", chosen);
  return next();
};

export function languageOf(c: Context): LanguageTag {
  const found = c.get("language");
  return isLanguage(found) ? found : DEFAULT_LANGUAGE;
}

/** The messages for what is said outside a component. */
export const messagesOf = (c: Context): Messages => languages[languageOf(c)].messages;

/** Remembers the choice in this browser. */
export function chooseLanguage(c: Context, tag: LanguageTag): void {
  const secure = isSecure(c.req.url);
  setCookie(c, COOKIE, tag, { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: YEAR });
}
