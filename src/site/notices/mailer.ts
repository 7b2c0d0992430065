import { EmailMessage } from "cloudflare:email";
import type { Addressee } from "../../contract/mail.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { DAY, TIME_LIMIT, within } from "../../platform/clock.ts";
import { directoryObject } from "../../platform/stub.ts";
import { stopToken } from "../../secrets/stop-token.ts";
import type { Mailer } from "../jobs/mail-job.ts";
import { commentLink } from "./comment-link.ts";
import { letter } from "./letter.ts";
import { mimeOf } from "./mime.ts";
import { UNSURE } from "./recipients.ts";
import { senderOf } from "./sender.ts";

/** A link to stop mails is good for so long after its mail. */
const STOP_LIFE = 60 * DAY;
/** Of a reason why a mail was not taken. */
const LONGEST_REASON = 300;

/** Sends mails about a site by Cloudflare's binding. */
export function mailer(record: () => SiteRecord, env: Env, master: string): Mailer {
  const from = senderOf(env);
  return {
    canSend: from !== undefined,
    claim: async (members, now) => directoryObject(env.DIRECTORY).claimMails(record().id, members, now),
    linkTo: ({ link, member }, comment, now) =>
      commentLink(master, record(), { act: record().settings.mailAct, link, member }, comment, now),
    async send(to, notice) {
      const now = Date.now();
      if (from === undefined) return { answer: "this Hamlet has no way to send mail", ms: 0 };
      const stop = `${to.link}/stop/${await stopToken(master, stopOf(to, record(), now))}`;
      const words = letter({ to, notice, stop });
      const raw = mimeOf({ ...words, from, to: to.email, site: record().id, stop, now });
      return handOver(env.MAIL as SendEmail, new EmailMessage(from, to.email, raw), now);
    },
  };
}

const stopOf = ({ member, since }: Addressee, { id }: SiteRecord, now: number) => ({
  member,
  site: id,
  since,
  expires: now + STOP_LIFE,
});

/** Gives a mail to the binding. Does not throw. Of one that was not answered in time nobody knows whether it went. */
async function handOver(binding: SendEmail, message: EmailMessage, began: number): Promise<Reply> {
  const late = new Error("the mail may have gone or not: no answer in time");
  try {
    await within(TIME_LIMIT, binding.send(message)).catch((failure: Error) => {
      throw /^no answer within/.test(failure.message) ? late : failure;
    });
    return { status: 250, answer: "", ms: Date.now() - began };
  } catch (failure) {
    const answer = (failure instanceof Error ? failure.message : String(failure)).slice(0, LONGEST_REASON);
    return { answer, ms: Date.now() - began, ...(failure === late && { retryAfter: UNSURE }) };
  }
}
