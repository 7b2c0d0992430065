import { linkedDomains } from "../reading/subject.ts";
import type { PriorSignal } from "./signal.ts";

export const knownDomain: PriorSignal = {
  name: "known-domain",
  group: "trust",
  points: -1.5,
  description:
    "Leads only to domains that were approved here before, in its text and by its author's website",
  detect(subject, history) {
    const good = history?.domains.filter((record) => record.ham > 0 && record.spam === 0) ?? [];
    if (good.length === 0) return undefined;
    const domains = linkedDomains(subject);
    if (domains.length === 0) return undefined;
    if (!domains.every((domain) => good.some((record) => record.domain === domain))) return undefined;
    return {
      strength: 1,
      evidence: good
        .map((record) => record.domain)
        .slice(0, 3)
        .join(", "),
    };
  },
};
