import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import PostalMime, { type Email } from "postal-mime";
import { app } from "../../src/app.ts";
import { open } from "../../src/site/open.ts";
import { insideOf } from "./inside.ts";

const FROM = "hamlet@blog.example";

/** What the binding was handed: a message holds its raw text under this name. */
const RAW = "EmailMessage::raw";

/** A mail as it was handed over, and as a mail program reads it. */
export interface Received {
  readonly to: string;
  readonly raw: string;
  readonly mail: Email;
}

const header = (mail: Email, name: string) => mail.headers.find(({ key }) => key === name)?.value;

/** Where a mail's links lead, and what stops such mails. */
export const linksOf = ({ mail }: Received) => ({
  stop: new URL((header(mail, "list-unsubscribe") ?? "").slice(1, -1)).pathname,
  act: /https:\/\/hamlet\.example(\/act\/\S+)/.exec(mail.text ?? "")?.[1] ?? "",
});

/** A Hamlet that sends mail, into a box: its Worker, and the objects of sites. */
export function mailbox() {
  const box: Received[] = [];
  /** What the binding does with a mail before it lies in the box. */
  let taking: () => unknown = () => undefined;
  const MAIL = {
    async send(message: { readonly to: string } & Record<string, unknown>) {
      await taking();
      const raw = String(message[RAW]);
      box.push({ to: message.to, raw, mail: await PostalMime.parse(raw) });
      return { messageId: "taken" };
    },
  };
  const given = { ...env, MAIL, MAIL_FROM: FROM } as unknown as Env;
  return {
    box,
    env: given,
    set take(work: () => unknown) {
      taking = work;
    },
    /** As if a site's object had died, and lived on in this Hamlet. */
    reopen: (site: string) =>
      insideOf(site)((object, storage) => {
        Reflect.set(object, "opened", open(storage, given));
      }),
    /** A call to its Worker. */
    async call(
      method: string,
      path: string,
      fields?: Record<string, string>,
      headers: Record<string, string> = {},
    ) {
      const context = createExecutionContext();
      const request = new Request(`https://hamlet.example${path}`, {
        method,
        redirect: "manual",
        headers: { ...(fields && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
        ...(fields && { body: new URLSearchParams(fields).toString() }),
      });
      const response = await app.fetch(request, given, context);
      const body = await response.text();
      await waitOnExecutionContext(context);
      return { status: response.status, body, headers: response.headers };
    },
  };
}
