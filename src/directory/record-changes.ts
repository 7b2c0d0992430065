import type { Settings } from "../contract/site.ts";
import { type KeyRecord, nextKeyNumber, type Seed, type SiteRecord } from "../contract/site-record.ts";

/** Generations of a site's secrets that are valid at the same time. */
const VALID_GENERATIONS = 2;

/** A new site with its first key. One deleted and made again counts on, or an old copy of its record would win. */
export const newSite = ({ id, nonce }: Seed, settings: Settings, now: number): SiteRecord => ({
  id,
  nonce,
  version: now,
  createdAt: now,
  settings,
  generation: 1,
  keys: [{ n: 1, scope: "site", createdAt: now, revokedAt: null }],
});

/** A change makes the next version. */
export const changed = (record: SiteRecord, change: Partial<SiteRecord>): SiteRecord => ({
  ...record,
  ...change,
  version: record.version + 1,
});

/** One more key, numbered after all others. */
export function withKey(record: SiteRecord, scope: KeyRecord["scope"], now: number): SiteRecord {
  const form = scope === "akismet" ? { form: "hex" as const } : {};
  const key = { n: nextKeyNumber(record), scope, createdAt: now, revokedAt: null, ...form };
  return changed(record, { keys: [...record.keys, key] });
}

/** A new generation of secrets with its key; site keys older than the newest two are revoked. */
export function rotated(record: SiteRecord, now: number): SiteRecord {
  const valid = record.keys.filter(({ scope, revokedAt }) => scope === "site" && revokedAt === null);
  const old = valid.slice(0, 1 - VALID_GENERATIONS);
  const keys = record.keys.map((key) => (old.includes(key) ? { ...key, revokedAt: now } : key));
  return withKey({ ...record, generation: record.generation + 1, keys }, "site", now);
}

/** A key revoked; one that was already keeps its time. */
export const withoutKey = (record: SiteRecord, n: number, now: number): SiteRecord =>
  changed(record, {
    keys: record.keys.map((key) =>
      key.n === n && key.revokedAt === null ? { ...key, revokedAt: now } : key,
    ),
  });
