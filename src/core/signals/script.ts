import type { FittedSignal } from "../signal.ts";

const SCRIPTS: readonly [name: string, pattern: RegExp][] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu],
  ["Indic", /[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/gu],
];
/** Enough to tell. */
const SAMPLE = 2000;
const ENOUGH = 0.2;
const ONLY_LATIN = /^[\p{ASCII}\u0080-\u024f\u2000-\u206f]*$/u;

export const script: FittedSignal = {
  name: "script",
  group: "text",
  description: "The writing systems of the text",
  detect({ body }) {
    const sample = body.slice(0, SAMPLE);
    if (ONLY_LATIN.test(sample)) return undefined;
    const counts = SCRIPTS.map(([name, pattern]) => [name, sample.match(pattern)?.length ?? 0] as const);
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    const used = counts.filter(([name, count]) => name !== "Latin" && count / Math.max(1, all) >= ENOUGH);
    if (used.length === 0) return undefined;
    const names = used.map(([name]) => name);
    return { strength: 1, evidence: names.join(", "), variants: names };
  },
};
