import type { PersonExport } from "../../contract/privacy.ts";
import { isSameAuthor } from "../../core/judging/listed.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { type Traces, tellsOf, tracesOf } from "./traces.ts";

const MOST_MENTIONS = 100;

/** What tells of a person in other people's comments; her earlier texts, too. */
export const tracesIn = (site: Site, rows: readonly CommentRow[]): Traces =>
  tracesOf(
    rows,
    rows.flatMap(({ id }) => site.earlier.of(id).map(({ text }) => text)),
  );

export const rowsOf = (site: Site, ids: readonly string[]): CommentRow[] =>
  ids.flatMap((id) => site.comments.get(id) ?? []);

/** Where else a site tells of a person: other people's comments, and its lists. */
export function found(
  site: Site,
  email: string,
  mail: string,
  traces: Traces,
): Pick<PersonExport, "mentions" | "listed"> {
  const address = email.toLowerCase();
  const { settings } = site.record;
  const lists = ["blocked", "allowed"] as const;
  return {
    mentions: [
      ...new Set([
        ...site.persons.mentioning(address, mail, MOST_MENTIONS),
        ...site.persons.others(mail).flatMap((other) => (tellsOf(traces, other) ? [other.id] : [])),
      ]),
    ].slice(0, MOST_MENTIONS),
    listed: lists.filter((list) =>
      settings[list].some(
        (entry) => entry.toLowerCase().includes(address) || isSameAuthor(entry, `author:${mail}`),
      ),
    ),
  };
}
