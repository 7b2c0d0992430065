import fc from "fast-check";
import type { Comment } from "../../src/core/comment.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);
const maybe = fc.option(anyText, { nil: undefined });

/** Any comment at all, whatever stands in its fields. */
export const anyComment: fc.Arbitrary<Comment> = fc.record({
  type: fc.constantFrom("comment", "pingback"),
  format: fc.constantFrom("text", "html", "markdown"),
  content: anyText,
  post: fc.record({ url: maybe, title: maybe }),
  author: fc.record({ name: maybe, url: maybe, email: maybe, userAgent: maybe }),
  parent: fc.option(fc.record({ content: anyText }), { nil: undefined }),
  referrer: maybe,
  language: maybe,
});

/** Pieces that make a reader slow when they are repeated. */
export const repeated: readonly string[] = [
  ..."a <[-`\n",
  "<a ",
  "a@",
  "a.",
  "http://",
  "http://a.co ",
  "{a|",
  "😀",
  "пр",
  "aп",
  "a\u200b",
  "e\u0301",
  "漢字",
  "1 ",
  "-a",
  "bcdf",
  "a.b(",
  "A B ",
  "](",
  "www.",
  "ﷺ",
  "0x",
];

/** A text of so many UTF-16 units that is nothing but one piece. */
export const textOf = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Tries of a work that is to be below a limit: on a busy machine most of them wait for others. */
const TRIES = 12;

/** The shortest of three times, milliseconds; with a limit, of so many until one is below it. */
export function timeOf(work: () => unknown, limit = Number.NEGATIVE_INFINITY): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < (Number.isFinite(limit) ? TRIES : 3) && shortest >= limit; n++) {
    const start = performance.now();
    work();
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
