import type { PriorSignal } from "./signal.ts";

const SURE = 5;

export const domainRecord: PriorSignal = {
  name: "domain-record",
  group: "behaviour",
  points: 4,
  description: "Comments with links to this domain were called spam here, never ham",
  detect(_, history) {
    const bad = history?.domains.filter((record) => record.spam > 0 && record.ham === 0) ?? [];
    const worst = bad.reduce((a, b) => (b.spam > (a?.spam ?? 0) ? b : a), bad[0]);
    if (!worst) return undefined;
    return { strength: worst.spam >= SURE ? 1 : 0.4, evidence: `${worst.domain}: ${worst.spam} spam` };
  },
};
