import type { PriorSignal } from "./signal.ts";

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Greek: /\p{Script=Greek}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
};
const HALF = 0.5;
const SAMPLE = 2000;

export const foreignScript: PriorSignal = {
  name: "foreign-script",
  group: "text",
  points: 2,
  description: "Written in a script that none of the site's languages uses",
  detect({ ascii, body, comment }, _, policy) {
    const languages = policy.languages.length > 0 ? policy.languages : languagesOf(comment.language);
    if (ascii || languages.length === 0) return undefined;
    const sample = body.slice(0, SAMPLE);
    const letters = sample.match(/\p{L}/gu)?.length ?? 0;
    for (const [name, pattern] of Object.entries(SCRIPTS)) {
      const share = (sample.match(pattern)?.length ?? 0) / Math.max(1, letters);
      if (share > HALF && !languages.some((language) => scriptsOf(language).includes(name))) {
        return { strength: 1, evidence: `${Math.round(share * 100)}% ${name}` };
      }
    }
    return undefined;
  },
};

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
  const names: Readonly<Record<string, string[]>> = {
    Cyrl: ["Cyrillic"],
    Arab: ["Arabic"],
    Hebr: ["Hebrew"],
    Hans: ["Han"],
    Hant: ["Han"],
    Jpan: ["Han"],
    Kore: ["Hangul", "Han"],
    Grek: ["Greek"],
    Thai: ["Thai"],
    Deva: ["Devanagari"],
  };
  return names[script] ?? [];
}
