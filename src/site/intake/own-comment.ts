import type { Intake, Refusal } from "../../contract/intake.ts";
import type { Answer } from "../../contract/verdict.ts";
import { noteEvent } from "../note-event.ts";
import { remove } from "../privacy/erase.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { answerOf } from "../views/views.ts";
import { submit } from "./submit.ts";

/** So often its author may change a comment: each time is judged, and stands in the history. */
const MOST_EDITS = 5;

/** A comment as its author knows it: by its id and by when it came. */
export interface OwnComment {
  readonly id: string;
  readonly arrived: number;
}

/** What its author writes instead. */
export interface OwnEdit extends OwnComment, Pick<Intake["comment"], "content" | "cut"> {
  /** Keyed hash of the content and the id. */
  readonly hash: string;
}

/** Why a comment cannot be changed: it is not there, a person decided against it, or it was changed too often. */
export type OwnRefusal = "gone" | "decided" | "often";

export type OwnEdited =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: OwnRefusal | Refusal };

/**
 * Puts a text in the place of another by the same author, as any edit: it is judged anew, and whom a person approved has to pass
 * the filter again.
 */
export function editOwn(site: Site, { id, arrived, content, cut, hash }: OwnEdit, now: number): OwnEdited {
  const row = ownRow(site, { id, arrived });
  if (!row) return { ok: false, reason: "gone" };
  if (row.hash === hash) return { ok: true, answer: answerOf(id, row.revision, row.status, row.verdict) };
  if (isDecidedAgainst(row)) return { ok: false, reason: "decided" };
  if (row.revision > MOST_EDITS) return { ok: false, reason: "often" };
  const { cut: _, ...known } = row.comment;
  const submitted = submit(
    site,
    {
      id,
      comment: { ...known, content, ...(cut && { cut }) },
      hash,
      mail: row.mail ?? undefined,
      network: networkOf(row),
      browser: row.browser ?? undefined,
      arrived: now,
      recheckReason: "edit",
      test: false,
    },
    { record: site.record, key: null, isStranger: true },
  );
  if (submitted.ok) return { ok: true, answer: submitted.answer };
  const { reason } = submitted;
  return { ok: false, reason: reason === "exhausted" || reason === "postponed" ? reason : "gone" };
}

/** Deletes a comment for its author. What a person said against it stays learned. False: it is not there. */
export function removeOwn(site: Site, own: OwnComment, now: number): boolean {
  const row = ownRow(site, own);
  return row !== undefined && removeByAuthor(site, row, now, { keepLesson: isDecidedAgainst(row) });
}

/** Deletes a comment as its author says. That she did stays in the history, without a word of it. False: it is not there. */
export function removeByAuthor(
  site: Site,
  { id, status }: Pick<CommentRow, "id" | "status">,
  now: number,
  kept: { readonly keepLesson?: boolean } = {},
): boolean {
  return site.transaction(() => {
    if (!remove(site, id, kept)) return false;
    const who = { type: "author.deleted", actor: { name: "author" } } as const;
    noteEvent(site, { ...who, comment: id, at: now, before: status, status: "discarded" });
    return true;
  });
}

function ownRow(site: Site, { id, arrived }: OwnComment): CommentRow | undefined {
  const row = site.comments.get(id);
  return row?.arrived === arrived ? row : undefined;
}

const isDecidedAgainst = ({ status, decisions }: CommentRow): boolean =>
  decisions.length > 0 && (status === "spam" || status === "discarded");

/** The hashes that were stored: under which salt they were made does not matter for a quarter of an hour. */
function networkOf({ network, prefix }: CommentRow): Intake["network"] {
  return network === null || prefix === null
    ? undefined
    : { whole: [network, network], prefix: [prefix, prefix] };
}
