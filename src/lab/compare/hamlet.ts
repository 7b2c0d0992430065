import type { Labelled } from "../../cli/reading/labelled.ts";
import { play } from "../../cli/replay/play.ts";
import type { StarterModel } from "../../core/classifier/starter-model.ts";
import type { Peer } from "./peer.ts";

/** Everything is held, so that everything is decided and learned, as the others learn it. */
const HOLD_ALL = { publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 };

/** Hamlet with what it learns and remembers of the site, and a shipped model or none. */
export const hamlet = (name: string, starter: StarterModel | undefined): Peer => ({
  name,
  play: (rows: readonly Labelled[]) =>
    play(rows, { starter, thresholds: HOLD_ALL, learning: true, noticed: 1 }).map(({ score }) => score),
});
