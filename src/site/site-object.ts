import { DurableObject } from "cloudflare:workers";
import type { AkismetCall } from "../contract/akismet.ts";
import type { DecisionRequest, Event } from "../contract/decision.ts";
import type { Caller, Intake, Report, Reported, Submitted } from "../contract/intake.ts";
import type { PersonExport } from "../contract/privacy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { CommentDetail, CommentPage, Counts, Health, ListRequest } from "../contract/views.ts";
import { type BulkRequest, type BulkResult, bulk } from "./decisions/bulk.ts";
import { decide } from "./decisions/decide.ts";
import { type LastDecision, lastDecision } from "./decisions/last-decision.ts";
import type { Decided } from "./decisions/outcome.ts";
import { report } from "./decisions/report.ts";
import { type BatchUndone, undoBatch } from "./decisions/undo-batch.ts";
import { type Deliveries, deliveriesOf } from "./delivery/deliveries.ts";
import type { Reply } from "./delivery/exchange.ts";
import { type Replayed, replay, replayDead, tryNow } from "./delivery/replay.ts";
import { sendTestEvent } from "./delivery/test-event.ts";
import { submit } from "./intake/submit.ts";
import { takeOver } from "./intake/take-over.ts";
import { type Opened, open } from "./open.ts";
import { type Erased, erasePerson, exportPerson, type Person } from "./privacy/person.ts";
import { remove } from "./privacy/remove.ts";
import type { Day, DecidedCount } from "./tables/days.ts";
import type { NoticeState } from "./tables/meta.ts";
import type { BackupPage, TableRows } from "./upkeep/backup.ts";
import type { Integrity } from "./upkeep/integrity.ts";
import { type AuthorView, authorOf } from "./views/author.ts";
import { type Compared, compare } from "./views/compared.ts";
import { alikeTo } from "./views/groups.ts";
import { healthOf } from "./views/health.ts";
import { type HistoryEntry, type HistoryRequest, history } from "./views/history.ts";
import { type Insight, insightOf } from "./views/insight.ts";
import { behind, confirmed, list } from "./views/lists.ts";
import { decisionsSince, detailOf, type Told, told } from "./views/views.ts";

/**
 * One site's single writer and system of record. Every method is one call, one transaction, and answers after the
 * commit. Failures are answers, not exceptions: what throws here is a fault.
 */
export class SiteObject extends DurableObject<Env> {
  private opened: Opened;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.opened = open(state.storage, env);
    state.blockConcurrencyWhile(() => this.opened.alarm.wake());
  }

  submit(intake: Intake, caller: Caller): Submitted {
    return this.#write(undefined, ({ site }) => submit(site, intake, caller));
  }

  /** A decision of the blog's own moderator, by Akismet's protocol. */
  report(intake: Intake & { readonly report: Report }, caller: Caller): Reported {
    return this.#write(undefined, ({ site }) => report(site, intake, intake.report, caller));
  }

  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver(intakes: readonly Intake[], record: SiteRecord): void {
    this.#write(record, ({ site }) => {
      for (const intake of intakes) takeOver(site, intake);
    });
  }

  decide(id: string, request: DecisionRequest, record: SiteRecord): Decided {
    const circumstances = { by: request.by ?? "blog", now: Date.now() };
    return this.#write(record, ({ site }) => decide(site, id, request, circumstances));
  }

  /** Decides on many comments, some at a time: call again from `next`. */
  bulk(request: BulkRequest, record: SiteRecord): BulkResult {
    return this.#write(record, ({ site }) => site.transaction(() => bulk(site, request, Date.now())));
  }

  /** Takes a bulk back, some at a time: call again while decisions are left. */
  undoBatch(batch: string, by: string, record: SiteRecord): BatchUndone {
    return this.#write(record, ({ site }) => site.transaction(() => undoBatch(site, batch, by, Date.now())));
  }

  /** False: there is no such comment. */
  remove(id: string, record: SiteRecord): boolean {
    return this.#write(record, ({ site }) => remove(site, id));
  }

  /** Undefined: no such comment. */
  tell(id: string, record: SiteRecord): Told | undefined {
    return this.#read(record, ({ site }) => told(site, id));
  }

  detail(id: string, record: SiteRecord): CommentDetail | undefined {
    return this.#read(record, ({ site }) => detailOf(site, id));
  }

  list(request: ListRequest, record: SiteRecord): CommentPage {
    return this.#read(record, ({ site }) => list(site, request));
  }

  /** Of the ids that KV shows, those that still wait; and up to `limit` that wait and have not reached KV. In groups. */
  confirm(ids: readonly string[], limit: number, record: SiteRecord): CommentPage {
    return this.#read(record, ({ site }) => confirmed(site, ids, limit));
  }

  counts(record: SiteRecord): Counts {
    return this.#read(record, ({ site }) => site.counts);
  }

  /** How many comments meet the conditions. */
  count(request: Pick<ListRequest, "status" | "filter">, record: SiteRecord): number {
    return this.#read(record, ({ site }) => site.lists.count(request));
  }

  /** How many wait and are like a comment. */
  alike(id: string, record: SiteRecord): number {
    return this.#read(record, ({ site }) => alikeTo(site, id).length);
  }

  /** The comments behind one, as rows. */
  behind(id: string, limit: number, record: SiteRecord): CommentPage {
    return this.#read(record, ({ site }) => behind(site, id, limit));
  }

  author(id: string, record: SiteRecord): AuthorView | undefined {
    return this.#read(record, ({ site }) => authorOf(site, id));
  }

  /** Since: milliseconds since 1970. */
  lastDecision(by: string, since: number, record: SiteRecord): LastDecision | undefined {
    return this.#read(record, ({ site }) => lastDecision(site, by, since));
  }

  /** The feed of decisions: what came after a sequence, in order. */
  decisions(since: number, limit: number, record: SiteRecord): { events: Event[]; next: number } {
    return this.#read(record, ({ site }) => decisionsSince(site, since, limit));
  }

  /** Lines of the record, the newest first. */
  history(request: HistoryRequest, record: SiteRecord): HistoryEntry[] {
    return this.#read(record, ({ site }) => history(site, request));
  }

  /** What came in and what people said of it, from one day to another (days since 1970), both included. */
  insight(from: number, to: number, record: SiteRecord): Insight {
    return this.#read(record, ({ site }) => insightOf(site, from, to));
  }

  /** What came in and what was decided, from one day to another (days since 1970), both included. */
  days(from: number, to: number, record: SiteRecord): { days: Day[]; decided: DecidedCount[] } {
    return this.#read(record, ({ site: { days } }) => ({
      days: days.between(from, to),
      decided: days.decided(from, to),
    }));
  }

  /** In log-only mode: what the filter would have done beside what people did. */
  compared(record: SiteRecord): Compared {
    return this.#read(record, ({ site }) => compare(site));
  }

  health(record: SiteRecord): Health {
    return this.#read(record, ({ site }) => healthOf(site, Date.now()));
  }

  /** A call by Akismet's protocol that is no comment's. */
  noteCall(call: AkismetCall, record: SiteRecord): void {
    this.#write(record, ({ site }) => site.akismetCalls.note(call));
  }

  /** The last calls by Akismet's protocol, the newest first. */
  akismetCalls(record: SiteRecord): readonly AkismetCall[] {
    return this.#read(record, ({ site }) => site.akismetCalls.all);
  }

  deliveries(record: SiteRecord): Deliveries {
    return this.#read(record, ({ site }) => deliveriesOf(site));
  }

  /** Tells the blog again where a comment is. */
  replay(id: string, by: string, record: SiteRecord): Replayed {
    return this.#write(record, ({ site }) => replay(site, id, by, Date.now()));
  }

  /** Takes dead letters up again. Undefined: the site has nowhere to send to. */
  replayDead(by: string, record: SiteRecord): { replayed: number; left: number } | undefined {
    return this.#write(record, ({ site }) => replayDead(site, by, Date.now()));
  }

  /** Sends the webhook a test event and tells what it answered. */
  sendTest(record: SiteRecord): Promise<Reply> {
    return this.#read(record, ({ site, means }) => sendTestEvent(site.record, means, Date.now));
  }

  /** How the messages to people do. */
  notices(record: SiteRecord): NoticeState {
    return this.#read(record, ({ site }) => site.meta.notices);
  }

  /** Sends a message now; undefined: nobody is to get one. */
  sendNotice(record: SiteRecord): Promise<Reply | undefined> {
    return this.#read(record, ({ notice }) => notice.tryOut(Date.now));
  }

  /** All that is kept of a commenter. */
  exportPerson(person: Person, record: SiteRecord): Omit<PersonExport, "inbox"> {
    return this.#read(record, ({ site }) => exportPerson(site, person));
  }

  /** Erases a commenter, at most 100 of her comments a call. */
  erasePerson(person: Person, record: SiteRecord): Erased {
    return this.#write(record, ({ site }) => erasePerson(site, person));
  }

  /** New settings, or a key revoked: known here before any copy of them grows old elsewhere. */
  configure(record: SiteRecord): void {
    const before = this.opened.site.meta.record?.settings.webhook;
    this.#write(record, ({ site }) => {
      if (site.record.settings.webhook !== before) tryNow(site, Date.now());
    });
  }

  integrity(record: SiteRecord): Integrity {
    return this.#read(record, ({ upkeep }) => upkeep.integrity());
  }

  /** A page of all that is kept; undefined cursor: the first. */
  backup(cursor: string | undefined): BackupPage {
    return this.opened.upkeep.backup(cursor);
  }

  /** Empties this object for a backup to be put in. */
  async clear(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#reopen();
  }

  /** Why the rows do not fit; undefined: they are in. */
  restore(rows: TableRows): string | undefined {
    return this.opened.upkeep.restore(rows);
  }

  /** After a backup's last row: lives on from what was put in. */
  restored(record: SiteRecord): void {
    this.#reopen();
    this.#write(record, ({ upkeep }) => upkeep.requeue());
  }

  /** Deletes everything this site ever stored. What still arrives under an old copy of its record is turned away. */
  async destroy(now: number): Promise<void> {
    await this.clear();
    this.opened.site.meta.deletedAt = now;
  }

  override async alarm(): Promise<void> {
    await this.opened.alarm.ring();
    this.opened.cost.keep(Date.now());
  }

  /** Reads all anew from what is stored. */
  #reopen(): void {
    this.opened = open(this.ctx.storage, this.env);
  }

  /** Does what needs the site's settings and changes nothing. */
  #read<T>(record: SiteRecord, work: (opened: Opened) => T): T {
    this.opened.site.meta.adopt(record);
    return work(this.opened);
  }

  /**
   * Does what may write: afterwards its cost is kept and the alarm set. `record` undefined: the work looks at the record
   * itself, as it may turn the caller away.
   */
  #write<T>(record: SiteRecord | undefined, work: (opened: Opened) => T): T {
    if (record) this.opened.site.meta.adopt(record);
    const answer = work(this.opened);
    const now = Date.now();
    this.opened.cost.keep(now);
    this.opened.alarm.arm(now);
    return answer;
  }
}
