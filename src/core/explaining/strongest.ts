import { countsAt, type SiteState } from "../classifier/site-state.ts";
import type { Features } from "../reading/features.ts";
import { asWritten } from "./as-written.ts";

/** Words named as the classifier's evidence. */
const TOLD = 3;

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
  const taken = new Set<number>();
  for (let tries = 0; tries < 2 * TOLD && told.size < TOLD; tries++) {
    let best = -1;
    for (let i = from; i < tokens.length; i++) {
      if (taken.has(i)) continue;
      if (best < 0 || Math.abs(points[i] as number) > Math.abs(points[best] as number)) best = i;
    }
    if (best < 0) break;
    taken.add(best);
    const token = tokens[best] as string;
    const word = asWritten(token, subject, languages);
    if (!told.has(word)) told.set(word, withCounts(word, seenHere(token, site)));
  }
  return [...told.values()].join(", ");
}

const withCounts = (word: string, { spam, ham }: { spam: number; ham: number }): string =>
  spam + ham === 0 ? word : `${word} (here in ${spam} spam, ${ham} good)`;
