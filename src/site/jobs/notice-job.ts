import type { Notify } from "../../contract/notify.ts";
import type { Reply } from "../../contract/outgoing.ts";
import { backoff } from "../delivery/attempts.ts";
import { exchange } from "../delivery/exchange.ts";
import { messageBody, type Notice, type NoticeItem } from "../notices/message.ts";
import type { Site } from "../site.ts";
import { noticeDue } from "./alarm.ts";

/** After so many failures the message waits for the next time. */
const MOST_TRIES = 5;
/** Comments told of one by one. */
const MOST_ITEMS = 5;
const MOST_TEXT = 200;

/** What it takes to send a message. */
export interface Messenger {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Why the address must not be used; undefined: it may. */
  readonly fault: (notify: Notify) => string | undefined;
  readonly request: (notify: Notify, body: string, now: number) => Promise<Request>;
  /** Where a comment is shown, by the link that the settings ask for. */
  readonly linkTo: (
    notify: Notify,
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
    const taken = reply.status !== undefined && reply.status >= 200 && reply.status < 300;
    const tries = before.tries + 1;
    if (taken) this.#site.meta.notices = { at: now(), until: newest, retry: 0, tries: 0, failure: null };
    else {
      const failure = `${reply.status ?? "no answer"} ${reply.answer}`.replaceAll(notify.url, "…");
      const given = tries >= MOST_TRIES;
      const retry = given ? 0 : now() + Math.max(backoff(tries, now()), reply.retryAfter ?? 0);
      this.#site.meta.notices = {
        ...before,
        at: given ? now() : before.at,
        retry,
        tries: given ? 0 : tries,
        failure,
      };
    }
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
    const body = JSON.stringify(messageBody(notify.kind, await this.#notice(notify, until, now())));
    return exchange(this.#messenger.fetch, await this.#messenger.request(notify, body, now()), now);
  }

  async #notice(notify: Notify, until: number, now: number): Promise<Notice> {
    const { record, pending, comments } = this.#site;
    const rows = comments.pending(pending.since(until, MOST_ITEMS)).sort((a, b) => a.arrived - b.arrived);
    const shown = notify.text || notify.act ? rows : [];
    const items = shown.map(
      async (row): Promise<NoticeItem> => ({
        link: await this.#messenger.linkTo(notify, row, now),
        ...(notify.text && {
          author: (row.comment.author.name ?? "").slice(0, 60),
          text: row.comment.content.slice(0, MOST_TEXT),
        }),
      }),
    );
    return {
      site: record.id,
      name: record.settings.name,
      waiting: pending.count(),
      fresh: pending.countSince(until),
      link: `${notify.link ?? ""}/queue?site=${record.id}`,
      items: await Promise.all(items),
    };
  }
}
