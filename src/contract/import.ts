import * as z from "zod";
import { BUCKETS } from "../core/classifier/site-state.ts";
import type { Outcome } from "../core/judging/verdict.ts";
import type { Actor } from "./actor.ts";
import { type Submission, sentSubmission } from "./submission.ts";
import { waveRule } from "./wave-rule.ts";

/** Lines and bytes of one call. */
export const MOST_LINES = 200;
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024;

/** Where a history comes from, such as `wordpress`: with a comment's id it says which comment it is. */
export const importSource = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, "1 to 40 characters of a-z, 0-9 and . _ -")
  .meta({ example: "wordpress" });

const whole = z.int();

/** What a comment has taught another Hamlet, without its text: as that one keeps it. */
const taughtLesson = z.object({
  weight: whole.nonnegative().max(1000).meta({ description: "Thousandths of a comment." }),
  base: whole.meta({ description: "The score by the shipped model alone, in thousandths of log-odds." }),
  at: whole.meta({ description: "Milliseconds since 1970." }),
  buckets: z
    .array(whole.min(0).max(BUCKETS - 1))
    .max(65_536)
    .refine((buckets) => buckets.every((bucket, i) => i === 0 || bucket > (buckets[i - 1] as number)), {
      error: "rising numbers",
    })
    .meta({ description: "Of its words, each once, rising." }),
});

export type TaughtLesson = z.output<typeof taughtLesson>;

/** What people's decisions said of comments that link to a domain. */
const domainRecord = z.object({
  name: z.string().min(1).max(253),
  spam: whole.nonnegative().max(100_000),
  ham: whole.nonnegative().max(100_000),
});

/** A comment of a blog's history; or what another Hamlet knows of one whose text is gone, of a domain, or of a wave that may go on. */
export const importLine = z
  .object({
    source: importSource,
    id: z.string().min(1, "at least 1 character").max(128, "at most 128 characters"),
    label: z.enum(["ham", "spam", "pending", "skip"]).meta({
      description: "What it was taken for. What waits, and what is to be skipped, teaches nothing.",
    }),
    by: z
      .enum(["person", "filter"])
      .default("person")
      .meta({ description: "Who judged: the old system's own filter teaches hardly anything." }),
    comment: sentSubmission.optional(),
    lesson: taughtLesson.optional(),
    domain: domainRecord.optional(),
    wave: waveRule.optional(),
    published: z.boolean().optional().meta({
      description: "Whether readers saw it, where its label does not say so: what is good was published.",
    }),
  })
  .refine(({ comment, lesson, domain, wave }) => comment ?? lesson ?? domain ?? wave, {
    path: ["comment"],
    error: "a comment, a lesson or a domain was expected",
  })
  .meta({ id: "ImportLine" });

export type ImportLine = Omit<z.output<typeof importLine>, "comment"> & {
  readonly comment?: Submission | undefined;
};

/** Some of what a site knows, as lines of a history, and where it goes on; null: that was all. */
export const knowledge = z
  .object({ lines: z.array(z.unknown()), next: z.string().nullable() })
  .meta({ id: "Knowledge" });

export interface Knowledge {
  readonly lines: readonly unknown[];
  readonly next: string | null;
}

/** What the filter would have done with comments whose label is known, each judged before it was learned. */
const importTrial = z
  .object({
    comments: z.int(),
    seen: z.int().meta({ description: "Held for a person." }),
    ham: z.int().meta({ description: "Good ones among them all." }),
    hamRejected: z.int(),
    spam: z.int(),
    spamPublished: z.int(),
  })
  .meta({ id: "ImportTrial" });

export type ImportTrial = z.output<typeof importTrial>;

export const imported = z
  .object({
    taught: z.int().meta({ description: "A person's judgement, learned in full." }),
    weak: z.int().meta({ description: "A filter's verdict, a weak lesson." }),
    known: z.int().meta({ description: "Brought in before; changes nothing." }),
    skipped: z.array(z.object({ line: z.int(), reason: z.string() })),
    kept: z.int().meta({ description: "Of those published, kept for the feed, if that was asked for." }),
    elsewhere: z.int().meta({
      description: "Not kept, though that was asked for: published on no page of the site's hosts.",
    }),
    trial: importTrial.meta({ description: "Of the comments that were taught." }),
  })
  .meta({ id: "Imported" });

export type Imported = z.output<typeof imported>;

/** A call of which nothing was taken: what was sent, and what was expected. */
export type ImportRefused = { readonly refused: string };

/** One history that was brought in. Times RFC 3339; null: no comment had one. */
export const importReport = z
  .object({
    source: importSource,
    begun: z.string(),
    by: z.string(),
    key: z.int().optional().meta({ description: "The site's key that began it." }),
    taught: z.int(),
    weak: z.int(),
    other: z.int().meta({ description: "Told, but teaching nothing: waiting or to be skipped." }),
    kept: z.int().meta({ description: "Kept for the feed." }),
    oldest: z.string().nullable(),
    newest: z.string().nullable(),
    trial: importTrial,
    quarters: z
      .array(importTrial)
      .meta({ description: "The same by quarter of the comments, oldest first." }),
    presets: z
      .object({ careful: importTrial, balanced: importTrial, light: importTrial })
      .meta({ description: "The same under each named setting, whatever the site's own is." }),
  })
  .meta({ id: "ImportReport" });

export type ImportReport = z.output<typeof importReport>;

/** What a site's owner brought in, and what of it she is to look at. */
export interface Imports {
  readonly imports: readonly ImportReport[];
  /** The most doubtful first, and not all of many. */
  readonly suspects: {
    readonly all: number;
    readonly shown: readonly Suspect[];
    /** Those that were decided and can be taken back, the last one first. */
    readonly decided: readonly DecidedSuspect[];
  };
}

/** A comment whose label and whose look disagree: a person says which is right. */
export interface Suspect {
  readonly source: string;
  readonly id: string;
  readonly label: "ham" | "spam";
  readonly outcome: Outcome;
  readonly score: number;
  /** Milliseconds since 1970; 0: unknown. */
  readonly at: number;
  readonly author: string | undefined;
  readonly content: string;
  readonly url: string | undefined;
}

/** What somebody said of one, and who. */
export interface DecidedSuspect extends Suspect {
  readonly decided: { readonly label: Suspect["label"]; readonly at: number; readonly by: Actor };
}

/** Which one. */
export const suspectName = z.object({ source: importSource, id: z.string().min(1).max(128) });

export type SuspectName = z.output<typeof suspectName>;

/** A person's word on one. */
export const suspectDecision = suspectName.extend({ label: z.enum(["ham", "spam"]) });

export type SuspectDecision = z.output<typeof suspectDecision>;
