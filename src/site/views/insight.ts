import type { CommentView } from "../../contract/views.ts";
import type { Site } from "../site.ts";
import type { Day, DecidedCount } from "../tables/days.ts";
import { type SignalRecord, signalRecords } from "./signal-record.ts";
import { viewOf } from "./views.ts";

/** What a site's dashboard shows. Days since 1970, UTC. */
export interface Insight {
  readonly days: readonly Day[];
  readonly decided: readonly DecidedCount[];
  /** From decided comments that are still kept. */
  readonly signals: readonly SignalRecord[];
  /** How many those are. */
  readonly measured: number;
  /** The newest good comments that the filter rejected and a person saved. */
  readonly lost: readonly CommentView[];
}

/** Decided comments looked at for the signals, and lost ones shown. */
const MEASURED = 2000;
const SHOWN = 10;

/** Reads every row once or twice: for a page that is looked at now and then. */
export function insightOf(site: Site, from: number, to: number): Insight {
  const decided = site.comments.decidedByPeople(MEASURED);
  return {
    days: site.days.between(from, to),
    decided: site.days.decided(from, to),
    signals: signalRecords(decided),
    measured: decided.length,
    lost: site.comments.saved(SHOWN).map((row) => viewOf(site, row)),
  };
}
