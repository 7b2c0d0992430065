import type { PriorSignal } from "../signal.ts";

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
  detect({ ascii, body }, _, { languages }) {
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
