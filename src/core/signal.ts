import type { History } from "./history.ts";
import type { Policy } from "./policy.ts";
import type { Subject } from "./subject.ts";
import type { Span } from "./verdict.ts";

/** What a signal found: how strongly (0 < strength <= 1), what it saw, and where. */
export interface Finding {
  readonly strength: number;
  /** Short, for a moderator's eyes: what was seen, not what it means. */
  readonly evidence: string;
  readonly span?: Span | undefined;
  /** Which of the signal's fitted tokens apply; each has its own weight. Default: the signal's name alone. */
  readonly variants?: readonly string[] | undefined;
}

/** Group of evidence, for caps on priors and for telling independent evidence apart. */
export type Group = "form" | "author" | "links" | "text" | "behaviour" | "trust" | "praise";

/** A named heuristic. Pure; returns undefined when there is nothing to see. */
export interface Signal {
  readonly name: string;
  readonly group: Group;
  /** One sentence for people: what it sees. */
  readonly description: string;
  /** Why it cannot run on this comment ("no user agent sent"); undefined when it can. */
  readonly missing?: (subject: Subject, history: History | undefined, policy: Policy) => string | undefined;
  readonly detect: (subject: Subject, history: History | undefined, policy: Policy) => Finding | undefined;
}
