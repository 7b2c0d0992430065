import type { Decision } from "../../core/judging/decision.ts";
import type { Site } from "../site.ts";

/** What somebody decided last, for an undo that outlives the page. */
export interface LastDecision {
  readonly site: string;
  readonly id: string;
  readonly author: string;
  readonly revision: number;
  readonly decision: Decision;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of a bulk: its name, and how many of its decisions stand. */
  readonly batch?: { readonly name: string; readonly count: number } | undefined;
}

/** The last decision of a person since a time that still stands; undefined: there is none. */
export function lastDecision(site: Site, by: string, since: number): LastDecision | undefined {
  const event = site.events.lastBy(by, since);
  const row = event && site.comments.get(event.comment);
  if (!event || !row || row.decisions.at(-1) !== event.sequence) return undefined;
  const { batch } = event;
  return {
    site: site.record.id,
    id: row.id,
    author: row.comment.author.name ?? "",
    revision: row.revision,
    decision: event.decision,
    at: event.at,
    batch: batch === null ? undefined : { name: batch, count: site.events.ofBatch(batch, since).length },
  };
}
