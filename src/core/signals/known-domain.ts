import type { PriorSignal } from "./signal.ts";

export const knownDomain: PriorSignal = {
  name: "known-domain",
  group: "trust",
  points: -1.5,
  description: "Links only to domains that were approved here before",
  detect({ links }, history) {
    const good = history?.domains.filter((record) => record.ham > 0 && record.spam === 0) ?? [];
    if (links.length === 0 || good.length === 0) return undefined;
    if (!links.every((link) => good.some((record) => record.domain === link.domain))) return undefined;
    return {
      strength: 1,
      evidence: good
        .map((record) => record.domain)
        .slice(0, 3)
        .join(", "),
    };
  },
};
