import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { deviceRequest } from "../../contract/push.ts";
import { addDevice, removeDevice } from "../../service/people/devices.ts";
import { chooseMails, tryMail } from "../../service/people/mails.ts";
import { makeTelegramCode, unlinkTelegram } from "../../service/people/telegram.ts";
import { messagesOf } from "../messages/language.ts";
import { fieldErrors } from "../parts/field-errors.tsx";
import { showAccount } from "./account-routes.tsx";
import { readMails } from "./mail-form.tsx";

/** The forms by which somebody chooses her mails, the devices that tell her, and the Telegram account that decides for her. */
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

  app.post("/account/devices", async (c) => {
    const { services, session } = c.var;
    const form = await c.req.parseBody();
    const parsed = deviceRequest.safeParse({ endpoint: form.endpoint, hours: Number(form.hours) });
    if (!parsed.success) return showAccount(c, { devices: { errors: fieldErrors(parsed.error) } });
    const agent = c.req.header("user-agent") ?? "";
    const fault =
      session.member === null ? undefined : await addDevice(services, session.member, parsed.data, agent);
    if (fault === undefined) return c.redirect("/account?saved=1#devices", 303);
    const detail = messagesOf(c).mails.devices.refused(fault);
    return showAccount(c, { devices: { errors: [{ pointer: "#/endpoint", detail }] } });
  });

  app.post("/account/devices/remove", async (c) => {
    const { services, session } = c.var;
    const { id } = await c.req.parseBody();
    if (session.member !== null) await removeDevice(services, session.member, String(id ?? ""));
    return c.redirect("/account?saved=1#devices", 303);
  });

  app.post("/account/telegram", async (c) => {
    const { services, session } = c.var;
    const { bot } = await c.req.parseBody();
    const code =
      session.member === null
        ? undefined
        : await makeTelegramCode(services, session.member, String(bot ?? ""));
    return showAccount(c, { code });
  });

  app.post("/account/telegram/remove", async (c) => {
    const { services, session } = c.var;
    const { bot } = await c.req.parseBody();
    if (session.member !== null) await unlinkTelegram(services, session.member, String(bot ?? ""));
    return c.redirect("/account?saved=1#telegram", 303);
  });
}
