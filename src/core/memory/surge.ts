import { outcomeOf, type Thresholds } from "../judging/policy.ts";
import type { Verdict } from "../judging/verdict.ts";

const SLOT = 5 * 60_000;
const HOUR = 12 * SLOT;
const DAY = 24 * HOUR;

/** An hour with so many times the comments of the busiest usual one is a surge. */
const FACTOR = 4;
/** No surge below this many an hour, one each half minute: a quiet blog may have its great day. */
const FLOOR = 120;
/** While nothing is usual yet: ten a minute. */
const FIRST_WEEK_LIMIT = 600;
const LEARNING_DAYS = 7;
/** What is usual fades by so much a day, and grows at most twofold: an attack cannot teach it in a night. */
const FADING = 0.95;
const GROWTH = 2;

export const SURGE_RULE = "far more comments than usual";

type Slot = readonly [slot: number, passed: number, approved: number];

export interface StoredSurge {
  /** Comments of the last hour by spans of five minutes: those that passed the filter, and those a person let through. */
  readonly slots: readonly Slot[];
  /** The busiest hour of the usual days. */
  readonly usual: number;
  /** The busiest hour of the present day, so far. */
  readonly peak: number;
  /** Days since 1970: the first one counted, and the present one. 0: none yet. */
  readonly first: number;
  readonly day: number;
  readonly on: boolean;
}

const nothing: StoredSurge = { slots: [], usual: 0, peak: 0, first: 0, day: 0, on: false };

/**
 * Notices when far more comments pass the filter than this site is used to, so that they wait for a person instead. Only those
 * that would be published count: what is rejected or held anyway, a flood of plain spam, never trips it. It ends by itself
 * when the hour has become half as busy, and each comment of a surge that a person approves makes room for some more.
 */
export class Surge {
  #slots: Map<number, { passed: number; approved: number }>;
  #state: Omit<StoredSurge, "slots">;

  constructor({ slots, ...state }: StoredSurge = nothing) {
    this.#slots = new Map(slots.map(([slot, passed, approved]) => [slot, { passed, approved }]));
    this.#state = state;
  }

  store(): StoredSurge {
    const slots = [...this.#slots].map(([slot, { passed, approved }]): Slot => [slot, passed, approved]);
    return { slots, ...this.#state };
  }

  /** Whether there is a surge at `now`, milliseconds since 1970. */
  over(now: number): boolean {
    this.#advance(now);
    const { passed, approved } = this.#hour();
    const limit = this.#limit() + FACTOR * approved;
    this.#state = { ...this.#state, on: passed >= (this.#state.on ? limit / 2 : limit) };
    return this.#state.on;
  }

  /** A comment came that would be published, were there no surge. */
  passed(now: number): void {
    this.#advance(now);
    this.#slot(now).passed++;
    const { passed, approved } = this.#hour();
    const calm = Math.min(passed, this.#limit() + FACTOR * approved);
    this.#state = { ...this.#state, peak: Math.max(this.#state.peak, calm) };
  }

  /** A person let a comment through that a surge had held. */
  approved(now: number): void {
    this.#advance(now);
    this.#slot(now).approved++;
  }

  #limit(): number {
    const { day, first, usual } = this.#state;
    return Math.max(FACTOR * usual, day - first < LEARNING_DAYS ? FIRST_WEEK_LIMIT : FLOOR);
  }

  #hour(): { passed: number; approved: number } {
    const sum = { passed: 0, approved: 0 };
    for (const { passed, approved } of this.#slots.values()) {
      sum.passed += passed;
      sum.approved += approved;
    }
    return sum;
  }

  #slot(now: number) {
    const slot = Math.floor(now / SLOT);
    const known = this.#slots.get(slot) ?? { passed: 0, approved: 0 };
    this.#slots.set(slot, known);
    return known;
  }

  /** Forgets what is older than an hour; at the end of a day its busiest hour goes into what is usual. */
  #advance(now: number): void {
    for (const slot of this.#slots.keys()) if (slot * SLOT <= now - HOUR) this.#slots.delete(slot);
    const day = Math.floor(now / DAY);
    if (day <= this.#state.day) return;
    if (this.#state.day === 0) {
      this.#state = { ...this.#state, first: day, day };
      return;
    }
    const { usual, peak, first } = this.#state;
    const most = this.#state.day - first < LEARNING_DAYS ? peak : Math.max(GROWTH * usual, FLOOR / FACTOR);
    const faded = usual * FADING ** (day - this.#state.day);
    this.#state = { ...this.#state, usual: Math.max(faded, Math.min(peak, most)), peak: 0, day };
  }
}

/** Whether a surge alone kept a comment from being published. */
export function heldBySurgeAlone({ policy, probability, payload }: Verdict, thresholds: Thresholds): boolean {
  const holds = policy.filter(({ effect }) => effect === "hold");
  return (
    holds.length === 1 &&
    holds[0]?.kind === "surge" &&
    outcomeOf(probability, thresholds, payload) === "publish"
  );
}
