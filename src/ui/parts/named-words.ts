import type { CommentDetail } from "../../contract/views.ts";
import type { Evidence } from "./text.tsx";

/** How often a word is marked: it is found, and the text stays readable. */
const MOST = 3;
/** Shorter ones are signs more than words. */
const SHORTEST = 2;

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&").replace(/\s+/g, "\\s+");

/**
 * Where the words stand that the filter names as the evidence of what a text is made of, each marked by what it speaks for by itself: together
 * they may speak for the other side.
 */
export function namedWords({
  comment: { content },
  verdict,
  tokens,
}: Pick<CommentDetail, "comment" | "verdict" | "tokens">): Evidence[] {
  const hit = verdict.hits.find(({ signal }) => signal === "classifier");
  const words = (hit?.evidence ?? "").replace(/ \(here in [^)]*\)/g, "").split(", ");
  return words
    .filter((word) => word.length >= SHORTEST)
    .flatMap((word) => {
      const alone = tokens.find(({ token }) => token.slice(token.indexOf(":") + 1) === word);
      const points = (alone ?? hit)?.points ?? 0;
      const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, "giu");
      return [...content.matchAll(whole)].slice(0, MOST).map(({ index, 0: found }) => ({
        signal: "classifier",
        span: { field: "content" as const, start: index, end: index + found.length },
        kind: points > 0 ? ("for" as const) : ("against" as const),
      }));
    });
}
