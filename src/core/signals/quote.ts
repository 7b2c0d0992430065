import { mayHold } from "../reading/needs.ts";
import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { type FittedSignal, inContent } from "./signal.ts";

/**
 * What somebody said, her name where an answer begins, and a name in the middle: whom people follow or buy from. Signs of full width
 * bring their own space.
 */
const KINDS: readonly [name: string, pattern: RegExp][] = [
  ["quote", /^\s{0,3}(?:>|&gt;)|<blockquote/m],
  ["answer", /^\s{0,3}@[\p{L}\p{N}_-]{2,40}/mu],
  ["mention", /(?<=[^\s>] {1,3}|[，：；、])@[\p{L}\p{N}_-]{2,40}/u],
];

const MAY_BE = mayHold(">", "&gt;", "<blockquote", "@");

export const quote: FittedSignal = {
  name: "quote",
  group: "text",
  description: "Quotes, answers or names somebody",
  detect({ content }) {
    if (!MAY_BE(surveyOf(content))) return undefined;
    const found = KINDS.flatMap(([name, pattern]) => {
      const match = pattern.exec(content);
      return match ? [{ name, match }] : [];
    });
    const [first] = found;
    return (
      first && {
        strength: 1,
        evidence: quoted(content, first.match, 40),
        span: inContent(first.match),
        variants: found.map(({ name }) => name),
      }
    );
  },
};
