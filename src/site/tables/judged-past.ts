import type { Label } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";

/** How the filter judged a comment of the past before it learned it, without the comment. */
export interface JudgedPast {
  /** Milliseconds since 1970, to the minute; 0: unknown. */
  readonly at: number;
  readonly label: Label;
  /** A person's judgement, not a filter's. */
  readonly byPerson: boolean;
  readonly outcome: Outcome;
  /** Log-odds, to the hundredth, within ±300. */
  readonly score: number;
}

const MINUTE = 60_000;
const SIZE = 8;
const outcomes = ["publish", "review", "reject"] as const;
const SPAM = 1;
const PERSON = 8;

/** Eight bytes each: minutes as uint32, hundredths of the score as int16, flags. */
export function judgedToBytes(all: readonly JudgedPast[]): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(all.length * SIZE));
  for (const [i, { at, label, byPerson, outcome, score }] of all.entries()) {
    bytes.setUint32(i * SIZE, Math.floor(Math.max(0, at) / MINUTE));
    bytes.setInt16(i * SIZE + 4, Math.round(Math.max(-300, Math.min(300, score)) * 100));
    const flags = (label === "spam" ? SPAM : 0) | (byPerson ? PERSON : 0) | (outcomes.indexOf(outcome) << 1);
    bytes.setUint8(i * SIZE + 6, flags);
  }
  return bytes.buffer;
}

export function judgedFromBytes(buffer: ArrayBuffer): JudgedPast[] {
  const bytes = new DataView(buffer);
  return Array.from({ length: Math.floor(buffer.byteLength / SIZE) }, (_, i) => {
    const flags = bytes.getUint8(i * SIZE + 6);
    return {
      at: bytes.getUint32(i * SIZE) * MINUTE,
      score: bytes.getInt16(i * SIZE + 4) / 100,
      label: flags & SPAM ? "spam" : "ham",
      byPerson: (flags & PERSON) !== 0,
      outcome: outcomes[(flags >> 1) & 3] ?? "review",
    };
  });
}
