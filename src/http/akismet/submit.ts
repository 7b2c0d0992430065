import type { Intake, Report, Reported } from "../../contract/intake.ts";
import { TIME_LIMIT, within } from "../../platform/time-limit.ts";
import { kvInbox } from "../../queue/inbox.ts";
import { masked, PATIENCE } from "../../service/take-in.ts";
import { answer, invalid, missingField, unavailable } from "./answers.ts";
import type { Call, Handler } from "./call.ts";
import { akismetIntake } from "./intake.ts";

const THANKS = "Thanks for making the web a better place.";

/** The blog's moderator corrects a verdict: a decision like one on Hamlet's own page. What was never checked is learned too. */
export const submit =
  (decision: Report["decision"]): Handler =>
  async (call) => {
    if (call.parameters.one("blog") === undefined) return missingField("blog");
    const { madeId, ...intake } = await akismetIntake(call);
    const by = call.parameters.one("reporter")?.slice(0, 80) ?? "blog";
    const reported = await tell(call, { ...intake, report: { decision, by, madeId } });
    if (reported === "unavailable") return unavailable(503, "Nothing was stored; tell it again", 30);
    if (!reported.ok)
      return invalid(reported.reason === "revoked" ? "The key was revoked" : "The site was deleted");
    return answer(THANKS);
  };

/** To the site object or, in its absence, into the inbox, which it takes over later. */
async function tell(
  call: Call,
  intake: Intake & { readonly report: Report },
): Promise<Reported | "unavailable"> {
  const { services, record, grant, client } = call;
  try {
    return await within(
      PATIENCE,
      services.siteObject(record.id).report(intake, { record, key: grant.n, client }),
    );
  } catch {
    if (intake.test) return { ok: true };
    const inbox = kvInbox(services.env.QUEUE);
    return within(TIME_LIMIT, inbox.put(record.id, masked(intake))).then(
      () => ({ ok: true as const }),
      () => "unavailable" as const,
    );
  }
}
