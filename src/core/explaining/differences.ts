/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word; a host or an address is one. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-.'’/:]+[\p{L}\p{M}\p{N}]+)*/gu;
/** More words are not compared: that takes the square of it. */
const MOST_WORDS = 300;

/** Where a text says something else than one of the others, which are nearly the same. */
export function differences(text: string, others: readonly string[]): Stretch[] {
  const words = wordsOf(text);
  const isCommon = words.map(() => true);
  for (const other of others) {
    const shared = sharedWith(words, wordsOf(other));
    shared.forEach((is, n) => {
      if (!is) isCommon[n] = false;
    });
  }
  return joined(
    text,
    words.filter((_, n) => !isCommon[n]),
  );
}

interface Word extends Stretch {
  readonly text: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].slice(0, MOST_WORDS).map(({ 0: word, index }) => ({
    text: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));

/** Which words belong to a longest common subsequence. */
function sharedWith(words: readonly Word[], others: readonly Word[]): boolean[] {
  const width = others.length + 1;
  const lengths = new Uint16Array((words.length + 1) * width);
  const isSame = (i: number, j: number) => words[i]?.text === others[j]?.text;
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = others.length - 1; j >= 0; j--)
      lengths[i * width + j] = isSame(i, j)
        ? 1 + (lengths[(i + 1) * width + j + 1] as number)
        : Math.max(lengths[(i + 1) * width + j] as number, lengths[i * width + j + 1] as number);
  const shared = words.map(() => false);
  for (let i = 0, j = 0; i < words.length && j < others.length; ) {
    if (isSame(i, j)) {
      shared[i++] = true;
      j++;
    } else if ((lengths[(i + 1) * width + j] as number) >= (lengths[i * width + j + 1] as number)) i++;
    else j++;
  }
  return shared;
}

/** Words with nothing but blanks between them are one stretch. */
function joined(text: string, words: readonly Stretch[]): Stretch[] {
  const made: { start: number; end: number }[] = [];
  for (const { start, end } of words) {
    const last = made.at(-1);
    if (last && text.slice(last.end, start).trim() === "") last.end = end;
    else made.push({ start, end });
  }
  return made;
}
