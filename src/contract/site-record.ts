import * as z from "zod";
import { scopes } from "./key-made.ts";
import { defaults, type Settings, settings } from "./site.ts";

/** A key of a site as it is stored: never the key itself. */
const keyRecord = z.object({
  n: z.int(),
  scope: z.enum(scopes),
  createdAt: z.number(),
  revokedAt: z.number().nullable(),
  /** Of an Akismet key: which characters it was made of. Undefined: a-z and 0-9. */
  form: z.enum(["hex"]).optional(),
});

export type KeyRecord = Readonly<z.output<typeof keyRecord>>;

/** A site as the directory holds it, and as it travels to the site object with every call. */
export interface SiteRecord {
  readonly id: string;
  /** Random, of this site alone: what is derived for it is not derived again for another of the same id. Undefined: made before there were any. */
  readonly nonce?: string | undefined;
  /** Counts up with every change; the higher one is the truth. */
  readonly version: number;
  readonly createdAt: number;
  readonly settings: Settings;
  /** The newest generation of the site's secrets; it and the one before are valid. */
  readonly generation: number;
  readonly keys: readonly KeyRecord[];
  /** Until when the site's own key may bring in the blog's past, milliseconds since 1970. Undefined: never yet. */
  readonly historyUntil?: number | undefined;
}

/** What a site's secrets are derived from beside HAMLET_SECRET. */
export type Seed = Pick<SiteRecord, "id" | "nonce">;

/** A record as it was stored, by this version or another: its settings may be others than today's. */
export const storedRecord = z.object({
  id: z.string(),
  nonce: z.string().optional(),
  version: z.number(),
  createdAt: z.number(),
  settings: z.looseObject({}),
  generation: z.number(),
  keys: z.array(keyRecord),
  historyUntil: z.number().optional(),
});

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

/** A stored record with every setting checked. `unfit`: those that could not be read, and have their default. */
export function checked(stored: z.output<typeof storedRecord>): {
  readonly record: SiteRecord;
  readonly unfit: readonly string[];
} {
  const all: Record<string, unknown> = { ...defaults, name: stored.id, ...stored.settings };
  const whole = settings.loose();
  const parsed = whole.safeParse(all);
  if (parsed.success) return { record: { ...stored, settings: parsed.data }, unfit: [] };
  const unfit = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const fallback: Record<string, unknown> = { ...defaults, name: stored.id };
  const mended = { ...all, ...Object.fromEntries(unfit.map((name) => [name, fallback[name]])) };
  return { record: { ...stored, settings: whole.parse(mended) }, unfit };
}
