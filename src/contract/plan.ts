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
/** Share after which all that the filter rejects is refused; beyond it only what is published or held is taken in. */
export const SHARE_FOR_REJECTED = 0.85;

/** When the day's quotas begin anew: 00:00 UTC, milliseconds since 1970. */
export const nextReset = (now: number): number => new Date(now).setUTCHours(24, 0, 0, 0);

export const secondsToReset = (now: number): number => Math.ceil((nextReset(now) - now) / 1000);
