import { type Lesson, lessonFromBytes, lessonToBytes, unlearn } from "../../core/classifier/lesson.ts";
import { WEAK_AFTER } from "../../core/classifier/weak-label.ts";
import { DAY } from "../../platform/clock.ts";
import type { Site } from "../site.ts";

/** A batch is made at most so long after its comments are a week old: once a day, and some slack. */
const LATEST = WEAK_AFTER + 30 * DAY;

/** A batch as it is stored: for each comment the lengths of its id and lesson (uint16), the id, the lesson. */
export function batchToBytes(batch: readonly (readonly [id: string, lesson: Lesson])[]): Uint8Array {
  const parts = batch.flatMap(([id, lesson]) => {
    const name = new TextEncoder().encode(id);
    const bytes = lessonToBytes(lesson);
    return [new Uint8Array(Uint16Array.of(name.length, bytes.length).buffer), name, bytes];
  });
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function batchFromBytes(bytes: Uint8Array): [id: string, lesson: Lesson][] {
  const batch: [string, Lesson][] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const name = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const id = new TextDecoder().decode(bytes.subarray(at + 4, at + 4 + name));
    batch.push([id, lessonFromBytes(bytes.slice(at + 4 + name, at + 4 + name + length))]);
    at += 4 + name + length;
  }
  return batch;
}

/** A person has decided: what the filter taught itself from this comment is taken back first. The caller saves. */
export function takeBackWeak(site: Site, row: { readonly id: string; readonly arrived: number }): void {
  if (row.arrived > site.meta.times.weakUntil) return;
  for (const event of site.events.learnedBetween(row.arrived + WEAK_AFTER, row.arrived + LATEST)) {
    const batch = event.lesson ? batchFromBytes(event.lesson) : [];
    const own = batch.find(([id]) => id === row.id);
    if (!own) continue;
    unlearn(site.learned.state, own[1]);
    site.events.rewrite(event.sequence, batchToBytes(batch.filter((one) => one !== own)));
    return;
  }
}
