import es from "natural/lib/natural/stemmers/porter_stemmer_es.js";
import fr from "natural/lib/natural/stemmers/porter_stemmer_fr.js";
import italian from "natural/lib/natural/stemmers/porter_stemmer_it.js";
import nl from "natural/lib/natural/stemmers/porter_stemmer_nl.js";
import no from "natural/lib/natural/stemmers/porter_stemmer_no.js";
import pt from "natural/lib/natural/stemmers/porter_stemmer_pt.js";
import ru from "natural/lib/natural/stemmers/porter_stemmer_ru.js";
import sv from "natural/lib/natural/stemmers/porter_stemmer_sv.js";
import uk from "natural/lib/natural/stemmers/porter_stemmer_uk.js";

interface Stemmer {
  readonly stem: (word: string) => string;
}

/** natural's stemmers that can be imported alone: 1.5 to 2.4 KB gzip each. German's drags in a package of stop words. */
const stemmers: Readonly<Record<string, Stemmer>> = {
  es,
  fr,
  it: italian,
  nl,
  nb: no,
  nn: no,
  no,
  pt,
  ru,
  sv,
  uk,
};

/** Stems met so far, by language and word; emptied when it has grown to some megabytes. */
const met = new Map<string, string>();
const MOST_MET = 20_000;

/** Words of a comment that are stemmed once more for the site. */
const MOST_WORDS = 200;
const MIN_LETTERS = 4;
/** Longer runs of letters are no words, and some stemmers take quadratic time. */
const MOST_LETTERS = 25;

/**
 * Stems of a comment's words in the site's languages other than English, for the site's own learning: the shipped model
 * was trained with English stems, and a site in Spanish sees one verb in many forms.
 */
export function siteStems(words: readonly string[], languages: readonly string[]): Set<string> {
  const stems = new Set<string>();
  for (const language of languages) {
    const code = language.slice(0, 2).toLowerCase();
    const stemmer = stemmers[code];
    if (!stemmer) continue;
    for (const word of words.slice(0, MOST_WORDS)) {
      if (word.length >= MIN_LETTERS && word.length <= MOST_LETTERS && /^\p{L}+$/u.test(word))
        stems.add(stemOf(word, code, stemmer));
    }
  }
  return stems;
}

function stemOf(word: string, code: string, stemmer: Stemmer): string {
  const key = `${code} ${word}`;
  const known = met.get(key);
  if (known !== undefined) return known;
  if (met.size >= MOST_MET) met.clear();
  const stem = stemmer.stem(word);
  met.set(key, stem);
  return stem;
}
