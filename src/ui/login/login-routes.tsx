import type { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { App, AppContext } from "../../context.ts";
import { isSecure } from "../../platform/address.ts";
import {
  closeAllSessions,
  closeSession,
  maySignIn,
  openSession,
  SESSION_AGE,
  sessionCookie,
} from "../../service/sessions.ts";
import { messagesOf } from "../messages/language.ts";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { LoginPage } from "./login-page.tsx";

/** Seconds until the next attempt to sign in. */
const RETRY_AFTER = 60;
const LONGEST_NAME = 60;

export function loginRoutes(app: Hono<App>): void {
  app.get("/login", (c) => render(c, <LoginPage next={safePath(c.req.query("next"))} />));

  app.post("/login", async (c) => {
    const { services } = c.var;
    const form = await c.req.parseBody();
    const next = safePath(form.next);
    const name = String(form.name ?? "").trim();
    const again = (fault: string, status: 401 | 422 | 429) =>
      render(c, <LoginPage next={next} name={name.slice(0, LONGEST_NAME)} fault={fault} />, status);
    if (!(await maySignIn(services, c.req.header("cf-connecting-ip") ?? "local"))) {
      c.header("retry-after", String(RETRY_AFTER));
      return again(messagesOf(c).frame.tooMany, 429);
    }
    if (name === "" || name.length > LONGEST_NAME) return again(messagesOf(c).frame.nameNeeded, 422);
    const cookie = await openSession(services, String(form.token ?? ""), name);
    if (!cookie) return again(messagesOf(c).frame.wrongToken, 401);
    setCookie(c, sessionCookie(c.req.url), cookie, {
      ...place(c),
      httpOnly: true,
      sameSite: "Lax",
      maxAge: SESSION_AGE,
    });
    return c.redirect(next, 303);
  });

  app.post("/logout/everywhere", async (c) => {
    await closeAllSessions(c.var.services);
    return signedOut(c);
  });

  app.post("/logout", async (c) => {
    const cookie = getCookie(c, sessionCookie(c.req.url));
    if (cookie !== undefined) await closeSession(c.var.services, cookie);
    return signedOut(c);
  });
}

function signedOut(c: AppContext): Response {
  deleteCookie(c, sessionCookie(c.req.url), place(c));
  return c.redirect("/login", 303);
}

const place = (c: AppContext) => ({ path: "/", secure: isSecure(c.req.url) });
