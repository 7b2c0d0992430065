import type { Decision } from "../core/judging/decision.ts";
import type { By } from "./actor.ts";
import type { AlreadyDecided } from "./decision.ts";
import type { ListRequest } from "./search.ts";
import type { CommentView } from "./views.ts";
import type { LaterOnes } from "./wave-rule.ts";

/** Why a decision was not taken. */
export type Refusal =
  | { readonly reason: "unknown_comment" }
  | { readonly reason: "nothing_to_undo" }
  | { readonly reason: "already_decided"; readonly standing: AlreadyDecided };

export type Decided =
  | { readonly ok: true; readonly comment: CommentView; readonly changed: boolean }
  | ({ readonly ok: false } & Refusal);

/** What became of an answer to a comment; `approved`: the comment was, along with it. */
export type Replied =
  | {
      readonly ok: true;
      readonly comment: CommentView;
      readonly changed: boolean;
      readonly approved: boolean;
    }
  | ({ readonly ok: false } & (Refusal | { readonly reason: "not_taken" }));

export interface Batch {
  readonly name: string;
  /** Its decisions that stand. */
  readonly count: number;
  /** Until when later ones of the wave are decided, too, milliseconds since 1970; undefined: they are not. */
  readonly later?: number | undefined;
}

/** What somebody decided last, for an undo that outlives the page. */
export interface LastDecision {
  readonly site: string;
  readonly id: string;
  readonly author: string;
  readonly revision: number;
  readonly decision: Decision;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of a bulk: its name, and how many of its decisions stand. */
  readonly batch?: Batch | undefined;
}

/** Which comments of a site a bulk is about. Times in milliseconds since 1970; what came after `until` is left alone. */
export type Selection =
  | { readonly kind: "ids"; readonly items: readonly { readonly id: string; readonly revision: number }[] }
  /** A comment and what stands behind it on the page; `isRest`: what is left of it once that comment is decided. */
  | {
      readonly kind: "group";
      readonly id: string;
      readonly revision: number;
      readonly until: number;
      readonly isRest?: boolean;
    }
  /** What waits and is like a comment, that one not included. */
  | { readonly kind: "like"; readonly id: string; readonly until: number }
  | {
      readonly kind: "matching";
      readonly request: Pick<ListRequest, "status" | "filter" | "cursor">;
      readonly until: number;
    };

export interface BulkRequest {
  readonly selection: Selection;
  readonly decision: Decision;
  readonly by: By;
  /** Marks the events of one bulk, over all its calls and sites, so that one undo takes it back. */
  readonly batch: string;
  /** Of a wave: later ones are to be decided so, too. */
  readonly later?: boolean | undefined;
}

/** A comment that was not changed, and why. */
export interface NotDone {
  readonly id: string;
  readonly author: string;
  readonly reason: Refusal["reason"];
  readonly standing?: AlreadyDecided | undefined;
}

export interface BulkResult {
  readonly done: readonly string[];
  readonly failed: readonly NotDone[];
  /** Where to go on; undefined: all is done. */
  readonly next?: string | undefined;
  /** Undefined: nobody wished it. */
  readonly later?: LaterOnes | undefined;
}

/** What taking back one bulk did, at most `MOST_AT_ONCE` of it. */
export interface BatchUndone {
  readonly done: readonly string[];
  readonly failed: readonly NotDone[];
  /** Decisions of it that still stand. */
  readonly left: number;
}

/** Comments that one call brings back at most. */
export const MOST_BROUGHT_BACK = 200;

/** Comments that were rejected by an entry that is in the lists no longer: how many are published now, how many wait. */
export interface BroughtBack {
  readonly published: number;
  readonly held: number;
  /** There are others: call again. */
  readonly more: boolean;
}

/** A name for a bulk: when it began, so that its events are found without an index, and a random word. */
export const batchName = (now: number, random: string): string => `${now}-${random}`;

export const beganAt = (batch: string) => Number(batch.slice(0, batch.indexOf("-"))) || 0;
