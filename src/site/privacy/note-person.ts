import type { Site } from "../site.ts";

/** Writes into the record that the blog had a person's data exported or erased; not whose: that would be kept again. */
export function notePerson(site: Site, what: "export" | "erasure", key: number, now: number): void {
  site.events.add({
    sequence: site.events.nextSequence(now),
    comment: "",
    type: `person.${what}`,
    decision: null,
    because: null,
    actor: `blog, key ${key}`,
    at: now,
    before: "pending",
    status: "pending",
    send: false,
    revoked: false,
    lesson: null,
    source: "hamlet",
    outcome: null,
    batch: null,
  });
}
