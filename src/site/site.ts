import { policyOf } from "../contract/policy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { Counts } from "../contract/views.ts";
import type { Corpus } from "../core/classifier/corpus.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { type Status, statuses } from "../core/judging/decision.ts";
import type { Policy } from "../core/judging/policy.ts";
import { REMEMBERED, Recent } from "../core/memory/recent.ts";
import { DAY } from "../platform/clock.ts";
import { DayUse } from "./budget/day-use.ts";
import { AttemptLog, Circuits } from "./delivery/attempts.ts";
import { Persons } from "./privacy/persons.ts";
import { Aged } from "./tables/aged.ts";
import { AkismetCalls } from "./tables/akismet-calls.ts";
import { CommentLists } from "./tables/comment-lists.ts";
import { type CommentRow, Comments } from "./tables/comments.ts";
import { Days } from "./tables/days.ts";
import { EarlierTexts } from "./tables/earlier-texts.ts";
import { Events } from "./tables/events.ts";
import { Feeds } from "./tables/feeds.ts";
import { Imports } from "./tables/imports.ts";
import { type JudgedComment, judgedComments } from "./tables/judged-comments.ts";
import { Learned } from "./tables/learned.ts";
import { LogOnly } from "./tables/log-only.ts";
import { Mentions } from "./tables/mentions.ts";
import { Meta } from "./tables/meta.ts";
import { emptyOutboxRow, Outbox } from "./tables/outbox.ts";
import { Pending } from "./tables/pending.ts";
import { Readers } from "./tables/readers.ts";
import { Solutions } from "./tables/solutions.ts";
import { Sql, type Usage } from "./tables/sql.ts";
import { Stopped } from "./tables/stopped.ts";
import { Suspects } from "./tables/suspects.ts";
import { WaveRules } from "./tables/wave-rules.ts";
import { Failures, Refusals } from "./upkeep/faults.ts";

/** Beyond so many changed comments all that waits is read again. */
const MOST_TOUCHED = 500;

/** Everything one site keeps: its tables, and what is held in memory of them while the object is awake. */
export class Site {
  readonly comments: Comments;
  readonly lists: CommentLists;
  readonly aged: Aged;
  readonly logOnly: LogOnly;
  readonly earlier: EarlierTexts;
  readonly events: Events;
  readonly feeds: Feeds;
  readonly solutions: Solutions;
  readonly mentions: Mentions;
  readonly readers: Readers;
  readonly outbox: Outbox;
  readonly attempts: AttemptLog;
  readonly circuits: Circuits;
  readonly persons: Persons;
  readonly pending: Pending;
  readonly learned: Learned;
  readonly imports: Imports;
  readonly suspects: Suspects;
  readonly stopped: Stopped;
  readonly meta: Meta;
  readonly waves: WaveRules;
  readonly days: Days;
  readonly akismetCalls: AkismetCalls;
  readonly refusals: Refusals;
  readonly use: DayUse;
  readonly failures = new Failures();
  /** Comments whose key nobody has tried to put into KV yet. After a crash nothing is sure, and none is among them. */
  readonly untried = new Set<string>();
  readonly #sql: Sql;
  #policy: { readonly record: SiteRecord; readonly policy: Policy } | undefined;
  #recent: Recent | undefined;
  #counts: Record<Status, number> | undefined;
  #changes = 0;
  #touched: Set<string> | undefined;

  constructor(storage: DurableObjectStorage) {
    const sql = new Sql(storage);
    this.#sql = sql;
    this.comments = new Comments(sql);
    this.lists = new CommentLists(sql);
    this.aged = new Aged(sql);
    this.logOnly = new LogOnly(sql);
    this.earlier = new EarlierTexts(sql);
    this.events = new Events(sql);
    this.feeds = new Feeds(sql);
    this.solutions = new Solutions(sql);
    this.mentions = new Mentions(sql);
    this.readers = new Readers(sql);
    this.learned = new Learned(sql);
    this.imports = new Imports(sql);
    this.suspects = new Suspects(sql);
    this.stopped = new Stopped(sql);
    this.meta = new Meta(sql);
    this.waves = new WaveRules(sql, this.meta);
    this.days = new Days(sql, this.meta);
    this.attempts = new AttemptLog(sql);
    this.circuits = new Circuits(this.meta);
    this.persons = new Persons(sql);
    this.pending = new Pending(sql, this.meta);
    this.outbox = new Outbox(sql, this.pending);
    this.akismetCalls = new AkismetCalls(this.meta);
    this.refusals = new Refusals(this.meta);
    this.use = new DayUse(sql, this.meta);
  }

  /** What the tables have cost since the object woke. */
  get usage(): Usage {
    return this.#sql.usage;
  }

  get corpus(): Corpus {
    return { starter: loadStarter(), site: this.learned.state };
  }

  /** The newest comments with what their verdicts go by; spam beyond doubt is left out. */
  judged(limit: number, withComment: boolean): JudgedComment[] {
    return judgedComments(this.#sql, limit, withComment);
  }

  /** The settings that count. Throws before anybody has told them; every call brings them. */
  get record(): SiteRecord {
    if (!this.meta.record) throw new Error("the site's settings are not known yet");
    return this.meta.record;
  }

  /** The filter's policy by these settings: made when they are new, as every comment asks for it. */
  get policy(): Policy {
    const { record } = this;
    if (this.#policy?.record !== record) this.#policy = { record, policy: policyOf(record.settings) };
    return this.#policy.policy;
  }

  /** Made from the comments at the first call after waking. */
  get recent(): Recent {
    if (this.#recent) return this.#recent;
    this.#recent = new Recent();
    for (const trace of this.imports.traces()) this.#recent.remember(trace);
    const since = (this.comments.newest() ?? 0) - DAY;
    const hosts = this.meta.record ? this.policy.hosts : [];
    const traces = statuses.flatMap((status) =>
      this.comments.recent(status, REMEMBERED / statuses.length, hosts, since),
    );
    for (const trace of traces.sort((a, b) => a.arrived - b.arrived)) this.#recent.remember(trace);
    return this.#recent;
  }

  /** What is kept in mind of recent comments is made anew when it is next asked for. */
  forgetRecent(): void {
    this.#recent = undefined;
  }

  get counts(): Counts {
    this.#counts ??= { ...this.comments.counts() };
    return this.#counts;
  }

  /** Whether far more comments than usual pass the filter. Whole histories are played into the demo site in a minute: never there. */
  surging(now: number): boolean {
    return this.record.id !== "demo" && this.use.surge.over(now);
  }

  /** Comments that came, moved or went since the object woke: while it is the same, so is what was made of them. */
  get changes(): number {
    return this.#changes;
  }

  /** Ids of comments that came, moved, were edited or went since somebody last asked; undefined: too many to tell. */
  takeTouched(): ReadonlySet<string> | undefined {
    const touched = this.#touched;
    this.#touched = new Set();
    return touched;
  }

  /** A comment came, moved, was edited or went. */
  touch(id: string): void {
    this.#touched?.add(id);
    if (this.#touched && this.#touched.size > MOST_TOUCHED) this.#touched = undefined;
  }

  /** Keeps count of comments that came, moved or went. */
  count(from: Status | undefined, to: Status | undefined, n = 1): void {
    this.#changes++;
    if (!this.#counts) return;
    if (from) this.#counts[from] -= n;
    if (to) this.#counts[to] += n;
  }

  /** Writes down that a comment moved: the row, what KV has to follow, the counts and the memory. */
  move(before: CommentRow, moved: CommentRow, sequence: number): CommentRow {
    const row = { ...moved, events: [...before.events, sequence] };
    this.comments.settle(row);
    this.follow(row, before.status);
    this.recent.move(row.id, row.status, row.decisions.length > 0);
    return row;
  }

  /**
   * Notes that KV, readers and the counts have to follow a comment that came, or moved from where it was `before`. One that is
   * decided before anybody tried to put its key needs nothing in KV.
   */
  follow(
    { id, arrived, status, thread }: Pick<CommentRow, "id" | "arrived" | "status" | "thread">,
    before: Status | undefined,
  ): void {
    this.touch(id);
    if (status === "published" || before === "published") this.shownChanged(thread);
    this.count(before, status);
    const pending = status === "pending";
    if (pending && before === undefined) {
      this.untried.add(id);
      this.outbox.came(id, arrived);
      return;
    }
    const waiting = this.outbox.get(id);
    if (!pending && before !== "pending" && !waiting?.queue) return;
    const queue = pending || !this.untried.delete(id);
    // With the event that tells of the move it may have been written already: a row is written once.
    if ((waiting?.queue ?? false) !== queue)
      this.outbox.set({ ...(waiting ?? emptyOutboxRow(id, arrived)), queue });
  }

  /** What readers of a page see has changed: their copy is to follow, and where pages are built from it, they are. */
  shownChanged(thread: string | null): void {
    if (thread === null) return;
    this.feeds.touch(thread);
    if (this.record.settings.mailReaders) this.readers.touch(thread, Date.now());
    const { deploy } = this.meta;
    if (deploy.changed !== 0 || this.record.settings.deploy === null) return;
    this.meta.deploy = { ...deploy, changed: Date.now() };
  }

  /** All or nothing: when it throws, nothing was written and what is held in memory is read anew. */
  transaction<T>(work: () => T): T {
    try {
      return this.#sql.transaction(work);
    } catch (failure) {
      this.learned.reload();
      this.waves.reload();
      this.#recent = undefined;
      this.#counts = undefined;
      this.#touched = undefined;
      throw failure;
    }
  }
}
