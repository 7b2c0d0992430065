import type { Span, Verdict } from "../../core/judging/verdict.ts";
import type { Evidence } from "./text.tsx";

/** Characters of a comment in a list, which shows six lines; its own page has all of it. */
export const MOST_TEXT = 1500;
/** Points from which on evidence is marked in the text: less only makes it hard to read. */
const LEAST = 0.1;

/** Where a field's evidence stands. */
export const spansOf = ({ verdict }: { readonly verdict: Verdict }, field: Span["field"]): Evidence[] =>
  verdict.hits.flatMap(({ signal, points, span }) =>
    span?.field === field && Math.abs(points) >= LEAST ? [{ signal, span, against: points > 0 }] : [],
  );
