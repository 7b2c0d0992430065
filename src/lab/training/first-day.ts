import type { Limits } from "./by-language.ts";
import type { Scored } from "./evaluate.ts";

/** What a new site publishes at once. */
interface FirstDay {
  readonly good: number;
  readonly goodPublished: number;
  readonly goodRejected: number;
  readonly spamWithPayload: number;
  readonly spamWithPayloadPublished: number;
}

/** The first day of sites that the model never saw, priors of user agent and mail address included. */
export function firstDay(scored: readonly Scored[], limits: Limits): FirstDay {
  const total = ({ score, priors }: Scored) => score + priors;
  const published = (row: Scored) => total(row) < (row.payload ? limits.payload : limits.bare);
  const good = scored.filter(({ spam }) => !spam);
  const spam = scored.filter(({ spam, payload }) => spam && payload);
  return {
    good: good.length,
    goodPublished: good.filter(published).length,
    goodRejected: good.filter((row) => total(row) > limits.reject).length,
    spamWithPayload: spam.length,
    spamWithPayloadPublished: spam.filter(published).length,
  };
}
