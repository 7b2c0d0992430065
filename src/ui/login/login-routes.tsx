import type { Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import type { App, AppContext } from "../../context.ts";
import { ownsAll } from "../../contract/roles.ts";
import { type SignedIn, signInByToken } from "../../service/people/sign-in.ts";
import {
  closeAllOf,
  closeAllSessions,
  closeSession,
  maySignIn,
  sessionCookie,
} from "../../service/sessions.ts";
import { messagesOf } from "../messages/language.ts";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { cookiePlace, keepSession } from "../people/own-account.ts";
import { LoginPage } from "./login-page.tsx";

/** Seconds until the next attempt to sign in. */
const RETRY_AFTER = 60;
const LONGEST_NAME = 60;

type Fault = Extract<SignedIn, string>;
const faults = {
  "wrong token": "wrongToken",
  "name needed": "nameNeeded",
  "name taken": "nameTaken",
} as const;
const statuses: Readonly<Record<Fault, 401 | 422>> = {
  "wrong token": 401,
  "name needed": 422,
  "name taken": 422,
};

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
    const given = { token: String(form.token ?? ""), name, userAgent: c.req.header("user-agent") ?? "" };
    const signedIn = await signInByToken(services, given);
    if (typeof signedIn === "string") return again(messagesOf(c).frame[faults[signedIn]], statuses[signedIn]);
    await keepSession(c, signedIn.cookie);
    return c.redirect(next, 303);
  });

  app.post("/logout/everywhere", async (c) => {
    const { services, session } = c.var;
    await (ownsAll(session.roles) ? closeAllSessions(services) : closeAllOf(services, session.member));
    return signedOut(c);
  });

  app.post("/logout", async (c) => {
    const cookie = getCookie(c, sessionCookie(c.req.url));
    if (cookie !== undefined) await closeSession(c.var.services, cookie);
    return signedOut(c);
  });
}

function signedOut(c: AppContext): Response {
  deleteCookie(c, sessionCookie(c.req.url), cookiePlace(c));
  return c.redirect("/login", 303);
}
