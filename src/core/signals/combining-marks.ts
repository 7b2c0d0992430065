import { ACCENTS } from "./has.ts";
import { inContent, type PriorSignal } from "./signal.ts";

/** Three accents on one letter are no orthography. */
const STACKED = /(?:(?=[\p{Script=Inherited}])\p{M}){3,}/u;

export const combiningMarks: PriorSignal = {
  name: "combining-marks",
  group: "text",
  needs: ACCENTS,
  points: 1.5,
  description: "Accents stacked on letters until they cannot be read",
  detect({ content }) {
    const match = STACKED.exec(content);
    return match
      ? { strength: 1, evidence: `${match[0].length} marks on one letter`, span: inContent(match) }
      : undefined;
  },
};
