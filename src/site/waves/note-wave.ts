import type { Actor } from "../../contract/actor.ts";
import { decisions } from "../../core/judging/decision.ts";
import { noteEvent } from "../note-event.ts";
import type { Site } from "../site.ts";

interface Noted {
  readonly actor: Actor;
  /** The comment that led the wave. */
  readonly lead: string;
  readonly decision: "spam" | "discard";
  readonly now: number;
}

/** Writes into the record that later ones of a wave are decided from now on, or no longer. Answers the event's sequence. */
export function noteWave(
  site: Site,
  type: "wave.began" | "wave.ended",
  { actor, lead, decision, now }: Noted,
): number {
  const { status } = decisions[decision];
  return noteEvent(site, { comment: lead, type, actor, at: now, before: "pending", status });
}
