import type { Actor } from "../../contract/actor.ts";
import type { Looked, LookedThrough } from "../../contract/search.ts";
import { noteEvent } from "../note-event.ts";
import type { Site } from "../site.ts";

/** Notes that somebody has looked through what the filter stopped, up to a time and to how sure it was. */
export function look(site: Site, place: Looked, actor: Actor, now: number): void {
  const isSeen = (known: Looked) => place.until <= known.until && place.score <= known.score;
  if (site.meta.looked.some(isSeen)) return;
  site.transaction(() => {
    const sequence = noteEvent(site, {
      comment: "",
      type: "spam.looked",
      actor,
      at: now,
      before: "spam",
      status: "spam",
    });
    site.meta.looked = [{ ...place, id: String(sequence) }, ...site.meta.looked];
  });
}

/** Takes that back: what lies no further than another look stays seen. */
export function unlook(site: Site, id: string): boolean {
  const kept = site.meta.looked.filter((place) => place.id !== id);
  if (kept.length === site.meta.looked.length) return false;
  site.transaction(() => {
    site.events.mark(Number(id), { revoked: true, send: false });
    site.meta.looked = kept;
  });
  return true;
}

/** How much of what the filter stopped by itself people have seen, and how much of that was wrong. Reads all of it. */
export function lookedThrough(site: Site): LookedThrough {
  const { looked } = site.meta;
  const [place] = looked;
  const event = place?.id === undefined ? undefined : site.events.get(Number(place.id));
  return {
    ...site.stopped.seen(looked),
    ...(event && {
      last: { site: site.record.id, id: String(event.sequence), at: event.at, by: event.actor },
    }),
  };
}
