import { completed, type KeyGrant, type SiteRecord } from "../contract/site-record.ts";
import { directoryObject, type Remote } from "../platform/stub.ts";
import { keyCacheKey, siteCacheKey } from "../queue/keys.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** KV may answer from its edge cache for so long, seconds; its smallest. */
const CACHE_TTL = 60;

/**
 * Sites and keys, read from KV's copy and, on a miss or an error, from the directory object. A copy may be a minute
 * old: the site object has the newest record and refuses a key revoked since.
 */
export class Directory {
  readonly #kv: KVNamespace;
  readonly #object: Remote<DirectoryObject>;
  readonly #later: (work: Promise<unknown>) => void;

  /** `later` keeps the Worker alive for work that the answer does not wait for. */
  constructor(kv: KVNamespace, namespace: Env["DIRECTORY"], later: (work: Promise<unknown>) => void) {
    this.#kv = kv;
    this.#object = directoryObject(namespace);
    this.#later = later;
  }

  async site(id: string): Promise<SiteRecord | undefined> {
    const record = await this.#cached(siteCacheKey(id), () => this.#object.site(id));
    return record && completed(record);
  }

  async grant(hash: string): Promise<KeyGrant | undefined> {
    return this.#cached(keyCacheKey(hash), () => this.#object.grant(hash));
  }

  /** The record as it is now, whatever any copy says. */
  async fresh(id: string): Promise<SiteRecord | undefined> {
    return this.#object.site(id);
  }

  /** Puts the new copy in the cache, or takes the old one out. */
  async renew(id: string, record: SiteRecord | undefined): Promise<void> {
    const key = siteCacheKey(id);
    await (record ? this.#kv.put(key, JSON.stringify(record)) : this.#kv.delete(key)).catch(() => undefined);
  }

  async forgetKeys(hashes: readonly string[]): Promise<void> {
    await Promise.all(hashes.map((hash) => this.#kv.delete(keyCacheKey(hash)).catch(() => undefined)));
  }

  async #cached<T>(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    const copy = await this.#kv.get<T>(key, { type: "json", cacheTtl: CACHE_TTL }).catch(() => null);
    if (copy !== null) return copy;
    const found = await ask();
    if (found) this.#later(this.#kv.put(key, JSON.stringify(found)).catch(() => undefined));
    return found;
  }
}
