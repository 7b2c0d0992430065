/** Probability thresholds: publish below the first, reject above the second, a person decides between. */
export interface Thresholds {
  readonly publishBelow: number;
  readonly rejectAbove: number;
}

/** The named settings; figures from experiments on whole blogs, see docs/architecture.md. */
export const settings = {
  careful: { publishBelow: 0.002, rejectAbove: 0.998 },
  balanced: { publishBelow: 0.005, rejectAbove: 0.998 },
  light: { publishBelow: 0.02, rejectAbove: 0.998 },
} as const satisfies Record<string, Thresholds>;

export type Setting = keyof typeof settings;

/** What the owner decided for her site. Rules stand beside the score, never in it. */
export interface Policy {
  readonly thresholds: Thresholds;
  /** The site's own host names: links to them are no link spam. */
  readonly hosts: readonly string[];
  /** Languages the site is written in, BCP 47; empty = any. */
  readonly languages: readonly string[];
  readonly holdFirstTimers: boolean;
  readonly holdLinks: boolean;
  /** Words, domains or mail addresses whose comments are rejected / published. */
  readonly blocked: readonly string[];
  readonly allowed: readonly string[];
  /** The blog's own people: names they comment under, and users of the blog's own as `id:7`. */
  readonly own?: readonly string[] | undefined;
}
