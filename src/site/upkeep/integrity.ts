import type { Integrity } from "../../contract/upkeep.ts";
import { learn } from "../../core/classifier/lesson.ts";
import { emptySiteState } from "../../core/classifier/site-state.ts";
import { lessonOf } from "../decisions/teaching.ts";
import { batchFromBytes } from "../decisions/weak-batch.ts";
import type { Site } from "../site.ts";

/** Events looked at in one go. */
const PAGE = 500;

export function integrityOf(site: Site, sql: SqlStorage): Integrity {
  return {
    counts: site.comments.counts(),
    misplaced: misplaced(sql),
    learned: learnedAgain(site),
    pending: site.comments.waiting(),
    toTell: site.outbox.size(),
  };
}

const misplaced = (sql: SqlStorage): string[] =>
  sql
    .exec<{ id: string }>(
      `SELECT comments.id AS id FROM comments JOIN events ON events.sequence = comments.decisions ->> '$[#-1]'
       WHERE comments.decisions <> '[]' AND events.status <> comments.status ORDER BY comments.id`,
    )
    .toArray()
    .map(({ id }) => id);

/** Learns all lessons anew from the record and compares. */
function learnedAgain(site: Site): Integrity["learned"] {
  const again = emptySiteState();
  let lessons = 0;
  for (let since = 0; ; ) {
    const events = site.events.teaching(since, PAGE);
    for (const event of events) {
      const taught =
        event.type === "learned"
          ? batchFromBytes(event.lesson as Uint8Array).map(([, one]) => one)
          : [lessonOf(event)];
      for (const one of taught) {
        if (!one) continue;
        learn(again, one);
        lessons++;
      }
    }
    const last = events.at(-1);
    if (!last || events.length < PAGE) break;
    since = last.sequence;
  }
  const { table } = site.learned.state;
  return { lessons, differing: table.reduce((sum, value, i) => sum + (value === again.table[i] ? 0 : 1), 0) };
}
