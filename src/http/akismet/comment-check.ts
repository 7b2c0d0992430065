import { toldAs } from "../../contract/akismet.ts";
import { secondsToReset } from "../../contract/plan.ts";
import type { Answer } from "../../contract/verdict.ts";
import { now } from "../../service/services.ts";
import { takeIn } from "../../service/take-in.ts";
import { answer, headerText, invalid, missingField, unavailable, withGuid } from "./answers.ts";
import type { Call } from "./call.ts";
import { isPreCheck, isTrue } from "./fields.ts";
import { akismetIntake } from "./intake.ts";

/** Reasons told in a header. */
const REASONS = 4;
/**
 * Seconds after which WordPress' plugin publishes what it was told to keep pending, halved: ten years, as only a person
 * may.
 */
const NEVER = "315360000";

/** Is this comment spam? Taken in as any other: judged, stored, queued if a person should see it. */
export async function commentCheck(call: Call): Promise<Response> {
  for (const field of ["blog", "user_ip"]) {
    if (
      call.parameters.one(field) === undefined &&
      !(field === "user_ip" && call.parameters.one("comment_author_IP"))
    )
      return missingField(field);
  }
  const { intake, warnings } = await akismetIntake(call);
  const { services, record, grant, client } = call;
  const taken = await takeIn(services, record, grant.n, intake, { client });
  if (taken.ok) return verdict(call, { ...taken.answer, warnings: [...warnings] }, taken.judged);
  return withGuid(untaken(taken.reason), intake.id);
}

function untaken(reason: Exclude<Awaited<ReturnType<typeof takeIn>>, { ok: true }>["reason"]): Response {
  if (reason === "unavailable") return unavailable(503, "Nothing was stored; ask again", 30);
  if (reason === "postponed")
    return unavailable(503, "Nothing was stored; ask again tomorrow", secondsToReset(now()));
  if (reason === "exhausted") return blatantUnstored();
  return invalid(reason === "revoked" ? "The key was revoked" : "The site was deleted");
}

/** `judged`: the site could not be asked, and this is what the filter said on its own. */
function verdict(call: Call, given: Answer, judged: Answer["outcome"] | undefined) {
  const { record, parameters, client } = call;
  const recheck = parameters.one("recheck_reason");
  const place = judged === undefined ? given : { status: null, outcome: onItsOwn(judged) };
  const told = isPreCheck(parameters)
    ? preCheck(given, call)
    : toldAs(place, record.settings, { client, recheck });
  const headers: Record<string, string> = {
    "x-akismet-guid": given.id,
    "x-hamlet-outcome": given.outcome,
    "x-hamlet-status": given.status ?? "none",
    "x-hamlet-score": given.score.toFixed(3),
    "x-hamlet-reasons": reasons(given),
  };
  if (given.warnings?.length) headers["x-hamlet-warnings"] = warningsOf(given.warnings);
  if (told === "spam" && isDiscarded(call, given)) headers["x-akismet-pro-tip"] = "discard";
  if (told === "spam" && isTrue(parameters.one("classify"))) headers["x-akismet-classification"] = "spam";
  if (told === "hold" && recheck === undefined) headers["x-akismet-recheck-after"] = NEVER;
  return answer(String(told === "spam"), headers);
}

/**
 * WordPress refuses a pingback for good, unseen, if the first of its two questions, which has no text, is answered `true`:
 * only what is spam beyond doubt.
 */
const preCheck = ({ blatant }: Answer, { record }: Call) =>
  blatant && record.settings.mode === "enforce" ? "spam" : "ham";

/**
 * Spam beyond doubt, while what is left of the day's quota is kept for people: not stored, and not to be discarded. The blog has it; a client told to ask again would put a whole flood before its own
 * moderators.
 */
const blatantUnstored = () =>
  answer("true", {
    "x-hamlet-outcome": "reject",
    "x-hamlet-reasons": "blatant; not stored: the day's quota is nearly used up",
  });

/** Without the site's memory nothing is published. */
const onItsOwn = (judged: Answer["outcome"]) => (judged === "publish" ? "review" : judged);

/**
 * Spam that the blog need not keep: beyond doubt, if the owner lets it be said; or a client that tries this
 * very answer.
 */
function isDiscarded({ parameters, record }: Call, { status, outcome, blatant }: Answer): boolean {
  const tried = status === null && outcome === "reject" && isTrue(parameters.one("test_discard"));
  const beyondDoubt = blatant && (status ?? "spam") === "spam";
  return tried || (beyondDoubt && record.settings.sendDiscard);
}

/** The rules and the strongest hits in one short line of ASCII. */
function reasons({ policy, hits }: Answer): string {
  const rules = policy.map(({ rule, effect }) => `${effect}: ${rule}`);
  const strongest = hits
    .filter(({ signal }) => signal !== "baseline")
    .slice(0, REASONS)
    .map(({ signal, points }) => `${signal} ${points < 0 ? "" : "+"}${points.toFixed(1)}`);
  return headerText([...rules, ...strongest].join(", "));
}

/** What was cut, in one short line of ASCII. */
const warningsOf = (warnings: NonNullable<Answer["warnings"]>): string =>
  headerText(warnings.map(({ pointer, detail }) => `${pointer} ${detail}`).join(", "));
