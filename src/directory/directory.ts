import { completed, type KeyGrant, type SiteRecord } from "../contract/site-record.ts";
import type { Remote } from "../platform/stub.ts";
import { keyCacheKey, siteCacheKey } from "../queue/keys.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { type Roll, remembered } from "./remembered.ts";

/** KV may answer from its edge cache for so long, seconds; its smallest. */
const CACHE_TTL = 60;
/** Names on the roll; a directory with more is asked for each. */
const MOST_NAMES = 20_000;

/**
 * Sites and keys, from the isolate's memory, else from KV's copy and, on a miss or an error, from the directory
 * object. What there is not is told by the roll of all there is, which is read once for many questions. A copy
 * may be a minute and a half old: the site object has the newest record and refuses a key revoked since.
 */
export class Directory {
  readonly #kv: KVNamespace;
  readonly #object: () => Remote<DirectoryObject>;
  readonly #later: (work: Promise<unknown>) => void;

  /** `later` keeps the Worker alive for work that the answer does not wait for. */
  constructor(
    kv: KVNamespace,
    object: () => Remote<DirectoryObject>,
    later: (work: Promise<unknown>) => void,
  ) {
    this.#kv = kv;
    this.#object = object;
    this.#later = later;
  }

  async site(id: string): Promise<SiteRecord | undefined> {
    const known = remembered.site(id, Date.now());
    if (known) return known;
    const found = await this.#cached("sites", id, siteCacheKey(id), () => this.#object().site(id));
    if (!found) return undefined;
    const record = completed(found);
    remembered.keepSite(record, Date.now());
    return record;
  }

  async grant(hash: string): Promise<KeyGrant | undefined> {
    const known = remembered.grant(hash, Date.now());
    if (known) return known;
    const grant = await this.#cached("keys", hash, keyCacheKey(hash), () => this.#object().grant(hash));
    if (grant) remembered.keepGrant(hash, grant, Date.now());
    return grant;
  }

  /** The record as it is now, whatever any copy says. */
  async fresh(id: string): Promise<SiteRecord | undefined> {
    return this.#object().site(id);
  }

  /** Puts the new copy in the cache, or takes the old one out. */
  async renew(id: string, record: SiteRecord | undefined): Promise<void> {
    remembered.changed(id, record && completed(record), Date.now());
    const key = siteCacheKey(id);
    await (record ? this.#kv.put(key, JSON.stringify(record)) : this.#kv.delete(key)).catch(() => undefined);
  }

  async forgetKeys(hashes: readonly string[]): Promise<void> {
    remembered.forgetGrants(hashes);
    await Promise.all(hashes.map((hash) => this.#kv.delete(keyCacheKey(hash)).catch(() => undefined)));
  }

  async #cached<T>(
    kind: keyof Roll,
    name: string,
    key: string,
    ask: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    if (remembered.isMissing(kind, name, Date.now())) return undefined;
    const copy = await this.#kv.get<T>(key, { type: "json", cacheTtl: CACHE_TTL }).catch(() => null);
    if (copy !== null) return copy;
    if (await this.#isMissing(kind, name)) return undefined;
    const found = await ask();
    if (found) this.#later(this.#kv.put(key, JSON.stringify(found)).catch(() => undefined));
    return found;
  }

  /** Whether the roll, read again where it is too old, says that there is no such site or key. */
  async #isMissing(kind: keyof Roll, name: string): Promise<boolean> {
    const missing = remembered.isMissing(kind, name, Date.now());
    if (missing !== undefined) return missing;
    const { changes } = remembered;
    const roll = await this.#object().roll(MOST_NAMES);
    if (!roll) return false;
    remembered.keepRoll(roll, changes, Date.now());
    return !roll[kind].includes(name);
  }
}
