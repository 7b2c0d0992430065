import { defaults, type Settings } from "./site.ts";

/** A key of a site as it is stored: never the key itself. */
export interface KeyRecord {
  readonly n: number;
  readonly scope: "site" | "akismet";
  readonly createdAt: number;
  readonly revokedAt: number | null;
}

/** A site as the directory holds it, and as it travels to the site object with every call. */
export interface SiteRecord {
  readonly id: string;
  /** Counts up with every change; the higher one is the truth. */
  readonly version: number;
  readonly createdAt: number;
  readonly settings: Settings;
  /** The newest generation of the site's secrets; it and the one before are valid. */
  readonly generation: number;
  readonly keys: readonly KeyRecord[];
}

/** What a key opens. */
export interface KeyGrant {
  readonly site: string;
  readonly n: number;
  readonly scope: "site" | "akismet";
}

/** Keys are numbered in the order in which they were made, whatever their scope. */
export const nextKeyNumber = ({ keys }: Pick<SiteRecord, "keys">): number =>
  Math.max(0, ...keys.map(({ n }) => n)) + 1;

/** A record as it is read: what a setting that came after it was stored is, is its default. */
export function completed(stored: SiteRecord): SiteRecord {
  return { ...stored, settings: { ...defaults, ...stored.settings } };
}
