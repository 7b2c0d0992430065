import { DurableObject } from "cloudflare:workers";
import type { Actor } from "../contract/actor.ts";
import type { BatchLine, SentLine } from "../contract/batch.ts";
import type { Imported, ImportRefused } from "../contract/import.ts";
import type { BriefSubmitter, Intake, Report, Reported, Submitted, Submitter } from "../contract/intake.ts";
import type { Reply } from "../contract/outgoing.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { BackupPage, Integrity, TableRows } from "../contract/upkeep.ts";
import { type Call, type calls, giveCalls, type Methods } from "./calls.ts";
import { report } from "./decisions/report.ts";
import { followAddress } from "./delivery/replay.ts";
import { sendTestEvent } from "./delivery/webhook-channel.ts";
import { bringIn } from "./imports/bring-in.ts";
import { readLines } from "./imports/past-comment.ts";
import { readBatch, submitBatch } from "./intake/batch.ts";
import { submit } from "./intake/submit.ts";
import { type Opened, open } from "./open.ts";

/** An object with these calls for methods; the class below gives them to it. */
const Answering = DurableObject as unknown as new (
  state: DurableObjectState,
  env: Env,
) => DurableObject<Env> & Methods<typeof calls>;

/** One site's single writer and system of record. Every method is one call, one transaction, answered after the commit. */
export class SiteObject extends Answering {
  private opened: Opened;

  static {
    giveCalls(SiteObject.prototype, (object, call, given) => object.#answer(call, given));
  }

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.opened = open(state.storage, env);
    state.blockConcurrencyWhile(() => this.opened.alarm.wake());
  }

  submit(intake: Intake, submitter: Submitter): Submitted {
    return this.#write(undefined, ({ site }) => submit(site, intake, submitter));
  }

  /** The same where the record is known here; undefined: it is not, and wanted whole. */
  submitBriefly(intake: Intake, submitter: BriefSubmitter): Submitted | undefined {
    const record = this.opened.site.meta.knownAs(submitter.record);
    return record && this.submit(intake, { ...submitter, record });
  }

  /** The same for some of a batch, a line of JSON each. A word: whoever sent them may not. */
  async submitBatch(
    lines: readonly SentLine[],
    submitter: Submitter,
  ): Promise<BatchLine[] | "deleted" | "revoked"> {
    const read = await readBatch(lines, submitter, this.opened.means.master, Date.now());
    return this.#write(undefined, ({ site }) => submitBatch(site, read, submitter));
  }

  /** A decision of the blog's own moderator, by Akismet's protocol. */
  report(intake: Intake & { readonly report: Report }, submitter: Submitter): Reported {
    return this.#write(undefined, ({ site }) => report(site, intake, intake.report, submitter));
  }

  /** Sends the webhook a test event and tells what it answered. */
  sendTest(record: SiteRecord): Promise<Reply> {
    return this.#read(record, ({ site, means }) => sendTestEvent(site.record, means, Date.now));
  }

  /** Sends a message now; undefined: nobody is to get one. */
  sendNotice(record: SiteRecord): Promise<Reply | undefined> {
    return this.#read(record, ({ notice }) => notice.tryOut(Date.now));
  }

  /** Mails somebody now; undefined: she gets no mails of this site, or has had as many as she wants. */
  sendMail(member: string, record: SiteRecord): Promise<Reply | undefined> {
    return this.#read(record, ({ tell }) => tell.tryOut(member, Date.now));
  }

  /** Learns comments of the blog's past, a line of JSON each; `keeps`: what was published is also kept for readers. */
  async bringIn(
    text: string,
    by: Actor,
    keeps: boolean,
    record: SiteRecord,
  ): Promise<Imported | ImportRefused> {
    const now = Date.now();
    const read = await readLines(text, record, this.opened.means.master, now);
    return "refused" in read
      ? read
      : this.#write(record, ({ site }) => bringIn(site, read, { by, keeps, now }));
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
    this.#keepCost(Date.now());
  }

  #answer({ writes, work }: Call<never[], unknown>, given: [...never[], SiteRecord]): unknown {
    const record = given.at(-1) as SiteRecord;
    const does = ({ site }: Opened) => work(site, ...(given.slice(0, -1) as never[]));
    return writes ? this.#write(record, does) : this.#read(record, does);
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
    this.#keepCost(now);
    this.opened.alarm.arm(now);
    return answer;
  }

  #keepCost(now: number): void {
    this.opened.site.use.keep(now, this.opened.reportUse);
  }
}
