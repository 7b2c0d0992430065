import { type FittedSignal, inContent } from "./signal.ts";

/** A line that ends in mid-sentence and goes on in lower case. */
const WRAP = /[\p{Ll},] ?\r?\n ?\p{Ll}/u;

export const hardWrap: FittedSignal = {
  name: "hard-wrap",
  group: "text",
  description: "A line break inside a sentence, as posting tools leave",
  detect({ content }) {
    if (!content.includes("\n")) return undefined;
    const match = WRAP.exec(content);
    return match
      ? { strength: 1, evidence: "line break inside a sentence", span: inContent(match) }
      : undefined;
  },
};
