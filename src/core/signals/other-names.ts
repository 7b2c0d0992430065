import type { PriorSignal } from "./signal.ts";

const SEVERAL = 2;

export const otherNames: PriorSignal = {
  name: "other-names",
  group: "behaviour",
  points: 1,
  description:
    "Other names commented here from the same part of the network, and nobody approved of this one",
  missing: (_, history) =>
    history && history.otherNames === undefined ? "no network address that tells readers apart" : undefined,
  detect({ fromServer }, history) {
    const others = history?.otherNames ?? 0;
    const known = (history?.standing?.approved ?? 0) > 0;
    if (others === 0 || known || fromServer) return undefined;
    return {
      strength: others >= SEVERAL ? 1 : 0.7,
      evidence: `${others} other ${others === 1 ? "name" : "names"} from there`,
    };
  },
};
