import type { Knowledge, TaughtLesson } from "../../contract/import.ts";
import type { StandingLesson } from "../../core/classifier/lesson.ts";
import type { Comment } from "../../core/comment.ts";
import { linkedDomains, read } from "../../core/reading/subject.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";

/** What this Hamlet's own comments are called where they are brought in. */
const OWN = "hamlet";
/** Lines of a page, as many as a call of POST …/history takes. */
const PAGE = 200;
const COMMENTS = "comments ";
const LESSONS = "lessons ";
const DOMAINS = "domains";

/**
 * What the site knows, as lines of a history: its comments with what they taught, then lessons whose comments are gone, then
 * what is known of domains beside, and rules for later ones of waves. What hangs on its secrets stays: authors are known by keyed hashes. `cursor` undefined: from
 * the start.
 */
export function knowledgeOf(site: Site, cursor = COMMENTS): Knowledge {
  if (cursor.startsWith(COMMENTS)) return comments(site, cursor.slice(COMMENTS.length));
  if (cursor.startsWith(LESSONS)) return lessons(site, Number(cursor.slice(LESSONS.length)) || 0);
  return { lines: cursor === DOMAINS ? [...domains(site), ...waves(site)] : [], next: null };
}

function comments(site: Site, after: string): Knowledge {
  const rows = site.lists.byId(after, PAGE);
  const taught = new Map(site.learned.lessons.map((lesson) => [keyOf(lesson), lesson]));
  const last = rows.at(-1);
  return {
    lines: rows.map((row) => commentLine(row, taught.get(keyFor(row)))),
    next: rows.length < PAGE || !last ? LESSONS : COMMENTS + last.id,
  };
}

/** A comment that nobody decided on and that taught nothing is told, and is not to teach there either. */
function commentLine(row: CommentRow, lesson: StandingLesson | undefined): object {
  const decided = row.decisions.length > 0;
  const label =
    row.status === "pending"
      ? "pending"
      : row.status === "discarded" || (!decided && lesson === undefined)
        ? "skip"
        : row.status === "published"
          ? "ham"
          : "spam";
  return {
    source: OWN,
    id: row.id,
    label,
    by: decided ? "person" : "filter",
    ...(row.status === "published" && label !== "ham" && { published: true }),
    comment: { ...sent(row.comment), submittedAt: new Date(row.arrived).toISOString() },
    ...(lesson && { lesson: told(lesson) }),
  };
}

/** As it may be sent again: of the mail address only what a moderator sees is kept, and that is none. */
function sent({ cut: _, form: __, ...comment }: Comment): object {
  const { email: ___, ...author } = comment.author;
  return { ...comment, author };
}

const told = ({ weight, base, at, buckets }: StandingLesson): TaughtLesson => ({
  weight,
  base,
  at,
  buckets: [...buckets],
});

/** A decision's lesson has the number of its event, the filter's own the comment's id. */
const keyOf = ({ source, id }: Pick<StandingLesson, "source" | "id">) => `${source} ${id}`;

const keyFor = ({ id, decisions }: Pick<CommentRow, "id" | "decisions">) =>
  keyOf(decisions.length > 0 ? { source: "decision", id: String(decisions.at(-1)) } : { source: "weak", id });

/** Whether a lesson is told with the comment that taught it. */
function isTold(site: Site, lesson: StandingLesson): boolean {
  if (lesson.source !== "decision" && lesson.source !== "weak") return false;
  const id = lesson.source === "weak" ? lesson.id : site.events.get(Number(lesson.id))?.comment;
  const row = id === undefined ? undefined : site.comments.get(id);
  return row !== undefined && keyFor(row) === keyOf(lesson);
}

function lessons(site: Site, from: number): Knowledge {
  const left = site.learned.lessons
    .filter((lesson) => !isTold(site, lesson))
    .sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
  const lines = left.slice(from, from + PAGE).map((lesson) => ({
    ...nameOf(lesson),
    label: lesson.label,
    by: lesson.source === "weak" ? "filter" : "person",
    lesson: told(lesson),
  }));
  return { lines, next: from + PAGE < left.length ? LESSONS + (from + PAGE) : DOMAINS };
}

/** What was brought in keeps its name, so that it is known when it is brought in there, too; a comment's id has no space. */
const nameOf = ({ source, id }: StandingLesson) =>
  source.startsWith("import:")
    ? { source: source.slice("import:".length), id }
    : { source: OWN, id: keyOf({ source, id }).slice(0, 128) };

/** Rules that decide later ones of waves now. */
const waves = (site: Site): object[] =>
  site.waves
    .standing(Date.now())
    .map((wave) => ({ source: OWN, id: `wave ${wave.id}`, label: "skip", wave }));

/** What is known of domains beyond what the comments say that are told, too. */
function domains(site: Site): object[] {
  const { policy } = site;
  const left = new Map(
    site.learned.reputation.store().domains.map(([name, counts]) => [name, { ...counts }]),
  );
  for (
    let rows = site.lists.byId("", PAGE);
    rows.length > 0;
    rows = site.lists.byId(rows.at(-1)?.id ?? "", PAGE)
  )
    for (const { status, decisions, comment } of rows) {
      if (decisions.length === 0 || (status !== "published" && status !== "spam")) continue;
      const side = status === "spam" ? "spam" : "ham";
      for (const name of linkedDomains(read(comment, policy.hosts))) {
        const counts = left.get(name);
        if (counts) counts[side] = Math.max(0, counts[side] - 1);
      }
    }
  return [...left]
    .filter(([, { spam, ham }]) => spam + ham > 0)
    .map(([name, counts]) => ({
      source: OWN,
      id: `domain ${name}`.slice(0, 128),
      label: "skip",
      domain: { name, ...counts },
    }));
}
