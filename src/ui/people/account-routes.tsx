import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type MemberView, memberName } from "../../contract/members.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { devicesOf, pushKey } from "../../service/people/devices.ts";
import { accept, invited } from "../../service/people/invitations.ts";
import { mailsOf } from "../../service/people/mails.ts";
import { findMember, makeToken, removeToken } from "../../service/people/members.ts";
import { ownSessions } from "../../service/people/own-sessions.ts";
import { addOptions, addPasskey, removePasskey } from "../../service/people/passkeys.ts";
import { botsOf } from "../../service/people/telegram.ts";
import type { Services } from "../../service/services.ts";
import { closeAllOf, closeOneOf, findSession, maySignIn, sessionCookie } from "../../service/sessions.ts";
import { sites } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { fieldErrors } from "../parts/field-errors.tsx";
import { render } from "../parts/render.tsx";
import { AccountPage } from "./account-page.tsx";
import type { DevicesProps } from "./devices.tsx";
import { InvitationPage } from "./invitation-page.tsx";
import type { MailsProps } from "./mails.tsx";
import { keepSession } from "./own-account.ts";

type Shown = Partial<Pick<Parameters<typeof AccountPage>[0], "errors" | "saved" | "token" | "code">> & {
  readonly mails?: Partial<Pick<MailsProps, "errors" | "typed" | "tried">>;
  readonly devices?: Pick<DevicesProps, "errors">;
};

/** Somebody's own account, and the link by which she gets in first. */
export function accountRoutes(app: Hono<App>): void {
  app.get("/account", (c) => showAccount(c, { saved: c.req.query("saved") === "1" }));

  app.post("/account/tokens", async (c) => {
    const { services, session } = c.var;
    const name = memberName.safeParse(String((await c.req.parseBody()).name ?? ""));
    if (!name.success) return showAccount(c, { errors: fieldErrors(name.error) });
    const made = session.member === null ? undefined : await makeToken(services, session.member, name.data);
    const tooMany = [{ pointer: "#/name", detail: messagesOf(c).people.faults["too many"] }];
    return showAccount(c, made ? { token: made.token } : { errors: tooMany });
  });

  app.post("/account/passkeys", async (c) => {
    const { services, session } = c.var;
    const form = await c.req.parseBody();
    const name = memberName.safeParse(String(form.name ?? ""));
    if (!name.success) return showAccount(c, { errors: fieldErrors(name.error) });
    if (await addPasskey(services, session, name.data, String(form.answer ?? "")))
      return c.redirect("/account?saved=1", 303);
    return showAccount(c, {
      errors: [{ pointer: "#/passkey", detail: messagesOf(c).people.passkeyRefused }],
    });
  });

  app.post("/account/passkeys/remove", async (c) => {
    const { services, session } = c.var;
    const { id } = await c.req.parseBody();
    if (session.member !== null) await removePasskey(services, session.member, String(id));
    return c.redirect("/account?saved=1", 303);
  });

  app.post("/account/tokens/remove", async (c) => {
    const { services, session } = c.var;
    const { id } = await c.req.parseBody();
    if (session.member !== null) await removeToken(services, session.member, String(id));
    return c.redirect("/account?saved=1", 303);
  });

  app.post("/account/sessions/end", async (c) => {
    const { services, session } = c.var;
    const { id } = await c.req.parseBody();
    if (typeof id === "string") await closeOneOf(services, session.member, id);
    else await closeAllOf(services, session.member, session.hash);
    return c.redirect("/account?saved=1", 303);
  });

  app.get("/invitation/:token", (c) => welcome(c));

  app.post("/invitation/:token", async (c) => {
    const { services } = c.var;
    if (!(await maySignIn(services, c.req.header("cf-connecting-ip") ?? "local")))
      return c.text(messagesOf(c).frame.tooMany, 429, { "retry-after": "60" });
    const done = await accept(services, c.req.param("token"), c.req.header("user-agent") ?? "");
    if (!done) return render(c, <InvitationPage member={undefined} signedInAs={undefined} />, 410);
    await keepSession(c, done.cookie);
    return c.redirect("/account", 303);
  });
}

/** The page of whoever is signed in, with what came of her last form. */
export async function showAccount(c: AppContext, shown: Shown): Promise<Response> {
  const { services, session } = c.var;
  const { member, hash } = session;
  const [view, { sessions, here }] = await Promise.all([
    member === null ? undefined : findMember(services, member),
    ownSessions(services, member, hash),
  ]);
  const host = new URL(services.origin).hostname;
  const options = view && (await addOptions(services, session, view));
  const { errors, saved = false, token, code } = shown;
  const all = { view, sessions, here, host, options, saved, token, code, ...(errors && { errors }) };
  const told = view && (await toldBy(services, view, shown));
  const isRefused = errors ?? shown.mails?.errors ?? shown.devices?.errors;
  return render(c, <AccountPage {...all} told={told} />, isRefused ? 422 : 200);
}

/** How a member is told that comments wait. */
async function toldBy(services: Services, { member, telegrams }: MemberView, { mails, devices }: Shown) {
  const { id, email } = member;
  const [view, own, known, pushKeyOfAll, bots] = await Promise.all([
    mailsOf(services, id, email),
    sites(services),
    devicesOf(services, id),
    pushKey(services),
    botsOf(services),
  ]);
  return {
    mails: { view, sites: own, ...mails },
    devices: { devices: known, pushKey: pushKeyOfAll, ...devices },
    telegram: bots.length + telegrams.length > 0 ? { bots, linked: telegrams } : undefined,
  };
}

/** Whoever fetches the link, a mail's scanner too, changes nothing. */
async function welcome(c: AppContext): Promise<Response> {
  const { services } = c.var;
  const member = await invited(services, c.req.param("token") ?? "");
  const session = member && (await findSession(services, cookieOf(c.req.raw, sessionCookie(c.req.url))));
  return render(c, <InvitationPage member={member} signedInAs={session?.name} />, member ? 200 : 410);
}
