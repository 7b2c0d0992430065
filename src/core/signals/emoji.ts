import { type FittedSignal, inContent } from "./signal.ts";

const MANY = 4;

export const emoji: FittedSignal = {
  name: "emoji",
  group: "text",
  description: "Emoji",
  detect({ ascii, content }) {
    if (ascii) return undefined;
    const found = [...content.slice(0, 4096).matchAll(/\p{Extended_Pictographic}/gu)];
    const [first] = found;
    if (!first) return undefined;
    const many = found.length >= MANY;
    return {
      strength: many ? 1 : 0.5,
      evidence: `${found.length} emoji`,
      span: inContent(first),
      variants: [many ? "many" : "few"],
    };
  },
};
