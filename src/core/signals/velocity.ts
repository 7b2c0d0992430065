import type { PriorSignal } from "./signal.ts";

const A_MINUTE = 3;
const AN_HOUR = 10;

export const velocity: PriorSignal = {
  name: "velocity",
  group: "behaviour",
  points: 3,
  description: "Many comments from the same part of the network in a short time",
  missing: (_, history) =>
    history && !history.velocity ? "no network address that tells readers apart" : undefined,
  detect({ fromServer }, history) {
    const rate = history?.velocity;
    if (!rate || fromServer) return undefined;
    if (rate.lastHour >= AN_HOUR) return { strength: 1, evidence: `${rate.lastHour} in the last hour` };
    return rate.lastMinute >= A_MINUTE
      ? { strength: 0.5, evidence: `${rate.lastMinute} in the last minute` }
      : undefined;
  },
};
