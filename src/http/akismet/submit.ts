import type { Report } from "../../contract/intake.ts";
import { takeReport } from "../../service/take-in.ts";
import { answer, invalid, missingField, unavailable } from "./answers.ts";
import type { Handler } from "./call.ts";
import { akismetIntake } from "./intake.ts";

const THANKS = "Thanks for making the web a better place.";

/**
 * The blog's moderator corrects a verdict: a decision like one on Hamlet's own page. What was never checked
 * is learned too.
 */
export const submit =
  (decision: Report["decision"]): Handler =>
  async (call) => {
    if (call.parameters.one("blog") === undefined) return missingField("blog");
    const { intake, madeId } = await akismetIntake(call);
    const by = call.parameters.one("reporter")?.slice(0, 80) ?? "blog";
    const { services, record, grant, client } = call;
    const report = { decision, by, madeId };
    const reported = await takeReport(services, record, grant.n, { ...intake, report }, client);
    if (reported === "unavailable") return unavailable(503, "Nothing was stored; tell it again", 30);
    if (!reported.ok)
      return invalid(reported.reason === "revoked" ? "The key was revoked" : "The site was deleted");
    return answer(THANKS);
  };
