import type { Label } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";

/** What a comment would have been under the settings as they are, and as they would be. */
export interface Moved {
  /** Undefined: of the past, and not kept. */
  readonly row: JudgedComment | undefined;
  readonly label: Label | undefined;
  readonly now: Outcome;
  readonly after: Outcome;
  /** Log-odds, as they would be. */
  readonly score: number;
}
