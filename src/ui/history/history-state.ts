import { decisions } from "../../core/judging/decision.ts";
import type { HistoryAsk } from "../../service/history.ts";

/** The whole state of the history page, as it stands in its address. */
export interface HistoryState {
  readonly site: string | undefined;
  readonly by: string | undefined;
  /** By her account: a member's id, or `token`. */
  readonly member: string | undefined;
  readonly decision: HistoryAsk["decision"];
  readonly machine: boolean;
  readonly after: string | undefined;
}

/** Reads the address; what is not understood is left out. */
export function readHistoryState(query: Readonly<Record<string, string>>): HistoryState {
  const known = [...Object.keys(decisions), "undo"];
  return {
    site: query.site && /^[a-z0-9-]{1,40}$/.test(query.site) ? query.site : undefined,
    by: query.by?.trim().slice(0, 80) || undefined,
    member: /^(?:[a-z0-9]{16}|token)$/.test(query.person ?? "") ? query.person : undefined,
    decision: known.includes(query.decision ?? "") ? (query.decision as HistoryState["decision"]) : undefined,
    machine: query.machine === "1",
    after: query.after || undefined,
  };
}

/** The page's address, or that of an export; defaults are left out. */
export function historyPath(state: Partial<HistoryState>, format?: "csv" | "jsonl"): string {
  const { site, by, member, decision, machine, after } = state;
  const query = new URLSearchParams();
  if (site !== undefined) query.set("site", site);
  if (by !== undefined) query.set("by", by);
  if (member !== undefined) query.set("person", member);
  if (decision !== undefined) query.set("decision", decision);
  if (machine) query.set("machine", "1");
  if (format !== undefined) query.set("format", format);
  else if (after !== undefined) query.set("after", after);
  const text = query.toString();
  return `/history${format === undefined ? "" : "/export"}${text === "" ? "" : `?${text}`}`;
}
