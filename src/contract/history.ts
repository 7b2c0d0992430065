import type { Decision, Status } from "../core/judging/decision.ts";
import type { Outcome } from "../core/judging/verdict.ts";
import type { Change } from "./actor.ts";
import type { becauses } from "./decision.ts";
import type { SuspectName } from "./import.ts";

/** Which lines of the record are wanted, the newest first. */
export interface HistoryRequest {
  /** Verdicts of the machine, too. */
  readonly machine: boolean;
  readonly by?: string | undefined;
  /** By her account, whatever her name is now. */
  readonly member?: string | undefined;
  readonly decision?: Decision | "undo" | undefined;
  /** Only what is older; from the page before. */
  readonly before?: HistoryPlace | undefined;
  readonly limit: number;
}

/** Where a line stands: by time, then by name. */
export interface HistoryPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
}

/** One line: a verdict, a decision, or what followed from one. */
export interface HistoryEntry extends HistoryPlace {
  readonly site: string;
  /** Empty: it is about no comment. */
  readonly comment: string;
  readonly by: string;
  /** Who proved herself, as in `Actor`; undefined: nobody. */
  readonly member?: string | undefined;
  /**
   * The machine's outcome, a person's decision, an edit, an answer, a return out of the spam when an entry was
   * taken out of the lists, or only a message to the blog.
   */
  readonly what:
    | Outcome
    | Decision
    | "hold"
    | "undo"
    | "told"
    | "edited"
    | "back"
    | "gone"
    | "deleted"
    | "exported"
    | "erased"
    | "brought"
    | "judged"
    | "unjudged"
    | "looked"
    | "answered"
    | "later ones"
    | "later ones ended"
    | Change["what"];
  /** Of a change of sites, keys or people: of what or whom. */
  readonly about?: string | undefined;
  readonly machine: boolean;
  readonly because?: (typeof becauses)[number] | undefined;
  /** Null: it came in. */
  readonly before: Status | null;
  readonly after: Status;
  /** Of the comment, if it is still kept. */
  readonly author?: string | undefined;
  readonly text?: string | undefined;
  readonly reasons?: readonly string[] | undefined;
  /** Revision to undo it with; undefined: it cannot be undone, see `final`. */
  readonly undo?: number | undefined;
  readonly final?: "gone" | "superseded" | "undone" | "withdrawn" | undefined;
  /** What was answered. */
  readonly said?: string | undefined;
  /** Somebody looked through what the filter stopped, and that stands: by this it is taken back. */
  readonly look?: string | undefined;
  /** A comment of the past was decided, and that stands: by this it is taken back. */
  readonly suspect?: SuspectName | undefined;
  /** A rule for later ones of a wave: what it decided so far, whether it stands, and until when, milliseconds since 1970. */
  readonly wave?:
    | {
        readonly id: string;
        readonly caught: number;
        /** Of these what can be taken back. */
        readonly left: number;
        readonly until: number;
        readonly stands: boolean;
      }
    | undefined;
}

/** Later first; at the same time by name, so that pages fit together. */
export const newestFirst = (a: HistoryPlace, b: HistoryPlace): number =>
  b.at - a.at || (a.name < b.name ? 1 : a.name > b.name ? -1 : 0);
