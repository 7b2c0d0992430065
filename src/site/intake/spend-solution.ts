import type { Intake } from "../../contract/intake.ts";
import type { Site } from "../site.ts";

/** A comment by the form with what it proved there: a solution that came with another before proves nothing. */
export function spendSolution(site: Site, intake: Intake): Intake {
  if (intake.solution === undefined || site.solutions.spend(intake.solution)) return intake;
  const { comment } = intake;
  return { ...intake, comment: { ...comment, form: { ...comment.form, proof: "spent" } } };
}
