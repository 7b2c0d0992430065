import type { FC } from "hono/jsx";
import type { Hit, Span, Verdict } from "../../core/judging/verdict.ts";
import { shortened } from "../../core/reading/quoted.ts";
import { useMessages } from "../messages/messages.ts";
import { points, useSignalText } from "./words.tsx";

/**
 * Characters that would act instead of show: controls, invisible ones, overrides of the reading direction.
 * Joiners stay: Persian, Hindi and emoji are written with them.
 */
const ACTING = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
/** More than anybody reads; the whole is a click away. */
const MOST = 20_000;

interface Piece {
  readonly text: string;
  readonly marks: readonly string[];
  /** Some of the evidence speaks for spam. */
  readonly against: boolean;
}

/** Where the evidence of a signal stands, and whether it speaks for spam. */
interface Evidence {
  readonly signal: string;
  readonly span: Span;
  readonly against: boolean;
}

/** A stretch of text with the signals whose evidence it is. */
function pieces(text: string, spans: readonly Evidence[]): Piece[] {
  const inside = spans.filter(({ span }) => span.start < span.end && span.start < text.length);
  const edges = new Set([
    0,
    text.length,
    ...inside.flatMap(({ span }) => [span.start, Math.min(span.end, text.length)]),
  ]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const here = inside.filter(({ span }) => span.start <= start && start < span.end);
    return {
      text: text.slice(start, sorted[i + 1]),
      marks: here.map(({ signal }) => signal),
      against: here.some(({ against }) => against),
    };
  });
}

interface TextProps {
  readonly text: string;
  readonly spans?: readonly Evidence[];
  /** Characters shown. */
  readonly most?: number;
}

/** A comment's text: never markup, never clickable, evidence marked, what would act shown by its code. */
export const Text: FC<TextProps> = ({ text, spans = [], most = MOST }) => {
  const shown = text.slice(0, most);
  return (
    <>
      {pieces(shown, spans).map(({ text, marks, against }) =>
        marks.length === 0 ? (
          <Visible text={text} />
        ) : (
          <mark class={against ? undefined : "for"} data-signals={marks.join(" ")}>
            <Visible text={text} />
          </mark>
        ),
      )}
      {text.length > most ? <span class="cut"> … {text.length - most} more characters</span> : null}
    </>
  );
};

const Visible: FC<{ text: string }> = ({ text }) => {
  const parts: (string | { code: string })[] = [];
  let at = 0;
  for (const match of text.matchAll(ACTING)) {
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    parts.push(text.slice(at, match.index), { code });
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return (
    <>
      {parts.map((part) =>
        typeof part === "string" ? part : <span class="acting">{`U+${part.code}`}</span>,
      )}
    </>
  );
};

/** Characters of a comment in a list, which shows six lines; its own page has all of it. */
export const MOST_TEXT = 1500;
/** Points from which on evidence is marked in the text: less only makes it hard to read. */
const LEAST = 0.1;

/** Where a field's evidence stands. */
export const spansOf = ({ verdict }: { readonly verdict: Verdict }, field: Span["field"]): Evidence[] =>
  verdict.hits.flatMap(({ signal, points, span }) =>
    span?.field === field && Math.abs(points) >= LEAST ? [{ signal, span, against: points > 0 }] : [],
  );

const STRONGEST = 3;
const MOST_EVIDENCE = 60;

/** The three strongest reasons, with their points. */
export const Reasons: FC<{ verdict: Verdict }> = ({ verdict }) => {
  const { queue } = useMessages();
  const signalText = useSignalText();
  const strongest = verdict.hits.filter((hit) => hit.signal !== "baseline").slice(0, STRONGEST);
  return (
    <ul class="reasons">
      {verdict.abuse.hits.map((hit) => (
        <li class="abuse">
          {signalText(hit.signal).label}: <bdi>{hit.evidence}</bdi>
        </li>
      ))}
      {verdict.policy.map(({ rule }) => (
        <li class="policy">
          <bdi>{queue.rule(rule)}</bdi>
        </li>
      ))}
      {strongest.map((hit) => (
        <Reason hit={hit} />
      ))}
    </ul>
  );
};

/** A reason with a place in the comment can be focused, which lights the place. */
const Reason: FC<{ hit: Hit }> = ({ hit }) => {
  const { label } = useSignalText()(hit.signal);
  return (
    <li
      class={hit.points > 0 ? "against" : "for"}
      data-signal={hit.signal}
      tabindex={hit.span ? 0 : undefined}
    >
      {label} <b dir="ltr">{points(hit.points)}</b>
      {hit.evidence === "" ? null : (
        <>
          {" "}
          <bdi class="evidence">{shortened(hit.evidence, MOST_EVIDENCE)}</bdi>
        </>
      )}
    </li>
  );
};
