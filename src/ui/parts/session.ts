import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Page } from "../../service/desk.ts";
import { messagesOf } from "../messages/language.ts";

export const COOKIE = "hamlet_session";

export interface Session {
  readonly name: string;
  readonly csrf: string;
}

/** Hono's types for the pages. */
export interface Ui {
  Variables: { page: Page; session: Session };
}

const secure = (c: Context) => new URL(c.req.url).protocol === "https:";

export function setSession(c: Context, cookie: string, maxAge: number): void {
  setCookie(c, COOKIE, cookie, { path: "/", httpOnly: true, sameSite: "Lax", secure: secure(c), maxAge });
}

export function endSession(c: Context): void {
  deleteCookie(c, COOKIE, { path: "/", secure: secure(c) });
}

/** Lets only a signed-in moderator through; a page leads to sign-in and back, a form's sender is told. */
export function signedIn(): MiddlewareHandler<Ui> {
  return async function signedIn(c, next) {
    const cookie = getCookie(c, COOKIE);
    const session = cookie === undefined ? undefined : await c.var.page.sessions.find(cookie);
    if (!session) {
      if (c.req.header("accept") === "application/json")
        return c.json({ detail: messagesOf(c).frame.sessionEnded }, 401);
      const { pathname, search } = new URL(c.req.url);
      const next = c.req.method === "GET" ? pathname + search : "/queue";
      return c.redirect(`/login?next=${encodeURIComponent(next)}`, 303);
    }
    c.set("session", session);
    return next();
  };
}

/** Lets a form through only with the session's token: no other page can know it. Sign-in has its own secret. */
export function formToken(): MiddlewareHandler<Ui> {
  return async function formToken(c, next) {
    if (c.req.method !== "POST") return next();
    const { csrf } = await c.req.parseBody();
    if (csrf !== c.var.session.csrf) return c.text(messagesOf(c).frame.formOld, 403);
    return next();
  };
}
