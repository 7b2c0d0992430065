import { type HeldAs, heldAsOf } from "../../contract/akismet-clients.ts";
import type { Warning } from "../../contract/as-meant.ts";
import type { AkismetOrigin, Intake } from "../../contract/intake.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import { now } from "../../service/services.ts";
import { intakeOf, madeGuid } from "../../service/take-in.ts";
import { isOwnTarget } from "../../service/target.ts";
import type { Call } from "./call.ts";
import { submissionOf } from "./fields.ts";
import { canonical } from "./wordpress.ts";

interface AkismetIntake {
  readonly intake: Intake;
  /** Its guid by its content. */
  readonly madeId: string;
  readonly warnings: readonly Warning[];
}

/** A call's comment, made ready for the site object as one of `/v1` is. */
export async function akismetIntake(call: Call): Promise<AkismetIntake> {
  const { services, record, parameters, client } = call;
  const { HAMLET_SECRET } = services.secrets;
  const { submission, warnings } = submissionOf(parameters, client);
  const same = canonical(submission);
  const madeId = await madeGuid(same, record, HAMLET_SECRET);
  const named = { ...submission, id: submission.id ?? madeId };
  const intake = await intakeOf({ submission: named, warnings, same }, record, HAMLET_SECRET, now());
  // A guid that nobody here knows was made up while Hamlet was away: the comment may have come all the same.
  const alias = named.id === madeId ? undefined : madeId;
  return { intake: { ...intake, alias, akismet: originOf(call) }, madeId, warnings };
}

function originOf({ services, record, grant, parameters, client }: Call): AkismetOrigin {
  const callback = parameters.one("callback");
  const good = callback !== undefined && callback.length <= 2048 && isOwnTarget(services, record, callback);
  return {
    key: grant.n,
    ...(good && { callback }),
    ...(heldAs(record, client) === "hold" && { holds: true }),
    ...numbered("post", parameters, "comment_post_ID"),
    ...numbered("parent", parameters, "comment_parent"),
  };
}

/** How this client is told of what waits. */
export const heldAs = ({ settings: { holdAs } }: SiteRecord, client: string): HeldAs =>
  holdAs === "auto" ? heldAsOf(client) : holdAs;

const numbered = (member: "post" | "parent", parameters: Parameters, name: string) => {
  const value = parameters.one(name);
  return value !== undefined && /^\d{1,20}$/.test(value) ? { [member]: value } : {};
};
