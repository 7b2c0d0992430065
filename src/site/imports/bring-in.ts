import type { Actor } from "../../contract/actor.ts";
import type { Imported, TaughtLesson } from "../../contract/import.ts";
import { keyIn } from "../../contract/site-record.ts";
import { lesson } from "../../core/classifier/learning.ts";
import type { Lesson } from "../../core/classifier/lesson.ts";
import type { Label } from "../../core/judging/decision.ts";
import { swayOf } from "../../core/judging/rules.ts";
import { Recent, type Trace } from "../../core/memory/recent.ts";
import { marksOf, Reputation } from "../../core/memory/reputation.ts";
import { foreignDomainsOf, linkedDomains } from "../../core/reading/subject.ts";
import { type Judgement, judge } from "../intake/judge.ts";
import type { Site } from "../site.ts";
import { keyOf, type OpenImport } from "../tables/imports.ts";
import type { JudgedPast } from "../tables/judged-past.ts";
import { withDays } from "../tables/past-days.ts";
import type { SuspectRow } from "../tables/suspects.ts";
import { adoptRule } from "../waves/adopt-rule.ts";
import {
  hasComment,
  maskedComment,
  type PastComment,
  type PastLine,
  type ReadLines,
} from "./past-comment.ts";
import { trialOf } from "./trial.ts";

/** A filter's verdict in an old system teaches so little: most of it is right, and its mistakes are not the owner's. */
const FILTER_WEIGHT = 0.1;

/**
 * Learns comments of a blog's past, all of a call or none. Each is judged before it is learned, by what the site knew before
 * the call. No queue entry, no event. What is known by source and id changes nothing.
 */
export function bringIn(site: Site, { comments, skipped }: ReadLines, by: Actor, now: number): Imported {
  return site.transaction(() => {
    const call = new Call(site, comments, by, now);
    site.learned.together(() => {
      for (const comment of comments) call.take(comment);
      call.end();
    });
    const { taught, weak, known, judged } = call;
    return { taught, weak, known, skipped: [...skipped], trial: trialOf(judged) };
  });
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
  readonly judged: JudgedPast[] = [];
  readonly #site: Site;
  readonly #comments: readonly PastLine[];
  readonly #by: Actor;
  readonly #now: number;
  readonly #imports = new Map<string, Growing>();
  readonly #suspects: SuspectRow[] = [];
  #heard = false;
  /** What came before: spam that earlier calls brought, and the comments of this call. */
  readonly #past = new Recent();

  constructor(site: Site, comments: readonly PastLine[], by: Actor, now: number) {
    this.#site = site;
    this.#comments = comments;
    this.#by = by;
    this.#now = now;
    for (const trace of site.imports.traces()) this.#past.remember(trace);
  }

  take(past: PastLine): void {
    const growing = this.#importOf(past.source);
    const key = keyOf(past.id);
    if (growing.known.has(key)) {
      this.known++;
      return;
    }
    growing.known.add(key);
    growing.fresh.push(key);
    const { open } = growing;
    if (past.domain !== undefined) this.#hear(open, past.domain);
    if (past.wave !== undefined) adoptRule(this.#site, past.wave, this.#by, this.#now);
    if (past.label === "pending" || past.label === "skip") {
      open.record = { ...open.record, other: open.record.other + 1 };
      return;
    }
    if (!hasComment(past)) {
      if (past.lesson !== undefined) this.#learn(open, past, past.label, told(past.label, past.lesson), null);
      return;
    }
    const judgement = judge(this.#site, past.intake, this.#past);
    this.#past.remember(traceOf(past, past.label, judgement));
    const judged = judgedPast(past, past.label, judgement);
    growing.judged.push(judged);
    this.judged.push(judged);
    if (isSuspect(judged)) this.#suspects.push(suspectOf(past, past.label, judgement));
    this.#teach(open, past, past.label, judgement);
  }

  /** Writes what the call changed. */
  end(): void {
    for (const [source, { open, fresh, judged }] of this.#imports) {
      if (fresh.length === 0) continue;
      this.#site.imports.append(source, fresh, judged);
      this.#site.imports.write({ ...open, days: withDays(open.days, judged) });
    }
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
      known: imports.known(source, ids),
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
  record: { begun: now, by: by.name, ...keyIn(by.member), taught: 0, weak: 0, other: 0 },
  reputation: new Reputation(),
  sketches: [],
  days: [],
});

const traceOf = ({ intake }: PastComment, label: Label, { subject, fingerprint }: Judgement): Trace => ({
  id: intake.id,
  post: intake.comment.post.url,
  parent: intake.comment.parent?.id,
  // Nothing but the same text by the same author is the same.
  hash: intake.id,
  arrived: intake.arrived,
  status: label === "ham" ? "published" : "spam",
  decided: true,
  fingerprint,
  mail: intake.mail,
  name: intake.comment.author.name,
  prefix: intake.network?.prefix[0],
  domains: foreignDomainsOf(subject),
});

const judgedPast = (past: PastComment, label: Label, { verdict }: Judgement): JudgedPast => ({
  at: past.intake.arrived,
  label,
  byPerson: past.by === "person",
  outcome: verdict.outcome,
  score: verdict.score,
  bare: verdict.payload?.length === 0,
  sway: swayOf(verdict.policy),
});

/** What stands published and looks like spam, and what was stopped and looks fine. */
const isSuspect = ({ label, outcome, score }: JudgedPast): boolean =>
  label === "ham" ? outcome !== "publish" && score > 0 : outcome !== "reject" && score < 0;

const suspectOf = (past: PastComment, label: Label, { verdict }: Judgement): SuspectRow => ({
  source: past.source,
  id: past.id,
  label,
  outcome: verdict.outcome,
  score: verdict.score,
  at: past.intake.arrived,
  mail: past.intake.mail ?? null,
  marks: marksOf(past.intake, new Set()),
  comment: maskedComment(past.intake),
});
