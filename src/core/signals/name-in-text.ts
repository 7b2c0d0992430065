import { NAME } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

const MIN_LETTERS = 4;

export const nameInText: FittedSignal = {
  name: "name-in-text",
  group: "author",
  needs: NAME,
  description: "The author's name stands in the text",
  detect({ comment, foldedName, folded, nameWords }) {
    // "Ada liked this" is what a server says of her.
    if (comment.type === "webmention" || foldedName.length < MIN_LETTERS || !folded.includes(foldedName))
      return undefined;
    return { strength: 1, evidence: foldedName, variants: [nameWords.length > 1 ? "phrase" : "word"] };
  },
};
