import { lessonOn } from "../../core/classifier/learning.ts";
import type { Lesson, StandingLesson } from "../../core/classifier/lesson.ts";
import {
  type OldLesson,
  oldBatchFromBytes,
  oldLessonFromBytes,
  renewed,
  subtract,
} from "../../core/classifier/old-lesson.ts";
import { COUNT_UNIT } from "../../core/classifier/site-state.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import type { EventRow } from "../tables/events.ts";
import { readable } from "../tables/sql.ts";

/** Events looked at in one go. */
const PAGE = 500;
/** The newest so many are told as lessons; what older ones added stays as it is. */
const MOST = 2500;

interface Kept {
  readonly event: EventRow;
  readonly comment: string;
  readonly old: OldLesson;
}

/**
 * Tells a model that an earlier version had added up as lessons: those that the record of decisions keeps, read anew where the
 * comment is still there. What is left of the sums is of decisions that the record no longer holds: it stays as it is.
 */
export function tellLessons(site: Site): void {
  if (!site.learned.isOld) return;
  site.transaction(() => {
    const before = { table: site.learned.state.table.slice() };
    const lessons: StandingLesson[] = [];
    for (const { event, comment, old } of kept(site).slice(-MOST)) {
      subtract(before, old);
      const row = site.comments.get(comment);
      const weak = event.type === "learned";
      const taught = anew(site, row, event, old) ?? renewed(old);
      const origin = weak
        ? { source: "weak" as const, id: comment, at: row?.arrived ?? event.at }
        : { source: "decision" as const, id: String(event.sequence), at: event.at };
      lessons.push({ ...taught, ...origin, mail: row?.mail ?? null });
    }
    site.learned.begin(lessons, before);
    site.events.dropBatches();
  });
}

/** What stands in the record, the oldest first. */
function kept(site: Site): Kept[] {
  const all: Kept[] = [];
  for (let since = 0; ; ) {
    const events = site.events.teaching(since, PAGE);
    all.push(...readable(events, keptIn, "events").flat());
    const last = events.at(-1);
    if (!last || events.length < PAGE) return all;
    since = last.sequence;
  }
}

/** The lessons that an event keeps. Throws where they cannot be read: what they added stays in the model as it is. */
function keptIn(event: EventRow): Kept[] {
  const bytes = event.lesson as Uint8Array;
  if (event.type !== "learned") return [{ event, comment: event.comment, old: oldLessonFromBytes(bytes) }];
  return oldBatchFromBytes(bytes).map(([comment, old]) => ({ event, comment, old }));
}

/** The lesson as the comment gives it today; undefined: its text is gone, or another one has taken its place. */
function anew(site: Site, row: CommentRow | undefined, event: EventRow, old: OldLesson): Lesson | undefined {
  const isSame = event.type === "learned" || row?.decisions.includes(event.sequence);
  if (!row || !isSame || !site.meta.record) return undefined;
  return lessonOn(row.comment, site.policy, old.label, old.weight / COUNT_UNIT);
}
