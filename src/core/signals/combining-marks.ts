import { ACCENT } from "../reading/characters.ts";
import { surveyOf } from "../reading/survey.ts";
import { inContent, type PriorSignal } from "./signal.ts";

/** Three accents on one letter are no orthography. */
const STACKED = /(?:(?=[\p{Script=Inherited}])\p{M}){3,}/u;

export const combiningMarks: PriorSignal = {
  name: "combining-marks",
  group: "text",
  points: 1.5,
  description: "Accents stacked on letters until they cannot be read",
  detect({ ascii, content }) {
    if (ascii || (surveyOf(content).classes & ACCENT) === 0) return undefined;
    const match = STACKED.exec(content);
    return match
      ? { strength: 1, evidence: `${match[0].length} marks on one letter`, span: inContent(match) }
      : undefined;
  },
};
