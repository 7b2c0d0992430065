import type { Label } from "../../core/judging/decision.ts";
import { reading, writing } from "../call.ts";
import { decideSuspect } from "./decide-suspect.ts";
import { knowledgeOf } from "./knowledge.ts";
import { suspectsOf } from "./suspects-of.ts";
import { takeOut } from "./take-out.ts";
import { importReports } from "./trial.ts";

/** The blog's past, once it has been learned. */
export const importCalls = {
  imports: reading((site) => ({ imports: importReports(site), suspects: suspectsOf(site) })),
  /** Some of what the site knows, to be brought in elsewhere: call again from `next`. */
  knowledge: reading(knowledgeOf),
  /** False: there is no such import. */
  takeOut: writing(takeOut),
  /** False: it was decided already. */
  decideSuspect: writing((site, source: string, id: string, label: Label) =>
    decideSuspect(site, source, id, label, Date.now()),
  ),
};
