import type { PriorSignal } from "./signal.ts";

/** One decision is a person's word; two are no accident. */
const SURE = 2;
const ONCE = 0.75;

export const domainRecord: PriorSignal = {
  name: "domain-record",
  group: "behaviour",
  points: 4,
  description: "Comments with links to this domain were called spam here, never ham",
  detect(_, history) {
    const bad = history?.domains.filter((record) => record.spam > 0 && record.ham === 0) ?? [];
    const worst = bad.reduce((a, b) => (b.spam > (a?.spam ?? 0) ? b : a), bad[0]);
    if (!worst) return undefined;
    return { strength: worst.spam >= SURE ? 1 : ONCE, evidence: `${worst.domain}: ${worst.spam} spam` };
  },
};
