import type { FittedSignal } from "./signal.ts";

const MIN_LETTERS = 4;

export const nameInText: FittedSignal = {
  name: "name-in-text",
  group: "author",
  description: "The author's name stands in the text",
  detect({ foldedName, folded, nameWords }) {
    if (foldedName.length < MIN_LETTERS || !folded.includes(foldedName)) return undefined;
    return { strength: 1, evidence: foldedName, variants: [nameWords.length > 1 ? "phrase" : "word"] };
  },
};
