import { mayHold } from "../reading/needs.ts";
import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { type FittedSignal, inContent } from "./signal.ts";

/**
 * What somebody said, her name where an answer begins, and a name in the middle: whom people follow or buy from. Signs of full width
 * bring their own space.
 */
const KINDS: readonly [name: string, mayBe: ReturnType<typeof mayHold>, pattern: RegExp][] = [
  ["quote", mayHold(">", "&gt;", "<blockquote"), /^\s{0,3}(?:>|&gt;)|<blockquote/m],
  ["answer", mayHold("@"), /^\s{0,3}@[\p{L}\p{N}_-]{2,40}/mu],
  ["mention", mayHold("@"), /(?<=[^\s>] {1,3}|[，：；、])@[\p{L}\p{N}_-]{2,40}/u],
];

export const quote: FittedSignal = {
  name: "quote",
  group: "text",
  signs: signsOf(">&<@"),
  description: "Quotes, answers or names somebody",
  detect({ content }) {
    const survey = surveyOf(content);
    const variants: string[] = [];
    let first: RegExpExecArray | null = null;
    for (const [name, mayBe, pattern] of KINDS) {
      const match = mayBe(survey) ? pattern.exec(content) : null;
      if (match !== null) variants.push(name);
      first ??= match;
    }
    if (first === null) return undefined;
    return { strength: 1, evidence: quoted(content, first, 40), span: inContent(first), variants };
  },
};
