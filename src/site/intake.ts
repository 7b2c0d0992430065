import type { Answer } from "../contract/verdict.ts";
import type { Comment } from "../core/comment.ts";
import type { SiteRecord } from "../directory/record.ts";
import type { Network } from "../secrets/identity.ts";

/** A submission on its way to the site object: validated, named, its addresses hashed. */
export interface Intake {
  readonly id: string;
  /** The id that a submission without one would have got in the period before: a repeat across midnight is the same. */
  readonly alias?: string | undefined;
  readonly comment: Comment;
  /** Keyed hash of what makes the content: content, author name, mail and link, post and type. */
  readonly hash: string;
  readonly mail?: string | undefined;
  readonly network?: Network | undefined;
  readonly browser?: string | undefined;
  /** Milliseconds since 1970. */
  readonly arrived: number;
  readonly recheckReason?: string | undefined;
  readonly test: boolean;
}

/** Whose submission it is: the site as the Worker knows it, and the key that it came with (null: signed). */
export interface Caller {
  readonly record: SiteRecord;
  readonly key: number | null;
}

export type Submitted =
  | { readonly ok: true; readonly created: boolean; readonly answer: Answer }
  | { readonly ok: false; readonly reason: "conflict" | "revoked" | "deleted" };
