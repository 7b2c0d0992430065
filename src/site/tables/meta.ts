import type { AkismetCall } from "../../contract/akismet.ts";
import { completed, type SiteRecord } from "../../contract/site-record.ts";
import type { StoredUse } from "../budget/day-use.ts";
import type { Circuit } from "../delivery/circuit.ts";
import type { Endpoint } from "../delivery/endpoint.ts";
import type { Sql } from "./sql.ts";

/** When the lanes may work again, milliseconds since 1970; 0 = at once. */
export interface LaneTimes {
  /** KV is out of quota until here. */
  readonly queuePausedUntil: number;
  readonly purgeDue: number;
  /** Verdicts up to this arrival were looked at for weak labels. */
  readonly weakUntil: number;
  /** Arrivals up to here are counted in the table of days. */
  readonly countedUntil: number;
}

const noTimes: LaneTimes = { queuePausedUntil: 0, purgeDue: 0, weakUntil: 0, countedUntil: 0 };

/** What people were told of waiting comments. Times in milliseconds since 1970; 0: never, or none. */
export interface NoticeState {
  /** When the last message went out, or was given up. */
  readonly at: number;
  /** Arrival of the newest comment that was told of. */
  readonly until: number;
  /** When a failed message is tried again. */
  readonly retry: number;
  readonly tries: number;
  readonly failure: string | null;
}

const noNotices: NoticeState = { at: 0, until: 0, retry: 0, tries: 0, failure: null };

/** Endpoints that failed when they were last tried. */
export type FailingEndpoints = { readonly [K in Endpoint]?: Circuit | undefined };

/** The few single values of a site: its settings as last told, its lanes' times, and which endpoints fail. */
export class Meta {
  readonly #sql: Sql;
  #record: SiteRecord | undefined;
  #times: LaneTimes;
  #circuits: FailingEndpoints;
  #requests = 0;

  constructor(sql: Sql) {
    this.#sql = sql;
    const record = this.#read<SiteRecord>("record");
    this.#record = record && completed(record);
    this.#times = { ...noTimes, ...this.#read<Partial<LaneTimes>>("lanes") };
    this.#circuits = this.#read("circuits") ?? {};
  }

  /** Undefined: nobody has told yet. */
  get record(): SiteRecord | undefined {
    return this.#record;
  }

  /** Calls of the object since it woke: each brings the record. */
  get requests(): number {
    return this.#requests;
  }

  /** Keeps the record if it is newer; answers the one that counts. */
  adopt(record: SiteRecord): SiteRecord {
    this.#requests++;
    if (this.#record && this.#record.version >= record.version) return this.#record;
    this.#record = completed(record);
    this.#write("record", this.#record);
    return this.#record;
  }

  get times(): LaneTimes {
    return this.#times;
  }

  set times(times: LaneTimes) {
    this.#times = times;
    this.#write("lanes", times);
  }

  get notices(): NoticeState {
    return { ...noNotices, ...this.#read<Partial<NoticeState>>("notices") };
  }

  set notices(notices: NoticeState) {
    this.#write("notices", notices);
  }

  get circuits(): FailingEndpoints {
    return this.#circuits;
  }

  set circuits(circuits: FailingEndpoints) {
    this.#circuits = circuits;
    this.#write("circuits", circuits);
  }

  /** The last calls by Akismet's protocol, the newest first. */
  get akismetCalls(): AkismetCall[] {
    return this.#read("akismetCalls") ?? [];
  }

  set akismetCalls(calls: readonly AkismetCall[]) {
    this.#write("akismetCalls", calls);
  }

  /** What the day had taken when last written. */
  get use(): StoredUse | undefined {
    return this.#read("use");
  }

  set use(use: StoredUse) {
    this.#write("use", use);
  }

  /** When the site was deleted, milliseconds since 1970: records made before are refused. 0: never. */
  get deletedAt(): number {
    return this.#read("deleted") ?? 0;
  }

  set deletedAt(time: number) {
    this.#write("deleted", time);
  }

  #read<T>(name: string): T | undefined {
    const [row] = this.#sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = ?", name).toArray();
    return row && JSON.parse(row.value);
  }

  #write(name: string, value: unknown): void {
    this.#sql.exec(
      "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      name,
      JSON.stringify(value),
    );
  }
}
