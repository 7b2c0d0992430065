import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** natural's lists of words that only hold sentences together. */
const listed = (language: string): string[] => {
  const suffix = language === "en" ? "" : `_${language}`;
  return require(`natural/lib/natural/util/stopwords${suffix}.js`).words;
};

/** The same for languages that natural has no list of: the commonest words. */
const own: Readonly<Record<string, string>> = {
  de: "der die das und ist nicht ich du er sie es wir ihr ein eine einen einem einer den dem des im in zu von mit auf für auch wie was so noch nur aber oder wenn dann man hat habe haben hatte sind war waren wird werden kann mein dein sich bei nach aus als mal doch schon hier da dass daß weil um über durch vor mir dir uns euch sehr gut dich mich ja nein kein keine mehr immer also denn wieder zum zur am vom ins gibt sein seine ihre ihren diese dieser dieses alle alles",
  tr: "ve bir bu da de için ile çok ne o ben sen biz siz onlar mi mı mu mü var yok gibi daha en ama ya ki kadar sonra olarak olan olduğu değil her şey bana sana benim senin bizim nasıl neden evet hayır",
  vi: "và của là có không cho được này trong các một những với người để đã tôi bạn anh em chị rồi thì mà ở cũng như khi lại ra vào nhưng nếu vì nên đi làm gì sao ạ nha nhé",
  cs: "a je se na v to že s z do i o ale jako za by si tak co jsem jsou pro už jen když mi ne ten ta jak nebo bych být má také",
};

/** Words of each language that carry grammar and no subject. */
export const grammarWords: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ["en", "es", "fr", "id", "it", "nl", "no", "pl", "pt", "ru", "sv", "uk", "fa"].map((language) => [
      language,
      listed(language),
    ]),
  ),
  ...Object.fromEntries(Object.entries(own).map(([language, words]) => [language, words.split(" ")])),
};

/** Scripts that tell the language, in the order in which they are looked for, and from which share of the letters on. */
const SCRIPTS: readonly (readonly [pattern: RegExp, share: number, language: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.15, "ja"],
  [/\p{Script=Hangul}/gu, 0.3, "ko"],
  [/\p{Script=Han}/gu, 0.3, "zh"],
  [/\p{Script=Cyrillic}/gu, 0.3, "ru"],
  [/\p{Script=Arabic}/gu, 0.3, "ar"],
  [/\p{Script=Hebrew}/gu, 0.3, "he"],
  [/\p{Script=Greek}/gu, 0.3, "el"],
  [/\p{Script=Thai}/gu, 0.3, "th"],
  [/\p{Script=Devanagari}/gu, 0.3, "hi"],
];
const LATIN = Object.entries(grammarWords)
  .filter(([language]) => !["fa", "ru", "uk"].includes(language))
  .map(([language, words]) => [language, new Set(words.map((word) => word.toLowerCase()))] as const);
const SAMPLE = 1500;

/**
 * A text's language by its script and its grammar words. `hint`: the language of its place, which stands unless the text
 * clearly says otherwise; without one English stands.
 */
export function languageOf(text: string, hint?: string): string {
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return hint ?? "und";
  for (const [pattern, share, language] of SCRIPTS) {
    if ((sample.match(pattern)?.length ?? 0) / letters > share) return sibling(language, sample);
  }
  const words = sample.match(/[\p{L}\p{M}']+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  const counts = LATIN.map(([language, known]) => [language, count(known)] as const);
  const home = hint ?? "en";
  const [factor, margin] = hint ? [1.15, 0.6] : [1.6, 1.5];
  let best = home;
  let score = (counts.find(([language]) => language === home)?.[1] ?? 0) + 0.5;
  for (const [language, found] of counts) {
    if (found > score * factor + margin) [best, score] = [language, found];
  }
  return best;
}

/** Languages of one script told apart by letters of their own. */
function sibling(language: string, sample: string): string {
  if (language === "ru" && /[іїєґ]/.test(sample)) return "uk";
  return language === "ar" && /[پچژگ]/.test(sample) ? "fa" : language;
}
