import * as z from "zod";

/**
 * What Cloudflare's free plan gives one account for a UTC day, all its sites and objects together. As of November 2026;
 * check it again at developers.cloudflare.com (Workers, KV and Durable Objects, "pricing" and "limits") before relying on it.
 */
export const freePlan = {
  /** Rows written by SQL in Durable Objects; an index entry is a row, and so is a set alarm. */
  rowsWritten: 100_000,
  rowsRead: 5_000_000,
  /** Requests to Durable Objects: calls and alarms. */
  requests: 100_000,
  kvReads: 100_000,
  kvWrites: 1_000,
  kvDeletes: 1_000,
  kvLists: 1_000,
} as const;

/** Share of the day's rows after which blatant spam is refused: the rest is for what a person may have to see. */
export const SHARE_FOR_BLATANT = 0.7;
/** Share after which nothing is taken in that strangers post by a form on the blog's pages: the blog itself goes on. */
export const SHARE_FOR_STRANGERS = 0.7;
/** Share after which all that the filter rejects is refused; beyond it only what is published or held is taken in. */
export const SHARE_FOR_REJECTED = 0.85;
/**
 * Share after which a held comment that is more likely spam than not is to come again tomorrow: thousands of them would use up
 * what readers' comments and decisions need.
 */
export const SHARE_FOR_LIKELY_SPAM = 0.9;

/** When the day's quotas begin anew: 00:00 UTC, milliseconds since 1970. */
export const nextReset = (now: number): number => new Date(now).setUTCHours(24, 0, 0, 0);

export const secondsToReset = (now: number): number => Math.ceil((nextReset(now) - now) / 1000);

const count = z.number().default(0);

/** What was taken of the plan on one UTC day. A kind that came after it was stored counts as none. */
export const use = z.object({
  rowsWritten: count,
  rowsRead: count,
  kvReads: count,
  kvWrites: count,
  kvDeletes: count,
  kvLists: count,
  /** Calls of Durable Objects, and their alarms. */
  requests: count,
  /** Submissions refused, as the day's rows were nearly used up. */
  refused: count,
});

export type Use = Readonly<z.output<typeof use>>;

/** How a site was when it told of its use, in numbers. */
export const figures = z.record(z.string(), z.number());

export const noUse: Use = use.parse({});

/** Both together; kinds that a part lacks count as none. */
export function plus(a: Use, b: Partial<Use>): Use {
  const sum = (kind: keyof Use) => a[kind] + (b[kind] ?? 0);
  return {
    rowsWritten: sum("rowsWritten"),
    rowsRead: sum("rowsRead"),
    kvReads: sum("kvReads"),
    kvWrites: sum("kvWrites"),
    kvDeletes: sum("kvDeletes"),
    kvLists: sum("kvLists"),
    requests: sum("requests"),
    refused: sum("refused"),
  };
}

export type Figures = Readonly<z.output<typeof figures>>;

/** What one part of the account took on the day it last told of. */
export interface Account {
  /** A site's id; empty: the Worker itself. */
  readonly site: string;
  /** When it told, milliseconds since 1970. */
  readonly at: number;
  readonly use: Use;
  /** How the site was then, in numbers. */
  readonly figures: Figures;
}
