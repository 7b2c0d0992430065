import { allFakers } from "@faker-js/faker";
import { fold } from "../../core/reading/fold.ts";
import { stem } from "../../core/reading/stem.ts";
import { grammarWords } from "./language.ts";

/** Endings of countries that everybody uses for other things. */
const EVERYBODYS = new Set("io co me tv cc ws ly tk ml ga cf gq to st la su pw ai fm gg".split(" "));

/** English words of grammar that natural's list leaves out, as they mean something to a search. */
const ENGLISH = "not no nor perhaps maybe though although just yes even".split(" ");

let known: ReadonlySet<string> | undefined;

/** Names of people in the languages of the world, folded, from a maintained collection. */
function personalNames(): ReadonlySet<string> {
  if (known) return known;
  const names = new Set<string>();
  for (const { rawDefinitions } of Object.values(allFakers)) {
    const { first_name, middle_name, last_name } = rawDefinitions.person ?? {};
    for (const kinds of [first_name, middle_name, last_name]) {
      for (const list of Object.values(kinds ?? {})) {
        for (const name of list ?? []) for (const word of fold(name).split(/[\s-]+/)) names.add(word);
      }
    }
  }
  known = names;
  return names;
}

/**
 * Tokens that tell who writes, in which language and from where, and nothing of what: grammar words, personal names, endings
 * of countries and the words of endings. They carry no evidence, so that a model cannot learn that a people is spam.
 */
export function unspeaking(tokens: readonly string[]): Uint8Array {
  const names = personalNames();
  const grammar = new Set(
    [...Object.values(grammarWords), ENGLISH].flatMap((words) =>
      words.flatMap((word) => [fold(word), stem(fold(word))]),
    ),
  );
  const endings = new Set(["www", ...tokens.filter((t) => t.startsWith("tld:")).map((t) => t.slice(4))]);
  return Uint8Array.from(tokens, (token) => {
    const at = token.indexOf(":");
    const [family, word] = [token.slice(0, at), token.slice(at + 1)];
    if (family === "ws") return grammar.has(word) ? 1 : 0;
    if (family === "a") return names.has(word) ? 1 : 0;
    if (family === "p") return names.has(word) || endings.has(word) ? 1 : 0;
    return family === "tld" && /^[a-z]{2}$/.test(word) && !EVERYBODYS.has(word) ? 1 : 0;
  });
}
