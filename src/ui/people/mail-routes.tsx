import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { chooseMails, tryMail } from "../../service/people/mails.ts";
import { fieldErrors } from "../parts/field-errors.tsx";
import { showAccount } from "./account-routes.tsx";
import { readMails } from "./mail-form.tsx";

/** The forms by which somebody chooses her mails. */
export function mailRoutes(app: Hono<App>): void {
  app.post("/account/mails", async (c) => {
    const { services, session } = c.var;
    const form = await c.req.parseBody();
    const parsed = readMails(form);
    if (!parsed.success)
      return showAccount(c, {
        mails: { errors: fieldErrors(parsed.error), typed: form as Record<string, string> },
      });
    if (session.member !== null) await chooseMails(services, session.member, parsed.data);
    return c.redirect("/account?saved=1#mails", 303);
  });

  app.post("/account/mails/test", async (c) => {
    const { services, session } = c.var;
    const { site } = await c.req.parseBody();
    const reply =
      session.member === null ? undefined : await tryMail(services, session.member, String(site ?? ""));
    return showAccount(c, { mails: { tried: { reply } } });
  });
}
