import * as z from "zod";
import { scopes } from "./key-made.ts";
import { settings } from "./site.ts";
import { storedRecord } from "./site-record.ts";
import type { Counts } from "./views.ts";

/** A value of SQLite in JSON. */
const cell = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.base64() })]);

export type Cell = z.output<typeof cell>;

const name = z.string().regex(/^[a-z_]{1,40}$/, "a name in lower case");

/** A site as the directory holds it: its record, and the hashes by which its keys are known. */
const heldSite = z.object({
  record: storedRecord.extend({ settings: settings.partial().loose() }),
  keys: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), n: z.int(), scope: z.enum(scopes) })),
});

export type HeldSite = z.output<typeof heldSite>;

/** A step of putting a backup in. */
export const restoreStep = z
  .discriminatedUnion("step", [
    /** Empties the place; refused where a site lives, unless forced. */
    z.object({ step: z.literal("begin"), force: z.boolean().default(false) }),
    z.object({
      step: z.literal("rows"),
      table: name,
      columns: z.array(name).min(1).max(60),
      rows: z.array(z.array(cell)),
    }),
    /** The site lives from here on, with its keys. */
    z.object({ step: z.literal("finish"), site: heldSite }),
  ])
  .meta({ id: "RestoreStep" });

export type RestoreStep = z.output<typeof restoreStep>;

const rows = z.object({
  table: name,
  columns: z.array(name).readonly(),
  rows: z.array(z.array(cell).readonly()).readonly(),
});

export type TableRows = Readonly<z.output<typeof rows>>;

/** What a site object gives of a backup. */
export interface BackupPage {
  readonly page: TableRows | null;
  readonly next: string | null;
  readonly mark: string;
}

/** A page of a backup; the first one also holds the site as the directory has it. */
export const siteBackup = z
  .object({
    page: rows.nullable(),
    /** Where it goes on; null: that was all. */
    next: z.string().nullable(),
    /** Changes with every write: pages with different marks do not belong together. */
    mark: z.string(),
    site: heldSite.optional(),
  })
  .meta({ id: "SiteBackup" });

const ids = z.array(z.string()).readonly();

/** Whether what a site keeps agrees with itself. Reads every row: for the owner, not for every day. */
export interface Integrity {
  readonly counts: Counts;
  /** Comments whose status is not that of the decision that stands on them. */
  readonly misplaced: readonly string[];
  /** Lessons that stand, numbers of the model that are not what they say, and lessons of decisions that were taken back. */
  readonly learned: { readonly lessons: number; readonly differing: number; readonly unfounded: number };
  /** The keys that the approval queue should have, by the comments that wait. */
  readonly pending: readonly { readonly id: string; readonly arrived: number }[];
  /** Comments that KV or the blog are still to be told of. */
  readonly toTell: number;
}

/** Whether what a site keeps agrees with itself and with its keys in KV. */
export const siteIntegrity = z
  .object({
    counts: z.object({ pending: z.int(), published: z.int(), spam: z.int(), discarded: z.int() }),
    /** Comments whose status is not that of the decision that stands on them. */
    misplaced: ids,
    /** `differing`: numbers of the model that are not what the lessons say; `unfounded`: lessons of decisions taken back. */
    learned: z.object({ lessons: z.int(), differing: z.int(), unfounded: z.int() }),
    /** Comments that KV or the blog are still to be told of. */
    toTell: z.int(),
    /** `missing`: comments that wait and have no key; `strays`: keys of comments that do not wait. */
    queue: z.object({ pending: z.int(), inQueue: z.int(), missing: ids, strays: ids }),
  })
  .meta({ id: "SiteIntegrity" });
