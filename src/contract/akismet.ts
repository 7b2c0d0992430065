import * as z from "zod";
import type { Outcome } from "../core/judging/verdict.ts";
import { type HeldAs, hasOwnFile, heldAsOf } from "./akismet-clients.ts";
import type { Settings } from "./site.ts";
import type { Answer } from "./verdict.ts";

/** What is known of a call that asks about a comment. */
interface Asked {
  /** The client's User-Agent. */
  readonly client: string;
  /** Why it asks again: WordPress' cron says "retry", and then takes `false` for an approval. */
  readonly recheck?: string | undefined;
}

/**
 * What a client of Akismet's protocol is told of a comment. It knows two words only: what waits for a person is told as the owner
 * says or, if she leaves it open, as this client loses no comment; log-only calls nothing spam. By the present status, for a
 * test by the outcome.
 */
export function toldAs(
  { status, outcome }: Pick<Answer, "status" | "outcome">,
  { holdAs, mode }: Pick<Settings, "holdAs" | "mode">,
  { client, recheck }: Asked,
): HeldAs {
  if (mode === "log-only") return "ham";
  const place = status ?? places[outcome];
  if (place !== "pending") return place === "published" ? "ham" : "spam";
  if (holdAs !== "auto") return holdAs;
  const held = heldAsOf(client);
  // Without Hamlet's file the plugin would publish it.
  return held === "hold" && recheck === "retry" && !hasOwnFile(client) ? "spam" : held;
}

const places = { publish: "published", review: "pending", reject: "spam" } as const satisfies Record<
  Outcome,
  string
>;

/** One call of Akismet's protocol, for the owner's eyes. */
export const akismetCall = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Such as comment-check. */
  call: z.string(),
  /** The client's User-Agent, cut. */
  client: z.string(),
  /** Number of the key. */
  key: z.number(),
  answer: z.string(),
});

export type AkismetCall = Readonly<z.output<typeof akismetCall>>;

/** Why a key opened nothing. */
const keyFaults = ["missing", "malformed", "unknown", "revoked", "site key in the address"] as const;

export type KeyFault = (typeof keyFaults)[number];

/** A call that was refused. */
const refusedCall = akismetCall.omit({ key: true, answer: true }).extend({
  fault: z.enum(keyFaults),
  /** Of the key only its start is kept. */
  key: z.string(),
  /** Host of the blog as the client named it; empty: it named none. */
  blog: z.string(),
  /** The site whose key it was, or whose host the blog has; null: nobody's. */
  site: z.string().nullable(),
});

export const refusedCalls = z.array(refusedCall);

export type RefusedCall = Readonly<z.output<typeof refusedCall>>;
