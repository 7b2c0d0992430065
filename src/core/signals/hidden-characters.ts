import { UNSEEN } from "../reading/unseen.ts";
import { UNSEEN_CHARACTERS } from "./has.ts";
import { inContent, type PriorSignal } from "./signal.ts";

/** Between two letters of an alphabet that joins by itself, or beside the dot of a name; or an override of the direction. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]`;
const HIDDEN = new RegExp(
  String.raw`${LETTER}(?:[${UNSEEN}]+\.?|\.[${UNSEEN}]+(?=\p{Ll}))${LETTER}|[\u202d\u202e]`,
  "u",
);
const CHARACTER = new RegExp(String.raw`[${UNSEEN}\u202d\u202e]`, "u");

export const hiddenCharacters: PriorSignal = {
  name: "hidden-characters",
  group: "text",
  needs: UNSEEN_CHARACTERS,
  points: 2,
  description: "Invisible characters inside words, or an override of the reading direction",
  detect({ content }) {
    const match = HIDDEN.exec(content);
    if (!match) return undefined;
    const code = CHARACTER.exec(match[0])?.[0] ?? "";
    const point = code.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    return { strength: 1, evidence: `U+${point}`, span: inContent(match) };
  },
};
