import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import type { Span, Verdict } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";

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
  /** What the evidence speaks for. */
  readonly kind: Kind;
}

/** For spam, against it, of the tone alone; or not the same in all of a wave. */
type Kind = "for" | "against" | "tone" | "differs";

/** Where the evidence of a signal stands, and what it speaks for. */
export interface Evidence {
  readonly signal: string;
  readonly span: Span;
  readonly kind: Kind;
}

/** What is told where several speak. */
const kinds = ["differs", "tone", "for", "against"] as const;

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
      kind: kinds.find((kind) => here.some((evidence) => evidence.kind === kind)) ?? "against",
    };
  });
}

interface TextProps {
  readonly text: string;
  readonly spans?: readonly Evidence[];
  /** Characters shown. */
  readonly most?: number;
  /** Addresses are set apart. */
  readonly addresses?: boolean;
}

/** A comment's text: never markup, never clickable, evidence marked, what would act shown by its code. */
export const Text: FC<TextProps> = ({ text, spans = [], most = MOST, addresses = false }) => {
  const { reading } = useMessages();
  const Part = addresses ? Addresses : Visible;
  return (
    <>
      {pieces(text.slice(0, most), spans).map(({ text, marks, kind }) =>
        marks.length === 0 ? (
          <Part text={text} />
        ) : (
          <mark class={kind} data-signals={marks.join(" ")}>
            <Part text={text} />
          </mark>
        ),
      )}
      {text.length > most ? <span class="cut"> … {reading.moreCharacters(text.length - most)}</span> : null}
    </>
  );
};

/** An address as people and posting tools write it. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'\])]+/giu;

const Addresses: FC<{ text: string }> = ({ text }) => {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(<Visible text={text.slice(at, match.index)} />);
    parts.push(
      <span class="url" dir="ltr">
        <Visible text={match[0]} />
      </span>,
    );
    at = match.index + match[0].length;
  }
  return (
    <>
      {parts}
      <Visible text={text.slice(at)} />
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

/** The same as plain text, for a line of a list. */
export const visible = (text: string): string =>
  text.replace(
    ACTING,
    (acting) => `U+${(acting.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );

/** Characters of a comment in a list, which shows six lines; its own page has all of it. */
export const MOST_TEXT = 1500;
/** Points from which on evidence is marked in the text: less only makes it hard to read. */
const LEAST = 0.1;

/** Where a field's evidence stands. */
export const spansOf = ({ verdict }: { readonly verdict: Verdict }, field: Span["field"]): Evidence[] => [
  ...verdict.hits.flatMap(({ signal, points, span }) =>
    span?.field === field && Math.abs(points) >= LEAST
      ? [{ signal, span, kind: points > 0 ? ("for" as const) : ("against" as const) }]
      : [],
  ),
  ...verdict.abuse.hits.flatMap(({ signal, span }) =>
    span?.field === field ? [{ signal, span, kind: "tone" as const }] : [],
  ),
];

/** How often a word is marked: it is found, and the text stays readable. */
const MOST_MARKED = 3;
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
      return [...content.matchAll(whole)].slice(0, MOST_MARKED).map(({ index, 0: found }) => ({
        signal: "classifier",
        span: { field: "content" as const, start: index, end: index + found.length },
        kind: points > 0 ? ("for" as const) : ("against" as const),
      }));
    });
}

/** Of a wave what differs from one to the next: that stands in place of the evidence. */
export const spansOfWave = (differs: readonly Omit<Span, "field">[]): Evidence[] =>
  differs.map((span) => ({ signal: "wave", span: { ...span, field: "content" }, kind: "differs" }));

/** A message in which *some words* count more. What strangers wrote must be `plain` to stand in one. */
export const Marked: FC<{ text: string }> = ({ text }) => (
  <>{text.split("*").map((part, n) => (n % 2 === 1 ? <b>{part}</b> : part))}</>
);

/** Words of strangers, for a message: without the sign that marks, and not too long. */
export const plain = (words: string): string => words.replaceAll("*", "∗").slice(0, 80);
