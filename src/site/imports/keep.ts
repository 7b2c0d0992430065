import { SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import { hostsOf } from "../../contract/policy.ts";
import { commentId } from "../../contract/submission.ts";
import { ownPage } from "../../contract/thread.ts";
import type { Comment } from "../../core/comment.ts";
import type { Judgement } from "../intake/judge.ts";
import { newRow } from "../intake/submit.ts";
import { remove } from "../privacy/erase.ts";
import type { Site } from "../site.ts";
import { type CommentRow, KEPT } from "../tables/comments.ts";
import { keyOf } from "../tables/imports.ts";
import type { PastComment, PastLine } from "./past-comment.ts";

/** Another Hamlet's own comments keep the ids that they had there: readers' links to them go on leading to them. */
const HAMLET = "hamlet";

/**
 * The id under which a comment of a history is kept: that which a receiver of the same system gives it, so that one that comes
 * that way later is the same comment. What no id may hold is written as its number.
 */
function keptId(source: string, id: string): string {
  if (source === HAMLET && commentId.safeParse(id).success) return id;
  const written = id.replace(/[^A-Za-z0-9._:-]/gu, (one) => `~${one.codePointAt(0)?.toString(16)}.`);
  const whole = `${source}:${written}`;
  return commentId.safeParse(whole).success ? whole : `${source}:~${keyOf(id).toString(16)}`;
}

/** What stands in an import's list of known comments for one that was kept: once taken down it does not come back. */
export const keptMark = (id: string): string => `kept\n${id}`;

const hashOf = (source: string, id: string) => `${KEPT}${source}:${id}`;

const isKeptFrom = ({ hash }: Pick<CommentRow, "hash">, source: string): boolean =>
  hash.startsWith(hashOf(source, ""));

/** Why nothing of a history can be kept for readers now; undefined: it can. */
export function keepingFault({ record, use }: Site, now: number): string | undefined {
  if (!record.settings.form)
    return "published comments are kept for the readers of a blog whose form is on, and this site's is off";
  return use.spent(now) < SHARE_FOR_BLATANT
    ? undefined
    : "the day's rows are nearly used up, and the rest is for new comments: the same again after 00:00 UTC goes on";
}

/** Whether readers saw it on the blog. */
export const wasPublished = ({ label, published }: Pick<PastLine, "label" | "published">): boolean =>
  published ?? label === "ham";

/** Whether it stood on a page of the blog's own. */
export const isOnOwnPage = (site: Site, { intake }: PastComment): boolean =>
  ownPage(intake.comment.post.url ?? "", hostsOf(site.record.settings)) !== undefined;

/**
 * Keeps a comment of the past for the readers of its page, with its author's name, its time and what it answers; undefined: it
 * is there already. Of addresses nothing is kept but the hash by which its author can have it erased.
 */
export function keep(
  site: Site,
  past: PastComment,
  judgement: Judgement,
  now: number,
): CommentRow | undefined {
  const id = keptId(past.source, past.id);
  if (site.comments.get(id)) return undefined;
  const comment = shownComment(past);
  const answered = comment.parent?.id === undefined ? undefined : site.comments.get(comment.parent.id);
  const { mail, arrived, test } = past.intake;
  const intake = {
    id,
    comment,
    mail,
    test,
    hash: hashOf(past.source, past.id),
    // Readers see what is answered before its answers, and many systems tell times by the minute.
    arrived: Math.min(Math.max(arrived, (answered?.arrived ?? -1) + 1), now),
  };
  const row = { ...newRow(site, intake, judgement, "published"), settled: now };
  site.comments.insert(row);
  site.touch(id);
  site.count(undefined, "published");
  return row;
}

function shownComment({ source, intake }: PastComment): Comment {
  const { author, parent, ...comment } = intake.comment;
  const { name } = author;
  return {
    ...comment,
    // Some systems took an address for a name, and showed it: readers' programs would gather it here.
    author: { ...author, name: name?.replace(/^([^\s@]+)@[^\s@]+\.[^\s@]+$/, "$1") },
    parent: parent?.id === undefined ? undefined : { id: keptId(source, parent.id) },
  };
}

/** Takes down what readers are shown of a comment of the past: what it has taught is said already. Answers the row; undefined: they are shown nothing of it. */
export function takeDown(
  site: Site,
  { source, id }: Pick<PastLine, "source" | "id">,
): CommentRow | undefined {
  const row = site.comments.get(keptId(source, id));
  if (!row || !isKeptFrom(row, source) || row.status !== "published") return undefined;
  remove(site, row.id, { keepLesson: true });
  return row;
}

/** Shows it to them again as it was. */
export function putBack(site: Site, row: CommentRow): void {
  if (site.comments.get(row.id)) return;
  site.comments.insert(row);
  site.touch(row.id);
  site.count(undefined, row.status);
  site.shownChanged(row.thread);
}

/** Takes down all that was kept of a history. What people decided of it here has taught what it did. */
export function takeDownAll(site: Site, source: string): void {
  for (const id of site.comments.withHash(hashOf(source, ""))) remove(site, id, { keepLesson: true });
}
