import { type Actor, keyIn } from "../../contract/actor.ts";
import type { becauses, Event } from "../../contract/decision.ts";
import type { HistoryRequest } from "../../contract/history.ts";
import type { Decision, Status } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import { readable, type Sql, type Stored } from "./sql.ts";

export type EventType = Event["type"];

/** What is written down besides what becomes of a comment. */
type Noted =
  | OfWave
  | "learned"
  | "author.deleted"
  | "person.export"
  | "person.erasure"
  | "history.brought"
  | "history.judged"
  | "history.unjudged"
  | "spam.looked";

type OfWave = "wave.began" | "wave.ended";

/** Who took a decision: a person at Hamlet or by its API, or the blog's own moderator by Akismet's submit-spam and submit-ham. */
export type Source = "hamlet" | "akismet";

/** One line of the audit trail. Sequences rise; a lesson is what the decision teaches, kept so that it can be given back. */
export interface EventRow {
  readonly sequence: number;
  readonly comment: string;
  readonly type: EventType | Noted;
  readonly decision: Decision | "hold" | "undo" | null;
  readonly because: (typeof becauses)[number] | null;
  readonly actor: string;
  /** Who proved herself, as in `Actor`; null: nobody. */
  readonly member: string | null;
  readonly at: number;
  readonly before: Status;
  readonly status: Status;
  readonly send: boolean;
  readonly revoked: boolean;
  readonly lesson: Uint8Array | null;
  readonly source: Source;
  /** What the filter had judged of the comment decided on; null: no decision, or it was never judged. */
  readonly outcome: Outcome | null;
  /** The bulk it was taken in; null: it was taken alone. */
  readonly batch: string | null;
  /** Of an answer: what was answered. Kept as long as its comment is. */
  readonly content: string | null;
}

/** An event that is a person's decision. */
export type DecisionRow = EventRow & { readonly decision: Decision };

const COLUMNS =
  "sequence, comment, type, decision, because, actor, at, before, status, send, revoked, lesson, source, outcome, batch, member, content";

/** The record of who decided what, and of what was learned from it. */
export class Events {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The newest event's sequence: about when it was written, milliseconds since 1970; 0: there is none. */
  get newest(): number {
    return this.#sql.exec<{ n: number }>("SELECT coalesce(max(sequence), 0) AS n FROM events").one().n;
  }

  /** The sequence of the next event: time, so that it never goes back when old events are purged. */
  nextSequence(now: number): number {
    return Math.max(now, this.newest + 1);
  }

  add(event: EventRow): void {
    const row: Record<string, SqlStorageValue> = {
      ...event,
      send: event.send ? 1 : 0,
      revoked: event.revoked ? 1 : 0,
      lesson: event.lesson && (event.lesson.slice().buffer as ArrayBuffer),
    };
    const values = COLUMNS.split(", ").map((column) => row[column] ?? null);
    this.#sql.exec(`INSERT INTO events (${COLUMNS}) VALUES (${values.map(() => "?").join(", ")})`, ...values);
  }

  get(sequence: number): EventRow | undefined {
    return this.#rows("WHERE sequence = ?", sequence)[0];
  }

  /** The decision on top of those that stand on a comment; undefined: no person has decided. */
  standing(decisions: readonly number[]): DecisionRow | undefined {
    const top = decisions.at(-1);
    return top === undefined ? undefined : (this.get(top) as DecisionRow | undefined);
  }

  /** Those of these that are still kept, in order. */
  all(sequences: readonly number[]): EventRow[] {
    return sequences.flatMap((sequence) => this.get(sequence) ?? []);
  }

  /** Takes back or gives back what an event taught; `send` false: it is not to reach the blog any more. */
  mark(sequence: number, { revoked, send }: { revoked: boolean; send: boolean }): void {
    this.#sql.exec(
      "UPDATE events SET revoked = ?, send = ? WHERE sequence = ?",
      revoked ? 1 : 0,
      send ? 1 : 0,
      sequence,
    );
  }

  /** The comment is gone and so is what it taught; that a decision was taken stays. */
  forgetLesson(sequence: number): void {
    this.#sql.exec(
      "UPDATE events SET lesson = NULL, content = NULL, revoked = 1, send = 0 WHERE sequence = ?",
      sequence,
    );
  }

  /** Answers to comments that are kept no longer lose their text. */
  forgetReplies(): void {
    const isGone = "comment NOT IN (SELECT id FROM comments)";
    this.#sql.exec(`UPDATE events SET content = NULL WHERE content IS NOT NULL AND ${isGone}`);
  }

  /** What came after a sequence, in order: the feed of decisions. */
  since(last: number, limit: number): EventRow[] {
    return this.#rows(
      "WHERE sequence > ? AND type LIKE 'comment.%' AND NOT (type = 'comment.reply' AND revoked = 1) ORDER BY sequence LIMIT ?",
      last,
      limit,
    );
  }

  /** Decisions of one bulk, taken since a time, that stand; in order. */
  ofBatch(batch: string, since: number): EventRow[] {
    return this.#rows(`WHERE sequence >= ? AND batch = ? AND revoked = 0 ORDER BY sequence`, since, batch);
  }

  /** The newest before a place in the history, by person and decision where they are given. */
  before({ before, by, member, decision, limit }: HistoryRequest): EventRow[] {
    const { at, name } = before ?? { at: Number.MAX_SAFE_INTEGER, name: "" };
    return this.#rows(
      `WHERE type <> 'learned' AND (at, 'e' || printf('%016d', sequence)) < (?, ?)
           AND (? IS NULL OR actor = ?) AND (? IS NULL OR member = ?) AND (? IS NULL OR decision = ?) ORDER BY at DESC, sequence DESC LIMIT ?`,
      at,
      name,
      by ?? null,
      by ?? null,
      member ?? null,
      member ?? null,
      decision ?? null,
      decision ?? null,
      limit,
    );
  }

  /**
   * The last decisions of a person since a time that were not taken back, the newest first; of a bulk the last one. Who has an
   * account is known by it, whatever her name is now.
   */
  lastBy({ name, member }: Actor, since: number, limit: number): DecisionRow[] {
    return this.#rows(
      `WHERE sequence >= ? AND member IS ? AND (actor = ? OR ? <> 'token') AND revoked = 0 AND decision IN ('approve', 'spam', 'discard')
         AND (batch IS NULL OR sequence = (SELECT max(sequence) FROM events AS same
           WHERE same.sequence >= ? AND same.batch = events.batch AND same.revoked = 0))
         ORDER BY sequence DESC LIMIT ?`,
      since,
      member ?? null,
      name,
      member ?? null,
      since,
      limit,
    ) as DecisionRow[];
  }

  /** Whether somebody did such a thing since a time. */
  wasDone(type: EventRow["type"], { member = "" }: Actor, since: number): boolean {
    const where = "WHERE sequence >= ? AND type = ? AND member = ? LIMIT 1";
    return this.#rows(where, since, type, member).length > 0;
  }

  /** Events after a sequence whose lessons stand, in order. */
  teaching(since: number, limit: number): EventRow[] {
    return this.#rows(
      "WHERE sequence > ? AND lesson IS NOT NULL AND revoked = 0 ORDER BY sequence LIMIT ?",
      since,
      limit,
    );
  }

  /** Lets the batches go in which earlier versions kept what the filter had taught itself. */
  dropBatches(): void {
    this.#sql.exec("DELETE FROM events WHERE type = 'learned'");
  }

  /** Lets events go that are older than a time, at most `limit`; what they taught stays. */
  purge(before: number, limit: number): number {
    return this.#sql.exec(
      "DELETE FROM events WHERE sequence IN (SELECT sequence FROM events WHERE at < ? ORDER BY sequence LIMIT ?)",
      before,
      limit,
    ).rowsWritten;
  }

  #rows(rest: string, ...values: SqlStorageValue[]): EventRow[] {
    const rows = this.#sql.exec<Stored>(`SELECT ${COLUMNS} FROM events ${rest}`, ...values).toArray();
    return readable(rows, decode, "events");
  }
}

export const isDecision = (event: EventRow): event is DecisionRow =>
  event.decision !== null && event.decision !== "undo" && event.decision !== "hold";

/** Whether an event brought a comment back out of the spam: of those that are no decision, these alone are made in bulk. */
export const isReturn = ({ decision, batch }: EventRow): boolean => decision === null && batch !== null;

/** Whether an event is an answer that is still to reach the blog. */
export const isUnsentReply = ({ type, send }: EventRow): boolean => type === "comment.reply" && send;

/** An event as the blog and the page see it. */
export function eventView(row: EventRow): Event {
  return {
    sequence: row.sequence,
    comment: row.comment,
    type: row.type as EventType,
    decision: row.decision,
    ...(row.because && { because: row.because }),
    ...(row.content !== null && { content: row.content }),
    ...(row.type === "comment.reply" && row.revoked && { withdrawn: true as const }),
    by: row.actor,
    ...keyIn(row.member),
    at: new Date(row.at).toISOString(),
    before: row.before,
    status: row.status,
  };
}

/** A row again: its columns are named as what they hold. */
const decode = (row: Stored): EventRow => ({
  ...(row as unknown as EventRow),
  send: row.send === 1,
  revoked: row.revoked === 1,
  lesson: row.lesson === null ? null : new Uint8Array(row.lesson as ArrayBuffer),
});
