import { bucket } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const LENGTHS = [0, 20, 50, 100, 200, 400, 800, 1600];
const LINES = [0, 1, 2, 4, 8, 16];
const WORD_LENGTHS = [0, 3.5, 4, 4.5, 5, 6, 8];

export const textLength: FittedSignal = {
  name: "text-length",
  group: "text",
  description: "How long the text, its paragraphs and its words are",
  detect({ body, content, length, words }) {
    const lines = content.split("\n").length - 1;
    const letters = words.reduce((sum, word) => sum + word.length, 0);
    const mean = letters / Math.max(1, words.length);
    return {
      strength: Math.min(1, (body.length + 1) / 2000),
      evidence: `${length} characters, ${lines + 1} lines`,
      variants: [
        `c${bucket(body.trim().length, LENGTHS)}`,
        `l${bucket(lines, LINES)}`,
        ...(words.length > 3 ? [`w${bucket(mean, WORD_LENGTHS)}`] : []),
      ],
    };
  },
};
