import { quoted } from "../reading/quoted.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const PAGE = "(?:posts?|articles?|blogs?|web ?sites?|sites?|web ?pages?|pages?|content|write-?ups?)";
const GOOD =
  "(?:useful|helpful|great|nice|awesome|excellent|amazing|wonderful|fantastic|good|superb|brilliant|informative|interesting|perfect|cool|fabulous|outstanding|impressive|valuable|insightful)";
const SAMPLE = 4096;

/** What somebody says who read no more than that it is a page. */
const KINDS: readonly [name: string, pattern: RegExp][] = [
  [
    "good",
    new RegExp(
      `\\b(?:your|this|the|ur) (?:\\w{1,12} )?${PAGE} (?:is|was|are|looks?|seems?) (?:\\w{1,12} ){0,2}${GOOD}\\b`,
      "i",
    ),
  ],
  [
    "pass on",
    new RegExp(
      `\\b(?:shar(?:e|ing)|bookmark(?:ed|ing)?|subscrib(?:e|ed|ing)|recommend|visit|read(?:ing)?|follow(?:ing)?) (?:your|this|ur) (?:\\w{1,12} )?${PAGE}\\b`,
      "i",
    ),
  ],
  [
    "come back",
    /\b(?:come|coming|check|visit|drop) (?:back|by|again)\b.{0,30}\b(?:again|more|soon|later|often|updates?)\b|\bkeep (?:up )?(?:the |on )?(?:good|great|nice|excellent|awesome|amazing|fantastic|writing|posting|sharing|blogging)\b/i,
  ],
];

export const pagePraise: FittedSignal = {
  name: "page-praise",
  group: "praise",
  description: "Praises the page as a page, or promises to share it or to come back",
  detect({ content, links, site }) {
    const sample = content.slice(0, SAMPLE);
    const found = KINDS.flatMap(([name, pattern]) => {
      const match = pattern.exec(sample);
      return match ? [{ name, match }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    const linked = links.length > 0 || site !== undefined;
    return {
      strength: linked ? 1 : 0.5,
      evidence: quoted(content, first.match, 60),
      span: inContent(first.match),
      variants: [
        ...found.map(({ name }) => name),
        ...(linked ? ["with link"] : []),
        ...(found.length > 1 ? ["two"] : []),
      ],
    };
  },
};
