import type { DomainRecord } from "../memory/history.ts";
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
    if (!history) return undefined;
    let worst: DomainRecord | undefined;
    for (const record of history.domains)
      if (record.ham === 0 && record.spam > (worst?.spam ?? 0)) worst = record;
    if (!worst) return undefined;
    return { strength: worst.spam >= SURE ? 1 : ONCE, evidence: `${worst.domain}: ${worst.spam} spam` };
  },
};
