import type { Label } from "../../core/judging/decision.ts";
import { outcomeOf, type Thresholds } from "../../core/judging/policy.ts";
import { type Sway, swayed, sways } from "../../core/judging/rules.ts";
import type { Outcome } from "../../core/judging/verdict.ts";

/** How the filter judged a comment of the past before it learned it, without the comment. */
export interface JudgedPast {
  /** Milliseconds since 1970, to the minute; 0: unknown. */
  readonly at: number;
  readonly label: Label;
  /** A person's judgement, not a filter's. */
  readonly byPerson: boolean;
  readonly outcome: Outcome;
  /** Log-odds, to 1 in 25,600, within ±300. */
  readonly score: number;
  /** Nothing in it to follow. */
  readonly bare: boolean;
  /** What the rules led to, whatever the score; undefined: stored before it was kept. */
  readonly sway: Sway | undefined;
}

/** What it would have been under other limits. */
export function judgedPastUnder({ score, bare, sway = "none" }: JudgedPast, limits: Thresholds): Outcome {
  const probability = 1 / (1 + Math.exp(-score));
  return swayed(sway, outcomeOf(probability, limits, bare ? [] : undefined));
}

const MINUTE = 60_000;
const SIZE = 8;
const outcomes = ["publish", "review", "reject"] as const;
const SPAM = 1;
const PERSON = 8;
const BARE = 16;
const FRACTION = 256;

/** Eight bytes each: minutes as uint32, hundredths of the score as int16, flags, and 256ths of a hundredth. */
export function judgedToBytes(all: readonly JudgedPast[]): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(all.length * SIZE));
  for (const [i, { at, label, byPerson, outcome, score, bare, sway }] of all.entries()) {
    const hundredths = Math.max(-300, Math.min(300, score)) * 100;
    const flags =
      (label === "spam" ? SPAM : 0) |
      (outcomes.indexOf(outcome) << 1) |
      (byPerson ? PERSON : 0) |
      (bare ? BARE : 0) |
      ((sway === undefined ? 0 : sways.indexOf(sway) + 1) << 5);
    bytes.setUint32(i * SIZE, Math.floor(Math.max(0, at) / MINUTE));
    bytes.setInt16(i * SIZE + 4, Math.floor(hundredths));
    bytes.setUint8(i * SIZE + 6, flags);
    const fraction = Math.floor((hundredths - Math.floor(hundredths)) * FRACTION);
    bytes.setUint8(i * SIZE + 7, Math.min(FRACTION - 1, fraction));
  }
  return bytes.buffer;
}

export function judgedFromBytes(buffer: ArrayBuffer): JudgedPast[] {
  const bytes = new DataView(buffer);
  return Array.from({ length: Math.floor(buffer.byteLength / SIZE) }, (_, i) => {
    const flags = bytes.getUint8(i * SIZE + 6);
    return {
      at: bytes.getUint32(i * SIZE) * MINUTE,
      score: (bytes.getInt16(i * SIZE + 4) + bytes.getUint8(i * SIZE + 7) / FRACTION) / 100,
      label: flags & SPAM ? "spam" : "ham",
      byPerson: (flags & PERSON) !== 0,
      outcome: outcomes[(flags >> 1) & 3] ?? "review",
      bare: (flags & BARE) !== 0,
      sway: sways[(flags >> 5) - 1],
    };
  });
}
