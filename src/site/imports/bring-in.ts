import { type Actor, keyIn } from "../../contract/actor.ts";
import type { Imported, ImportRefused, TaughtLesson } from "../../contract/import.ts";
import { lesson } from "../../core/classifier/learning.ts";
import type { Lesson } from "../../core/classifier/lesson.ts";
import type { Label } from "../../core/judging/decision.ts";
import { Recent } from "../../core/memory/recent.ts";
import { marksOf, Reputation } from "../../core/memory/reputation.ts";
import { linkedDomains } from "../../core/reading/subject.ts";
import { type Judgement, judge } from "../intake/judge.ts";
import type { Site } from "../site.ts";
import { keyOf, type OpenImport } from "../tables/imports.ts";
import type { JudgedPast } from "../tables/judged-past.ts";
import { withDays } from "../tables/past-days.ts";
import type { SuspectRow } from "../tables/suspects.ts";
import { adoptRule } from "../waves/adopt-rule.ts";
import { isSuspect, judgedPast, suspectOf, traceOf } from "./judged-comment.ts";
import { isOnOwnPage, keep, keepingFault, keptMark, wasPublished } from "./keep.ts";
import { hasComment, type PastComment, type PastLine, type ReadLines } from "./past-comment.ts";
import { trialOf } from "./trial.ts";

/** A filter's verdict in an old system teaches so little: most of it is right, and its mistakes are not the owner's. */
const FILTER_WEIGHT = 0.1;

/** Who brings a history in, and whether what was published is also kept, for the readers of the blog's pages. */
interface Bringing {
  readonly by: Actor;
  readonly keeps: boolean;
  readonly now: number;
}

/**
 * Learns comments of a blog's past, all of a call or none. Each is judged before it is learned, by what the site knew before
 * the call. No queue entry, no event. What is known by source and id changes nothing.
 */
export function bringIn(
  site: Site,
  { comments, skipped }: ReadLines,
  bringing: Bringing,
): Imported | ImportRefused {
  const refused = bringing.keeps ? keepingFault(site, bringing.now) : undefined;
  if (refused !== undefined) return { refused };
  const brought = site.transaction(() => {
    const call = new Call(site, comments, bringing);
    site.learned.together(() => {
      for (const comment of comments) call.take(comment);
      call.end();
    });
    const { taught, weak, known, judged, kept, elsewhere } = call;
    return { taught, weak, known, skipped: [...skipped], kept, elsewhere, trial: trialOf(judged) };
  });
  if (brought.kept > 0) site.forgetRecent();
  return brought;
}

interface Growing {
  readonly open: OpenImport;
  readonly known: Set<bigint>;
  readonly fresh: bigint[];
  readonly judged: JudgedPast[];
}

/** What one call does, source by source. */
class Call {
  taught = 0;
  weak = 0;
  known = 0;
  kept = 0;
  elsewhere = 0;
  readonly judged: JudgedPast[] = [];
  readonly #site: Site;
  readonly #comments: readonly PastLine[];
  readonly #by: Actor;
  readonly #keeps: boolean;
  readonly #now: number;
  readonly #imports = new Map<string, Growing>();
  readonly #suspects: SuspectRow[] = [];
  /** Pages of which readers see more. */
  readonly #threads = new Set<string>();
  #heard = false;
  /** What came before: spam that earlier calls brought, and the comments of this call. */
  readonly #past = new Recent();

  constructor(site: Site, comments: readonly PastLine[], { by, keeps, now }: Bringing) {
    this.#site = site;
    this.#comments = comments;
    this.#by = by;
    this.#keeps = keeps;
    this.#now = now;
    for (const trace of site.imports.traces()) this.#past.remember(trace);
  }

  take(past: PastLine): void {
    const growing = this.#importOf(past.source);
    const judgement = this.#learnOnce(growing, past);
    if (this.#keeps && hasComment(past) && wasPublished(past)) this.#keep(growing, past, judgement);
  }

  /** Answers how it was judged; undefined: it was known, or it is none that teaches. */
  #learnOnce(growing: Growing, past: PastLine): Judgement | undefined {
    const key = keyOf(past.id);
    if (growing.known.has(key)) {
      this.known++;
      return undefined;
    }
    growing.known.add(key);
    growing.fresh.push(key);
    const { open } = growing;
    if (past.domain !== undefined) this.#hear(open, past.domain);
    if (past.wave !== undefined) adoptRule(this.#site, past.wave, this.#by, this.#now);
    if (past.label === "pending" || past.label === "skip") {
      open.record = { ...open.record, other: open.record.other + 1 };
      return undefined;
    }
    if (!hasComment(past)) {
      if (past.lesson !== undefined) this.#learn(open, past, past.label, told(past.label, past.lesson), null);
      return undefined;
    }
    const judgement = judge(this.#site, past.intake, this.#past);
    this.#past.remember(traceOf(past, past.label, judgement));
    const judged = judgedPast(past, past.label, judgement);
    growing.judged.push(judged);
    this.judged.push(judged);
    if (isSuspect(judged)) this.#suspects.push(suspectOf(past, past.label, judgement));
    this.#teach(open, past, past.label, judgement);
    return judgement;
  }

  /** Keeps it once: what was taken down since, or erased, does not come back. */
  #keep(growing: Growing, past: PastComment, judgement: Judgement | undefined): void {
    const mark = keyOf(keptMark(past.id));
    if (growing.known.has(mark)) return;
    if (!isOnOwnPage(this.#site, past)) {
      this.elsewhere++;
      return;
    }
    growing.known.add(mark);
    growing.fresh.push(mark);
    const site = this.#site;
    const row = keep(site, past, judgement ?? judge(site, past.intake, this.#past), this.#now);
    if (!row) return;
    this.kept++;
    growing.open.record = { ...growing.open.record, kept: growing.open.record.kept + 1 };
    if (row.thread !== null) this.#threads.add(row.thread);
  }

  /** Writes what the call changed. */
  end(): void {
    for (const [source, { open, fresh, judged }] of this.#imports) {
      if (fresh.length === 0) continue;
      this.#site.imports.append(source, fresh, judged);
      this.#site.imports.write({ ...open, days: withDays(open.days, judged) });
    }
    for (const thread of this.#threads) this.#site.shownChanged(thread);
    if (this.#suspects.length > 0) this.#site.suspects.add(this.#suspects);
    if (this.#heard || this.taught + this.weak > 0) this.#site.learned.save();
  }

  #importOf(source: string): Growing {
    const found = this.#imports.get(source);
    if (found) return found;
    const { imports } = this.#site;
    const ids = this.#comments.filter((past) => past.source === source).map(({ id }) => id);
    const growing = {
      open: imports.get(source) ?? newImport(source, this.#by, this.#now),
      known: imports.known(source, this.#keeps ? [...ids, ...ids.map(keptMark)] : ids),
      fresh: [],
      judged: [],
    };
    this.#imports.set(source, growing);
    return growing;
  }

  /** What another Hamlet knows of a domain, as if it had been decided here. */
  #hear(open: OpenImport, { name, spam, ham }: NonNullable<PastLine["domain"]>): void {
    const times = { spam, approve: ham } as const;
    for (const decision of ["spam", "approve"] as const)
      for (let n = 0; n < times[decision]; n++)
        for (const reputation of [this.#site.learned.reputation, open.reputation])
          reputation.testify({ decision, mail: null, marks: [], domains: [name] }, 1);
    this.#heard = true;
  }

  #learn(open: OpenImport, past: PastLine, label: Label, lesson: Lesson, mail: string | null): void {
    const { by, source, id } = past;
    const at = past.lesson?.at ?? past.intake?.arrived ?? 0;
    this.#site.learned.teach({ ...lesson, label, source: `import:${source}`, id, mail, at });
    const kind = by === "filter" ? "weak" : "taught";
    this[kind]++;
    open.record = { ...open.record, [kind]: open.record[kind] + 1 };
  }

  #teach(open: OpenImport, past: PastComment, label: Label, { subject, fingerprint }: Judgement): void {
    const { intake, by } = past;
    const { learned, corpus, policy, recent } = this.#site;
    const mail = intake.mail ?? null;
    const weight = by === "person" ? 1 : FILTER_WEIGHT;
    const taught = past.lesson
      ? told(label, past.lesson)
      : lesson(subject, corpus.starter, policy, label, weight);
    this.#learn(open, past, label, taught, mail);
    if (by === "filter") return;
    const decision = label === "ham" ? "approve" : "spam";
    const testimony = {
      decision,
      mail,
      marks: marksOf(intake, recent.shared),
      domains: linkedDomains(subject),
    } as const;
    learned.reputation.testify(testimony, 1);
    open.reputation.testify(testimony, 1);
    if (label === "spam" && fingerprint)
      open.sketches.push([past.id, intake.arrived, mail, fingerprint.exact, [...fingerprint.sketch]]);
  }
}

/** A lesson as another Hamlet told it. */
const told = (label: Label, { weight, base, buckets }: TaughtLesson): Lesson => ({
  label,
  weight,
  base,
  buckets: Uint16Array.from(buckets),
});

const newImport = (source: string, by: Actor, now: number): OpenImport => ({
  source,
  record: { begun: now, by: by.name, ...keyIn(by.member), taught: 0, weak: 0, other: 0, kept: 0 },
  reputation: new Reputation(),
  sketches: [],
  days: [],
});
