import { EmailMessage } from "cloudflare:email";
import type { Reply } from "../../contract/outgoing.ts";
import { mailable } from "../../contract/reader.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { DAY } from "../../platform/clock.ts";
import { readerToken } from "../../secrets/reader-token.ts";
import { unseal } from "../../secrets/seal.ts";
import type { Postman } from "../jobs/reader-job.ts";
import { mimeOf } from "../notices/mime.ts";
import { senderOf } from "../notices/sender.ts";
import { handOver } from "../notices/teller.ts";
import type { Reader } from "../tables/readers.ts";
import { type ReaderMail, readerLetter } from "./reader-letter.ts";

/** Links are good for so long after their mail. */
const LIFE = { confirm: 7 * DAY, erase: 2 * DAY, leave: 60 * DAY };

/** Writes to readers of a site's pages, by Cloudflare's binding. */
export function postman(
  record: () => SiteRecord,
  env: Env,
  master: string,
  tellOwner: Postman["tellOwner"],
): Postman {
  const from = senderOf(env);
  return {
    canMail: from !== undefined,
    tellOwner,
    async write(reader, what, n, now) {
      if (from === undefined) return undefined;
      const to = mailable(await unseal(master, record(), reader.sealed, "reader"));
      if (to === undefined) return undefined;
      const leave = await linkOf(reader, "leave", now);
      const open = what === "told" ? `${reader.page}#comments` : await linkOf(reader, what, now);
      const site = record().settings.name;
      const words = readerLetter({ what, language: reader.language, site, n, open, leave });
      const id = messageId(reader, what);
      const raw = mimeOf({ ...words, from, to, site: record().id, stop: leave, id, now });
      return quiet(await handOver(env.MAIL as SendEmail, new EmailMessage(from, to, raw), now), to);
    },
  };

  async function linkOf({ id, link }: Reader, kind: keyof typeof LIFE, now: number): Promise<string> {
    const linked = { site: record().id, id, expires: now + LIFE[kind] };
    const path = { confirm: "answers", erase: "erase", leave: "leave" }[kind];
    return `${link}/${path}/${await readerToken(master, kind, linked)}`;
  }
}

/** The same mail handed over twice, as nobody knows whether it went, is one to mail programs. */
const messageId = ({ id, sending }: Reader, what: ReaderMail) => `${what}.${id}.${sending.toString(36)}`;

/** Why a mail was not taken, without whose it is: the owner reads it. */
const quiet = (reply: Reply, to: string): Reply => ({ ...reply, answer: reply.answer.replaceAll(to, "…") });
