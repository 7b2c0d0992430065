import * as z from "zod";
import { MOST_DOMAINS, MOST_NAMES, MOST_TEXTS } from "../core/memory/wave-pattern.ts";
import { SKETCH_SLOTS } from "../core/reading/fingerprint.ts";

/** How long later ones of a wave are decided as it was, milliseconds. */
export const WAVE_RULE_LIFE = 7 * 86_400_000;
/** So many such rules stand on a site at most. */
export const MOST_WAVE_RULES = 20;

/** Of a person, a comment, a bulk, or a hash. */
const name = z.string().max(200);

/** A rule that decides later ones of a wave as the wave was decided, as it is stored. Times in milliseconds since 1970. */
export const waveRule = z.object({
  /** When it was made, and the sequence of the event that tells of it. */
  id: z.string().regex(/^\d{1,16}-\d{1,16}$/),
  decision: z.enum(["spam", "discard"]),
  by: name,
  member: name.optional(),
  began: z.number(),
  until: z.number(),
  /** In which the wave was decided: one undo takes both back. */
  batch: name,
  /** The comment that led the wave, and how many it had. */
  lead: name,
  wave: z.int().nonnegative(),
  pattern: z.object({
    texts: z
      .array(z.object({ exact: name, sketch: z.array(z.number()).length(SKETCH_SLOTS) }))
      .max(MOST_TEXTS),
    domains: z.array(name).max(MOST_DOMAINS),
    names: z.array(name).max(MOST_NAMES),
  }),
});

export type WaveRule = Readonly<z.output<typeof waveRule>>;

/** How the rule is called that an event tells of. */
export const waveRuleId = ({ at, sequence }: { readonly at: number; readonly sequence: number }): string =>
  `${at}-${sequence}`;

/** The same for people: what it caught so far, and the comment that led the wave, while it is kept. */
export interface WaveRuleView extends Pick<WaveRule, "id" | "decision" | "by" | "began" | "until" | "wave"> {
  readonly site: string;
  /** Of the blog's, that brought it in. */
  readonly key?: number | undefined;
  readonly caught: number;
  readonly lead: { readonly id: string; readonly author: string; readonly text: string } | undefined;
}

/** What became of the wish that later ones be decided, too: until when they are, or why they are not. */
export type LaterOnes = { readonly until: number } | { readonly refused: "full" | "nothing in common" };

/** What ending a rule did; `back`: comments that it had decided and that are judged without it now. */
export interface WaveRuleEnded {
  readonly back: number;
  /** From where to go on; undefined: that was all. */
  readonly next?: string | undefined;
}
