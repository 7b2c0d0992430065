import { setCookie } from "hono/cookie";
import type { AppContext } from "../../context.ts";
import type { Member } from "../../contract/members.ts";
import { isSecure } from "../../platform/address.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { openFor } from "../../service/people/sign-in.ts";
import { closeSession, SESSION_AGE, sessionCookie } from "../../service/sessions.ts";

/** What goes with the cookie wherever it is set or taken away. */
export const cookiePlace = (c: AppContext) => ({ path: "/", secure: isSecure(c.req.url) });

/** Gives the browser the cookie of a new session; whoever was signed in in it before is signed out. */
export async function keepSession(c: AppContext, cookie: string): Promise<void> {
  const name = sessionCookie(c.req.url);
  const before = cookieOf(c.req.raw, name);
  if (before !== undefined) await closeSession(c.var.services, before);
  setCookie(c, name, cookie, { ...cookiePlace(c), httpOnly: true, sameSite: "Lax", maxAge: SESSION_AGE });
}

/** Goes on as a member. */
export async function becomes(c: AppContext, member: Member): Promise<Response> {
  const cookie = await openFor(c.var.services, member.id, "token", c.req.header("user-agent") ?? "");
  if (cookie !== undefined) await keepSession(c, cookie);
  return c.redirect("/account", 303);
}
