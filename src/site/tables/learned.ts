import { stateOf } from "../../core/classifier/learning.ts";
import type { StandingLesson } from "../../core/classifier/lesson.ts";
import { emptySiteState, type SiteState, siteStateFromBytes } from "../../core/classifier/site-state.ts";
import { Reputation } from "../../core/memory/reputation.ts";
import { LessonChange, type LessonKey, Lessons, lessonsOf, pageOf } from "./lessons.ts";
import type { Sql } from "./sql.ts";

type Row = {
  state: ArrayBuffer;
  standings: string;
  domains: string;
  lessons: string | null;
  buckets: ArrayBuffer | null;
  before: ArrayBuffer | null;
};

/**
 * What people's decisions taught this site. Lessons stand in rows; the model is what they say, fitted anew at each change and
 * stored beside the newest of them, so that an object that wakes can judge at once. Authors and domains are kept in memory, too.
 */
export class Learned {
  readonly #sql: Sql;
  readonly #pages: Lessons;
  #state: SiteState;
  #reputation: Reputation;
  #change = new LessonChange();
  /** Saves are put off while many decisions are taken in a row; whether one was. */
  #together: { wanted: boolean } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#pages = new Lessons(sql);
    const row = this.#row();
    this.#state = row ? siteStateFromBytes(new Uint8Array(row.state)) : emptySiteState();
    this.#reputation = new Reputation(
      row && { authors: JSON.parse(row.standings), domains: JSON.parse(row.domains) },
    );
  }

  /** The model that the lessons make, as it was at the last save. */
  get state(): SiteState {
    return this.#state;
  }

  get reputation(): Reputation {
    return this.#reputation;
  }

  /** All lessons that stand, in no order that means anything. */
  get lessons(): StandingLesson[] {
    return [...this.#pages.pages().flatMap(({ lessons }) => lessons), ...recentOf(this.#row())];
  }

  /** The model made anew from the lessons, whatever is stored. */
  fitted(): SiteState {
    return stateOf(this.lessons, beforeOf(this.#row()));
  }

  /** Puts a lesson among those that stand, in the place of one with its source and id. Call `save` when all is done. */
  teach(lesson: StandingLesson): void {
    this.#change.add(lesson);
  }

  /** Takes a lesson out, if it stands. Call `save`. */
  unteach(key: LessonKey): void {
    this.#change.drop(key);
  }

  /** Takes out all lessons like this. Call `save`. */
  unteachAll(like: (lesson: StandingLesson) => boolean): void {
    this.#change.dropAll(like);
  }

  /** Writes the one row, and fits the model if the lessons changed. Call in the transaction of the decision. */
  save(): void {
    if (this.#together) {
      this.#together.wanted = true;
      return;
    }
    const row = this.#row();
    let recent: readonly StandingLesson[] = recentOf(row);
    if (!this.#change.isEmpty) {
      const changed = this.#pages.change(recent, this.#change);
      recent = changed.recent;
      this.#state = stateOf(changed.all, beforeOf(row));
      this.#change = new LessonChange();
    }
    this.#write(recent, row?.before ?? null);
  }

  /** Many decisions with one fit and one save at the end. The caller's transaction holds all of it. */
  together(work: () => void): void {
    if (this.#together) {
      work();
      return;
    }
    const together = { wanted: false };
    this.#together = together;
    try {
      work();
    } finally {
      this.#together = undefined;
    }
    if (together.wanted) this.save();
  }

  /** Whether the model was made by a version that kept no lessons. */
  get isOld(): boolean {
    return this.#row()?.lessons === null;
  }

  /** Begins with lessons, and with what was learned before and cannot be told as lessons. */
  begin(lessons: readonly StandingLesson[], before: SiteState): void {
    const isNothing = before.table.every((value) => value === 0);
    this.#state = before;
    this.#write([], isNothing ? null : bytesOf(before));
    for (const lesson of lessons) this.teach(lesson);
    this.save();
  }

  /** Back to what is stored, after a transaction that failed. */
  reload(): void {
    const stored = new Learned(this.#sql);
    this.#state = stored.#state;
    this.#reputation = stored.#reputation;
    this.#change = new LessonChange();
  }

  #row(): Row | undefined {
    return this.#sql.exec<Row>("SELECT * FROM learned").toArray()[0];
  }

  #write(recent: readonly StandingLesson[], before: ArrayBuffer | null): void {
    const { authors, domains } = this.#reputation.store();
    const { lessons, buckets } = pageOf(recent);
    this.#sql.exec(
      `INSERT INTO learned (id, state, standings, domains, lessons, buckets, before) VALUES (1, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, standings = excluded.standings, domains = excluded.domains,
       lessons = excluded.lessons, buckets = excluded.buckets, before = excluded.before`,
      bytesOf(this.#state),
      JSON.stringify(authors),
      JSON.stringify(domains),
      lessons,
      buckets,
      before,
    );
  }
}

const bytesOf = ({ table }: SiteState) => table.slice().buffer as ArrayBuffer;

function recentOf(row: Row | undefined): StandingLesson[] {
  if (!row || row.lessons === null || row.buckets === null) return [];
  return lessonsOf({ lessons: row.lessons, buckets: row.buckets });
}

const beforeOf = (row: Row | undefined): SiteState | undefined =>
  row?.before ? siteStateFromBytes(new Uint8Array(row.before)) : undefined;
