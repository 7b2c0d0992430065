import type { Integrity } from "../../contract/upkeep.ts";
import type { Site } from "../site.ts";

export function integrityOf(site: Site, sql: SqlStorage): Integrity {
  return {
    counts: site.comments.counts(),
    misplaced: misplaced(sql),
    learned: learnedAgain(site),
    pending: site.pending.all(),
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

/** Fits the model anew from the lessons and compares; and looks for lessons of decisions that were taken back. */
function learnedAgain({ learned, events }: Site): Integrity["learned"] {
  const { lessons } = learned;
  const again = learned.fitted().table;
  const { table } = learned.state;
  const decided = lessons.filter(({ source }) => source === "decision");
  return {
    lessons: lessons.length,
    differing: table.reduce((sum, value, i) => sum + (value === again[i] ? 0 : 1), 0),
    unfounded: decided.filter(({ id }) => events.get(Number(id))?.revoked === true).length,
  };
}
