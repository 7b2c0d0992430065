import type { Decision } from "../judging/decision.ts";
import type { Standing } from "./history.ts";

/** Places remembered of one mail address. */
const MOST_PLACES = 8;

type Decided = Record<Decision, number>;

/** Where comments with a mail address came from, by their marks, and what people decided on them. */
interface Place extends Readonly<Decided> {
  readonly marks: readonly string[];
  /** Stored before places were told apart: the marks are those of approved comments, the counts are of all. */
  readonly old?: true;
}

/** The places of one mail address, the last decided on last. */
export interface AuthorRecord {
  readonly places: readonly Place[];
}

/** An author as earlier versions stored her. */
export type OldAuthorRecord = Omit<Place, "old">;

export const placesOf = (stored: AuthorRecord | OldAuthorRecord): AuthorRecord =>
  "places" in stored ? stored : { places: [{ ...stored, old: true }] };

/** The sum of what was decided at these places. */
export function totals(places: readonly Place[]): Omit<Standing, "confirmed"> {
  const sum = (decision: Decision) => places.reduce((all, place) => all + place[decision], 0);
  return { approved: sum("approve"), spam: sum("spam"), discarded: sum("discard") };
}

/** What was decided at the places that have a mark among those known. */
export function standingAt(
  author: AuthorRecord | undefined,
  known: ReadonlySet<string>,
  shared: ReadonlySet<string>,
): Standing {
  const hers = (author?.places ?? []).filter(({ marks }) =>
    marks.some((mark) => known.has(mark) && !shared.has(mark)),
  );
  return { ...totals(hers), confirmed: hers.some(({ approve }) => approve > 0) };
}

/** The record with a decision on a comment with these marks added or taken back. */
export function testifyAt(
  author: AuthorRecord | undefined,
  marks: readonly string[],
  decision: Decision,
  sign: 1 | -1,
): AuthorRecord {
  const places = author?.places ?? [];
  const same = places.find((place) => !place.old && place.marks.join(" ") === marks.join(" "));
  const known =
    sign === 1 || (same && same[decision] > 0)
      ? (same ?? { marks, approve: 0, spam: 0, discard: 0 })
      : places.find((place) => place.old);
  if (!known) return { places };
  const changed = { ...known, [decision]: Math.max(0, known[decision] + sign) };
  const rest = places.filter((place) => place !== known);
  const empty = changed.approve + changed.spam + changed.discard === 0;
  return { places: fewer(empty ? rest : [...rest, changed]) };
}

/** One too many goes: the oldest without approval, so that an impostor pushes nobody out; else the oldest. */
function fewer(places: readonly Place[]): readonly Place[] {
  if (places.length <= MOST_PLACES) return places;
  const least = places.slice(0, -1).find(({ approve }) => approve === 0) ?? places[0];
  return places.filter((place) => place !== least);
}
