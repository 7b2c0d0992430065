import type { PriorSignal } from "./signal.ts";

const BAD_SHARE = 0.3;

export const rejectedAuthor: PriorSignal = {
  name: "rejected-author",
  group: "behaviour",
  points: 2.5,
  description: "People called comments of this mail address spam, from the same network, browser or user",
  missing: (_, history) => (history && !history.standing ? "no mail address sent" : undefined),
  detect(_, history) {
    const standing = history?.standing;
    if (!standing || standing.spam === 0) return undefined;
    const share = standing.spam / (standing.spam + standing.approved + standing.discarded);
    return share < BAD_SHARE
      ? undefined
      : { strength: Math.min(1, share), evidence: `${standing.spam} spam, ${standing.approved} approved` };
  },
};
