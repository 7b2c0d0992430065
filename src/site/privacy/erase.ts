import type { Erased, Person } from "../../contract/privacy.ts";
import { entryOf, isSameAuthor } from "../../core/judging/listed.ts";
import { testimonyOf, unteachDecision, unteachWeak } from "../decisions/decide.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { isDecision } from "../tables/events.ts";
import { emptyOutboxRow } from "../tables/outbox.ts";
import { found, rowsOf, tracesIn } from "./found.ts";
import { quotes } from "./traces.ts";

/** Comments erased in one call: each is a transaction that writes the site's model. */
const MOST_ERASED = 100;

/** Erases a person: her comments with all that hangs on them, what they taught, and her standing. */
export function erasePerson(site: Site, { email, mail }: Person): Erased {
  const ids = site.persons.commentsOf(mail, MOST_ERASED + 1);
  const gone = ids.slice(0, MOST_ERASED);
  const rows = rowsOf(site, gone);
  const traces = tracesIn(site, rows);
  const entries = entriesOf(site, mail, rows);
  const standing = site.learned.reputation.decided(mail) !== undefined;
  site.transaction(() =>
    site.learned.together(() => {
      for (const id of gone) remove(site, id);
      forgetLessons(site, mail);
      site.learned.reputation.forget(mail);
      site.imports.forget(mail);
      for (const reader of site.readers.of(mail)) site.readers.drop(reader);
      site.learned.save();
    }),
  );
  const quoting = site.persons.others(mail).filter((other) => quotes(traces, other));
  const copies = quoting.filter(({ id }) => unquote(site, id)).length;
  return {
    comments: gone.length,
    more: ids.length > MOST_ERASED,
    standing,
    quotes: quoting.length,
    entries,
    queued: copies + gone.filter((id) => site.outbox.get(id)?.queue).length,
    ...found(site, email, mail, traces),
  };
}

/** What was learned of a person whose comments are no longer kept, and what the record of decisions keeps of it. */
function forgetLessons(site: Site, mail: string): void {
  const hers = site.learned.lessons.filter((lesson) => lesson.mail === mail);
  for (const { source, id } of hers) if (source === "decision") site.events.forgetLesson(Number(id));
  site.learned.unteachAll((lesson) => lesson.mail === mail);
}

/** Takes out what a comment quotes; true: KV's copy of it, which waits for a person, is to follow. */
function unquote(site: Site, id: string): boolean {
  site.persons.unquote(id);
  const row = site.comments.get(id);
  if (row?.status !== "pending" || row.blatant) return false;
  site.outbox.set({ ...(site.outbox.get(id) ?? emptyOutboxRow(id, row.arrived)), queue: true });
  return true;
}

/** The lines of the lists that trust and block made for a person, by her address or by her name and network. */
function entriesOf(site: Site, mail: string, rows: readonly CommentRow[]): string[] {
  const { blocked, allowed } = site.record.settings;
  const hers = [
    `author:${mail}`,
    ...rows.flatMap((row) => entryOf({ ...row, mail: null }, row.prefix, []) ?? []),
  ];
  return [...blocked, ...allowed].filter((line) => hers.some((entry) => isSameAuthor(line, entry)));
}

/**
 * Erases a comment: its row, its place in the queue, what it waits to tell and, unless that is kept, all that it taught. That
 * decisions were taken stays in the record, without the text. False: there is none.
 */
export function remove(site: Site, id: string, { keepLesson = false } = {}): boolean {
  const row = site.comments.get(id);
  if (!row) return false;
  site.transaction(() => {
    if (!keepLesson) unteach(site, row);
    site.comments.remove(id);
    if (row.status === "published") site.shownChanged(row.thread);
    const waiting = site.outbox.get(id);
    const queue = row.status === "pending" || waiting?.queue === true;
    if (queue || waiting) {
      site.outbox.set({ ...(waiting ?? emptyOutboxRow(id, row.arrived)), queue, event: null, state: "idle" });
    }
    site.touch(id);
    site.count(row.status, undefined);
    site.recent.forget(id);
  });
  return true;
}

/** Takes back all that a comment taught. */
function unteach(site: Site, row: CommentRow): void {
  for (const sequence of row.events) unteachDecision(site, sequence);
  for (const event of site.events.all(row.events)) {
    if (!event.revoked && isDecision(event))
      site.learned.reputation.testify(testimonyOf(site, row, event), -1);
    site.events.forgetLesson(event.sequence);
  }
  unteachWeak(site, row);
  site.learned.save();
}
