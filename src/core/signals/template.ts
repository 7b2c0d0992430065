import { inContent, type PriorSignal } from "./signal.ts";

const LEFTOVER =
  /\{[^{}|\n]{1,60}(?:(?<!\s)\|[^{}|\n]{0,60}){1,20}\}|%(?:keyword|url|link|name|title|anchor|blog)%|#file_links|\[\[?iframe|\{\{?(?:keyword|url|name)\}?\}/i;

export const template: PriorSignal = {
  name: "template",
  group: "text",
  points: 4,
  description: "Leftovers of a spinning or posting template",
  detect({ content }) {
    const match = LEFTOVER.exec(content);
    return match ? { strength: 1, evidence: match[0].slice(0, 60), span: inContent(match) } : undefined;
  },
};
