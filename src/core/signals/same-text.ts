import type { PriorSignal } from "./signal.ts";

const MANY = 3;

export const sameText: PriorSignal = {
  name: "same-text",
  group: "behaviour",
  points: 4,
  description: "The same text came under other posts within a day",
  detect({ fromServer }, history) {
    if (!history || fromServer || history.samePostsToday === 0) return undefined;
    const posts = history.samePostsToday;
    return {
      strength: posts >= MANY ? 1 : 0.7,
      evidence: `under ${posts} other ${posts === 1 ? "post" : "posts"} today`,
    };
  },
};
