import { type HistoryEntry, type HistoryRequest, newestFirst } from "../../contract/history.ts";
import { WAVE_RULE_LIFE, waveRuleId } from "../../contract/wave-rule.ts";
import { placeFor } from "../../core/judging/policy.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { earlierAt } from "../tables/earlier-texts.ts";
import { type EventRow, isReturn } from "../tables/events.ts";

const TEXT = 200;
const REASONS = 3;

/** The record of a site: who did what, when and why. Reads events by their key; verdicts are read from the comments still kept. */
export function historyOf(site: Site, request: HistoryRequest): HistoryEntry[] {
  const verdicts =
    request.machine &&
    request.by === undefined &&
    request.member === undefined &&
    request.decision === undefined
      ? site.lists.before(request.before, request.limit).map((row) => ofVerdict(site, row))
      : [];
  const events = site.events.before(request).map((event) => ofEvent(site, event));
  return [...verdicts, ...events].sort(newestFirst).slice(0, request.limit);
}

/** Names that sort as their lines do: of one millisecond, events come after verdicts, in their order. */
const eventName = (sequence: number): string => `e${String(sequence).padStart(16, "0")}`;
const verdictName = (id: string): string => `c${id}`;

function ofVerdict(site: Site, row: CommentRow): HistoryEntry {
  return {
    at: row.arrived,
    name: verdictName(row.id),
    site: site.record.id,
    comment: row.id,
    by: row.verdict.policy.find(({ kind }) => kind === "wave")?.by ?? "Hamlet",
    what: row.verdict.would ?? row.outcome,
    machine: true,
    before: null,
    after: placeFor(row.verdict),
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
    ...(event.member !== null && { member: event.member }),
    what: event.decision ?? whatOf(event),
    machine: event.decision === null && event.type !== "comment.reply",
    ...(event.content !== null && { said: event.content }),
    ...(event.because && { because: event.because }),
    before: event.before,
    after: event.status,
    ...(row && { ...textOf(row), text: textAt(site, row, event.sequence).slice(0, TEXT) }),
    ...undoing(event, row),
    ...(event.type === "wave.began" && { wave: waveOf(site, event) }),
    ...(event.type === "spam.looked" &&
      (event.revoked ? { final: "undone" as const } : { look: String(event.sequence) })),
    ...(event.type === "history.judged" && ofSuspect(site, event)),
  };
}

/** What a rule for later ones of a wave has done so far: as long as that is kept it can be taken back, be the rule over or not. */
function waveOf(site: Site, event: EventRow): HistoryEntry["wave"] {
  const id = waveRuleId(event);
  const rule = site.waves.standing(Date.now()).find((one) => one.id === id);
  const until = rule?.until ?? event.at + WAVE_RULE_LIFE;
  const { waves } = site;
  return { id, caught: waves.count(id), left: waves.left(id), until, stands: rule !== undefined };
}

/** A comment of the past that somebody decided: its text, and how that is taken back, as long as both are kept. */
function ofSuspect(site: Site, event: EventRow): Partial<HistoryEntry> {
  if (event.revoked) return { final: "undone" };
  const suspect = site.suspects.ofEvent(event.sequence);
  if (!suspect) return { final: "gone" };
  const { source, id, comment } = suspect;
  return {
    author: comment.author.name ?? "",
    text: comment.content.slice(0, TEXT),
    suspect: { source, id },
  };
}

/** What is no decision: a message to the blog, if nothing else. */
const plainOf: Partial<Record<EventRow["type"], HistoryEntry["what"]>> = {
  "comment.edited": "edited",
  "comment.gone": "gone",
  "author.deleted": "deleted",
  "person.export": "exported",
  "person.erasure": "erased",
  "history.brought": "brought",
  "history.judged": "judged",
  "history.unjudged": "unjudged",
  "comment.reply": "answered",
  "wave.began": "later ones",
  "spam.looked": "looked",
  "wave.ended": "later ones ended",
};

const whatOf = (event: EventRow): HistoryEntry["what"] =>
  plainOf[event.type] ?? (isReturn(event) ? "back" : "told");

function undoing(event: EventRow, row: CommentRow | undefined): Pick<HistoryEntry, "undo" | "final"> {
  const back = isReturn(event);
  if (event.type === "comment.reply" && event.revoked) return { final: row ? "withdrawn" : "gone" };
  if (!back && (event.decision === null || event.decision === "undo" || event.decision === "hold")) return {};
  if (!row) return { final: "gone" };
  if (back && !event.revoked && row.events.at(-1) === event.sequence) return { undo: row.revision };
  if (back) return { final: event.revoked ? "undone" : "superseded" };
  if (row.decisions.at(-1) === event.sequence) return { undo: row.revision };
  return { final: row.decisions.includes(event.sequence) ? "superseded" : "undone" };
}

/** What a comment said when an event was written. */
const textAt = (site: Site, { id, comment }: CommentRow, sequence: number): string =>
  earlierAt(site.earlier.of(id), sequence)?.text ?? comment.content;

function textOf({ comment, verdict }: CommentRow): Pick<HistoryEntry, "author" | "text" | "reasons"> {
  const hits = verdict.hits.filter(({ signal }) => signal !== "baseline").slice(0, REASONS);
  return {
    author: comment.author.name ?? "",
    text: comment.content.slice(0, TEXT),
    reasons: [...verdict.policy.map(({ rule }) => rule), ...hits.map(({ signal }) => signal)],
  };
}
