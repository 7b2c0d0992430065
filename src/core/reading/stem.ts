import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import stopwords from "natural/lib/natural/util/stopwords.js";

const stops: ReadonlySet<string> = new Set(stopwords.words.filter((word) => word.length > 1));
/** Stems met so far; emptied when it has grown to some megabytes. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

/** Longer runs of letters are no words of any language. */
export const LONGEST_WORD = 25;

/** English stop words say nothing of spam or ham. */
export const isStopWord = (word: string): boolean => stops.has(word);

/** The stem of a folded word (Porter, by natural). Words of other scripts come back as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= MOST_STEMS) stems.clear();
  const stemmed = /^[a-z]+$/.test(word) ? porter.stem(word) : word;
  stems.set(word, stemmed);
  return stemmed;
}
