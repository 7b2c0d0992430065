import type { KeyGrant, SiteRecord } from "../contract/site-record.ts";
import { MINUTE } from "../platform/clock.ts";
import { remembers } from "../platform/isolate.ts";
import { Memory } from "../platform/memory.ts";

/** Every site and every key that there is, by id and hash. */
export interface Roll {
  readonly sites: readonly string[];
  readonly keys: readonly string[];
}

interface ReadRoll {
  readonly sites: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

const SITE_LIFE = MINUTE / 2;
const GRANT_LIFE = MINUTE;
/** Whoever tries made-up keys costs one call of the directory in this time, however many they are. */
const ROLL_LIFE = 10_000;
const MOST = 1_000;
const ROLL = "roll";

const sites = new Memory<SiteRecord>(SITE_LIFE, MOST);
const grants = new Memory<KeyGrant>(GRANT_LIFE, MOST);
const rolls = new Memory<ReadRoll>(ROLL_LIFE, 1);
/** Counts what was changed here: a roll that was read meanwhile may lack it. */
let changes = 0;
remembers(() => {
  for (const memory of [sites, grants, rolls]) memory.clear();
});

/**
 * What this isolate knows of the directory. It may be half a minute old: the site object has the newest
 * record and refuses a key revoked since, and what this very isolate changes it knows at once.
 */
export const remembered = {
  site: (id: string, now: number): SiteRecord | undefined => sites.get(id, now),
  grant: (hash: string, now: number): KeyGrant | undefined => grants.get(hash, now),

  /** Whether there is no such site or key; undefined: the roll is too old to tell. */
  isMissing(kind: keyof Roll, name: string, now: number): boolean | undefined {
    const roll = rolls.get(ROLL, now);
    return roll && !roll[kind].has(name);
  },

  get changes(): number {
    return changes;
  },

  /** `asked`: the changes when it was asked for. */
  keepRoll(roll: Roll, asked: number, now: number): void {
    if (asked === changes) rolls.set(ROLL, { sites: new Set(roll.sites), keys: new Set(roll.keys) }, now);
  },

  /** A copy that was read while the record changed does not take the place of the newer one. */
  keepSite(record: SiteRecord, now: number): void {
    const known = sites.get(record.id, now);
    if (!known || known.version <= record.version) sites.set(record.id, record, now);
  },

  keepGrant: (hash: string, grant: KeyGrant, now: number): void => grants.set(hash, grant, now),

  /** A site was made, changed or (undefined) deleted here. */
  changed(id: string, record: SiteRecord | undefined, now: number): void {
    changes++;
    rolls.clear();
    if (record) sites.set(id, record, now);
    else sites.delete(id);
  },

  forgetGrants(hashes: readonly string[]): void {
    for (const hash of hashes) grants.delete(hash);
  },
};
