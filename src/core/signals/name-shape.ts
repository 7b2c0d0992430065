import { bucket } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const WORDS = [0, 1, 2, 3, 4, 6];

export const nameShape: FittedSignal = {
  name: "name-shape",
  group: "author",
  description: "How the author's name is written: words, capitals, digits",
  detect({ name, nameWords }) {
    if (name === "") return undefined;
    const variants = [`${bucket(nameWords.length, WORDS)} words`];
    if (/^\p{Lu}[\p{Ll}'’-]+$/u.test(name)) variants.push("Name");
    if (/^\p{Lu}[\p{Ll}'’.-]+ (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]+$/u.test(name)) variants.push("Name Name");
    if (/^\p{Ll}+(?: \p{Ll}+)+$/u.test(name)) variants.push("lower phrase");
    if (/^\p{Ll}[\p{Ll}\d_.-]*$/u.test(name)) variants.push("lower word");
    if (/[a-z][A-Z]{1,3}$|[a-z][A-Z][a-z]$/.test(name)) variants.push("mixed tail");
    if (/\d/.test(name)) variants.push("digits");
    return {
      strength: Math.min(1, (nameWords.length + 1) / 8),
      evidence: name,
      span: { field: "author.name", start: 0, end: name.length },
      variants,
    };
  },
};
