import { hash } from "../hash.ts";
import { fold } from "../reading/fold.ts";
import { siteStems } from "../reading/site-stems.ts";
import { stem } from "../reading/stem.ts";
import type { Subject } from "../reading/subject.ts";
import { tokenHash } from "../reading/word-numbers.ts";

/** No word is longer that is told as evidence: its folded form is not. */
const WORD = /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}\p{N}]{1,400}(?![\p{L}\p{M}\p{N}])(?:['’][\p{L}]+)?/gu;

type Source = Pick<Subject, "ascii" | "body" | "words" | "known" | "name" | "nameWords">;

/**
 * A token as a reader of the comment knows it, in lower case: a stem as the first whole word that it is of, with its accents.
 * What is no word, a host say, is told as it is.
 */
export function asWritten(token: string, subject: Source, languages: readonly string[]): string {
  const at = token.indexOf(":");
  const [family, value] = [token.slice(0, at), token.slice(at + 1)];
  switch (family) {
    case "ws":
      return stemmed(subject, value, hash(token)) ?? value;
    case "ls":
      return wordOf(subject.body, subject.words, (word) => siteStems([word], languages).has(value)) ?? value;
    case "a":
      return wordOf(subject.name, subject.nameWords, (word) => word.startsWith(value)) ?? value;
    case "A":
      return subject.name.toLowerCase();
    default:
      return value;
  }
}

/** ASCII is folded to its small letters: the word stands there as it is. */
function stemmed({ ascii, body, known }: Source, value: string, hashed: number): string | undefined {
  const word = known.find((word) => tokenHash(word) === hashed && word.stem === value);
  if (word === undefined || ascii) return word?.text;
  return writtenAs(body, word.text, (folded) => stem(folded) === value);
}

/** The first word that fits when it is folded, as it was written; folded, where what is written is no whole word. */
function wordOf(
  written: string,
  words: readonly string[],
  fits: (folded: string) => boolean,
): string | undefined {
  const folded = words.find(fits);
  return folded === undefined ? undefined : writtenAs(written, folded, fits);
}

function writtenAs(written: string, folded: string, fits: (folded: string) => boolean): string {
  if (lowered(written).includes(folded)) return folded;
  for (const [word] of written.matchAll(WORD)) if (fits(fold(word))) return word.toLowerCase();
  return folded;
}

let last = { written: "", lower: "" };

/** A text in lower case: the same is asked about for each of its words. */
function lowered(written: string): string {
  if (last.written !== written) last = { written, lower: written.toLowerCase() };
  return last.lower;
}
