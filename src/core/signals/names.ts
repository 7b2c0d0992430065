import { fittedSignals } from "./fitted.ts";
import { priorSignals } from "./priors.ts";

interface Named {
  readonly name: string;
  readonly group: string;
  readonly description: string;
}

const own: readonly Named[] = [
  { name: "baseline", group: "", description: "What is assumed of any comment before its evidence is read" },
  {
    name: "classifier",
    group: "words",
    description: "What the words, names and hosts were worth in comments that people judged",
  },
  {
    name: "letters",
    group: "words",
    description: "Runs of two to four letters, by the company they kept in comments that people judged",
  },
  {
    name: "site-mix",
    group: "",
    description: "How much of what holds something to follow is spam on this site",
  },
  {
    name: "insult",
    group: "",
    description: "Words and pairs of words as in English insults, by a small model",
  },
  {
    name: "aimed-swearing",
    group: "",
    description: "A swear word of another language, beside that language's word for you",
  },
  { name: "threat", group: "", description: "A phrase that threatens somebody" },
];

/** All that a verdict's hits are called by. */
export const namedSignals: readonly Named[] = [...own, ...fittedSignals, ...priorSignals];

const byName = new Map(namedSignals.map((signal) => [signal.name, signal]));

/** The kind of evidence of a hit; empty for the baseline. */
export const groupOf = (signal: string): string => byName.get(signal)?.group ?? "";

/** A hit's signal for people. */
export function signalText(name: string): { readonly label: string; readonly description: string } {
  const label = name.replaceAll("-", " ");
  return { label, description: byName.get(name)?.description ?? label };
}
