import { EmailMessage } from "cloudflare:email";
import type { Addressee } from "../../contract/mail.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { DAY, TIME_LIMIT, within } from "../../platform/clock.ts";
import { directoryObject } from "../../platform/stub.ts";
import { stopToken } from "../../secrets/stop-token.ts";
import { exchange } from "../delivery/attempts.ts";
import type { Teller } from "../jobs/notice-job.ts";
import { commentLink } from "./comment-link.ts";
import { letter } from "./letter.ts";
import { mimeOf } from "./mime.ts";
import { pushRequest } from "./push-request.ts";
import { UNSURE } from "./recipients.ts";
import { senderOf } from "./sender.ts";

/** A link to stop mails is good for so long after its mail. */
const STOP_LIFE = 60 * DAY;
/** A push service answers so of a device that it does not know any more. */
const GONE = [404, 410];
/** Of a reason why a mail was not taken. */
const LONGEST_REASON = 300;

interface Means {
  readonly master: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Tells people of a site: mails by Cloudflare's binding, devices by their push services. */
export function teller(record: () => SiteRecord, env: Env, { master, fetch, allowLocal }: Means): Teller {
  const from = senderOf(env);
  return {
    canMail: from !== undefined,
    claim: async (keys, now) =>
      directoryObject(env.DIRECTORY).claim(record().id, keys, from !== undefined, now),
    linkTo: ({ link, member }, comment, now) =>
      commentLink(master, record(), { act: record().settings.mailAct, link, member }, comment, now),
    async mail(to, notice) {
      const now = Date.now();
      if (from === undefined) return { answer: "this Hamlet has no way to send mail", ms: 0 };
      const stop = `${to.link}/stop/${await stopToken(master, stopOf(to, record(), now))}`;
      const words = letter({ to, notice, stop });
      const raw = mimeOf({ ...words, from, to: to.email, site: record().id, stop, now });
      return handOver(env.MAIL as SendEmail, new EmailMessage(from, to.email, raw), now);
    },
    async push(to, keys, now) {
      const request = keys && (await pushRequest(to, keys, { master, allowLocal, now: now() }));
      if (!request) return { answer: "it is not at a push service that is known", ms: 0 };
      const reply = await exchange(fetch, request, now);
      if (reply.status !== undefined && GONE.includes(reply.status))
        await directoryObject(env.DIRECTORY).dropDevice(to.id);
      return reply;
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
export async function handOver(binding: SendEmail, message: EmailMessage, began: number): Promise<Reply> {
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
