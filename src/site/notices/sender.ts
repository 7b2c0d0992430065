import { configuration } from "../../env.ts";

/** Whom mails come from; undefined: this Hamlet sends none. */
export function senderOf(env: Env): string | undefined {
  const configured = configuration(env);
  return configured.ok && env.MAIL ? configured.secrets.MAIL_FROM : undefined;
}
