import { kindAt, LATIN, LETTER, widthAt } from "../reading/characters.ts";
import { OTHERS } from "./has.ts";
import type { PriorSignal } from "./signal.ts";

/** Scripts by their code in a language's locale (ISO 15924), as Unicode names them. Latin is read everywhere. */
export const SCRIPT_NAMES: Readonly<Record<string, string>> = {
  Cyrl: "Cyrillic",
  Arab: "Arabic",
  Hebr: "Hebrew",
  Hang: "Hangul",
  Grek: "Greek",
  Thai: "Thai",
  Deva: "Devanagari",
  Beng: "Bengali",
  Taml: "Tamil",
  Telu: "Telugu",
  Knda: "Kannada",
  Mlym: "Malayalam",
  Gujr: "Gujarati",
  Guru: "Gurmukhi",
  Orya: "Oriya",
  Sinh: "Sinhala",
  Laoo: "Lao",
  Khmr: "Khmer",
  Mymr: "Myanmar",
  Tibt: "Tibetan",
  Geor: "Georgian",
  Armn: "Armenian",
  Ethi: "Ethiopic",
  Mong: "Mongolian",
  Thaa: "Thaana",
  Syrc: "Syriac",
  Nkoo: "Nko",
  Cher: "Cherokee",
  Tfng: "Tifinagh",
  Olck: "Ol_Chiki",
  Mtei: "Meetei_Mayek",
  Java: "Javanese",
};
/** Chinese characters and Japanese syllables are one here. */
const HAN = /(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu;
const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Han", HAN],
  ...Object.values(SCRIPT_NAMES).map((name): [string, RegExp] => [
    name,
    new RegExp(`(?=\\p{L})\\p{Script=${name}}`, "gu"),
  ]),
];
const HALF = 0.5;
const SAMPLE = 2000;

export const foreignScript: PriorSignal = {
  name: "foreign-script",
  group: "text",
  needs: OTHERS,
  points: 2,
  description: "Written in a script that none of the site's languages uses",
  detect({ body, comment }, _, policy) {
    const languages = policy.languages.length > 0 ? policy.languages : languagesOf(comment.language);
    if (languages.length === 0) return undefined;
    const sample = body.slice(0, SAMPLE);
    const { letters, other } = counted(sample);
    if (other <= HALF * letters) return undefined;
    for (const [name, pattern] of SCRIPTS) {
      const share = (sample.match(pattern)?.length ?? 0) / Math.max(1, letters);
      if (share > HALF && !languages.some((language) => scriptsOf(language).includes(name))) {
        return { strength: 1, evidence: `${Math.round(share * 100)}% ${name}` };
      }
    }
    return undefined;
  },
};

/** Letters of a text, and those among them that are not Latin. */
function counted(text: string): { readonly letters: number; readonly other: number } {
  let letters = 0;
  let other = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    if ((kind & LETTER) === 0) continue;
    letters++;
    if ((kind & LATIN) === 0) other++;
  }
  return { letters, other };
}

/** The page's languages as the blog names them: "en, fr_ca". What is no language tag is left out. */
const languagesOf = (named = ""): string[] =>
  named
    .split(",")
    .map((tag) => tag.trim().replaceAll("_", "-"))
    .filter((tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) && isTag(tag));

function isTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language !== "";
  } catch {
    return false;
  }
}

/** Scripts of a language, by the platform's own locale data. */
function scriptsOf(language: string): string[] {
  const script = new Intl.Locale(language).maximize().script ?? "";
  const several: Readonly<Record<string, string[]>> = {
    Hans: ["Han"],
    Hant: ["Han"],
    Jpan: ["Han"],
    Kore: ["Hangul", "Han"],
  };
  const one = SCRIPT_NAMES[script];
  return several[script] ?? (one === undefined ? [] : [one]);
}
