import type { AkismetOrigin } from "../../contract/intake.ts";
import type { SystemOrigin } from "../../contract/integration.ts";
import type { Comment } from "../../core/comment.ts";
import type { Status } from "../../core/judging/decision.ts";
import { ruleOf, type StoredRule } from "../../core/judging/old-rule.ts";
import type { Outcome, Verdict } from "../../core/judging/verdict.ts";

/** A comment's row, decoded. Times in milliseconds since 1970. */
export interface CommentRow {
  readonly id: string;
  readonly revision: number;
  readonly status: Status;
  readonly blatant: boolean;
  readonly arrived: number;
  readonly settled: number;
  readonly outcome: Outcome;
  readonly hash: string;
  readonly mail: string | null;
  readonly network: string | null;
  readonly prefix: string | null;
  readonly browser: string | null;
  readonly exact: string | null;
  readonly sketch: Uint32Array | null;
  readonly comment: Comment;
  readonly verdict: Verdict & { readonly would?: Outcome };
  readonly decisions: readonly number[];
  readonly events: readonly number[];
  readonly akismet: AkismetOrigin | null;
  readonly origin: SystemOrigin | null;
}

/** A row as SQLite gives it. */
export type Stored = Record<string, SqlStorageValue>;

/** The columns of a comment, in the order of `encode`. */
export const COLUMNS =
  "id, revision, status, blatant, arrived, settled, outcome, score, hash, mail, network, prefix, browser, exact, sketch, comment, verdict, decisions, events, akismet, origin";

/** A row's values, in the order of `COLUMNS`. */
export function encode(row: CommentRow): SqlStorageValue[] {
  return [
    row.id,
    row.revision,
    row.status,
    row.blatant ? 1 : 0,
    row.arrived,
    row.settled,
    row.outcome,
    row.verdict.score,
    row.hash,
    row.mail,
    row.network,
    row.prefix,
    row.browser,
    row.exact,
    (row.sketch?.slice().buffer as ArrayBuffer | undefined) ?? null,
    JSON.stringify(row.comment),
    JSON.stringify(row.verdict),
    JSON.stringify(row.decisions),
    JSON.stringify(row.events),
    row.akismet && JSON.stringify(row.akismet),
    row.origin && JSON.stringify(row.origin),
  ];
}

/** What the filter judged, whatever was answered: in log-only mode everything is published. */
export const judgedOutcome = ({ verdict }: Pick<CommentRow, "verdict">): Outcome =>
  verdict.would ?? verdict.outcome;

/** The row again. Its JSON was checked where it came from, at intake or at a restore: here it costs each comment read. */
export function decode(row: Stored): CommentRow {
  return {
    id: row.id as string,
    revision: row.revision as number,
    status: row.status as Status,
    blatant: row.blatant === 1,
    arrived: row.arrived as number,
    settled: row.settled as number,
    outcome: row.outcome as Outcome,
    hash: row.hash as string,
    mail: row.mail as string | null,
    network: row.network as string | null,
    prefix: row.prefix as string | null,
    browser: row.browser as string | null,
    exact: row.exact as string | null,
    sketch: sketchOf(row),
    comment: JSON.parse(row.comment as string),
    verdict: verdictOf(row.verdict as string),
    decisions: JSON.parse(row.decisions as string),
    events: JSON.parse(row.events as string),
    akismet: row.akismet === null ? null : JSON.parse(row.akismet as string),
    origin: row.origin === null ? null : JSON.parse(row.origin as string),
  };
}

/** Rules of earlier versions do not name their kind. */
function verdictOf(stored: string): CommentRow["verdict"] {
  const verdict: CommentRow["verdict"] & { readonly policy: readonly StoredRule[] } = JSON.parse(stored);
  return verdict.policy.length === 0 ? verdict : { ...verdict, policy: verdict.policy.map(ruleOf) };
}

const sketchOf = ({ sketch }: Stored): Uint32Array | null =>
  sketch instanceof ArrayBuffer ? new Uint32Array(sketch) : null;

/** What a row tells of its likeness to others. */
export function decodeTrait(row: Stored): TraitRow & { readonly arrived: number } {
  const comment: TraitRow["comment"] = JSON.parse(row.comment as string);
  return {
    id: row.id as string,
    revision: row.revision as number,
    arrived: row.arrived as number,
    exact: row.exact as string | null,
    sketch: sketchOf(row),
    mail: row.mail as string | null,
    prefix: row.prefix as string | null,
    name: comment.author.name ?? null,
    comment,
  };
}

/** What a row tells of its likeness to others. */
export interface TraitRow {
  readonly id: string;
  readonly revision: number;
  readonly exact: string | null;
  readonly sketch: Uint32Array | null;
  readonly mail: string | null;
  readonly prefix: string | null;
  readonly name: string | null;
  readonly comment: Pick<Comment, "content" | "format" | "post" | "author">;
}
