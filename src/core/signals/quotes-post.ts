import { fold } from "../reading/fold.ts";
import { shortened } from "../reading/quoted.ts";
import type { PriorSignal } from "./signal.ts";

/** Words in a row that two texts do not share by chance. */
const RUN = 4;

export const quotesPost: PriorSignal = {
  name: "quotes-post",
  group: "trust",
  points: -1,
  description: "Takes up a phrase of the post or of the comment it answers",
  missing: ({ comment }) => (source(comment) === "" ? "neither excerpt nor parent sent" : undefined),
  detect({ comment, words }) {
    const from = ` ${fold(source(comment)).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
    if (from.trim() === "") return undefined;
    for (let at = 0; at + RUN <= Math.min(words.length, 200); at++) {
      const phrase = words.slice(at, at + RUN).join(" ");
      if (from.includes(` ${phrase} `)) return { strength: 1, evidence: shortened(phrase, 60) };
    }
    return undefined;
  },
};

const source = ({
  post,
  parent,
}: {
  post: { excerpt?: string | undefined };
  parent?: { content?: string | undefined } | undefined;
}) => `${post.excerpt ?? ""} ${parent?.content ?? ""}`.trim().slice(0, 4000);
