import type { PriorSignal } from "./signal.ts";

const ENOUGH = 2;

export const trustedAuthor: PriorSignal = {
  name: "trusted-author",
  group: "trust",
  points: -3,
  description: "At least two approved comments of this mail address, from the same network, browser or user",
  missing: (_, history) => (history && !history.standing ? "no mail address sent" : undefined),
  detect({ links }, history) {
    const standing = history?.standing;
    if (!standing?.confirmed || standing.approved < ENOUGH || standing.spam > 0) return undefined;
    const newDomain = links.some(
      (link) => !history?.domains.some((known) => known.domain === link.domain && known.ham > 0),
    );
    return { strength: newDomain ? 0.5 : 1, evidence: `${standing.approved} approved, 0 spam` };
  },
};
