import type { AppContext } from "../../context.ts";
import { type Decision, decisions } from "../../core/judging/decision.ts";
import { type BulkAnswer, type BulkTarget, decideBulk, newBatch } from "../../service/bulk.ts";
import { wantsJson } from "../guards.ts";
import { render } from "../parts/render.tsx";
import type { BlockedToo } from "./blocked-too.ts";
import { bulkJson } from "./bulk-json.ts";
import { BulkPage, ConfirmPage } from "./bulk-page.tsx";

/** From more comments than this on, one is asked whether one means it. */
const UNASKED = 20;
/**
 * Calls that one request makes to the site objects, of up to 200 comments each: a large bulk needs few
 * clicks.
 */
const MOST_CALLS = 10;

export type BulkForm = Readonly<Record<string, unknown>>;

/** A form that decides on many comments, so that it can be sent again. */
interface ManyForm {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly decision: Decision | undefined;
  readonly back: string;
  readonly isConfirmed: boolean;
  readonly batch: string;
  readonly cursor: string | undefined;
  /** Of a wave: later ones are to be decided so, too. */
  readonly later?: boolean;
  /** What was blocked along with it; undefined: nobody wished it. */
  readonly too?: BlockedToo | undefined;
}

const isDecision = (value: unknown): value is Decision =>
  typeof value === "string" && Object.hasOwn(decisions, value);

/** Reads what is common to such forms. */
export function formOf(raw: BulkForm, action: string, back: string): ManyForm {
  const fields = Object.entries(raw).flatMap(([name, value]) =>
    OWN.has(name)
      ? []
      : [value].flat().flatMap((one) => (typeof one === "string" ? [[name, one] as const] : [])),
  );
  const given = typeof raw.batch === "string" && /^\d{1,15}-[a-z0-9]{1,20}$/.test(raw.batch);
  return {
    action,
    fields,
    decision: isDecision(raw.decision) ? raw.decision : undefined,
    back,
    isConfirmed: raw.confirmed !== undefined,
    batch: given ? (raw.batch as string) : newBatch(),
    cursor: typeof raw.cursor === "string" && raw.cursor !== "" ? raw.cursor : undefined,
  };
}

/** Fields that each page of such a form sets anew. */
const OWN = new Set(["csrf", "batch", "cursor"]);

/** Asks once more before many are decided. The script has asked already. */
export function confirmFirst(
  c: AppContext,
  { action, fields, back, isConfirmed }: ManyForm,
  decision: Decision,
  count: number,
): Response | Promise<Response> | undefined {
  if (count <= UNASKED || isConfirmed || wantsJson(c)) return undefined;
  const page = { decision, count, action, fields, back };
  return render(c, <ConfirmPage {...page} />);
}

/**
 * Decides, as far as one request goes. Of all that match, the script takes some at a time, to show how far it
 * is.
 */
export async function decideMany(
  c: AppContext,
  target: BulkTarget,
  decision: Decision,
  { action, fields, back, batch, cursor, later, too }: ManyForm,
): Promise<Response> {
  const { services, session } = c.var;
  const ask = { target, decision, by: session.name, batch, later };
  const most = wantsJson(c) && target.kind === "matching" ? 1 : MOST_CALLS;
  const answer = await inCalls((next) => decideBulk(services, { ...ask, cursor: next }), cursor, most);
  if (wantsJson(c)) return bulkJson(c, answer, decision, batch, too);
  const isRefused = answer.later !== undefined && "refused" in answer.later;
  if (answer.failed.length === 0 && answer.next === undefined && !isRefused) return c.redirect(back, 303);
  const again = { action, fields: [...fields, ["confirmed", "1"] as const], back };
  return render(c, <BulkPage answer={answer} decision={decision} batch={batch} {...again} />);
}

/** Calls again with what is next, as often as one request may, and puts the answers together. */
export async function inCalls(
  call: (cursor: string | undefined) => Promise<BulkAnswer>,
  cursor?: string,
  most = MOST_CALLS,
): Promise<BulkAnswer> {
  let answer = await call(cursor);
  for (let calls = 1; calls < most && answer.next !== undefined; calls++) {
    const more = await call(answer.next);
    answer = {
      done: [...answer.done, ...more.done],
      failed: [...answer.failed, ...more.failed],
      next: more.next,
      later: answer.later,
    };
  }
  return answer;
}
