import * as z from "zod";
import type { Comment } from "../core/comment.ts";
import type { Solution } from "./form-proof.ts";
import { type SystemOrigin, systemOrigin } from "./integration.ts";
import type { SiteRecord } from "./site-record.ts";
import { storedComment } from "./stored-comment.ts";
import type { Answer } from "./verdict.ts";

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
  /** What it proved at the form, not to be taken twice. */
  readonly solution?: Solution | undefined;
  /** The blog's own moderator says what the comment is: nothing to be judged, but a decision. */
  readonly report?: Report | undefined;
  /** Undefined: it came by Hamlet's own protocol. */
  readonly akismet?: AkismetOrigin | undefined;
  /** Undefined: it did not come from another comment system. */
  readonly origin?: SystemOrigin | undefined;
}

/** What the blog's moderator can have done there, in Hamlet's terms; `delete`: the comment is gone there. */
const reports = ["approve", "spam", "discard", "hold", "undo", "delete"] as const;

/** A decision that the blog's moderator took on the blog, told by Akismet's protocol. */
export interface Report {
  readonly decision: (typeof reports)[number];
  readonly by: string;
  /** The id that the comment would have by its content, should it be unknown by the one that was sent. */
  readonly madeId: string;
}

/** What a comment that came by Akismet's protocol brought for the way back. */
export interface AkismetOrigin {
  /** Number of the key that it came with. */
  readonly key: number;
  /** Where WordPress wants to hear of decisions, checked when it came and again when it is used. */
  readonly callback?: string | undefined;
  /** The blog's numbers of the post and of the comment answered: with them it finds the comment again. */
  readonly post?: string | undefined;
  readonly parent?: string | undefined;
  /** The client keeps what waits pending: told of it again, it is to do nothing. */
  readonly holds?: boolean | undefined;
}

/** Whose submission it is: the site as the Worker knows it, and the key that it came with (null: signed). */
export interface Submitter {
  readonly record: SiteRecord;
  readonly key: number | null;
  /** Nobody's program sent it, but whoever filled in a form on the blog's pages. */
  readonly isStranger?: boolean | undefined;
  /** User-Agent of a client of Akismet's protocol; undefined: it was none. */
  readonly client?: string | undefined;
}

/** The same, with so much of the record as tells whether the object has it: the whole is longer than most comments. */
export type BriefSubmitter = Omit<Submitter, "record"> & {
  readonly record: Pick<SiteRecord, "id" | "version" | "createdAt">;
};

export type Submitted =
  | { readonly ok: true; readonly created: boolean; readonly answer: Answer }
  | { readonly ok: false; readonly reason: "conflict" | "revoked" | "deleted" | Refusal };

/** Why the day has no room left: for what the filter rejects, or for what it would hold, which is to come again tomorrow. */
export type Refusal = "exhausted" | "postponed";

/** Why a submission was not taken in, as its sender is told. */
export const untaken = {
  conflict: {
    code: 409,
    detail: "This id was used for other content. Send recheckReason if the comment was edited.",
  },
  revoked: { code: 401, detail: "The key was revoked." },
  deleted: { code: 401, detail: "The site was deleted." },
  exhausted: {
    code: 429,
    detail:
      "The day's quota is nearly used up, and what is left is kept for comments that a person may have to see. Nothing was stored.",
  },
  postponed: {
    code: 429,
    detail:
      "The day's quota is nearly used up. This comment would have been held, and looks more like spam than not: keep it, and send it again. Nothing was stored.",
  },
  unavailable: { code: 503, detail: "Nothing was stored. Send it again with the same id." },
} as const;

export type Reported = { readonly ok: true } | { readonly ok: false; readonly reason: "revoked" | "deleted" };

/** Keyed hashes of a network address: under the present salt first, then under the one before. */
export interface Network {
  readonly whole: readonly [string, string];
  /** Of its /24 (IPv4) or /48 (IPv6). */
  readonly prefix: readonly [string, string];
}

/** What a comment brought by Akismet's protocol, as it was stored. */
export const storedOrigin = z.object({
  key: z.number(),
  callback: z.string().optional(),
  post: z.string().optional(),
  parent: z.string().optional(),
  holds: z.boolean().optional(),
}) satisfies z.ZodType<AkismetOrigin>;

const hashes = z.tuple([z.string(), z.string()]);

/** A submission as it was written down while its site object could not be asked, by this version or an earlier one. */
export const storedIntake = z.object({
  id: z.string(),
  alias: z.string().optional(),
  comment: storedComment,
  hash: z.string(),
  mail: z.string().optional(),
  network: z.object({ whole: hashes, prefix: hashes }).optional(),
  browser: z.string().optional(),
  arrived: z.number(),
  recheckReason: z.string().optional(),
  test: z.boolean(),
  report: z.object({ decision: z.enum(reports), by: z.string(), madeId: z.string() }).optional(),
  akismet: storedOrigin.optional(),
  origin: systemOrigin.optional(),
}) satisfies z.ZodType<Intake>;
