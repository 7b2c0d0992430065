import type { Comment } from "../core/comment.ts";
import type { TurningPoint } from "../core/explaining/explain.ts";
import type { Decision, Status } from "../core/judging/decision.ts";
import type { Outcome, Verdict } from "../core/judging/verdict.ts";
import type { Standing } from "../core/memory/history.ts";
import type { Likeness } from "../core/memory/lookalikes.ts";
import type { Doer } from "./actor.ts";
import type { Event } from "./decision.ts";
import type { Attempt } from "./outgoing.ts";
import type { Use } from "./plan.ts";
import type { WaveRuleView } from "./wave-rule.ts";

/** A comment as a moderator's row shows it. */
export interface CommentView {
  readonly site: string;
  readonly id: string;
  readonly revision: number;
  readonly status: Status;
  /** Milliseconds since 1970. */
  readonly arrived: number;
  /** The mail address is masked; network addresses are not kept. */
  readonly comment: Comment;
  readonly verdict: Verdict;
  /** Log-only mode: what would have been answered. */
  readonly would?: Outcome | undefined;
  /** The last decision that stands, of a person. */
  readonly decided?: (Doer & { readonly decision: Decision; readonly at: number }) | undefined;
  readonly standing?: Standing | undefined;
  /** What waits and stands behind this one. */
  readonly group?: GroupView | undefined;
}

/** Comments like one that is shown: decided together with it, or apart. */
export interface GroupView {
  readonly count: number;
  /** In what they are alike, the most frequent first. */
  readonly by: readonly Likeness[];
  /** Under which names the first of them came. */
  readonly names: readonly string[];
}

/** What the comments of a wave show together. */
export interface WaveView {
  readonly names: number;
  readonly networks: number;
  /** From the first to the last, milliseconds. */
  readonly within: number;
  /** Domains that its comments link to, the blog's own and those approved here left out; the most frequent first. */
  readonly domains: readonly string[];
}

/** What a token is known for: comments it stood in, about. */
export interface TokenView {
  readonly token: string;
  readonly points: number;
  readonly starter?: { readonly spam: number; readonly ham: number } | undefined;
  readonly site: { readonly spam: number; readonly ham: number };
}

/** A comment opened: its whole story. */
export interface CommentDetail extends CommentView {
  readonly history: readonly Event[];
  /** Texts that edits replaced, by the sequence of the event that ended each; the oldest first. */
  readonly earlier: readonly { readonly until: number; readonly text: string }[];
  readonly tokens: readonly TokenView[];
  /** Below and above which probability such a comment is published and rejected, as the site is set now. */
  readonly limits: { readonly publishBelow: number; readonly rejectAbove: number };
  /** By what its author can be known again. */
  readonly author: Pick<AuthorView, "knownBy" | "entry" | "listed" | "marked">;
  /** Of a wave: how many names and networks it came under (0: unknown), in how long, and where it links. */
  readonly wave?: WaveView | undefined;
  /** Of a wave: where its text says something else than others of it. */
  readonly differs?: readonly { readonly start: number; readonly end: number }[] | undefined;
  /** The first of those like it that wait or were decided. */
  readonly similar: readonly CommentView[];
  /** It can be answered here: its blog takes answers. */
  readonly answerable: boolean;
  /** What would have changed the verdict. */
  readonly turning?: TurningPoint | undefined;
  /** Where the last delivery to the blog stands; undefined: nothing to deliver, or delivered. */
  readonly delivery?: DeliveryView | undefined;
  /** The last attempts to tell the blog, the oldest first. */
  readonly attempts: readonly Attempt[];
}

export interface DeliveryView {
  readonly state: "waiting" | "sending" | "dead";
  readonly attempts: number;
  /** When it is tried next, milliseconds since 1970. */
  readonly due: number;
  readonly lastError?: string | undefined;
}

/** How a site is, for its strip on the pages and for the metrics. Times in milliseconds since 1970. */
export interface Health {
  /** When the last comment came, and when the blog last took an event; null: never. */
  readonly lastIn: number | null;
  readonly lastOut: number | null;
  /** Deliveries to the blog: not tried yet, failed and to be tried again, given up. */
  readonly waiting: number;
  readonly retrying: number;
  readonly dead: number;
  /** Comments learned from; a weak lesson counts as less than one. */
  readonly learned: { readonly spam: number; readonly ham: number };
  /** Checks that failed since the object woke. */
  readonly failing: readonly FailingCheck[];
  /** What was refused of the submissions sent, the newest first. */
  readonly refused: readonly Refusal[];
  /** Rules for later ones of waves that have decided some. */
  readonly waves: readonly Pick<WaveRuleView, "id" | "decision" | "until" | "caught">[];
  /** Far more comments than usual: what would be published is held. */
  readonly surge: boolean;
  /** KV is out of quota or failing until here; 0 or past: it is not. */
  readonly queuePausedUntil: number;
  /** What this site took of the plan's day so far, and when the quotas begin anew. */
  readonly today: Use & { readonly resetsAt: number };
  /** What the account's other sites took today, as far as known: the quotas are the account's. */
  readonly others: Use;
}

/** A field that submissions were refused for: what stood in it is not kept. */
export interface Refusal {
  readonly status: number;
  /** JSON pointer; empty: the body as a whole. */
  readonly pointer: string;
  readonly count: number;
  /** When it last came, milliseconds since 1970. */
  readonly at: number;
}

export interface CommentPage {
  readonly items: readonly CommentView[];
  readonly next?: string | undefined;
}

export type Counts = Readonly<Record<Status, number>>;

export const noCounts: Counts = { pending: 0, published: 0, spam: 0, discarded: 0 };

/** A check that fails, with how often since the object woke. */
export interface FailingCheck {
  readonly signal: string;
  readonly reason: string;
  readonly count: number;
}

/** A row of the queue; `preview`: the site object did not answer, this is KV's copy. */
export type QueueItem = CommentView & { readonly preview?: boolean };

export type Listing = "blocked" | "allowed";

/** Who wrote a comment, as far as the site can know. Times in milliseconds since 1970. */
export interface AuthorView {
  readonly site: string;
  /** The comment that led here. */
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly knownBy: "mail" | "network" | "name";
  readonly counts: Counts;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly names: readonly string[];
  readonly past: readonly CommentView[];
  readonly listed: Listing | undefined;
  /** An entry of the site's lists that stands for this author; undefined: nothing to know the author by again. */
  readonly entry: string | undefined;
  /** There is something beside the mail address and the name to know the author by. */
  readonly marked: boolean;
}
