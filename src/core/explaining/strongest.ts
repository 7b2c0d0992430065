import { countsAt, type SiteState } from "../classifier/site-state.ts";
import type { Features } from "../reading/features.ts";
import { asWritten } from "./as-written.ts";

/** Words named as the classifier's evidence. */
const TOLD = 3;
/** Tokens that are looked at for them: two may be read alike. */
const TRIES = 2 * TOLD;

/** In about how many judged comments of the site a token stood. */
export function seenHere(token: string, site: SiteState): { spam: number; ham: number } {
  const { spam, ham } = countsAt(site, token);
  return { spam: Math.round(spam), ham: Math.round(ham) };
}

/** The words that weigh most, as people read them, each once; with the site's judged comments that they stood in. */
export function strongest(
  { tokens, words: from, subject }: Pick<Features, "tokens" | "words" | "subject">,
  points: Float64Array,
  site: SiteState,
  languages: readonly string[],
): string {
  const told = new Map<string, string>();
  for (const at of heaviest(points, from, tokens.length)) {
    if (told.size === TOLD) break;
    const token = tokens[at] as string;
    const word = asWritten(token, subject, languages);
    if (!told.has(word)) told.set(word, withCounts(word, seenHere(token, site)));
  }
  return [...told.values()].join(", ");
}

/** Where the points stand that weigh most between two places, the heaviest first, of equal ones the first; so many at most. */
function heaviest(points: Float64Array, from: number, to: number): number[] {
  const found: number[] = [];
  const weighs = (place: number) => Math.abs(points[found[place] as number] as number);
  for (let at = from; at < to; at++) {
    const weight = Math.abs(points[at] as number);
    if (found.length === TRIES && weight <= weighs(TRIES - 1)) continue;
    if (found.length < TRIES) found.push(at);
    let place = found.length - 1;
    for (; place > 0 && weighs(place - 1) < weight; place--) found[place] = found[place - 1] as number;
    found[place] = at;
  }
  return found;
}

const withCounts = (word: string, { spam, ham }: { spam: number; ham: number }): string =>
  spam + ham === 0 ? word : `${word} (here in ${spam} spam, ${ham} good)`;
