import { mayHold } from "../reading/needs.ts";
import { surveyOf } from "../reading/survey.ts";
import { signsOf } from "../reading/symbols.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const SYNTAXES: readonly [name: string, mayBe: ReturnType<typeof mayHold>, pattern: RegExp][] = [
  ["html", mayHold("<a "), /<a\s[^<>]{0,300}href/i],
  ["bbcode", mayHold("[url", "[link", "[img"), /\[(?:url|link|img)[=\]]/i],
  ["markdown", mayHold("](h", "]( "), /\]\(\s{0,3}https?:/i],
];

export const linkSyntax: FittedSignal = {
  name: "link-syntax",
  group: "links",
  signs: signsOf("<[]"),
  description: "Links written as HTML, BBCode or Markdown; several kinds at once come from posting tools",
  detect({ content }) {
    const survey = surveyOf(content);
    const names: string[] = [];
    let first: RegExpExecArray | null = null;
    for (const [name, mayBe, pattern] of SYNTAXES) {
      const match = mayBe(survey) ? pattern.exec(content) : null;
      if (match !== null) names.push(name);
      first ??= match;
    }
    if (first === null) return undefined;
    return {
      strength: names.length / SYNTAXES.length,
      evidence: names.join(" + "),
      span: inContent(first),
      variants: names.length > 1 ? [...names, "several"] : names,
    };
  },
};
