import {
  bucketOf,
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
} from "../../../src/core/classifier/site-state.ts";
import { hash } from "../../../src/core/hash.ts";

/** A site that knows what a test tells it of, token by token. */
export interface Told {
  readonly weights?: Readonly<Record<string, number>>;
  /** Documents with a token, of spam and of ham. */
  readonly counts?: Readonly<Record<string, readonly [spam: number, ham: number]>>;
  readonly spam?: number;
  readonly ham?: number;
  readonly lessons?: number;
}

export function siteTold({ weights = {}, counts = {}, spam = 0, ham = 0, lessons = 0 }: Told): SiteState {
  const { table } = emptySiteState();
  for (const [token, weight] of Object.entries(weights))
    table[weightAt(bucketOf(hash(token)))] = weight * WEIGHT_UNIT;
  for (const [token, [cs, ch]] of Object.entries(counts)) {
    table[spamAt(bucketOf(hash(token)))] = cs * COUNT_UNIT;
    table[hamAt(bucketOf(hash(token)))] = ch * COUNT_UNIT;
  }
  table[SPAM_TOTAL] = spam * COUNT_UNIT;
  table[HAM_TOTAL] = ham * COUNT_UNIT;
  table[LESSONS] = lessons * COUNT_UNIT;
  return { table };
}
