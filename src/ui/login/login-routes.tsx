import type { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { App, AppContext } from "../../context.ts";
import { ownsAll } from "../../contract/roles.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { signInByAccess, whoComes } from "../../service/people/access.ts";
import { signInByPasskey, signInOptions } from "../../service/people/passkeys.ts";
import { type SignedIn, signInByToken } from "../../service/people/sign-in.ts";
import {
  closeAllOf,
  closeAllSessions,
  closeSession,
  maySignIn,
  sessionCookie,
} from "../../service/sessions.ts";
import { ACCESS_HEADER } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import { safePath } from "../parts/paths.ts";
import { render, whereabouts } from "../parts/render.tsx";
import { cookiePlace, keepSession } from "../people/own-account.ts";
import { loginHtml } from "./login-html.tsx";
import { LoginPage } from "./login-page.tsx";

/** Seconds until the next attempt to sign in. */
const RETRY_AFTER = 60;
const LONGEST_NAME = 60;
/** How somebody came in last in this browser, for a year: that way is offered first. It opens nothing. */
const WAY = "hamlet_way";
const WAY_AGE = 31_536_000;

type Fault = Extract<SignedIn, string> | "wrong passkey" | "wrong access";
const faults = {
  "wrong token": "wrongToken",
  "wrong passkey": "wrongPasskey",
  "wrong access": "wrongAccess",
  "name needed": "nameNeeded",
  "name reserved": "nameReserved",
  "name taken": "nameTaken",
} as const;
const statuses: Readonly<Record<Fault, 401 | 422>> = {
  "wrong token": 401,
  "wrong passkey": 401,
  "wrong access": 401,
  "name needed": 422,
  "name reserved": 422,
  "name taken": 422,
};

export function loginRoutes(app: Hono<App>): void {
  app.get("/login", (c) => show(c, { next: safePath(c.req.query("next")) }));

  app.post("/login", async (c) => {
    const form = await c.req.parseBody();
    const name = String(form.name ?? "").trim();
    const given = { token: String(form.token ?? ""), name, userAgent: c.req.header("user-agent") ?? "" };
    return letIn(c, form.next, name.slice(0, LONGEST_NAME), () => signInByToken(c.var.services, given));
  });

  app.post("/login/passkey", async (c) => {
    const { next, proof } = await c.req.parseBody();
    return letIn(c, next, "", async () => {
      const userAgent = c.req.header("user-agent") ?? "";
      const cookie = await signInByPasskey(c.var.services, String(proof ?? ""), userAgent);
      if (cookie === undefined) return "wrong passkey";
      setCookie(c, WAY, "passkey", { ...cookiePlace(c), httpOnly: true, sameSite: "Lax", maxAge: WAY_AGE });
      return { cookie };
    });
  });

  app.post("/login/access", async (c) => {
    const { next } = await c.req.parseBody();
    return letIn(c, next, "", async () => {
      const userAgent = c.req.header("user-agent") ?? "";
      const cookie = await signInByAccess(c.var.services, c.req.header(ACCESS_HEADER), userAgent);
      return cookie === undefined ? "wrong access" : { cookie };
    });
  });

  app.post("/logout/everywhere", async (c) => {
    const { services, session } = c.var;
    await (ownsAll(session.roles) ? closeAllSessions(services) : closeAllOf(services, session.member));
    return signedOut(c);
  });

  app.post("/logout", async (c) => {
    const cookie = cookieOf(c.req.raw, sessionCookie(c.req.url));
    if (cookie !== undefined) await closeSession(c.var.services, cookie);
    return signedOut(c);
  });
}

function signedOut(c: AppContext): Response {
  deleteCookie(c, sessionCookie(c.req.url), cookiePlace(c));
  return c.redirect("/login", 303);
}

/** Lets somebody in who proves who she is, not too often from one address; else the page says why not. */
async function letIn(
  c: AppContext,
  to: unknown,
  name: string,
  prove: () => Promise<{ readonly cookie: string } | Fault>,
): Promise<Response> {
  const next = safePath(to);
  const { frame } = messagesOf(c);
  if (!(await maySignIn(c.var.services, c.req.header("cf-connecting-ip") ?? "local"))) {
    c.header("retry-after", String(RETRY_AFTER));
    return show(c, { next, name, fault: frame.tooMany }, 429);
  }
  const proved = await prove();
  if (typeof proved === "string")
    return show(c, { next, name, fault: frame[faults[proved]] }, statuses[proved]);
  await keepSession(c, proved.cookie);
  return c.redirect(next, 303);
}

async function show(
  c: AppContext,
  shown: Pick<Parameters<typeof LoginPage>[0], "next" | "name" | "fault">,
  status: 200 | 401 | 422 | 429 = 200,
): Promise<Response> {
  const { services } = c.var;
  const [options, access] = await Promise.all([
    signInOptions(services),
    whoComes(services, c.req.header(ACCESS_HEADER)),
  ]);
  const byPasskey = cookieOf(c.req.raw, WAY) === "passkey";
  const page = { options, byPasskey, ...shown };
  if (access) return render(c, <LoginPage access={access} {...page} />, status);
  return c.html(await loginHtml({ ...whereabouts(c), ...page }), status);
}
