import type { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { messagesOf } from "../messages/language.ts";
import { render } from "../parts/render.tsx";
import { COOKIE, endSession, setSession, type Ui } from "../parts/session.ts";
import { safePath } from "../queue/state.ts";
import { Login } from "./login.tsx";

/** Seconds until the next attempt to sign in. */
const RETRY_AFTER = 60;

export function loginRoutes(app: Hono<Ui>): void {
  app.get("/login", (c) => render(c, <Login next={safePath(c.req.query("next"))} />));

  app.post("/login", async (c) => {
    const form = await c.req.parseBody();
    const next = safePath(form.next);
    const name = String(form.name ?? "").trim();
    const again = (fault: string, status: 401 | 422 | 429) =>
      render(c, <Login next={next} name={name} fault={fault} />, status);
    const address = c.req.header("cf-connecting-ip") ?? "local";
    if (!(await c.var.page.mayTry(address))) {
      c.header("retry-after", String(RETRY_AFTER));
      return again(messagesOf(c).frame.tooMany, 429);
    }
    if (name === "" || name.length > 60) return again(messagesOf(c).frame.nameNeeded, 422);
    const opened = await c.var.page.sessions.open(String(form.token ?? ""), name);
    if (!opened) return again(messagesOf(c).frame.wrongToken, 401);
    setSession(c, opened.cookie, opened.maxAge);
    return c.redirect(next, 303);
  });

  app.post("/logout/everywhere", async (c) => {
    await c.var.page.sessions.closeAll();
    endSession(c);
    return c.redirect("/login", 303);
  });

  app.post("/logout", async (c) => {
    const cookie = getCookie(c, COOKIE);
    if (cookie !== undefined) await c.var.page.sessions.close(cookie);
    endSession(c);
    return c.redirect("/login", 303);
  });
}
