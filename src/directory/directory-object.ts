import { DurableObject } from "cloudflare:workers";
import type { RefusedCall } from "../contract/akismet.ts";
import type { Settings } from "../contract/site.ts";
import {
  type KeyGrant,
  type KeyRecord,
  nextKeyNumber,
  type Seed,
  type SiteRecord,
} from "../contract/site-record.ts";
import { type Account, type Figures, noUse, type Use } from "../contract/use.ts";
import { Codes } from "./codes.ts";
import { Ledger } from "./ledger.ts";
import { RefusedCalls, siteOfHost } from "./refused-calls.ts";
import type { Roll } from "./remembered.ts";
import { Sessions } from "./sessions.ts";
import { type Row, recordOf } from "./stored-site.ts";

/** Generations of a site's secrets that are valid at the same time. */
const VALID_GENERATIONS = 2;

type GrantHash = { hash: string; n: number; scope: KeyGrant["scope"] };
type GrantRow = { site: string; n: number; scope: KeyGrant["scope"] };

/**
 * The record of sites, key hashes and sessions. KV only caches it. Keys, tokens and session ids are known here by
 * their hashes alone.
 */
export class DirectoryObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #ledger: Ledger;
  readonly #refused: RefusedCalls;
  readonly #sessions: Sessions;
  readonly #codes: Codes;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#ledger = new Ledger(this.#sql);
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS sites (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS keys (hash TEXT PRIMARY KEY, site TEXT NOT NULL, n INTEGER NOT NULL, scope TEXT NOT NULL) WITHOUT ROWID;
    `);
    this.#refused = new RefusedCalls(this.#sql);
    this.#sessions = new Sessions(this.#sql);
    this.#codes = new Codes(this.#sql);
  }

  sites(): SiteRecord[] {
    return this.#sql
      .exec<Row>("SELECT record FROM sites ORDER BY id")
      .toArray()
      .flatMap((row) => recordOf(row) ?? []);
  }

  site(id: string): SiteRecord | undefined {
    const [row] = this.#sql.exec<Row>("SELECT record FROM sites WHERE id = ?", id).toArray();
    if (!row) return undefined;
    const record = recordOf(row);
    // Not as if there were none: what waits for it would be thrown away.
    if (!record) throw new Error("the record of a site cannot be read");
    return record;
  }

  /** Undefined: the id is taken. `hash` is that of the first key. */
  create({ id, nonce }: Seed, settings: Settings, hash: string, now: number): SiteRecord | undefined {
    if (this.#has(id)) return undefined;
    const key: KeyRecord = { n: 1, scope: "site", createdAt: now, revokedAt: null };
    // A site deleted and made again counts on, or an old copy of its record would win.
    const record: SiteRecord = {
      id,
      nonce,
      version: now,
      createdAt: now,
      settings,
      generation: 1,
      keys: [key],
    };
    return this.#transaction(() => {
      this.#sql.exec("INSERT OR REPLACE INTO keys VALUES (?, ?, 1, 'site')", hash, id);
      return this.#save(record);
    });
  }

  update(id: string, settings: Settings): SiteRecord | undefined {
    const record = this.site(id);
    return record && this.#save({ ...record, version: record.version + 1, settings });
  }

  /** A new generation of secrets with its key; site keys older than the newest two are revoked. */
  rotate(id: string, hash: string, generation: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    if (!record || record.generation + 1 !== generation) return undefined;
    const valid = record.keys.filter(({ scope, revokedAt }) => scope === "site" && revokedAt === null);
    const old = valid.slice(0, 1 - VALID_GENERATIONS);
    const kept = record.keys.map((key) => (old.includes(key) ? { ...key, revokedAt: now } : key));
    return this.#addKey({ ...record, generation, keys: kept }, hash, "site", now);
  }

  /** A key for Akismet's routes alone. Its number comes after all others; undefined: no such site, or another took the number. */
  addAkismetKey(id: string, hash: string, n: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    return record && nextKeyNumber(record) === n ? this.#addKey(record, hash, "akismet", now) : undefined;
  }

  revoke(id: string, n: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    if (!record?.keys.some((key) => key.n === n)) return undefined;
    const keys = record.keys.map((key) =>
      key.n === n && key.revokedAt === null ? { ...key, revokedAt: now } : key,
    );
    return this.#save({ ...record, version: record.version + 1, keys });
  }

  /** A site with the hashes of its keys: what a backup keeps of it here. */
  held(id: string): { record: SiteRecord; keys: GrantHash[] } | undefined {
    const record = this.site(id);
    if (!record) return undefined;
    const keys = this.#sql
      .exec<GrantHash>("SELECT hash, n, scope FROM keys WHERE site = ? ORDER BY n, hash", id)
      .toArray();
    return { record, keys };
  }

  /** The same, put back. */
  adopt(record: SiteRecord, keys: readonly GrantHash[]): void {
    this.#transaction(() => {
      for (const { hash, n, scope } of keys)
        this.#sql.exec("INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?)", hash, record.id, n, scope);
      this.#save(record);
    });
  }

  remove(id: string): boolean {
    if (!this.#has(id)) return false;
    this.#transaction(() => {
      this.#sql.exec("DELETE FROM keys WHERE site = ?", id);
      this.#sql.exec("DELETE FROM sites WHERE id = ?", id);
      this.#ledger.forget(id);
    });
    return true;
  }

  /** What a key opens, by its hash; undefined: nothing. A revoked key opens nothing. */
  grant(hash: string): KeyGrant | undefined {
    const [row] = this.#sql.exec<GrantRow>("SELECT site, n, scope FROM keys WHERE hash = ?", hash).toArray();
    if (!row) return undefined;
    const key = this.site(row.site)?.keys.find(({ n }) => n === row.n);
    return key && key.revokedAt === null ? { site: row.site, n: row.n, scope: row.scope } : undefined;
  }

  /** Every site and key; undefined: there are more than `most` of a kind. */
  roll(most: number): Roll | undefined {
    const sites = this.#sql.exec<{ id: string }>("SELECT id FROM sites LIMIT ?", most + 1).toArray();
    const keys = this.#sql.exec<{ hash: string }>("SELECT hash FROM keys LIMIT ?", most + 1).toArray();
    if (sites.length > most || keys.length > most) return undefined;
    return { sites: sites.map(({ id }) => id), keys: keys.map(({ hash }) => hash) };
  }

  keyHashes(id: string): string[] {
    return this.#sql
      .exec<{ hash: string }>("SELECT hash FROM keys WHERE site = ?", id)
      .toArray()
      .map((row) => row.hash);
  }

  /** A call by Akismet's protocol whose key opened nothing; `hash` is the key's, if it has the form of one. */
  noteRefused(call: Omit<RefusedCall, "site">, hash: string | undefined): void {
    const [known] =
      hash === undefined
        ? []
        : this.#sql.exec<{ site: string }>("SELECT site FROM keys WHERE hash = ?", hash).toArray();
    const fault = known && call.fault === "unknown" ? "revoked" : call.fault;
    this.#refused.note({ ...call, fault, site: known?.site ?? siteOfHost(this.sites(), call.blog) });
  }

  /** The last calls whose key opened nothing, the newest first. */
  refused(): readonly RefusedCall[] {
    return this.#refused.all;
  }

  keepCode(hash: string, site: string | null, expires: number, now: number): void {
    this.#codes.keep(hash, site, expires, now);
  }

  spendCode(hash: string, now: number): { readonly site: string | null } | undefined {
    return this.#codes.spend(hash, now);
  }

  openSession(hash: string, name: string, expires: number, now: number): void {
    this.#sessions.open(hash, name, expires, now);
  }

  session(hash: string, now: number): { name: string } | undefined {
    return this.#sessions.find(hash, now);
  }

  closeSession(hash: string): void {
    this.#sessions.close(hash);
  }

  closeAllSessions(): number {
    return this.#sessions.closeAll();
  }

  #addKey(record: SiteRecord, hash: string, scope: KeyRecord["scope"], now: number): SiteRecord {
    const n = nextKeyNumber(record);
    return this.#transaction(() => {
      this.#sql.exec("INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?)", hash, record.id, n, scope);
      const form = scope === "akismet" ? { form: "hex" as const } : {};
      const keys = [...record.keys, { n, scope, createdAt: now, revokedAt: null, ...form }];
      return this.#save({ ...record, version: record.version + 1, keys });
    });
  }

  /** A site tells what it took of the day; answers what all the others took. */
  reportUse(site: string, use: Use, figures: Figures, now: number): Use {
    return unlessBroken(() => this.#ledger.report(site, use, figures, now), noUse);
  }

  /** The Worker took this itself. */
  addUse(part: Partial<Use>, now: number): void {
    unlessBroken(() => this.#ledger.add(part, now), undefined);
  }

  /** What each site, and the Worker (""), last told. */
  accounts(): Account[] {
    return this.#ledger.accounts();
  }

  /** Whether there is one, be it that its record cannot be read. */
  #has(id: string): boolean {
    return this.#sql.exec("SELECT id FROM sites WHERE id = ?", id).toArray().length > 0;
  }

  #save(record: SiteRecord): SiteRecord {
    this.#sql.exec("INSERT OR REPLACE INTO sites VALUES (?, ?)", record.id, JSON.stringify(record));
    return record;
  }

  #transaction<T>(work: () => T): T {
    return this.ctx.storage.transactionSync(work);
  }
}

/** Counts of cost are worth no failure: of an exception the platform would make an error in somebody's request. */
function unlessBroken<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
