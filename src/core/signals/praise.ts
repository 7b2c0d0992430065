import { quoted } from "../reading/quoted.ts";
import { type FittedSignal, inContent } from "./signal.ts";

const OPENING =
  /^[\s"']{0,5}(?:(?:wow|hey|hi|hello|thanks?|thank you)[,!. ]{1,4})?(?:(?:this is |it'?s |that'?s |really |truly |such )?(?:an? |very |so )?(?:great|nice|awesome|excellent|amazing|wonderful|fantastic|good|superb|brilliant|informative|helpful|useful|interesting|perfect|love(?:ly)?|cool|best|fabulous|outstanding|impressive|valuable|insightful|beautiful)\b|thanks? (?:you )?(?:so much |a lot )?for (?:sharing|the|this|your|such)|i (?:really |just |truly )?(?:like|love|enjoy|appreciate|admire)|(?:pretty|very|really) )/i;
const SHORT = 120;

export const praise: FittedSignal = {
  name: "praise",
  group: "praise",
  description: "Opens with praise that fits any page",
  detect({ content, links, site }) {
    const match = OPENING.exec(content);
    if (!match) return undefined;
    const linked = links.length > 0 || site !== undefined;
    const short = content.trim().length <= SHORT;
    const variants = ["any"];
    if (linked) variants.push("with link");
    if (short) variants.push("short");
    if (short && linked) variants.push("short with link");
    return {
      strength: linked ? 1 : 0.5,
      evidence: quoted(content, match, 60),
      span: inContent(match),
      variants,
    };
  },
};
