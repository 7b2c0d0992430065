import { byKey } from "../../contract/actor.ts";
import { noteEvent } from "../note-event.ts";
import type { Site } from "../site.ts";
import type { EventRow } from "../tables/events.ts";

/** What the blog itself may do with its key, if the owner lets it. */
type Done = Extract<EventRow["type"], "person.export" | "person.erasure" | "history.brought">;

/** Writes once for all calls since a time that the blog brings in its past. */
export function noteImport(site: Site, key: number, since: number, now: number): void {
  if (!site.events.wasDone("history.brought", byKey(key), since)) noteDone(site, "history.brought", key, now);
}

/** The same that somebody did herself, whoever she is. */
export function noteByAuthor(site: Site, type: Done, now: number): void {
  noteEvent(site, {
    comment: "",
    type,
    actor: { name: "author" },
    at: now,
    before: "pending",
    status: "pending",
  });
}

/** Writes into the record that the blog did it; of a person not who she is: that would be kept again. */
export function noteDone(site: Site, type: Done, key: number, now: number): void {
  noteEvent(site, {
    comment: "",
    type,
    actor: byKey(key),
    at: now,
    before: "pending",
    status: "pending",
  });
}
