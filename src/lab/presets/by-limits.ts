import type { Thresholds } from "../../core/judging/policy.ts";
import type { Scored } from "../training/evaluate.ts";

/** What a new site does with comments of sites that the model never saw, by a pair of limits. */
interface ByLimits {
  readonly good: Share;
  readonly goodBare: Share;
  readonly goodRejected: number;
  readonly spamWithPayload: Share;
  readonly spamBare: Share;
}

/** Published of all. */
interface Share {
  readonly published: number;
  readonly of: number;
}

/** Priors of user agent and mail address included. */
export function byLimits(scored: readonly Scored[], thresholds: Thresholds): ByLimits {
  const { publishBelow, publishBareBelow, rejectAbove } = thresholds;
  const probability = ({ score, priors }: Scored) => 1 / (1 + Math.exp(-score - priors));
  const published = (row: Scored) => probability(row) < (row.payload ? publishBelow : publishBareBelow);
  const share = (rows: readonly Scored[]): Share => ({
    published: rows.filter(published).length,
    of: rows.length,
  });
  const good = scored.filter(({ spam }) => !spam);
  const spam = scored.filter((row) => row.spam);
  return {
    good: share(good),
    goodBare: share(good.filter(({ payload }) => !payload)),
    goodRejected: good.filter((row) => probability(row) > rejectAbove).length,
    spamWithPayload: share(spam.filter(({ payload }) => payload)),
    spamBare: share(spam.filter(({ payload }) => !payload)),
  };
}

/** Three kinds of places: blogs, WordPress sites, and chats, forms and other languages. */
export const places: readonly (readonly [
  name: string,
  has: (row: Scored, blogs: readonly string[]) => boolean,
])[] = [
  ["blogs", ({ source }, blogs) => blogs.includes(source)],
  // Trackbacks alone, weighed little: no site's first day.
  ["WordPress sites", ({ dump, source }) => dump && source !== "wp-en-tcmini"],
  ["chats, forms, other languages", ({ dump, source }, blogs) => !dump && !blogs.includes(source)],
];

/** A row of the table. */
export function rowOf(
  place: string,
  { publishBareBelow, publishBelow, rejectAbove }: Thresholds,
  found: ByLimits,
): string {
  const percent = ({ published, of }: Share, digits = 0) =>
    `${((100 * published) / Math.max(1, of)).toFixed(digits)} %`;
  const count = ({ published, of }: Share) => `${published} of ${of}`;
  const cells = [
    place,
    `${publishBareBelow} / ${publishBelow} / ${rejectAbove}`,
    percent(found.good, 1),
    percent(found.goodBare, 1),
    String(found.goodRejected),
    count(found.spamWithPayload),
    count(found.spamBare),
  ];
  return `| ${cells.join(" | ")} |`;
}

export const HEAD =
  "| of | bare / with a payload / reject | good published | of the bare ones | good rejected | spam with a payload published | bare spam published |\n|---|---|---|---|---|---|---|";
