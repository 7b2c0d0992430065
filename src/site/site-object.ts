import type { AkismetCall } from "../contract/akismet.ts";
import type { DecisionRequest, Event } from "../contract/decision.ts";
import type { Caller, Intake, Report, Reported, Submitted } from "../contract/intake.ts";
import type { PersonExport } from "../contract/privacy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { CommentDetail, Counts } from "../contract/views.ts";
import { decide } from "./decisions/decide.ts";
import type { Decided } from "./decisions/outcome.ts";
import { report } from "./decisions/report.ts";
import { type Deliveries, deliveriesOf } from "./delivery/deliveries.ts";
import type { Reply } from "./delivery/exchange.ts";
import { type Replayed, replay, replayDead, tryNow } from "./delivery/replay.ts";
import { sendTestEvent } from "./delivery/test-event.ts";
import { submit } from "./intake/submit.ts";
import { takeOver } from "./intake/take-over.ts";
import { ModeratedObject } from "./moderated-object.ts";
import { meansOf } from "./open.ts";
import { type Erased, erasePerson, exportPerson, type Person } from "./privacy/person.ts";
import { remove } from "./privacy/remove.ts";
import type { Day, DecidedCount } from "./tables/days.ts";
import { eventView } from "./tables/events.ts";
import type { NoticeState } from "./tables/meta.ts";
import { type Compared, compare } from "./views/compared.ts";
import { detailOf, type Told, told } from "./views/views.ts";

/**
 * One site's single writer and system of record. Every method is one call, one transaction, and answers after the
 * commit. Failures are answers, not exceptions: what throws here is a fault.
 */
export class SiteObject extends ModeratedObject {
  get #site() {
    return this.opened.site;
  }

  #wrote(): void {
    this.wrote();
  }

  submit(intake: Intake, caller: Caller): Submitted {
    const submitted = submit(this.#site, intake, caller);
    this.#site.akismetCalls.noteCheck(intake, caller, submitted);
    this.#wrote();
    return submitted;
  }

  /** A decision of the blog's own moderator, by Akismet's protocol. */
  report(intake: Intake & { readonly report: Report }, caller: Caller): Reported {
    const reported = report(this.#site, intake, intake.report, caller);
    this.#wrote();
    return reported;
  }

  /** A call by Akismet's protocol that is no comment's. */
  noteCall(call: AkismetCall, record: SiteRecord): void {
    this.#site.meta.adopt(record);
    this.#site.akismetCalls.note(call);
  }

  /** The last calls by Akismet's protocol, the newest first. */
  akismetCalls(record: SiteRecord): readonly AkismetCall[] {
    this.#site.meta.adopt(record);
    return this.#site.akismetCalls.all;
  }

  /** In log-only mode: what the filter would have done beside what people did. */
  compared(record: SiteRecord): Compared {
    this.#site.meta.adopt(record);
    return compare(this.#site);
  }

  /** What came in and what was decided, from one day to another (days since 1970), both included. */
  days(from: number, to: number, record: SiteRecord): { days: Day[]; decided: DecidedCount[] } {
    this.#site.meta.adopt(record);
    const { days } = this.#site;
    return { days: days.between(from, to), decided: days.decided(from, to) };
  }

  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver(intakes: readonly Intake[], record: SiteRecord): void {
    this.#site.meta.adopt(record);
    for (const intake of intakes) takeOver(this.#site, intake);
    this.#wrote();
  }

  decide(id: string, request: DecisionRequest, record: SiteRecord): Decided {
    this.#site.meta.adopt(record);
    const circumstances = {
      by: request.by ?? "blog",
      now: Date.now(),
    };
    const decided = decide(this.#site, id, request, circumstances);
    this.#wrote();
    return decided;
  }

  /** Undefined: no such comment. */
  tell(id: string, record: SiteRecord): Told | undefined {
    this.#site.meta.adopt(record);
    const row = this.#site.comments.get(id);
    return row && told(this.#site, row);
  }

  detail(id: string, record: SiteRecord): CommentDetail | undefined {
    this.#site.meta.adopt(record);
    const row = this.#site.comments.get(id);
    return row && detailOf(this.#site, row);
  }

  remove(id: string, record: SiteRecord): boolean {
    this.#site.meta.adopt(record);
    const removed = remove(this.#site, id);
    this.#wrote();
    return removed;
  }

  counts(record: SiteRecord): Counts {
    this.#site.meta.adopt(record);
    return this.#site.counts;
  }

  /** The feed of decisions: what came after a sequence, in order. */
  decisions(since: number, limit: number, record: SiteRecord): { events: Event[]; next: number } {
    this.#site.meta.adopt(record);
    const events = this.#site.events.since(since, limit).map(eventView);
    return { events, next: events.at(-1)?.sequence ?? since };
  }

  /** Tells the blog again where a comment is. */
  replay(id: string, by: string, record: SiteRecord): Replayed {
    this.#site.meta.adopt(record);
    const replayed = replay(this.#site, id, by, Date.now());
    this.#wrote();
    return replayed;
  }

  /** Takes dead letters up again. Undefined: the site has nowhere to send to. */
  replayDead(by: string, record: SiteRecord): { replayed: number; left: number } | undefined {
    this.#site.meta.adopt(record);
    const replayed = replayDead(this.#site, by, Date.now());
    this.#wrote();
    return replayed;
  }

  deliveries(record: SiteRecord): Deliveries {
    this.#site.meta.adopt(record);
    return deliveriesOf(this.#site);
  }

  /** Sends the webhook a test event and tells what it answered. */
  sendTest(record: SiteRecord): Promise<Reply> {
    return sendTestEvent(this.#site.meta.adopt(record), meansOf(this.env), Date.now);
  }

  /** How the messages to people do. */
  notices(record: SiteRecord): NoticeState {
    this.opened.site.meta.adopt(record);
    return this.opened.site.meta.notices;
  }

  /** Sends a message now; undefined: nobody is to get one. */
  sendNotice(record: SiteRecord): Promise<Reply | undefined> {
    this.opened.site.meta.adopt(record);
    return this.opened.notice.tryOut(Date.now);
  }

  /** All that is kept of a commenter. */
  exportPerson(person: Person, record: SiteRecord): Omit<PersonExport, "inbox"> {
    this.#site.meta.adopt(record);
    return exportPerson(this.#site, person);
  }

  /** Erases a commenter, at most 100 of her comments a call. */
  erasePerson(person: Person, record: SiteRecord): Erased {
    this.#site.meta.adopt(record);
    const erased = erasePerson(this.#site, person);
    this.#wrote();
    return erased;
  }

  /** New settings, or a key revoked: known here before any copy of them grows old elsewhere. */
  configure(record: SiteRecord): void {
    const before = this.#site.meta.record?.settings.webhook;
    const { settings } = this.#site.meta.adopt(record);
    if (settings.webhook !== before) tryNow(this.#site, Date.now());
    this.#wrote();
  }
}
