import type { Comment } from "../../core/comment.ts";

/** What takes longest to read, each with the piece that it is made of. */
export const hostile: readonly (readonly [name: string, piece: string])[] = [
  ["one letter", "a"],
  ["dots", "a."],
  ["addresses", "http://a.co "],
  ["Cyrillic", "пр"],
  ["Chinese", "漢字"],
  ["emoji", "😀"],
  ["stacked accents", "e\u0301"],
  ["mail addresses", "a@b.co "],
  ["ligatures", "ﷺ"],
  ["targets that lead nowhere", "href="],
  ["targets that are no hosts", "](https:"],
  ["hidden characters", "a\u200b"],
  ["two alphabets in a word", "a\u0430"],
  ["letters in circles", "ⓐ"],
];

const LENGTH = 65_536;

/** A comment of 64 kB that is nothing but one piece. */
export const hostileComment = (piece: string): Comment => ({
  type: "comment",
  format: "text",
  content: piece.repeat(LENGTH).slice(0, LENGTH),
  post: {},
  author: { name: "Ada" },
});
