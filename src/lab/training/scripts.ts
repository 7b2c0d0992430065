import type { Document, Vocabulary } from "./documents.ts";

/** Writing systems other than Latin whose words must be known from ham before they may speak for spam. */
const SCRIPTS = [
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Han}/u,
  /\p{Script=Thai}/u,
  /\p{Script=Devanagari}/u,
];
const ENOUGH_HAM = 100;
/** A word in more of a script's comments than this is grammar, not subject. */
const GRAMMAR = 0.04;

/**
 * Tokens to leave out, by index: the grammar of a script that hardly any ham is written in. From spam alone a model would
 * learn that the language is spam. What the spam is about may stay; the rest a site written in it learns itself.
 */
export function grammarWithoutHam(documents: readonly Document[], vocabulary: Vocabulary): Uint8Array {
  const scriptOf = Int8Array.from(vocabulary.tokens, (token) =>
    SCRIPTS.findIndex((script) => script.test(token)),
  );
  const all = SCRIPTS.map(() => 0);
  const ham = SCRIPTS.map(() => 0);
  const frequency = new Uint32Array(vocabulary.tokens.length);
  for (const { spam, tokens } of documents) {
    for (const token of tokens) frequency[token] = (frequency[token] as number) + 1;
    for (const script of new Set(Array.from(tokens, (token) => scriptOf[token] as number))) {
      if (script < 0) continue;
      all[script] = (all[script] as number) + 1;
      if (!spam) ham[script] = (ham[script] as number) + 1;
    }
  }
  return Uint8Array.from(scriptOf, (script, token) => {
    if (script < 0 || (ham[script] as number) >= ENOUGH_HAM) return 0;
    return (frequency[token] as number) > GRAMMAR * (all[script] as number) ? 1 : 0;
  });
}
