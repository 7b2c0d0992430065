import type { Actor } from "../contract/actor.ts";
import type { Status } from "../core/judging/decision.ts";
import type { Site } from "./site.ts";
import type { EventRow } from "./tables/events.ts";

/** Something that was done, and moves no comment: it stands in History, teaches nothing, and the blog is not told. */
interface Noted {
  /** Empty: it is of no comment. */
  readonly comment: string;
  readonly type: EventRow["type"];
  readonly actor: Actor;
  readonly at: number;
  /** Where what it is about lies, before and after. */
  readonly before: Status;
  readonly status: Status;
}

/** Writes it down; answers its sequence. */
export function noteEvent(site: Site, { actor, ...noted }: Noted): number {
  const sequence = site.events.nextSequence(noted.at);
  site.events.add({
    ...noted,
    sequence,
    decision: null,
    because: null,
    actor: actor.name,
    member: actor.member ?? null,
    send: false,
    revoked: false,
    lesson: null,
    source: "hamlet",
    outcome: null,
    batch: null,
    content: null,
  });
  return sequence;
}
