import { inContent, type PriorSignal } from "./signal.ts";

/** Zero-width spaces, soft hyphens and bidi overrides between two letters of an alphabet that joins by itself. */
const HIDDEN =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}][\u00ad\u200b\u2060\ufeff\u200c\u200d]{1,9}[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]|[\u202d\u202e]/u;

export const hiddenCharacters: PriorSignal = {
  name: "hidden-characters",
  group: "text",
  points: 2,
  description: "Invisible characters inside words, or an override of the reading direction",
  detect({ ascii, content }) {
    if (ascii) return undefined;
    const match = HIDDEN.exec(content);
    if (!match) return undefined;
    const code =
      [...match[0]].find((character) => /[\u00ad\u200b-\u200d\u2060\ufeff\u202d\u202e]/u.test(character)) ??
      "";
    const point = code.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    return { strength: 1, evidence: `U+${point}`, span: inContent(match) };
  },
};
