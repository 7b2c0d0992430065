import { foreignScript } from "../../../src/core/signals/foreign-script.ts";
import { table } from "./table.ts";

const english = { policy: { languages: ["en"] } };
const written: [name: string, text: string, languages: string[]][] = [
  ["Cyrillic", "Купите дешёвые часы", ["ru", "uk", "sr"]],
  ["Arabic", "اشتر ساعات رخيصة", ["ar", "fa", "ur"]],
  ["Hebrew", "קנו שעונים זולים", ["he"]],
  ["Han", "买便宜的手表", ["zh", "zh-Hans", "zh-TW", "ja", "ko"]],
  ["Hangul", "값싼 시계를 사세요", ["ko"]],
  ["Greek", "αγοράστε φθηνά ρολόγια", ["el"]],
  ["Thai", "ซอนาฬกาถก", ["th"]],
  ["Devanagari", "सस्ती घड़ियाँ खरीदें", ["hi", "mr"]],
  ["Bengali", "সস্তা ঘড়ি কিনুন এখানে", ["bn", "as"]],
  ["Tamil", "மலிவான கடிகாரங்கள்", ["ta"]],
  ["Telugu", "చౌక గడియారాలు", ["te"]],
  ["Gujarati", "સસ્તી ઘડિયાળો", ["gu"]],
  ["Gurmukhi", "ਸਸਤੀਆਂ ਘੜੀਆਂ", ["pa"]],
  ["Sinhala", "ලාභ ඔරලෝසු", ["si"]],
  ["Khmer", "នាឡិកាថោក", ["km"]],
  ["Myanmar", "စျေးပေါသောနာရီ", ["my"]],
  ["Georgian", "იაფი საათები", ["ka"]],
  ["Armenian", "էժան ժամացույցներ", ["hy"]],
  ["Ethiopic", "ርካሽ ሰዓቶች", ["am", "ti"]],
];

table(foreignScript, {
  is: { name: "foreign-script", group: "text", points: 2 },
  finds: [
    ...written.map(
      ([name, text]) =>
        [`${name} on an English site`, text, { strength: 1, evidence: `100% ${name}` }, english] as const,
    ),
    [
      "Japanese syllables count as Han",
      "やすいとけい カタカナ",
      {
        strength: 1,
        evidence: "100% Han",
      },
      english,
    ],
    [
      "more than half of the letters",
      "Купите abcde",
      {
        strength: 1,
        evidence: "55% Cyrillic",
      },
      english,
    ],
    [
      "on a page whose language the blog tells",
      { content: "Купите часы", language: "en, fr_ca" },
      {
        strength: 1,
        evidence: "100% Cyrillic",
      },
      { policy: { languages: [] } },
    ],
    [
      "on a page in Chinese, on a site in English",
      { content: "买便宜的手表", language: "zh" },
      {
        strength: 1,
        evidence: "100% Han",
      },
      english,
    ],
  ],
  passes: [
    ...written.flatMap(([name, text, languages]) =>
      languages.map(
        (language) =>
          [`${name} on a site in ${language}`, text, { policy: { languages: ["en", language] } }] as const,
      ),
    ),
    ["Latin letters", "Buy cheap watches", english],
    ["accents", "Żółć und Größe", english],
    ["a foreign word in a sentence", "the word Привет means hello", english],
    ["half of the letters", "Купите abcdef", english],
    ["a foreign link's text only", "read http://пример.example/страница please", english],
    ["what stands beyond the first 2000 characters", `${"a".repeat(2000)} ${"Купите".repeat(500)}`, english],
    ["the site names no language, and the page neither", "Купите часы", { policy: { languages: [] } }],
    [
      "the page's language is one of theirs",
      { content: "Купите часы", language: "en_US, ru" },
      { policy: { languages: [] } },
    ],
    [
      "what the blog tells is no language",
      { content: "Купите часы", language: "-, 12, xx_yy_zz_aa_bb" },
      { policy: { languages: [] } },
    ],
    ["no letters at all", "12 + 30 ≠ 43…", english],
  ],
});
