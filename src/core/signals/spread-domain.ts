import type { PriorSignal } from "./signal.ts";

const MANY = 12;
const MORE = 6;

/** On one page people answer each other, and share what they speak of: that is held, and no more. */
export const spreadDomain: PriorSignal = {
  name: "spread-domain",
  group: "behaviour",
  points: 2,
  description:
    "Other people linked to the same domain on several pages today, and nobody here approved of it",
  detect(_, history) {
    const { spread, standing } = history ?? {};
    if (!spread || spread.pages < 2 || standing?.confirmed) return undefined;
    const { domain, others } = spread;
    const strength = others >= MANY ? 1 : others >= MORE ? 0.7 : 0.4;
    return { strength, evidence: `${domain}: ${others} others today` };
  },
};
