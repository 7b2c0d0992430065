import { check } from "../../core/check.ts";
import { lesson } from "../../core/classifier/learning.ts";
import type { StarterModel } from "../../core/classifier/starter-model.ts";
import { hash } from "../../core/hash.ts";
import type { Thresholds } from "../../core/judging/policy.ts";
import { read, type Subject } from "../../core/reading/subject.ts";
import type { Labelled } from "../reading/labelled.ts";
import { arrivalsOf } from "./arriving.ts";
import type { Played } from "./figures.ts";
import { hostsOf } from "./known-hosts.ts";
import { Learning } from "./learning.ts";
import { inTimeOrder } from "./order.ts";
import { PlayedMemory } from "./played-memory.ts";
import { WeakLabels } from "./weak-labels.ts";

export interface PlayOptions {
  readonly starter: StarterModel | undefined;
  readonly thresholds: Thresholds;
  readonly learning: boolean;
  /** Share of the filter's errors that somebody notices, 0..1, chosen by hash of the line's number. */
  readonly noticed: number;
  /** Whether the site remembers texts, authors, domains and networks; undefined: yes. */
  readonly history?: boolean;
  /** The site's own hosts beside that of each page; undefined: those known of the rows' source. */
  readonly hosts?: readonly string[] | undefined;
  /** What the site knows when the first comment comes; undefined: nothing. */
  readonly begun?: { readonly learning: Learning; readonly memory: PlayedMemory } | undefined;
}

/** A comment that was played. */
export interface PlayedRow extends Played {
  readonly row: Labelled;
  /** It holds something to follow. */
  readonly payload: boolean;
}

/** Every comment in order of date through check and, as a site would, learned from: what was held, and the errors noticed. */
export function play(
  all: readonly Labelled[],
  { starter, thresholds, learning, noticed, history = true, hosts, begun }: PlayOptions,
): PlayedRow[] {
  const corpus = begun?.learning ?? new Learning(starter);
  const weak = new WeakLabels(corpus);
  const memory = history ? (begun?.memory ?? new PlayedMemory()) : undefined;
  const played: PlayedRow[] = [];
  for (const { row, arriving } of arrivalsOf(inTimeOrder(all.filter((row) => row.label !== "abuse")))) {
    const label = row.label as Played["label"];
    const own = hosts ?? hostsOf[row.source] ?? [];
    const policy = { ...rules, hosts: [...own, ...row.hosts], thresholds };
    const subject = readOnce(row, policy.hosts);
    const verdict = check(subject, corpus, memory?.look(arriving, subject), policy);
    const wrong = verdict.outcome === (label === "spam" ? "publish" : "reject");
    const seen = verdict.outcome === "review" || (wrong && hash(String(row.line)) / 2 ** 32 < noticed);
    const decision = learning && seen ? (label === "spam" ? "spam" : "approve") : undefined;
    memory?.keep(arriving, subject, verdict, thresholds, decision);
    if (learning) {
      if (seen) corpus.teach(lesson(subject, starter, policy, label, 1), row.at);
      else if (verdict.policy.length === 0) weak.add(row.at, subject, policy, verdict.probability);
      weak.learnUntil(row.at);
    }
    const { outcome, score, payload } = verdict;
    played.push({ label, outcome, score, payload: payload?.length !== 0, row });
  }
  return played;
}

/** Rows are played many ways: what reading them came to is kept as long as they are. */
const known = new WeakMap<Labelled, { readonly hosts: string; readonly subject: Subject }>();

function readOnce(row: Labelled, hosts: readonly string[]): Subject {
  const asked = hosts.join();
  const before = known.get(row);
  if (before?.hosts === asked) return before.subject;
  const subject = read(row.comment, hosts);
  known.set(row, { hosts: asked, subject });
  return subject;
}

const rules = { languages: [], holdFirstTimers: false, holdLinks: false, blocked: [], allowed: [] };
