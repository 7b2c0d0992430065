import { DurableObject } from "cloudflare:workers";
import type { AkismetCall } from "../contract/akismet.ts";
import type {
  BatchUndone,
  BroughtBack,
  BulkRequest,
  BulkResult,
  Decided,
  LastDecision,
} from "../contract/decided.ts";
import type { AnswerWithHistory, DecisionRequest, Event } from "../contract/decision.ts";
import type { HistoryEntry, HistoryRequest } from "../contract/history.ts";
import type { Imported, ImportRefused, Imports } from "../contract/import.ts";
import type { Compared, Day, DecidedCount, Insight } from "../contract/insight.ts";
import type { Intake, Report, Reported, Submitted, Submitter } from "../contract/intake.ts";
import type { NoticeState } from "../contract/notify.ts";
import type { Deliveries, Replayed, Reply } from "../contract/outgoing.ts";
import type { Erased, Person, PersonExport } from "../contract/privacy.ts";
import type { ListRequest } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { BackupPage, Integrity, TableRows } from "../contract/upkeep.ts";
import type { AuthorView, CommentDetail, CommentPage, Counts, Health } from "../contract/views.ts";
import type { Label } from "../core/judging/decision.ts";
import { bringBack } from "./decisions/bring-back.ts";
import { bulk, undoBatch } from "./decisions/bulk.ts";
import { decide } from "./decisions/decide.ts";
import { countFreed } from "./decisions/freed.ts";
import { report } from "./decisions/report.ts";
import { deliveriesOf } from "./delivery/deliveries.ts";
import { followAddress, replay, replayDead } from "./delivery/replay.ts";
import { sendTestEvent } from "./delivery/test-event.ts";
import { bringIn } from "./imports/bring-in.ts";
import { decideSuspect } from "./imports/decide-suspect.ts";
import { readLines } from "./imports/past-comment.ts";
import { suspectsOf } from "./imports/suspects-of.ts";
import { takeOut } from "./imports/take-out.ts";
import { importReports } from "./imports/trial.ts";
import { submit } from "./intake/submit.ts";
import { takeOver } from "./intake/take-over.ts";
import { type Opened, open } from "./open.ts";
import { erasePerson, exportPerson, remove } from "./privacy/erase.ts";
import { notePerson } from "./privacy/note-person.ts";
import { authorOf } from "./views/author.ts";
import { healthOf } from "./views/health.ts";
import { historyOf, lastDecision } from "./views/history.ts";
import { compare, daysOf, insightOf } from "./views/insight.ts";
import { behind, confirmed, countAlike, list } from "./views/lists.ts";
import { answerWithHistory, decisionsSince, detailOf } from "./views/views.ts";

/** One site's single writer and system of record. Every method is one call, one transaction, answered after the commit. */
export class SiteObject extends DurableObject<Env> {
  private opened: Opened;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.opened = open(state.storage, env);
    state.blockConcurrencyWhile(() => this.opened.alarm.wake());
  }

  submit(intake: Intake, submitter: Submitter): Submitted {
    return this.#write(undefined, ({ site }) => submit(site, intake, submitter));
  }

  /** A decision of the blog's own moderator, by Akismet's protocol. */
  report(intake: Intake & { readonly report: Report }, submitter: Submitter): Reported {
    return this.#write(undefined, ({ site }) => report(site, intake, intake.report, submitter));
  }

  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver(intakes: readonly Intake[], record: SiteRecord): void {
    this.#write(record, ({ site }) => takeOver(site, intakes));
  }

  decide(id: string, request: DecisionRequest, record: SiteRecord): Decided {
    const at = { by: request.by ?? "blog", now: Date.now() };
    return this.#write(record, ({ site }) => decide(site, id, request, at));
  }

  /** Decides on many comments, some at a time: call again from `next`. */
  bulk(request: BulkRequest, record: SiteRecord): BulkResult {
    return this.#write(record, ({ site }) => bulk(site, request, Date.now()));
  }

  /** Takes a bulk back, some at a time: call again while decisions are left. */
  undoBatch(batch: string, by: string, record: SiteRecord): BatchUndone {
    return this.#write(record, ({ site }) => undoBatch(site, batch, by, Date.now()));
  }

  /** How many comments only entries had rejected that are in the lists no longer. */
  countFreed(record: SiteRecord): number {
    return this.#read(record, ({ site }) => countFreed(site));
  }

  /** Brings such comments back, some at a time: call again while there are more. */
  bringBack(by: string, batch: string, record: SiteRecord): BroughtBack {
    return this.#write(record, ({ site }) => bringBack(site, { by, batch, now: Date.now() }));
  }

  remove(id: string, record: SiteRecord, keepLesson = false): boolean {
    return this.#write(record, ({ site }) => remove(site, id, { keepLesson }));
  }

  /** Undefined: no such comment. */
  answer(id: string, record: SiteRecord): AnswerWithHistory | undefined {
    return this.#read(record, ({ site }) => answerWithHistory(site, id));
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

  count(request: Pick<ListRequest, "status" | "filter">, record: SiteRecord): number {
    return this.#read(record, ({ site }) => site.lists.count(request));
  }

  alike(id: string, record: SiteRecord): number {
    return this.#read(record, ({ site }) => countAlike(site, id));
  }

  behind(id: string, limit: number, record: SiteRecord): CommentPage {
    return this.#read(record, ({ site }) => behind(site, id, limit));
  }

  author(id: string, record: SiteRecord): AuthorView | undefined {
    return this.#read(record, ({ site }) => authorOf(site, id));
  }

  lastDecision(by: string, since: number, record: SiteRecord): LastDecision | undefined {
    return this.#read(record, ({ site }) => lastDecision(site, by, since));
  }

  /** The feed of decisions: what came after a sequence, in order. */
  decisions(since: number, limit: number, record: SiteRecord): { events: Event[]; next: number } {
    return this.#read(record, ({ site }) => decisionsSince(site, since, limit));
  }

  history(request: HistoryRequest, record: SiteRecord): HistoryEntry[] {
    return this.#read(record, ({ site }) => historyOf(site, request));
  }

  /** What came in and what people said of it, from one day to another (days since 1970), both included. */
  insight(from: number, to: number, record: SiteRecord): Insight {
    return this.#read(record, ({ site }) => insightOf(site, from, to));
  }

  days(from: number, to: number, record: SiteRecord): { days: Day[]; decided: DecidedCount[] } {
    return this.#read(record, ({ site }) => daysOf(site, from, to));
  }

  compared(record: SiteRecord): Compared {
    return this.#read(record, ({ site }) => compare(site));
  }

  health(record: SiteRecord): Health {
    return this.#read(record, ({ site }) => healthOf(site, Date.now()));
  }

  /** A submission was refused for these fields. */
  noteRefusal(status: number, pointers: readonly string[], record: SiteRecord): void {
    this.#write(record, ({ site }) => site.refusals.note(status, pointers, Date.now()));
  }

  noteCall(call: AkismetCall, record: SiteRecord): void {
    this.#write(record, ({ site }) => site.akismetCalls.note(call));
  }

  akismetCalls(record: SiteRecord): readonly AkismetCall[] {
    return this.#read(record, ({ site }) => site.akismetCalls.all);
  }

  /** A key is in use; many isolates say so, and it is written down once an hour. */
  noteKeyUse(n: number, now: number, record: SiteRecord): void {
    this.#write(record, ({ site }) => site.meta.noteKeyUse(n, now));
  }

  keyUse(record: SiteRecord): Readonly<Record<string, number>> {
    return this.#read(record, ({ site }) => site.meta.keyUse);
  }

  deliveries(record: SiteRecord): Deliveries {
    return this.#read(record, ({ site }) => deliveriesOf(site));
  }

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

  notices(record: SiteRecord): NoticeState {
    return this.#read(record, ({ site }) => site.meta.notices);
  }

  /** Sends a message now; undefined: nobody is to get one. */
  sendNotice(record: SiteRecord): Promise<Reply | undefined> {
    return this.#read(record, ({ notice }) => notice.tryOut(Date.now));
  }

  exportPerson(person: Person, record: SiteRecord): Omit<PersonExport, "inbox"> {
    return this.#read(record, ({ site }) => exportPerson(site, person));
  }

  /** Erases a commenter, at most 100 of her comments a call. */
  erasePerson(person: Person, record: SiteRecord): Erased {
    return this.#write(record, ({ site }) => erasePerson(site, person));
  }

  /** The blog itself asked about a person, with its key. */
  notePerson(what: "export" | "erasure", key: number, record: SiteRecord): void {
    this.#write(record, ({ site }) => notePerson(site, what, key, Date.now()));
  }

  /** Learns comments of the blog's past, a line of JSON each. */
  async bringIn(text: string, by: string, record: SiteRecord): Promise<Imported | ImportRefused> {
    const now = Date.now();
    const read = await readLines(text, record, this.opened.means.master, now);
    return "refused" in read ? read : this.#write(record, ({ site }) => bringIn(site, read, by, now));
  }

  imports(record: SiteRecord): Imports {
    return this.#read(record, ({ site }) => ({ imports: importReports(site), suspects: suspectsOf(site) }));
  }

  /** False: there is no such import. */
  takeOut(source: string, record: SiteRecord): boolean {
    return this.#write(record, ({ site }) => takeOut(site, source));
  }

  /** False: it was decided already. */
  decideSuspect(source: string, id: string, label: Label, record: SiteRecord): boolean {
    return this.#write(record, ({ site }) => decideSuspect(site, source, id, label, Date.now()));
  }

  /** New settings, or a key revoked: known here before any copy of them grows old elsewhere. */
  configure(record: SiteRecord): void {
    const before = this.opened.site.meta.record?.settings;
    this.#write(record, ({ site }) => followAddress(site, before, Date.now()));
  }

  integrity(record: SiteRecord): Integrity {
    return this.#read(record, ({ upkeep }) => upkeep.integrity());
  }

  backup(cursor: string | undefined): BackupPage {
    return this.opened.upkeep.backup(cursor);
  }

  /** Empties this object for a backup to be put in. */
  async clear(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.opened = open(this.ctx.storage, this.env);
  }

  restore(rows: TableRows): string | undefined {
    return this.opened.upkeep.restore(rows);
  }

  /** After a backup's last row: lives on from what was put in. */
  restored(record: SiteRecord): void {
    this.opened = open(this.ctx.storage, this.env);
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

  /** Does what needs the site's settings and changes nothing. */
  #read<T>(record: SiteRecord, work: (opened: Opened) => T): T {
    this.opened.site.meta.adopt(record);
    return work(this.opened);
  }

  /** Does what may write: then its cost is kept and the alarm set. `record` undefined: the work looks at it itself. */
  #write<T>(record: SiteRecord | undefined, work: (opened: Opened) => T): T {
    if (record) this.opened.site.meta.adopt(record);
    const answer = work(this.opened);
    const now = Date.now();
    this.opened.cost.keep(now);
    this.opened.alarm.arm(now);
    return answer;
  }
}
