import type { becauses } from "../../contract/decision.ts";
import type { Decision, Status } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import type { EventRow } from "../tables/events.ts";

/** Which lines of the record are wanted, the newest first. */
export interface HistoryRequest {
  /** Verdicts of the machine, too. */
  readonly machine: boolean;
  readonly by?: string | undefined;
  readonly decision?: Decision | "undo" | undefined;
  /** Only what is older; from the page before. */
  readonly before?: HistoryPlace | undefined;
  readonly limit: number;
}

/** Where a line stands: by time, then by name. */
export interface HistoryPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly name: string;
}

/** One line: a verdict, a decision, or what followed from one. */
export interface HistoryEntry extends HistoryPlace {
  readonly site: string;
  readonly comment: string;
  readonly by: string;
  /** The machine's outcome, a person's decision, or only a message to the blog. */
  readonly what: Outcome | Decision | "undo" | "told";
  readonly machine: boolean;
  readonly because?: (typeof becauses)[number] | undefined;
  /** Null: it came in. */
  readonly before: Status | null;
  readonly after: Status;
  /** Of the comment, if it is still kept. */
  readonly author?: string | undefined;
  readonly text?: string | undefined;
  readonly reasons?: readonly string[] | undefined;
  /** Revision to undo it with; undefined: it cannot be undone, see `final`. */
  readonly undo?: number | undefined;
  readonly final?: "gone" | "superseded" | "undone" | undefined;
}

const TEXT = 200;
const REASONS = 3;

/** The record of a site: who did what, when and why. Reads events by their key; verdicts are read from the comments still kept. */
export function history(site: Site, request: HistoryRequest): HistoryEntry[] {
  const verdicts =
    request.machine && request.by === undefined && request.decision === undefined
      ? site.comments.before(request.before, request.limit).map((row) => ofVerdict(site, row))
      : [];
  const events = site.events.before(request).map((event) => ofEvent(site, event));
  return [...verdicts, ...events].sort(newestFirst).slice(0, request.limit);
}

/** Later first; at the same time by name, so that pages fit together. */
export const newestFirst = (a: HistoryPlace, b: HistoryPlace): number =>
  b.at - a.at || (a.name < b.name ? 1 : a.name > b.name ? -1 : 0);

/** Names that sort as their lines do: of one millisecond, events come after verdicts, in their order. */
export const eventName = (sequence: number): string => `e${String(sequence).padStart(16, "0")}`;
export const verdictName = (id: string): string => `c${id}`;

function ofVerdict(site: Site, row: CommentRow): HistoryEntry {
  return {
    at: row.arrived,
    name: verdictName(row.id),
    site: site.record.id,
    comment: row.id,
    by: "Hamlet",
    what: row.verdict.would ?? row.outcome,
    machine: true,
    before: null,
    after: ({ publish: "published", review: "pending", reject: "spam" } as const)[row.outcome],
    ...textOf(row),
  };
}

function ofEvent(site: Site, event: EventRow): HistoryEntry {
  const row = site.comments.get(event.comment);
  return {
    at: event.at,
    name: eventName(event.sequence),
    site: site.record.id,
    comment: event.comment,
    by: event.actor,
    what: event.decision ?? "told",
    machine: event.decision === null,
    ...(event.because && { because: event.because }),
    before: event.before,
    after: event.status,
    ...(row && textOf(row)),
    ...undoing(event, row),
  };
}

function undoing(event: EventRow, row: CommentRow | undefined): Pick<HistoryEntry, "undo" | "final"> {
  if (event.decision === null || event.decision === "undo") return {};
  if (!row) return { final: "gone" };
  if (row.decisions.at(-1) === event.sequence) return { undo: row.revision };
  return { final: row.decisions.includes(event.sequence) ? "superseded" : "undone" };
}

function textOf({ comment, verdict }: CommentRow): Pick<HistoryEntry, "author" | "text" | "reasons"> {
  const hits = verdict.hits.filter(({ signal }) => signal !== "baseline").slice(0, REASONS);
  return {
    author: comment.author.name ?? "",
    text: comment.content.slice(0, TEXT),
    reasons: [...verdict.policy.map(({ rule }) => rule), ...hits.map(({ signal }) => signal)],
  };
}
