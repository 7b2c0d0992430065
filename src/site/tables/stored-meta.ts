import * as z from "zod";
import { akismetCall } from "../../contract/akismet.ts";
import { deployState } from "../../contract/deploy.ts";
import { toldRecipient } from "../../contract/mail.ts";
import { button, noticeState } from "../../contract/notify.ts";
import { use } from "../../contract/plan.ts";
import { storedRecord } from "../../contract/site-record.ts";
import { waveRule } from "../../contract/wave-rule.ts";

/** When the jobs may work again, milliseconds since 1970; 0 = at once. */
const jobTimes = z.object({
  /** KV is out of quota until here. */
  queuePausedUntil: z.number().default(0),
  purgeDue: z.number().default(0),
  /** Comments that came to wait up to this arrival have a key in KV, or a row in the outbox; later ones are to get their key. */
  queuedUntil: z.number().default(0),
  /** Verdicts up to this arrival were looked at for weak labels. */
  weakUntil: z.number().default(0),
  /** Arrivals up to here are counted in the table of days. */
  countedUntil: z.number().default(0),
  /** Feeds are not copied to KV before this. */
  feedsPausedUntil: z.number().default(0),
  /** The day on which feeds were last copied, days since 1970, and how many were. */
  feedDay: z.number().default(0),
  feedWrites: z.number().default(0),
});

export type JobTimes = Readonly<z.output<typeof jobTimes>>;

/** An endpoint that failed, and has not taken anything since. */
const circuit = z.object({
  /** Failures in a row, each of another comment; of probes all. */
  failures: z.number(),
  /** The comment that failed last. */
  comment: z.string(),
  since: z.number(),
  /** Not before, milliseconds since 1970; 0: it is not open. */
  due: z.number(),
  reason: z.string(),
});

export type Circuit = Readonly<z.output<typeof circuit>>;

/** Endpoints that failed when they were last tried. */
const circuits = z.object({
  webhook: circuit.optional(),
  wordpress: circuit.optional(),
  system: circuit.optional(),
});

export type FailingEndpoints = Readonly<z.output<typeof circuits>>;

const surge = z.object({
  slots: z.array(z.tuple([z.number(), z.number(), z.number()]).readonly()).readonly(),
  usual: z.number(),
  peak: z.number(),
  first: z.number(),
  day: z.number(),
  on: z.boolean(),
});

/** What the day had taken when last written. */
const storedUse = z.object({
  /** When it was written, milliseconds since 1970; the use is that of this day. */
  at: z.number(),
  use,
  /** When the last comment came, and when the blog last took an event; milliseconds since 1970. */
  lastIn: z.number().nullable().default(null),
  lastOut: z.number().nullable().default(null),
  surge: surge.optional(),
});

export type StoredUse = Readonly<z.output<typeof storedUse>>;

/** The values of the table `meta`, by the name they are stored under. */
export const metaValues = {
  record: storedRecord,
  /** Jobs were once called so. */
  lanes: jobTimes,
  notices: noticeState,
  /** How the blog's host was called to build its pages again. */
  deploy: deployState,
  /** Of comments that messages told of, the newest last. */
  buttons: z.array(button),
  /** Who is told of this site, and what became of it. */
  recipients: z.array(toldRecipient),
  circuits,
  akismetCalls: z.array(akismetCall),
  refusals: z.array(z.object({ status: z.number(), pointer: z.string(), count: z.number(), at: z.number() })),
  use: storedUse,
  /** When each key was last used, by its number; milliseconds since 1970. */
  keyUse: z.record(z.string(), z.number()),
  /** How far what the filter stopped was looked through. */
  looked: z.array(z.object({ until: z.number(), score: z.number(), id: z.string().optional() })),
  /** Rules that decide later ones of waves. */
  waves: z.array(waveRule),
  deleted: z.number(),
};
