import type { Notify } from "../../contract/notify.ts";
import type { Reply } from "../../contract/outgoing.ts";
import { exchange } from "../delivery/exchange.ts";
import { messageBody } from "../notices/message.ts";
import { noticeOf } from "../notices/notice.ts";
import { afterReply } from "../notices/told.ts";
import type { Site } from "../site.ts";
import { noticeDue } from "./alarm.ts";

/** What it takes to send a message. */
export interface Messenger {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Why the address must not be used; undefined: it may. */
  readonly fault: (notify: Notify) => string | undefined;
  readonly request: (notify: Notify, body: string, now: number) => Promise<Request>;
  /** Where a comment is shown, by the link that the settings ask for. */
  readonly linkTo: (
    notify: Pick<Notify, "act" | "link">,
    comment: { id: string; revision: number },
    now: number,
  ) => Promise<string>;
}

/**
 * Tells people that comments wait for them: at most so often as they asked for, never of spam. What a message told is
 * kept as the arrival of the newest comment among it.
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
    const reply = await this.#send(notify, before.until, now);
    this.#site.meta.notices = afterReply(before, reply, { now: now(), newest, secret: notify.url });
  }

  /** Sends what there is to tell now, whatever the hour, and tells what came back. */
  async tryOut(now: () => number): Promise<Reply | undefined> {
    const notify = this.#notify;
    return notify ? this.#send(notify, this.#site.meta.notices.until, now) : undefined;
  }

  get #notify(): Notify | null {
    return this.#site.meta.record?.settings.notify ?? null;
  }

  async #send(notify: Notify, until: number, now: () => number): Promise<Reply> {
    const fault = this.#messenger.fault(notify);
    if (fault) return { answer: fault, ms: 0 };
    const { text, act, link = "" } = notify;
    const telling = {
      texts: text,
      items: text || act,
      link,
      linkTo: (row: { id: string; revision: number }) => this.#messenger.linkTo(notify, row, now()),
    };
    const body = JSON.stringify(messageBody(notify.kind, await noticeOf(this.#site, telling, until)));
    return exchange(this.#messenger.fetch, await this.#messenger.request(notify, body, now()), now);
  }
}
