import type { Comment } from "../comment.ts";
import type { Label } from "../judging/decision.ts";
import type { Policy } from "../judging/policy.ts";
import { featuresOf } from "../reading/features.ts";
import { read, type Subject } from "../reading/subject.ts";
import { BASE_UNIT, type Lesson, type StandingLesson } from "./lesson.ts";
import { bucketsOf, scoreTokens } from "./score.ts";
import {
  BIAS,
  BUCKETS,
  COUNT_UNIT,
  emptySiteState,
  HAM_TOTAL,
  hamAt,
  LESSONS,
  type SiteState,
  SPAM_TOTAL,
  spamAt,
  WEIGHT_UNIT,
  weightAt,
} from "./site-state.ts";
import { loadStarter } from "./starter.ts";
import type { StarterModel } from "./starter-model.ts";

const nothingLearned = emptySiteState();

/** What a comment with this label teaches. It does not depend on what the site has learned so far. */
export function lesson(
  subject: Subject,
  starter: StarterModel | undefined,
  policy: Pick<Policy, "languages">,
  label: Label,
  weight: number,
): Lesson {
  const corpus = { starter, site: nothingLearned };
  const features = featuresOf(subject, policy);
  const { points, letters, baseline } = scoreTokens(features, corpus);
  const base = points.reduce((sum, share) => sum + share, baseline + letters);
  return {
    label,
    weight: Math.round(weight * COUNT_UNIT),
    base: Math.round(base * BASE_UNIT),
    buckets: bucketsOf(features.hashes).sort(),
  };
}

/** The same of a comment that is yet to be read, as a stored one, by the model as it is shipped. */
export const lessonOn = (
  comment: Comment,
  policy: Pick<Policy, "languages" | "hosts">,
  label: Label,
  weight: number,
): Lesson => lesson(read(comment, policy.hosts), loadStarter(), policy, label, weight);

const HEADER = 3;
/** The first number of a stored lesson; 0 and 1 began those of earlier versions. */
const MARKS = { ham: 2, spam: 3 } as const;

/** A lesson as an event keeps it: mark, weight and base as int32, then the buckets as uint16. */
export function lessonToBytes({ label, weight, base, buckets }: Lesson): Uint8Array {
  const bytes = new Uint8Array(HEADER * 4 + buckets.length * 2);
  bytes.set(new Uint8Array(Int32Array.of(MARKS[label], weight, base).buffer));
  bytes.set(new Uint8Array(buckets.slice().buffer), HEADER * 4);
  return bytes;
}

/** Undefined: it is no lesson of this version. */
export function lessonFromBytes(bytes: Uint8Array): Lesson | undefined {
  const { buffer } = bytes.slice();
  const [mark, weight, base] = new Int32Array(buffer, 0, HEADER) as unknown as [number, number, number];
  if (mark !== MARKS.ham && mark !== MARKS.spam) return undefined;
  const label = mark === MARKS.spam ? "spam" : "ham";
  return { label, weight, base, buckets: new Uint16Array(buffer, HEADER * 4) };
}

/** So often all lessons are gone through. */
const PASSES = 10;
/** How far an error moves the weights: further while there are few lessons. From replays of whole blogs. */
const LEAST_STEP = 0.3;
const EARLY_STEP = 0.6;
const EARLY_LESSONS = 30;
const BIAS_STEP = 0.02;
/** How far the weights of a site's first lesson may move the score of any comment, log-odds: a single decision owns nothing. */
const MOST_MOVED = 2;
/** With so many more, one may move it as far again: they hold against it, and hard cases need it. */
const MOVED_MORE = 20;

/**
 * The model of a site that learned these lessons, and before them what cannot be told as lessons any more. It is a function of
 * the set: whatever order they come in, they are gone through in one that their contents fix, from nothing learned. So taking a
 * lesson out of the set is unlearning it, to the bit.
 */
export function stateOf(lessons: readonly StandingLesson[], before: SiteState = emptySiteState()): SiteState {
  const state = { table: before.table.slice() };
  const taught = inOrder(chosen(lessons));
  for (const one of taught) count(state, one);
  weigh(state, taught);
  return state;
}

/** Bayes' part: in how many comments of each side a token stood. */
function count({ table }: SiteState, { label, weight, buckets }: Lesson): void {
  const add = (at: number) => {
    table[at] = (table[at] as number) + weight;
  };
  const countAt = label === "spam" ? spamAt : hamAt;
  for (const bucket of buckets) add(countAt(bucket));
  add(label === "spam" ? SPAM_TOTAL : HAM_TOTAL);
  add(LESSONS);
}

/**
 * The weights: logistic regression by stochastic gradient, on what the shipped model leaves to explain. Bayes' part is left out
 * of the score here: it knows the lessons themselves, and would leave nothing to learn.
 */
function weigh({ table }: SiteState, taught: readonly Lesson[]): void {
  const weights = Float64Array.from(
    { length: BUCKETS },
    (_, bucket) => (table[weightAt(bucket)] as number) / WEIGHT_UNIT,
  );
  let bias = (table[BIAS] as number) / WEIGHT_UNIT;
  const lessons = (table[LESSONS] as number) / COUNT_UNIT;
  const rate = LEAST_STEP + EARLY_STEP / (1 + lessons / EARLY_LESSONS);
  const reach = MOST_MOVED * (1 + lessons / MOVED_MORE);
  const { buckets, ends } = flat(taught);
  const targets = Float64Array.from(taught, ({ label }) => (label === "spam" ? 1 : 0));
  const bases = Float64Array.from(taught, ({ base }) => base / BASE_UNIT);
  const shares = Float64Array.from(taught, ({ weight }) => weight / COUNT_UNIT);
  const moved = new Float64Array(taught.length);
  for (let pass = 0; pass < PASSES; pass++) {
    let start = 0;
    for (let n = 0; n < taught.length; n++) {
      const end = ends[n] as number;
      let score = (bases[n] as number) + bias;
      for (let i = start; i < end; i++) score += weights[buckets[i] as number] as number;
      const error = (targets[n] as number) - 1 / (1 + Math.exp(-score));
      const share = shares[n] as number;
      const most = (reach * share) / Math.max(1, end - start);
      const before = moved[n] as number;
      const after = Math.max(-most, Math.min(most, before + rate * share * error));
      moved[n] = after;
      for (let i = start; i < end; i++) {
        const bucket = buckets[i] as number;
        weights[bucket] = (weights[bucket] as number) + after - before;
      }
      bias += BIAS_STEP * share * error;
      start = end;
    }
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    table[weightAt(bucket)] = Math.round((weights[bucket] as number) * WEIGHT_UNIT);
  table[BIAS] = Math.round(bias * WEIGHT_UNIT);
}

/** All lessons' buckets in one row, and where those of each end: they are gone through again and again. */
function flat(taught: readonly Lesson[]): { readonly buckets: Uint16Array; readonly ends: Uint32Array } {
  const ends = new Uint32Array(taught.length);
  let length = 0;
  for (const [n, one] of taught.entries()) ends[n] = length += one.buckets.length;
  const buckets = new Uint16Array(length);
  for (const [n, one] of taught.entries()) buckets.set(one.buckets, (ends[n] as number) - one.buckets.length);
  return { buckets, ends };
}

/** The order in which lessons are gone through: by a hash of what each teaches, so that like ones do not come together. */
function inOrder<T extends Lesson>(lessons: readonly T[]): T[] {
  const keyed = lessons.map((one) => ({ one, key: keyOf(one) }));
  return keyed.sort((a, b) => a.key - b.key || compare(a.one, b.one)).map(({ one }) => one);
}

/** FNV-1a over the numbers of a lesson. */
function keyOf({ label, weight, base, buckets }: Lesson): number {
  let key = 0x811c9dc5;
  const mix = (value: number) => {
    key = Math.imul(key ^ value, 0x01000193);
  };
  for (let i = 0; i < buckets.length; i++) mix(buckets[i] as number);
  mix(base);
  mix(weight);
  mix(label === "spam" ? 1 : 0);
  return (key ^ (key >>> 15)) >>> 0;
}

/** Tells lessons with one hash apart. Equal ones teach the same, in whatever order. */
function compare(a: Lesson, b: Lesson): number {
  const numbers = ({ label, weight, base, buckets }: Lesson) => [
    label === "spam" ? 1 : 0,
    weight,
    base,
    buckets.length,
    ...buckets,
  ];
  const [ours, theirs] = [numbers(a), numbers(b)];
  const at = ours.findIndex((value, i) => value !== theirs[i]);
  return at < 0 ? 0 : (ours[at] as number) - (theirs[at] as number);
}

/** A site learns from so many lessons, the newest. */
export const MOST_TAUGHT = 2000;
/** With long comments from fewer: a fit takes as long as there are buckets. */
const MOST_BUCKETS = 300_000;
/** Lessons beyond those that teach are kept in reserve, so that these come back when others are taken back. */
const MOST_KEPT = 2500;
/** From here on the reserve is cut down to what is kept. */
const TOO_MANY = 3000;

/** The lessons that a site learns from: people's before the filter's own, the newest first. Whatever order they are given in. */
export function chosen(lessons: readonly StandingLesson[]): StandingLesson[] {
  const best = ranked(lessons).slice(0, MOST_TAUGHT);
  let buckets = 0;
  const end = best.findIndex((lesson) => {
    buckets += lesson.buckets.length;
    return buckets > MOST_BUCKETS;
  });
  return end < 0 ? best : best.slice(0, end);
}

/** Those worth keeping; undefined: all, as they are not too many. */
export function keptOf(lessons: readonly StandingLesson[]): StandingLesson[] | undefined {
  return lessons.length <= TOO_MANY ? undefined : ranked(lessons).slice(0, MOST_KEPT);
}

const ranked = (lessons: readonly StandingLesson[]): StandingLesson[] =>
  [...lessons].sort(
    (a, b) =>
      Number(a.source === "weak") - Number(b.source === "weak") ||
      b.at - a.at ||
      byText(a.source, b.source) ||
      byText(a.id, b.id),
  );

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
