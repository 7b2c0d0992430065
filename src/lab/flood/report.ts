import { freePlan, SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import { table, whole } from "../bench/table.ts";
import type { Outcome } from "./day.ts";
import type { Server } from "./server.ts";
import { isSpam, type Kind } from "./traffic.ts";

const kindOf = (id: string) => id.slice(0, id.lastIndexOf("-")) as Kind;

/** Counts what is stored against what was answered, and prints it. True: nothing lost, no quota passed. */
export async function report(
  server: Server,
  outcome: Outcome,
  end: number,
  seconds: number,
): Promise<boolean> {
  const { comments, bytes, health, counts, spent, inQueue } = await server.state(end);
  const stored = new Map(comments);
  const lost = [...outcome.statuses].filter(([id, status]) => stored.get(id) !== status).length;
  const unknown = comments.filter(([id]) => !outcome.statuses.has(id)).length;
  const readersRefused = outcome.refused.filter(({ kind }) => !isSpam(kind)).length;
  printOutcome(outcome);
  const { today } = health;
  table(
    "Operations of the day",
    ["", "taken", "free plan"],
    [
      ["rows written", whole(spent.rowsWritten), whole(freePlan.rowsWritten)],
      [`  limit for blatant spam`, "", whole(SHARE_FOR_BLATANT * freePlan.rowsWritten)],
      ["  of them alarms set", whole(spent.alarmRows), ""],
      ["rows read", whole(today.rowsRead), whole(freePlan.rowsRead)],
      ["calls and alarms of the site object", whole(today.requests), whole(freePlan.requests)],
      ["KV reads", whole(spent.kvReads), whole(freePlan.kvReads)],
      ["KV writes", whole(spent.kvWrites), whole(freePlan.kvWrites)],
      ["KV deletes", whole(spent.kvDeletes), whole(freePlan.kvDeletes)],
      ["KV lists", whole(spent.kvLists), whole(freePlan.kvLists)],
      ["KV operations refused by the quota", whole(spent.refusedByKv), ""],
    ],
  );
  const pending = comments.filter(([, status]) => status === "pending").length;
  console.log(`
acknowledged               ${whole(outcome.statuses.size)}
  lost, or not where told  ${lost}
stored, not acknowledged   ${unknown}
without any answer         ${outcome.failed}
readers refused, taken for spam  ${readersRefused}
turned away for the rate and sent again  ${whole(outcome.again)}
turned away until after midnight         ${whole(outcome.late)}
decisions of the moderator ${whole(outcome.decisions)}
waiting: ${whole(pending)} rows, ${whole(counts.pending)} on the page's tab, ${whole(inQueue)} in KV
the site's own count       ${whole(today.rowsWritten)} rows written, ${whole(today.refused)} refused
database                   ${(bytes / 1e6).toFixed(1)} MB
took                       ${seconds.toFixed(0)} s`);
  const kept = spent.rowsWritten <= freePlan.rowsWritten && spent.kvReads <= freePlan.kvReads;
  return lost + outcome.failed === 0 && kept && counts.pending === pending;
}

function printOutcome({ statuses, refused }: Outcome): void {
  const kinds = [
    ...new Set([...[...statuses.keys()].map(kindOf), ...refused.map(({ kind }) => kind)]),
  ].sort();
  const rows = kinds.map((kind) => {
    const told = [...statuses].filter(([id]) => kindOf(id) === kind).map(([, status]) => status);
    const at = (status: string) => whole(told.filter((one) => one === status).length);
    const gone = refused.filter((one) => one.kind === kind).length;
    return [kind, whole(told.length + gone), at("published"), at("pending"), at("spam"), whole(gone)];
  });
  table("What became of the submissions", ["", "sent", "published", "held", "spam", "refused"], rows);
}
