import { fold } from "../reading/fold.ts";
import { shortened } from "../reading/quoted.ts";
import type { Subject } from "../reading/subject.ts";
import type { PriorSignal } from "./signal.ts";

/** Words in a row that two texts do not share by chance. */
const RUN = 4;
const MOST_WORDS = 200;
const MOST_READ = 4000;

export const quotesPost: PriorSignal = {
  name: "quotes-post",
  group: "trust",
  points: -1,
  description: "Takes up a phrase of the post or of the comment it answers",
  missing: ({ comment: { post, parent } }) =>
    isBlank(post.excerpt) && isBlank(parent?.content) ? "neither excerpt nor parent sent" : undefined,
  detect({ comment, words }) {
    const { begins, phrases } = phrasesOf(comment);
    if (phrases.size === 0) return undefined;
    for (let at = 0; at + RUN <= Math.min(words.length, MOST_WORDS); at++) {
      if (!begins.has(words[at] as string)) continue;
      const phrase = words.slice(at, at + RUN).join(" ");
      if (phrases.has(phrase)) return { strength: 1, evidence: shortened(phrase, 60) };
    }
    return undefined;
  },
};

const isBlank = (text = ""): boolean => !/\S/.test(text);

/** A text's phrases of so many words, and the words that they begin with. */
interface Phrases {
  readonly text: string;
  readonly begins: ReadonlySet<string>;
  readonly phrases: ReadonlySet<string>;
}

/** Comments on a post come one after another. */
let last: Phrases = { text: "", begins: new Set(), phrases: new Set() };

/** What the post's excerpt, and the comment that is answered, say. */
function phrasesOf({ post, parent }: Subject["comment"]): Phrases {
  const text = `${post.excerpt ?? ""} ${parent?.content ?? ""}`.trim().slice(0, MOST_READ);
  if (last.text !== text) {
    const words = fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "");
    const begins = words.slice(0, Math.max(0, words.length - RUN + 1));
    const phrases = begins.map((_, at) => words.slice(at, at + RUN).join(" "));
    last = { text, begins: new Set(begins), phrases: new Set(phrases) };
  }
  return last;
}
