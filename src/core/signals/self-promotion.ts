import type { FittedSignal } from "./signal.ts";

const KINDS: readonly [name: string, pattern: RegExp][] = [
  [
    "my site",
    /\b(?:my|our) (?:(?:own|new|personal) )?(?:(?:web ?)?(?:site|page|blog|homepage|channel|store|shop|company|business|profile))\b/i,
  ],
  [
    "visit",
    /\b(?:visit|check out|have a look at|take a look at|feel free to (?:visit|surf)|look at|stop by|click (?:on )?(?:here|the link|this)) (?:(?:my|our|this|the|out|to)\b)?/i,
  ],
  [
    "agency",
    /\b(?:seo|backlinks?|digital marketing|guest posts?|web development|page rank|traffic to your)\b/i,
  ],
];

export const selfPromotion: FittedSignal = {
  name: "self-promotion",
  group: "praise",
  description: "Sends the reader to the writer's own site, or offers services",
  detect({ body }) {
    const sample = body.slice(0, 8192);
    const found = KINDS.flatMap(([name, pattern]) => {
      const match = pattern.exec(sample);
      return match ? [{ name, match }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    return {
      strength: found.length / KINDS.length,
      evidence: first.match[0].trim(),
      variants: found.map(({ name }) => name),
    };
  },
};
