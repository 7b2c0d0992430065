import { mayHold } from "../reading/needs.ts";
import { surveyOf } from "../reading/survey.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const MAY_BE = mayHold("<a ", "[url", "[link", "[img", "](");
const SYNTAXES: readonly [name: string, pattern: RegExp][] = [
  ["html", /<a\s[^<>]{0,300}href/i],
  ["bbcode", /\[(?:url|link|img)[=\]]/i],
  ["markdown", /\]\(\s{0,3}https?:/i],
];

export const linkSyntax: FittedSignal = {
  name: "link-syntax",
  group: "links",
  description: "Links written as HTML, BBCode or Markdown; several kinds at once come from posting tools",
  detect({ content }) {
    if (!MAY_BE(surveyOf(content))) return undefined;
    const found = SYNTAXES.flatMap(([name, pattern]) => {
      const match = pattern.exec(content);
      return match ? [{ name, match }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    const names = found.map(({ name }) => name);
    return {
      strength: found.length / SYNTAXES.length,
      evidence: names.join(" + "),
      span: inContent(first.match),
      variants: found.length > 1 ? [...names, "several"] : names,
    };
  },
};
