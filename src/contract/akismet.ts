import type { Outcome } from "../core/judging/verdict.ts";
import type { Settings } from "./site.ts";
import type { Answer } from "./verdict.ts";

/**
 * Whether a client of Akismet's protocol is told that a comment is spam. It knows two words only: what waits for a person is
 * told as the site's `holdAs` says, and log-only calls nothing spam. By the present status, for a test by the outcome.
 */
export function toldSpam(
  { status, outcome }: Pick<Answer, "status" | "outcome">,
  { holdAs, mode }: Pick<Settings, "holdAs" | "mode">,
): boolean {
  if (mode === "log-only") return false;
  const place = status ?? places[outcome];
  return place === "pending" ? holdAs === "spam" : place !== "published";
}

const places = { publish: "published", review: "pending", reject: "spam" } as const satisfies Record<
  Outcome,
  string
>;

/** One call of Akismet's protocol, for the owner's eyes. */
export interface AkismetCall {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Such as comment-check. */
  readonly call: string;
  /** The client's User-Agent, cut. */
  readonly client: string;
  /** Number of the key. */
  readonly key: number;
  readonly answer: string;
}

/** Why a key opened nothing. */
export type KeyFault = "missing" | "malformed" | "unknown" | "revoked" | "site key in the address";

/** A call that was refused. Of the key only its start is kept. */
export interface RefusedCall extends Omit<AkismetCall, "key" | "answer"> {
  readonly fault: KeyFault;
  readonly key: string;
  /** Host of the blog as the client named it; empty: it named none. */
  readonly blog: string;
  /** The site whose key it was, or whose host the blog has; null: nobody's. */
  readonly site: string | null;
}
