import { type FittedSignal, inContent } from "./signal.ts";

const KINDS: readonly [name: string, pattern: RegExp][] = [
  ["mail", /(?<![\w.%+-])[\w.%+-]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,}/i],
  [
    "phone",
    /(?<![\w.+-])(?:\+\d[\d ().-]{7,17}\d|(?:1[ .-]?)?\(?\d{3,5}\)?[ .-]\d{3,4}[ .-]\d{3,4}|0\d{9,12}|(?<=\b(?:wa|hub|hp|tel|telp|phone|call|contact|kontak)[.:]? ?)\d{8,14})(?![\w-]|\.\d)/i,
  ],
  [
    "messenger",
    /\b(?:whats ?app|telegram|skype|viber|wechat|kik|icq|zalo|wa(?=[.:]? ?\+?\d{6}))\b|(?<!\w)(?:t|wa)\.me\//i,
  ],
  ["wallet", /(?<!\w)(?:bc1[a-z0-9]{25,59}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}|0x[a-fA-F0-9]{40})(?!\w)/],
];

export const contact: FittedSignal = {
  name: "contact",
  group: "text",
  description: "A mail address, phone number, messenger or wallet to write or pay to",
  detect({ content }) {
    const found = KINDS.flatMap(([name, pattern]) => {
      const match = pattern.exec(content);
      return match ? [{ name, match }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    return {
      strength: Math.min(1, found.length / 2),
      evidence: found.map(({ name }) => name).join(", "),
      span: inContent(first.match),
      variants: found.map(({ name }) => name),
    };
  },
};
