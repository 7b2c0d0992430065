import {
  type Addressee,
  type Claimed,
  keyOf,
  type MailState,
  type ToldRecipient,
} from "../../contract/mail.ts";
import type { Notify, StoredNotify } from "../../contract/notify.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { PushKeys, PushTarget } from "../../contract/push.ts";
import { nextLocal } from "../../platform/zone.ts";
import { exchange } from "../delivery/attempts.ts";
import { Buttons } from "../notices/buttons.ts";
import { erasureBody, messageBody, type Notice } from "../notices/message.ts";
import { noticeOf } from "../notices/notice.ts";
import { adoptRecipients, settled } from "../notices/recipients.ts";
import { afterReply } from "../notices/told.ts";
import type { Site } from "../site.ts";
import { noticeDue, tellDue } from "./alarm.ts";

/** What it takes to send a message to the site's own channel. */
export interface Messenger {
  readonly fetch: (request: Request) => Promise<Response>;
  /** With the whole address; a text: why it must not be used. */
  readonly opened: (kept: StoredNotify) => Promise<Notify | string>;
  readonly request: (notify: Notify, body: string, now: number) => Promise<Request>;
  /** Where a comment is shown, by the link that the settings ask for. */
  readonly linkTo: (
    notify: Pick<Notify, "act" | "link">,
    comment: { id: string; revision: number },
    now: number,
  ) => Promise<string>;
}

interface Answer {
  readonly reply: Reply;
  /** What is kept out of a failure's text. */
  readonly secret: string;
}

/**
 * Tells people that comments wait for them, by the site's own channel: at most so often as they asked for, never of spam. What
 * a message told is kept as the arrival of the newest comment among it.
 */
export class NoticeJob {
  readonly #site: Site;
  readonly #messenger: Messenger;

  constructor(site: Site, messenger: Messenger) {
    this.#site = site;
    this.#messenger = messenger;
  }

  async work(now: () => number): Promise<void> {
    const notify = this.#notify;
    const due = noticeDue(this.#site);
    if (!notify || due === undefined || due > now()) return;
    const newest = this.#site.pending.newest() ?? 0;
    const before = this.#site.meta.notices;
    const { reply, secret } = await this.#send(notify, before.until, now);
    this.#site.meta.notices = afterReply(before, reply, { now: now(), newest, secret });
  }

  /** Sends what there is to tell now, whatever the hour, and tells what came back. */
  async tryOut(now: () => number): Promise<Reply | undefined> {
    const notify = this.#notify;
    return notify ? (await this.#send(notify, this.#site.meta.notices.until, now)).reply : undefined;
  }

  /** Says that somebody wants to be erased; not who. Undefined: nobody is to get a message. */
  async tellErasure(now: () => number): Promise<Reply | undefined> {
    const kept = this.#notify;
    const notify = kept && (await this.#messenger.opened(kept));
    if (!notify || typeof notify === "string") return undefined;
    const { id, settings } = this.#site.record;
    const about = { site: id, name: settings.name, link: `${notify.link ?? ""}/sites/${id}/data#erasures` };
    const request = await this.#messenger.request(notify, JSON.stringify(erasureBody(notify, about)), now());
    return exchange(this.#messenger.fetch, request, now);
  }

  get #notify(): StoredNotify | null {
    return this.#site.meta.record?.settings.notify ?? null;
  }

  async #send(kept: StoredNotify, until: number, now: () => number): Promise<Answer> {
    const notify = await this.#messenger.opened(kept);
    if (typeof notify === "string") return { reply: { answer: notify, ms: 0 }, secret: kept.url };
    const { text, act, link = "" } = notify;
    const buttons = notify.buttons ? new Buttons(this.#site, now()) : undefined;
    const telling = {
      texts: text,
      items: text || act,
      link,
      linkTo: (row: { id: string; revision: number }) => this.#messenger.linkTo(notify, row, now()),
      ...(buttons && { keyOf: buttons.keyOf }),
    };
    const body = JSON.stringify(messageBody(notify, await noticeOf(this.#site, telling, until)));
    // Before it goes: whoever is quick presses one before the answer is here.
    buttons?.keep();
    const request = await this.#messenger.request(notify, body, now());
    return { reply: await exchange(this.#messenger.fetch, request, now), secret: notify.url };
  }
}

/** What it takes to tell each by herself. */
export interface Teller {
  /** False: this Hamlet has no way to send mail. */
  readonly canMail: boolean;
  /** Asks the directory who may be told now, by their keys, and counts mails. */
  readonly claim: (keys: readonly string[], now: number) => Promise<Claimed>;
  readonly mail: (to: Addressee, notice: Notice) => Promise<Reply>;
  /** Tells a device that something waits, and nothing else. */
  readonly push: (to: PushTarget, keys: PushKeys | undefined, now: () => number) => Promise<Reply>;
  /** Where a comment is shown, by a link of hers. */
  readonly linkTo: (
    to: Addressee,
    comment: { readonly id: string; readonly revision: number },
    now: number,
  ) => Promise<string>;
}

/**
 * Tells people that comments wait for them, by mail or on a device, each as she chose. That word is on its way is written down before
 * it goes: if this object dies then, the same mail does not go again, and an hour later she is told of what still waits.
 */
export class TellJob {
  readonly #site: Site;
  readonly #teller: Teller;

  constructor(site: Site, teller: Teller) {
    this.#site = site;
    this.#teller = teller;
  }

  /** `isDaily`: who is to be told is asked anew, should word of a change not have reached this object, if that may matter here. */
  async work(now: () => number, isDaily: boolean): Promise<void> {
    const { meta, pending } = this.#site;
    const due = meta.recipients.filter(
      (one) => (tellDue(this.#site, one) ?? Number.POSITIVE_INFINITY) <= now(),
    );
    const mayMatter = meta.recipients.length > 0 || pending.newest() !== undefined;
    if (due.length === 0 && !(isDaily && mayMatter)) return;
    const asked = due.map(keyOf);
    const claimed = await this.#teller.claim(asked, now()).catch(() => undefined);
    if (!claimed) {
      const failed = { answer: "the directory did not say whom to tell", ms: 0 };
      this.#note(new Map(asked.map((key) => [key, { reply: failed, secret: key }])), now(), 0);
      return;
    }
    adoptRecipients(this.#site, claimed.recipients);
    const { granted, devices, pushKeys } = claimed;
    this.#begin(asked, [...granted.map(({ member }) => member), ...devices.map(({ id }) => id)], now());
    const newest = pending.newest() ?? 0;
    const mails = granted.map(async (to) => {
      const reply = await this.#mail(to, this.#until(to.member), now);
      return [to.member, { reply, secret: to.email }] as const;
    });
    const pushes = devices.map(async (to) => {
      const reply = await this.#teller.push(to, pushKeys, now);
      return [to.id, { reply, secret: to.endpoint }] as const;
    });
    this.#note(new Map(await Promise.all([...mails, ...pushes])), now(), newest);
  }

  /** Writes down to whom word is on its way. Those who had as many mails as they want are told tomorrow, by their clock. */
  #begin(asked: readonly string[], told: readonly string[], now: number): void {
    this.#change((one) => {
      if (told.includes(keyOf(one))) return { ...settled(one.state), sending: now };
      return asked.includes(keyOf(one))
        ? { ...settled(one.state), retry: nextLocal(now, one.zone, 0) }
        : one.state;
    });
  }

  /** Writes down what became of it. */
  #note(answers: ReadonlyMap<string, Answer>, now: number, newest: number): void {
    this.#change((one) => {
      const { state } = one;
      const answer = answers.get(keyOf(one));
      if (!answer) return state;
      const { reply, secret } = answer;
      return { ...afterReply(state, reply, { now, newest, secret }), sending: 0 };
    });
  }

  /** Sends somebody a mail now, whatever the hour. Undefined: she gets no mails of this site, or has had as many as she wants. */
  async tryOut(member: string, now: () => number): Promise<Reply | undefined> {
    if (!this.#teller.canMail) return undefined;
    const { granted } = await this.#teller.claim([member], now());
    const to = granted.find((one) => one.member === member);
    return to && this.#mail(to, this.#until(member), now);
  }

  #until(key: string): number {
    return this.#site.meta.recipients.find((one) => keyOf(one) === key)?.state.until ?? 0;
  }

  /** Writes down how people stand, if it changed. */
  #change(state: (one: ToldRecipient) => MailState): void {
    const { meta } = this.#site;
    const before = meta.recipients;
    const after = before.map((one) => ({ ...one, state: state(one) }));
    if (JSON.stringify(after) !== JSON.stringify(before)) meta.recipients = after;
  }

  async #mail(to: Addressee, until: number, now: () => number): Promise<Reply> {
    const { mailText: texts, mailAct } = this.#site.record.settings;
    const linkTo = (row: { id: string; revision: number }) => this.#teller.linkTo(to, row, now());
    const telling = { texts, items: texts || mailAct, link: to.link, linkTo };
    return this.#teller.mail(to, await noticeOf(this.#site, telling, until));
  }
}
