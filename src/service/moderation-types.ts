import type { ListRequest } from "../contract/views.ts";
import type { Decision } from "../core/judging/decision.ts";
import type { Failed as FailedThere } from "../site/decisions/bulk.ts";
import type { LastDecision } from "../site/decisions/last-decision.ts";
import type { AuthorView } from "../site/views/author.ts";
import type { Listing } from "../site/views/listed.ts";
import type { QueueItem } from "./desk.ts";
import type { SearchTerm } from "./search.ts";

/** A page of comments as it is asked for, over one site or all. */
export type PageRequest = Omit<ListRequest, "filter" | "grouped"> & {
  readonly search: readonly SearchTerm[];
};

/** Which comments a bulk is about; `until`: what came later is left alone, milliseconds since 1970. */
export type BulkTarget =
  | {
      readonly kind: "picks";
      readonly picks: readonly { readonly site: string; readonly id: string; readonly revision: number }[];
    }
  | {
      readonly kind: "group";
      readonly site: string;
      readonly id: string;
      readonly revision: number;
      readonly until: number;
    }
  | { readonly kind: "like"; readonly site: string; readonly id: string; readonly until: number }
  | {
      readonly kind: "matching";
      readonly site: string | undefined;
      readonly status: ListRequest["status"];
      readonly search: readonly SearchTerm[];
      readonly until: number;
    };

export interface BulkAsk {
  readonly target: BulkTarget;
  readonly decision: Decision;
  readonly by: string;
  readonly batch: string;
  /** From the answer before. */
  readonly cursor?: string | undefined;
}

export type Failed = Omit<FailedThere, "reason"> & {
  readonly site: string;
  readonly reason: FailedThere["reason"] | "unavailable";
};

/** What a bulk changed and what not. */
export interface BulkAnswer {
  readonly done: readonly { readonly site: string; readonly id: string }[];
  readonly failed: readonly Failed[];
  /** Where to go on; undefined: all is done. */
  readonly next?: string | undefined;
}

/** What moderators do beyond single comments. A site that does not answer is among the failed, never fatal. */
export interface Moderation {
  /** How many comments meet the conditions. */
  count(site: string | undefined, request: Pick<PageRequest, "status" | "search">): Promise<number>;
  /** Decides on some of them; call again with `next`. */
  bulk(ask: BulkAsk): Promise<BulkAnswer>;
  undoBatch(batch: string, by: string): Promise<BulkAnswer>;
  /** How many wait and are like this one. */
  alike(site: string, id: string): Promise<number>;
  /** What waits and stands behind this one. */
  behind(site: string, id: string): Promise<readonly QueueItem[]>;
  author(site: string, id: string): Promise<AuthorView | undefined>;
  /** Puts the author of a comment into a list of the site, or out of both. False: nothing to know the author by. */
  listAuthor(site: string, id: string, listing: Listing | undefined): Promise<boolean>;
  /** Since: milliseconds since 1970. */
  lastDecision(by: string, since: number): Promise<LastDecision | undefined>;
  /** What the filter did by itself since yesterday, UTC. */
  sinceYesterday(site: string | undefined): Promise<{ readonly published: number; readonly stopped: number }>;
}
