import type * as z from "zod";
import type { AkismetCall } from "../../contract/akismet.ts";
import type { DeployState } from "../../contract/deploy.ts";
import type { ToldRecipient } from "../../contract/mail.ts";
import type { Button, NoticeState } from "../../contract/notify.ts";
import type { Looked } from "../../contract/search.ts";
import { checked, completed, type SiteRecord } from "../../contract/site-record.ts";
import type { Refusal } from "../../contract/views.ts";
import type { WaveRule } from "../../contract/wave-rule.ts";
import { log } from "../../platform/log.ts";
import { readStored } from "../../platform/stored.ts";
import type { Sql } from "./sql.ts";
import { type FailingEndpoints, type JobTimes, metaValues, type StoredUse } from "./stored-meta.ts";

/** A key's use is written down so often, milliseconds. */
const KEY_USE_EVERY = 3_600_000;

/** Places up to which was looked through that are kept: an older one often lies within a newer. */
const MOST_LOOKED = 20;

/** The few single values of a site: its settings as last told, its jobs' times, and which endpoints fail. */
export class Meta {
  readonly #sql: Sql;
  #record: SiteRecord | undefined;
  #times: JobTimes;
  #circuits: FailingEndpoints;
  #recipients: readonly ToldRecipient[];
  #deploy: DeployState | undefined;
  #requests = 0;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#record = this.#readRecord();
    this.#times = this.#read("lanes", metaValues.lanes) ?? metaValues.lanes.parse({});
    this.#circuits = this.#read("circuits", metaValues.circuits) ?? {};
    this.#recipients = this.#read("recipients", metaValues.recipients) ?? [];
  }

  /** Undefined: nobody has told yet. */
  get record(): SiteRecord | undefined {
    return this.#record;
  }

  /** Calls of the object since it woke: each brings the record. */
  get requests(): number {
    return this.#requests;
  }

  /** The record, if it is of that site's life and no older; undefined: the caller knows a newer one. */
  knownAs({ version, createdAt }: Pick<SiteRecord, "version" | "createdAt">): SiteRecord | undefined {
    const record = this.#record;
    return record && record.createdAt === createdAt && record.version >= version ? record : undefined;
  }

  /** Keeps the record if it is newer; answers the one that counts. */
  adopt(record: SiteRecord): SiteRecord {
    this.#requests++;
    if (this.#record && this.#record.version >= record.version) return this.#record;
    this.#record = completed(record);
    this.#write("record", this.#record);
    return this.#record;
  }

  get times(): JobTimes {
    return this.#times;
  }

  set times(times: JobTimes) {
    this.#write("lanes", times);
    this.#times = times;
  }

  get notices(): NoticeState {
    return this.#read("notices", metaValues.notices) ?? metaValues.notices.parse({});
  }

  set notices(notices: NoticeState) {
    this.#write("notices", notices);
  }

  /** What buttons in messages are for, the newest last. */
  get buttons(): readonly Button[] {
    return this.#read("buttons", metaValues.buttons) ?? [];
  }

  set buttons(buttons: readonly Button[]) {
    this.#write("buttons", buttons);
  }

  /** Looked at with every write of the site, so it is kept in memory. */
  get deploy(): DeployState {
    this.#deploy ??= this.#read("deploy", metaValues.deploy) ?? metaValues.deploy.parse({});
    return this.#deploy;
  }

  set deploy(deploy: DeployState) {
    this.#write("deploy", deploy);
    this.#deploy = deploy;
  }

  /** Who is told; looked at with every write of the site, so it is kept in memory. */
  get recipients(): readonly ToldRecipient[] {
    return this.#recipients;
  }

  set recipients(recipients: readonly ToldRecipient[]) {
    this.#recipients = recipients;
    this.#write("recipients", recipients);
  }

  get circuits(): FailingEndpoints {
    return this.#circuits;
  }

  set circuits(circuits: FailingEndpoints) {
    this.#write("circuits", circuits);
    this.#circuits = circuits;
  }

  /** The last calls by Akismet's protocol, the newest first. */
  get akismetCalls(): AkismetCall[] {
    return this.#read("akismetCalls", metaValues.akismetCalls) ?? [];
  }

  set akismetCalls(calls: readonly AkismetCall[]) {
    this.#write("akismetCalls", calls);
  }

  /** What was refused of the submissions sent, the newest first. */
  get refusals(): readonly Refusal[] {
    return this.#read("refusals", metaValues.refusals) ?? [];
  }

  set refusals(refusals: readonly Refusal[]) {
    this.#write("refusals", refusals);
  }

  /** When each key was last used, by its number; milliseconds since 1970. */
  get keyUse(): Readonly<Record<string, number>> {
    return this.#read("keyUse", metaValues.keyUse) ?? {};
  }

  noteKeyUse(n: number, now: number): void {
    const use = this.keyUse;
    if (now - (use[n] ?? 0) >= KEY_USE_EVERY) this.#write("keyUse", { ...use, [n]: now });
  }

  /** How far what the filter stopped was looked through, the last first. */
  get looked(): readonly Looked[] {
    return this.#read("looked", metaValues.looked) ?? [];
  }

  set looked(places: readonly Looked[]) {
    this.#write("looked", places.slice(0, MOST_LOOKED));
  }

  /** Rules that decide later ones of waves. */
  get waves(): readonly WaveRule[] {
    return this.#read("waves", metaValues.waves) ?? [];
  }

  set waves(rules: readonly WaveRule[]) {
    this.#write("waves", rules);
  }

  /** What the day had taken when last written. */
  get use(): StoredUse | undefined {
    return this.#read("use", metaValues.use);
  }

  set use(use: StoredUse) {
    this.#write("use", use);
  }

  /** When the site was deleted, milliseconds since 1970: records made before are refused. 0: never. */
  get deletedAt(): number {
    return this.#read("deleted", metaValues.deleted) ?? 0;
  }

  set deletedAt(time: number) {
    this.#write("deleted", time);
  }

  #readRecord(): SiteRecord | undefined {
    const stored = this.#read("record", metaValues.record);
    if (!stored) return undefined;
    const { record, unfit } = checked(stored);
    if (unfit.length > 0)
      log("error", "stored value unreadable", { site: record.id, what: `settings ${unfit.join(", ")}` });
    return record;
  }

  #read<T>(name: keyof typeof metaValues, schema: z.ZodType<T>): T | undefined {
    const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
    return row && readStored(row.value, schema, `meta ${name}`, this.#record?.id);
  }

  #write(name: keyof typeof metaValues, value: unknown): void {
    this.#sql.exec(
      "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name,
      JSON.stringify(value),
    );
  }
}
