import type { Overview, Waits } from "../contract/overview.ts";
import type { Account } from "../contract/plan.ts";
import { checked, type SiteRecord, storedRecord } from "../contract/site-record.ts";
import { log } from "../platform/log.ts";
import { readStored } from "../platform/stored.ts";

/** A site as the directory's table holds it: JSON. */
type Row = { readonly id: string; readonly record: string };

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The sites' records. What was read is kept in mind beside the text that it was read from: a thousand take a tenth of a second
 * to read, and each page about all sites names every one.
 */
export class Sites {
  readonly #sql: SqlStorage;
  readonly #read = new Map<string, { readonly text: string; readonly record: SiteRecord }>();
  #names: readonly Named[] | undefined;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec("CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID");
  }

  /** Those that can be read, by id. */
  all(): SiteRecord[] {
    const rows = this.#sql.exec<Row>("SELECT id, record FROM sites ORDER BY id").toArray();
    return rows.flatMap((row) => this.#recordOf(row) ?? []);
  }

  /** Of these ids, in their order, those that there are and that can be read. */
  some(ids: readonly string[]): SiteRecord[] {
    return ids.flatMap((id) => this.#row(id).flatMap((row) => this.#recordOf(row) ?? []));
  }

  /** Undefined: there is none. Throws where it cannot be read: as if there were none, what waits for it would be thrown away. */
  get(id: string): SiteRecord | undefined {
    const [row] = this.#row(id);
    if (!row) return undefined;
    const record = this.#recordOf(row);
    if (!record) throw new Error("the record of a site cannot be read");
    return record;
  }

  /** Whether there is one, be it that its record cannot be read. */
  has(id: string): boolean {
    return this.#row(id).length > 0;
  }

  /** What each is called, by id. */
  get names(): readonly Named[] {
    this.#names ??= this.#sql
      .exec<{ id: string; name: string }>(
        `SELECT id, CASE WHEN json_valid(record) THEN coalesce(record ->> '$.settings.name', id) ELSE id END AS name
           FROM sites ORDER BY id`,
      )
      .toArray();
    return this.#names;
  }

  save(record: SiteRecord): SiteRecord {
    this.#names = undefined;
    this.#sql.exec("INSERT OR REPLACE INTO sites VALUES (?, ?)", record.id, JSON.stringify(record));
    return record;
  }

  remove(id: string): void {
    this.#names = undefined;
    this.#read.delete(id);
    this.#sql.exec("DELETE FROM sites WHERE id = ?", id);
  }

  #row(id: string): Row[] {
    return this.#sql.exec<Row>("SELECT id, record FROM sites WHERE id = ?", id).toArray();
  }

  /** Undefined: it cannot be read, and the log says so. A setting that cannot be read has its default. */
  #recordOf({ id, record: text }: Row): SiteRecord | undefined {
    const known = this.#read.get(id);
    if (known?.text === text) return known.record;
    const stored = readStored(text, storedRecord, "record of a site");
    if (!stored) return undefined;
    const { record, unfit } = checked(stored);
    if (unfit.length > 0)
      log("error", "stored value unreadable", { site: record.id, what: `settings ${unfit.join(", ")}` });
    this.#read.set(id, { text, record });
    return record;
  }
}

/** What somebody asks of the sites that she reaches. */
export interface OverviewQuestion {
  readonly reach: "all" | readonly string[];
  /** Sites that are asked in any case. */
  readonly named: readonly string[];
  /** Which come first: those in which something has waited longest, or those with the newest line of the record. */
  readonly order: "waiting" | "recorded";
  /** What KV knows to wait: a site may not have told of it yet. */
  readonly queued: readonly Waits[];
  /** Sites that are to be asked at most. */
  readonly most: number;
}

/** Sites with something wrong that are told of. */
const MOST_TROUBLED = 10;
const TROUBLES = ["deliveriesDead", "deliveriesRetrying", "surge"];

/** Tells which sites to ask, and what is known of the others. */
export function overviewOf(all: Sites, accounts: readonly Account[], question: OverviewQuestion): Overview {
  const reached = question.reach === "all" ? undefined : new Set(question.reach);
  const sites = all.names.filter(({ id }) => reached === undefined || reached.has(id));
  const told = new Map(accounts.map((account) => [account.site, account]));
  const ids = new Set(chosen(sites, told, question));
  const others = sites.flatMap(({ id }) => (ids.has(id) ? [] : (told.get(id) ?? [])));
  return {
    sites,
    asked: all.some([...ids]),
    pendingElsewhere: others.reduce((sum, { figures }) => sum + (figures.commentsPending ?? 0), 0),
    troubled: others
      .filter(({ figures }) => TROUBLES.some((trouble) => (figures[trouble] ?? 0) > 0))
      .slice(0, MOST_TROUBLED),
  };
}

/** Ids of the sites to ask: of many those that are most in need of it, and the one that is named. */
function chosen(
  sites: readonly Named[],
  told: ReadonlyMap<string, Account>,
  { most, named, order, queued }: OverviewQuestion,
): string[] {
  if (sites.length <= most) return sites.map(({ id }) => id);
  const toldAt = ({ id }: Named) => told.get(id)?.at ?? 0;
  const need = order === "waiting" ? waitingLongest(told, queued) : lastRecorded(told);
  return sites
    .toSorted((a, b) => need(a.id) - need(b.id) || toldAt(b) - toldAt(a))
    .filter(({ id }, i) => i < most || named.includes(id))
    .map(({ id }) => id);
}

/** Puts sites in which something has waited longest first; in the others there is nothing. */
function waitingLongest(
  told: ReadonlyMap<string, Account>,
  queued: readonly Waits[],
): (site: string) => number {
  const since = new Map<string, number>();
  for (const [site, { figures }] of told)
    if ((figures.commentsPending ?? 0) > 0) since.set(site, 1000 * (figures.oldestPendingSeconds ?? 0));
  for (const { site, arrived } of queued) since.set(site, Math.min(arrived, since.get(site) ?? arrived));
  return (site) => since.get(site) ?? Number.MAX_SAFE_INTEGER;
}

/** Puts sites first in which something was written into the record last. */
const lastRecorded =
  (told: ReadonlyMap<string, Account>) =>
  (site: string): number =>
    -(told.get(site)?.figures.lastEventSeconds ?? 0);
