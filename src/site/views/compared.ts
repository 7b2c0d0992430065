import type { CommentView } from "../../contract/views.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import type { Site } from "../site.ts";
import { viewOf } from "./views.ts";

/** What became of a comment by people: a decision that stands, or none. */
export type Said = Exclude<Status, "pending"> | "nothing";

export interface ComparedCount {
  readonly would: Outcome;
  readonly said: Said;
  readonly count: number;
}

/** What the filter would have done with the comments of log-only mode, beside what people did with them. */
export interface Compared {
  readonly counts: readonly ComparedCount[];
  /** The newest of those on which people and the filter differ. */
  readonly differing: readonly CommentView[];
}

/** Comments shown. */
const SHOWN = 50;

/** Counts the comments still kept. Reads every row: for a page that is looked at now and then. */
export function compare(site: Site): Compared {
  const rows = site.comments.differing(SHOWN);
  return { counts: site.comments.compared(), differing: rows.map((row) => viewOf(site, row)) };
}
