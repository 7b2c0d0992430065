import type { Person, PersonExport } from "../../contract/privacy.ts";
import { COUNT_UNIT } from "../../core/classifier/site-state.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { eventView } from "../tables/events.ts";
import { found, rowsOf, tracesIn } from "./found.ts";

/** Comments and characters of an export: a call may carry 32 MB. */
const MOST_EXPORTED = 500;
const MOST_TEXT = 5_000_000;

/** All that is kept of a person but what waits in KV's inbox. */
export function exportPerson(site: Site, { email, mail }: Person): Omit<PersonExport, "inbox"> {
  const ids = site.persons.commentsOf(mail, MOST_EXPORTED + 1);
  const comments: PersonExport["comments"] = [];
  let size = 0;
  for (const id of ids.slice(0, MOST_EXPORTED)) {
    const row = site.comments.get(id);
    if (!row) continue;
    const comment = exported(site, row);
    size += JSON.stringify(comment).length;
    if (size > MOST_TEXT) break;
    comments.push(comment);
  }
  return {
    comments,
    more: comments.length < ids.length,
    standing: site.learned.reputation.decided(mail) ?? noStanding,
    lessons: lessonsOf(site, mail),
    replies: site.readers.of(mail).map(({ page, asked, confirmed }) => ({
      page,
      asked: new Date(asked).toISOString(),
      confirmed: confirmed !== null,
    })),
    past: site.suspects.of(mail).map(({ source, id, comment }) => ({ source, id, comment: { ...comment } })),
    ...found(site, email, mail, tracesIn(site, rowsOf(site, ids))),
  };
}

/** What was learned of a person: the text is in none of it. */
const lessonsOf = (site: Site, mail: string): PersonExport["lessons"] =>
  site.learned.lessons
    .filter((lesson) => lesson.mail === mail)
    .sort((a, b) => a.at - b.at)
    .map(({ source, id, label, weight, at }) => ({
      source,
      id,
      label,
      weight: weight / COUNT_UNIT,
      at: new Date(at).toISOString(),
    }));

const noStanding = { approved: 0, spam: 0, discarded: 0 };

function exported(site: Site, row: CommentRow): PersonExport["comments"][number] {
  const { outcome, score, probability, hits, policy } = row.verdict;
  return {
    id: row.id,
    status: row.status,
    arrived: new Date(row.arrived).toISOString(),
    comment: { ...row.comment },
    earlier: site.earlier.of(row.id).map(({ until, text }) => ({ until: timeOf(site, until), text })),
    verdict: { outcome, score, probability, hits: [...hits], policy: [...policy] },
    history: site.events.all(row.events).map(eventView),
  };
}

/** When an event was written; of one that is no longer kept its sequence tells it nearly. */
const timeOf = (site: Site, sequence: number) =>
  new Date(site.events.get(sequence)?.at ?? sequence).toISOString();
