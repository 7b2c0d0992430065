import cs from "naughty-words/cs.json" with { type: "json" };
import de from "naughty-words/de.json" with { type: "json" };
import es from "naughty-words/es.json" with { type: "json" };
import fr from "naughty-words/fr.json" with { type: "json" };
import italian from "naughty-words/it.json" with { type: "json" };
import nl from "naughty-words/nl.json" with { type: "json" };
import pl from "naughty-words/pl.json" with { type: "json" };
import pt from "naughty-words/pt.json" with { type: "json" };
import ru from "naughty-words/ru.json" with { type: "json" };
import sv from "naughty-words/sv.json" with { type: "json" };
import tr from "naughty-words/tr.json" with { type: "json" };
import { fold } from "../reading/fold.ts";

/** How a language says "you" to one person, folded: a swear word is an insult when it is aimed. */
const you: Readonly<Record<string, string>> = {
  cs: "ty te tebe jsi",
  de: "du dich dir dein deine bist",
  es: "tu ti te eres vos sos usted",
  fr: "tu te toi es t'es vous",
  it: "tu te ti sei",
  nl: "jij je jou bent",
  pl: "ty ciebie cie jestes",
  pt: "tu te voce vc es",
  ru: "ты тебя тебе",
  sv: "du dig ar",
  tr: "sen seni sana",
};
const lists: Readonly<Record<string, readonly string[]>> = {
  cs,
  de,
  es,
  fr,
  it: italian,
  nl,
  pl,
  pt,
  ru,
  sv,
  tr,
};

/** In the lists, and in everyday use. */
const EVERYDAY = new Set(
  "bitte nicht peter negro negra sexo aborto fica sexe sesso sexual droga drogas mama mamar concha".split(
    " ",
  ),
);
/** Short words mean something else in the next language. */
const MIN_LETTERS = 4;

let swearing: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Swear words of languages other than English, from a maintained list, each with its languages' words for "you". */
export function swearWords(): ReadonlyMap<string, ReadonlySet<string>> {
  if (swearing) return swearing;
  const known = new Map<string, Set<string>>();
  for (const [language, words] of Object.entries(lists)) {
    for (const word of words.map(fold)) {
      if (word.length < MIN_LETTERS || EVERYDAY.has(word) || !/^\p{L}+$/u.test(word)) continue;
      known.set(word, new Set([...(known.get(word) ?? []), ...(you[language] ?? "").split(" ")]));
    }
  }
  swearing = known;
  return swearing;
}

/** Folded phrases that threaten. */
export const threats: readonly string[] = [
  "kill yourself",
  "i will kill you",
  "i'll kill you",
  "i will find you",
  "i know where you live",
  "hope you die",
  "you should die",
  "deserve to die",
  "burn in hell",
  "going to hurt you",
  "ich bring dich um",
  "je vais te tuer",
  "te voy a matar",
  "vou te matar",
];
