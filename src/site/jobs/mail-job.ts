import type { Addressee, Claimed, MailState, ToldRecipient } from "../../contract/mail.ts";
import type { Reply } from "../../contract/outgoing.ts";
import { nextLocal } from "../../platform/zone.ts";
import type { Notice } from "../notices/message.ts";
import { noticeOf } from "../notices/notice.ts";
import { adoptRecipients, settled } from "../notices/recipients.ts";
import { afterReply } from "../notices/told.ts";
import type { Site } from "../site.ts";
import { mailDue } from "./alarm.ts";

/** What it takes to send mails. */
export interface Mailer {
  /** False: this Hamlet has no way to send mail. */
  readonly canSend: boolean;
  /** Asks the directory who may get a mail now, and counts it. */
  readonly claim: (members: readonly string[], now: number) => Promise<Claimed>;
  readonly send: (to: Addressee, notice: Notice) => Promise<Reply>;
  /** Where a comment is shown, by a link of hers. */
  readonly linkTo: (
    to: Addressee,
    comment: { readonly id: string; readonly revision: number },
    now: number,
  ) => Promise<string>;
}

interface Answer {
  readonly reply: Reply;
  /** What is kept out of a failure's text. */
  readonly secret: string;
}

/**
 * Mails people that comments wait for them, each as she chose. That a mail is on its way is written down before it goes: if this
 * object dies then, the same mail does not go again, and an hour later she is told of what still waits.
 */
export class MailJob {
  readonly #site: Site;
  readonly #mailer: Mailer;

  constructor(site: Site, mailer: Mailer) {
    this.#site = site;
    this.#mailer = mailer;
  }

  /** `isDaily`: who gets mails is asked anew, should word of a change not have reached this object. */
  async work(now: () => number, isDaily: boolean): Promise<void> {
    const { meta } = this.#site;
    if (!this.#mailer.canSend) {
      // What they chose is kept by the directory, and asked for once mail can be sent again.
      if (meta.recipients.length > 0) meta.recipients = [];
      return;
    }
    const due = meta.recipients.filter(
      (one) => (mailDue(this.#site, one) ?? Number.POSITIVE_INFINITY) <= now(),
    );
    if (due.length === 0 && !isDaily) return;
    const asked = due.map(({ member }) => member);
    const claimed = await this.#mailer.claim(asked, now()).catch(() => undefined);
    if (!claimed) {
      const failed = { answer: "the directory did not say whom to mail", ms: 0 };
      this.#note(new Map(asked.map((member) => [member, { reply: failed, secret: member }])), now(), 0);
      return;
    }
    adoptRecipients(this.#site, claimed.recipients);
    this.#begin(asked, claimed.granted, now());
    const newest = this.#site.pending.newest() ?? 0;
    const replies = claimed.granted.map(async (to) => {
      const reply = await this.#send(to, this.#until(to.member), now);
      return [to.member, { reply, secret: to.email }] as const;
    });
    this.#note(new Map(await Promise.all(replies)), now(), newest);
  }

  /** Writes down whose mails are on their way now. Those who had as many as they want are told tomorrow, by their clock. */
  #begin(asked: readonly string[], granted: readonly Addressee[], now: number): void {
    const sent = new Set(granted.map(({ member }) => member));
    this.#change(({ member, zone, state }) => {
      if (sent.has(member)) return { ...settled(state), sending: now };
      return asked.includes(member) ? { ...settled(state), retry: nextLocal(now, zone, 0) } : state;
    });
  }

  /** Writes down what became of mails. */
  #note(answers: ReadonlyMap<string, Answer>, now: number, newest: number): void {
    this.#change(({ member, state }) => {
      const answer = answers.get(member);
      if (!answer) return state;
      const { reply, secret } = answer;
      return { ...afterReply(state, reply, { now, newest, secret }), sending: 0 };
    });
  }

  /** Sends somebody a mail now, whatever the hour. Undefined: she gets no mails of this site, or has had as many as she wants. */
  async tryOut(member: string, now: () => number): Promise<Reply | undefined> {
    if (!this.#mailer.canSend) return undefined;
    const { granted } = await this.#mailer.claim([member], now());
    const to = granted.find((one) => one.member === member);
    return to && this.#send(to, this.#until(member), now);
  }

  #until(member: string): number {
    return this.#site.meta.recipients.find((one) => one.member === member)?.state.until ?? 0;
  }

  /** Writes down how people stand, if it changed. */
  #change(state: (one: ToldRecipient) => MailState): void {
    const { meta } = this.#site;
    const before = meta.recipients;
    const after = before.map((one) => ({ ...one, state: state(one) }));
    if (JSON.stringify(after) !== JSON.stringify(before)) meta.recipients = after;
  }

  async #send(to: Addressee, until: number, now: () => number): Promise<Reply> {
    const { mailText: texts, mailAct } = this.#site.record.settings;
    const linkTo = (row: { id: string; revision: number }) => this.#mailer.linkTo(to, row, now());
    const telling = { texts, items: texts || mailAct, link: to.link, linkTo };
    return this.#mailer.send(to, await noticeOf(this.#site, telling, until));
  }
}
