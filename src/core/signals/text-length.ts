import { extentOf } from "../reading/extent.ts";
import { bucketAt } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const LENGTHS = [0, 20, 50, 100, 200, 400, 800, 1600];
const LINES = [0, 1, 2, 4, 8, 16];
const VARIANTS = LENGTHS.map((length) => LINES.map((lines) => [`c${length}`, `l${lines}`]));

export const textLength: FittedSignal = {
  name: "text-length",
  group: "text",
  description: "How long the text is, as an alphabet would have it, and how many lines it has",
  detect({ ascii, body, content, length }) {
    let lines = 0;
    for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) lines++;
    return {
      strength: Math.min(1, (body.length + 1) / 2000),
      evidence: `${length} characters, ${lines + 1} lines`,
      variants: VARIANTS[bucketAt(extentOf(body.trim(), ascii), LENGTHS)]?.[bucketAt(lines, LINES)],
    };
  },
};
