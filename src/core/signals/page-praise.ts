import { quoted } from "../reading/quoted.ts";
import { surveyOf } from "../reading/survey.ts";
import { BACK, COME, GOOD, KEEP, PAGE, PASS_ON, tell } from "../reading/told-words.ts";
import { PAGE_PRAISE } from "./has.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const PAGES = "(?:posts?|articles?|blogs?|web ?sites?|sites?|web ?pages?|pages?|content|write-?ups?)";
const PRAISE =
  "(?:useful|helpful|great|nice|awesome|excellent|amazing|wonderful|fantastic|good|superb|brilliant|informative|interesting|perfect|cool|fabulous|outstanding|impressive|valuable|insightful)";
const SAMPLE = 4096;

/** Words of which each kind needs some, in all their forms. */
tell(
  PAGE,
  "post posts article articles blog blogs website websites site sites webpage webpages page pages content write writeup writeups".split(
    " ",
  ),
);
tell(GOOD, PRAISE.slice("(?:".length, -1).split("|"));
tell(
  PASS_ON,
  "share sharing bookmark bookmarked bookmarking subscribe subscribed subscribing recommend visit read reading follow following".split(
    " ",
  ),
);
tell(COME, "come coming check visit drop".split(" "));
tell(BACK, "back by again".split(" "));
tell(KEEP, ["keep"]);

/** What somebody says who read no more than that it is a page. */
const KINDS: readonly [name: string, mayBe: (told: number) => boolean, pattern: RegExp][] = [
  [
    "good",
    (told) => (told & PAGE) !== 0 && (told & GOOD) !== 0,
    new RegExp(
      `\\b(?:your|this|the|ur) (?:\\w{1,12} )?${PAGES} (?:is|was|are|looks?|seems?) (?:\\w{1,12} ){0,2}${PRAISE}\\b`,
      "i",
    ),
  ],
  [
    "pass on",
    (told) => (told & PAGE) !== 0 && (told & PASS_ON) !== 0,
    new RegExp(
      `\\b(?:shar(?:e|ing)|bookmark(?:ed|ing)?|subscrib(?:e|ed|ing)|recommend|visit|read(?:ing)?|follow(?:ing)?) (?:your|this|ur) (?:\\w{1,12} )?${PAGES}\\b`,
      "i",
    ),
  ],
  [
    "come back",
    (told) => (told & KEEP) !== 0 || ((told & COME) !== 0 && (told & BACK) !== 0),
    /\b(?:come|coming|check|visit|drop) (?:back|by|again)\b.{0,30}\b(?:again|more|soon|later|often|updates?)\b|\bkeep (?:up )?(?:the |on )?(?:good|great|nice|excellent|awesome|amazing|fantastic|writing|posting|sharing|blogging)\b/i,
  ],
];

export const pagePraise: FittedSignal = {
  name: "page-praise",
  group: "praise",
  needs: PAGE_PRAISE,
  description: "Praises the page as a page, or promises to share it or to come back",
  detect({ content, links, site }) {
    const { told } = surveyOf(content);
    const sample = content.slice(0, SAMPLE);
    const variants: string[] = [];
    let first: RegExpExecArray | null = null;
    for (const [name, mayBe, pattern] of KINDS) {
      const match = mayBe(told) ? pattern.exec(sample) : null;
      if (match !== null) variants.push(name);
      first ??= match;
    }
    if (first === null) return undefined;
    const several = variants.length > 1;
    const linked = links.length > 0 || site !== undefined;
    if (linked) variants.push("with link");
    if (several) variants.push("two");
    return {
      strength: linked ? 1 : 0.5,
      evidence: quoted(content, first, 60),
      span: inContent(first),
      variants,
    };
  },
};
