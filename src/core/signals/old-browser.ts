import type { PriorSignal } from "./signal.ts";

const YEAR = 365.25 * 86_400_000;
const TOO_OLD = 2;

/** A version that came out at some time (years), and how many have come out a year since. */
type Era = readonly [version: number, time: number, perYear: number];

/** Browsers whose versions count up by the calendar; each era goes on where the one before ends. */
const ERAS: Readonly<Record<string, readonly Era[]>> = {
  Chrome: [
    [0, 2008.7, 4],
    [9, 2011.1, 8],
    [94, 2021.7, 12],
  ],
  Firefox: [
    [0, 2004.8, 0.6],
    [4, 2011.2, 7.8],
    [72, 2020, 12],
  ],
  MSIE: [
    [0, 1995.6, 0.9],
    [7, 2006.8, 0.5],
  ],
};
const NAMED = /\b(Chrome|Firefox|MSIE)[/ ](\d{1,4})/;

/** About when a version came out, years. */
function released(name: string, version: number): number {
  const era = ERAS[name]?.findLast(([from]) => version >= from);
  return era ? era[1] + (version - era[0]) / era[2] : Number.POSITIVE_INFINITY;
}

export const oldBrowser: PriorSignal = {
  name: "old-browser",
  group: "form",
  points: 1,
  description: "Sent by a browser that was more than two years old, as posting tools pretend to be",
  missing: ({ comment }) => (comment.author.userAgent === undefined ? "no User-Agent sent" : undefined),
  detect({ comment, fromServer }, history) {
    const [, name, version] = NAMED.exec(comment.author.userAgent ?? "") ?? [];
    if (!history || fromServer || name === undefined) return undefined;
    const now = 1970 + history.now / YEAR;
    const age = now - released(name, Number(version));
    return age > TOO_OLD
      ? { strength: 1, evidence: `${name} ${version}, about ${Math.floor(age)} years old` }
      : undefined;
  },
};
