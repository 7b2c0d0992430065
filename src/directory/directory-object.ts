import { DurableObject } from "cloudflare:workers";
import type { RefusedCall } from "../contract/akismet.ts";
import type { Overview } from "../contract/overview.ts";
import { type Account, type Figures, noUse, type Use } from "../contract/plan.ts";
import type { Settings } from "../contract/site.ts";
import {
  type KeyGrant,
  type KeyRecord,
  nextKeyNumber,
  type Seed,
  type SiteRecord,
} from "../contract/site-record.ts";
import { Batches } from "./batches.ts";
import { Codes } from "./codes.ts";
import { type KeyHash, Keys } from "./keys.ts";
import { Ledger } from "./ledger.ts";
import { choiceCalls } from "./people/choice-calls.ts";
import { House } from "./people/house.ts";
import { meansCalls } from "./people/means-calls.ts";
import { memberCalls } from "./people/member-calls.ts";
import { sessionCalls } from "./people/session-calls.ts";
import { telegramCalls } from "./people/telegram-calls.ts";
import { changed, newSite, rotated, withKey, withoutKey } from "./record-changes.ts";
import { RefusedCalls, siteOfHost } from "./refused-calls.ts";
import type { Roll } from "./remembered.ts";
import { type OverviewQuestion, overviewOf, Sites } from "./stored-site.ts";

/** What the directory answers of people. */
const calls = { ...memberCalls, ...sessionCalls, ...meansCalls, ...choiceCalls, ...telegramCalls };

type AfterHouse<F> = F extends (house: House, ...given: infer Given) => infer Answer
  ? (...given: Given) => Answer
  : never;

/** An object with these calls for methods; the class below gives them to it. */
const Answering = DurableObject as unknown as new (
  state: DurableObjectState,
  env: Env,
) => DurableObject<Env> & { readonly [Name in keyof typeof calls]: AfterHouse<(typeof calls)[Name]> };

/**
 * The record of sites, key hashes, people and sessions. KV only caches it. Keys, tokens and session ids are known here
 * by their hashes alone.
 */
export class DirectoryObject extends Answering {
  readonly #sql: SqlStorage;
  readonly #sites: Sites;
  readonly #keys: Keys;
  readonly #ledger: Ledger;
  readonly #refused: RefusedCalls;
  readonly #codes: Codes;
  readonly #batches: Batches;
  private readonly house: House;

  static {
    for (const [name, work] of Object.entries<(house: House, ...given: never[]) => unknown>(calls))
      Object.defineProperty(DirectoryObject.prototype, name, {
        value(this: DirectoryObject, ...given: never[]) {
          return work(this.house, ...given);
        },
        writable: true,
        configurable: true,
      });
  }

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#ledger = new Ledger(this.#sql);
    this.#sites = new Sites(this.#sql);
    this.#keys = new Keys(this.#sql);
    this.#refused = new RefusedCalls(this.#sql);
    this.house = new House(state.storage);
    this.#codes = new Codes(this.#sql);
    this.#batches = new Batches(this.#sql);
  }

  sites(): SiteRecord[] {
    return this.#sites.all();
  }

  /** Which of the sites a page is to ask, and what is known of the others. */
  overview(question: OverviewQuestion): Overview {
    return overviewOf(this.#sites, this.#ledger.accounts(), question);
  }

  site(id: string): SiteRecord | undefined {
    return this.#sites.get(id);
  }

  /** Undefined: the id is taken. `hash` is that of the first key. */
  create(seed: Seed, settings: Settings, hash: string, now: number): SiteRecord | undefined {
    return this.#sites.has(seed.id) ? undefined : this.#saveWithKey(newSite(seed, settings, now), hash);
  }

  update(id: string, settings: Settings): SiteRecord | undefined {
    const record = this.site(id);
    return record && this.#sites.save(changed(record, { settings }));
  }

  /** Lets the site's own key bring in the blog's past until then. */
  openHistory(id: string, until: number): SiteRecord | undefined {
    const record = this.site(id);
    return record && this.#sites.save(changed(record, { historyUntil: until }));
  }

  /** A new generation of secrets with its key; site keys older than the newest two are revoked. */
  rotate(id: string, hash: string, generation: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    if (!record || record.generation + 1 !== generation) return undefined;
    return this.#saveWithKey(rotated(record, now), hash);
  }

  /** A key for Akismet's routes alone. Its number comes after all others; undefined: no such site, or another took the number. */
  addAkismetKey(id: string, hash: string, n: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    if (!record || nextKeyNumber(record) !== n) return undefined;
    return this.#saveWithKey(withKey(record, "akismet", now), hash);
  }

  revoke(id: string, n: number, now: number): SiteRecord | undefined {
    const record = this.site(id);
    return record?.keys.some((key) => key.n === n) ? this.#sites.save(withoutKey(record, n, now)) : undefined;
  }

  /** A site with the hashes of its keys: what a backup keeps of it here. */
  held(id: string): { record: SiteRecord; keys: KeyHash[] } | undefined {
    const record = this.site(id);
    return record && { record, keys: this.#keys.of(id) };
  }

  /** The same, put back. */
  adopt(record: SiteRecord, keys: readonly KeyHash[]): void {
    this.#transaction(() => {
      for (const key of keys) this.#keys.put(record.id, key);
      this.#sites.save(record);
    });
  }

  /** `keepPeople`: it comes back at once, with the roles that people have in it and the mails that they chose. */
  remove(id: string, keepPeople = false): boolean {
    if (!this.#sites.has(id)) return false;
    this.#transaction(() => {
      this.#keys.forget(id);
      this.#sites.remove(id);
      this.#ledger.forget(id);
      if (keepPeople) return;
      this.house.members.forgetSite(id);
      this.house.choices.forgetSite(id);
    });
    return true;
  }

  /** What a key opens, by its hash; undefined: nothing. A revoked key opens nothing. */
  grant(hash: string): KeyGrant | undefined {
    const grant = this.#keys.find(hash);
    const key = grant && this.site(grant.site)?.keys.find(({ n }) => n === grant.n);
    return key?.revokedAt === null ? grant : undefined;
  }

  /** Every site and key; undefined: there are more than `most` of a kind. */
  roll(most: number): Roll | undefined {
    const sites = this.#sites.names;
    const keys = this.#keys.first(most + 1);
    return sites.length > most || keys.length > most ? undefined : { sites: sites.map(({ id }) => id), keys };
  }

  keyHashes(id: string): string[] {
    return this.#keys.of(id).map(({ hash }) => hash);
  }

  /** A call by Akismet's protocol whose key opened nothing; `hash` is the key's, if it has the form of one. */
  noteRefused(call: Omit<RefusedCall, "site">, hash: string | undefined): void {
    const known = hash === undefined ? undefined : this.#keys.find(hash);
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

  /** A bulk is to decide in these sites. */
  noteBatch(name: string, sites: readonly string[], now: number): void {
    this.#batches.keep(name, sites, this.#sites.names.length, now);
  }

  /** In which sites a bulk decided; undefined: there are few sites, or it was before this was noted. */
  sitesOfBatch(name: string): readonly string[] | undefined {
    return this.#batches.sitesOf(name);
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

  /** Saves a record together with the hash of its newest key. */
  #saveWithKey(record: SiteRecord, hash: string): SiteRecord {
    const { n, scope } = record.keys.at(-1) as KeyRecord;
    return this.#transaction(() => {
      this.#keys.put(record.id, { hash, n, scope });
      return this.#sites.save(record);
    });
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
