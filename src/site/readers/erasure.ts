import { ERASURE, type ErasureAsked, type ErasureLinked } from "../../contract/reader.ts";
import { noteByAuthor } from "../privacy/note-done.ts";
import type { Site } from "../site.ts";
import type { Reader } from "../tables/readers.ts";

/** Comments that are counted for the page that asks once more. */
const MOST_COUNTED = 10_000;

/** Whether the site keeps anything of a person: of anybody else nobody is told that somebody asked. */
export function keepsOf({ persons, readers, learned }: Site, mail: string): boolean {
  if (readers.of(mail).some(({ thread }) => thread !== ERASURE)) return true;
  if (learned.reputation.decided(mail) !== undefined) return true;
  return persons.commentsOf(mail, 1).length > 0 || learned.lessons.some((lesson) => lesson.mail === mail);
}

/** Whether the mailbox wants no mail of this site: then her request goes to the owner. */
export const wantsNone = ({ readers }: Site, { box }: Reader): boolean =>
  readers.ofBox(box).some(({ sealed }) => sealed === "");

/** What a mailed link would erase; undefined: it is not good any more. */
export function erasureLinked({ readers, persons }: Site, id: string): ErasureLinked | undefined {
  const reader = readers.named(id);
  if (reader?.thread !== ERASURE || reader.sealed === "") return undefined;
  return { sealed: reader.sealed, comments: persons.commentsOf(reader.mail, MOST_COUNTED).length };
}

/** Whose data the owner was asked to erase, the oldest first. */
export const erasuresAsked = ({ readers }: Site): ErasureAsked[] =>
  readers.erasures().map(({ sealed, asked }) => ({ sealed, asked }));

/** Writes down that somebody erased herself by a mailed link; not who. */
export const noteErased = (site: Site, now: number): void => noteByAuthor(site, "person.erasure", now);
