import type { Status } from "../core/judging/decision.ts";

/** One condition of a search; a comment has to meet all of them. */
export type Term =
  | {
      readonly field: "text" | "author" | "mail" | "domain" | "post" | "reason";
      readonly value: string;
    }
  /** Keyed hashes of a whole mail address, or of a network address and its prefix: one of them. */
  | { readonly field: "mailHash" | "network"; readonly values: readonly string[] }
  /** Log-odds. */
  | { readonly field: "score"; readonly above: boolean; readonly value: number }
  /** Milliseconds since 1970. */
  | { readonly field: "arrived"; readonly before: boolean; readonly value: number }
  /** Nobody has decided on it, and it lies beyond what was looked through. */
  | { readonly field: "unseen"; readonly looked: readonly Looked[] };

/** So far somebody has looked through what the filter stopped, least sure first. */
export interface Looked {
  /** What came later has not been seen, milliseconds since 1970. */
  readonly until: number;
  /** Log-odds, whatever their sign: surer ones have not been seen. */
  readonly score: number;
  /** Of the event that tells of it. Undefined: it was noted before there was one. */
  readonly id?: string | undefined;
}

/** What was looked at of what the filter stopped by itself, as far as it is kept. */
export interface LookedThrough {
  readonly stopped: number;
  readonly seen: number;
  /** Of those seen what people published. */
  readonly wrong: number;
  /** Who looked last, and when, milliseconds since 1970: that can be taken back. */
  readonly last?:
    | { readonly site: string; readonly id: string; readonly at: number; readonly by: string }
    | undefined;
}

export const sorts = ["oldest", "newest", "doubtful", "riskiest"] as const;

export type Sort = (typeof sorts)[number];

export interface ListRequest {
  /** "all": whatever the status. */
  readonly status: Status | "all";
  readonly sort: Sort;
  /** Opaque, from the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Conditions that all have to be met. */
  readonly filter?: readonly Term[] | undefined;
  /** Comments that stand behind another like them are left out. */
  readonly grouped?: boolean | undefined;
  /** Only what nobody has decided on or looked through. */
  readonly unseen?: boolean | undefined;
}
