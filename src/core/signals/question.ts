import type { FittedSignal } from "./signal.ts";

export const question: FittedSignal = {
  name: "question",
  group: "text",
  description: "Asks something",
  detect({ body }) {
    const found = [...body.matchAll(/[?？؟]/g)];

    if (found.length === 0) return undefined;
    const several = found.length > 1;
    return {
      strength: several ? 1 : 0.5,
      evidence: several ? `${found.length} questions` : "one question",
      variants: [several ? "several" : "one"],
    };
  },
};
