import { reading, writing } from "../call.ts";
import { erasePerson, remove } from "./erase.ts";
import { exportPerson } from "./export.ts";
import { noteDone, noteImport } from "./note-done.ts";

/** What is told of a person, and what goes. */
export const privacyCalls = {
  exportPerson: reading(exportPerson),
  /** Erases a commenter, at most 100 of her comments a call. */
  erasePerson: writing(erasePerson),
  /** The blog itself asked about a person, with its key. */
  notePerson: writing((site, what: "export" | "erasure", key: number) =>
    noteDone(site, `person.${what}`, key, Date.now()),
  ),
  /** The blog itself brings in comments of its past, with its key, which it may since a time. */
  noteImport: writing((site, key: number, since: number) => noteImport(site, key, since, Date.now())),
  remove: writing((site, id: string, keepLesson: boolean) => remove(site, id, { keepLesson })),
};
