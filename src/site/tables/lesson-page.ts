import * as z from "zod";
import type { Cell } from "../../contract/upkeep.ts";
import type { LessonSource, StandingLesson } from "../../core/classifier/lesson.ts";
import { BUCKETS } from "../../core/classifier/site-state.ts";
import { bytesOfBase64 } from "../../platform/base64.ts";

/** Lessons as a row holds them: what is said of each, as JSON, and all their buckets one after another, as uint16. */
export interface LessonPage {
  readonly lessons: string;
  readonly buckets: ArrayBuffer;
}

const whole = z.int();

/** Source, id, mail, time, whether it is spam, weight, base, and how many buckets are its own. */
const told = z.tuple([
  z.custom<LessonSource>(
    (source) => typeof source === "string" && /^(?:decision|weak|import:.+)$/.test(source),
  ),
  z.string(),
  z.string().nullable(),
  whole,
  z.literal([0, 1]),
  whole.nonnegative(),
  whole,
  whole.nonnegative(),
]);

export const storedLessons = z.array(told);

export function pageOf(lessons: readonly StandingLesson[]): LessonPage {
  const buckets = new Uint16Array(lessons.reduce((sum, lesson) => sum + lesson.buckets.length, 0));
  let at = 0;
  const rows = lessons.map((lesson): z.output<typeof told> => {
    const { source, id, mail, at: time, label, weight, base } = lesson;
    buckets.set(lesson.buckets, at);
    at += lesson.buckets.length;
    return [source, id, mail, time, label === "spam" ? 1 : 0, weight, base, lesson.buckets.length];
  });
  return { lessons: JSON.stringify(rows), buckets: buckets.buffer };
}

/** The lessons of a row. It was checked where it came from, at a restore: here it costs each decision. */
export function lessonsOf({ lessons, buckets }: LessonPage): StandingLesson[] {
  const all = new Uint16Array(buckets);
  let from = 0;
  return (JSON.parse(lessons) as z.output<typeof storedLessons>).map(
    ([source, id, mail, at, spam, weight, base, size]) => {
      const own = all.subarray(from, from + size);
      from += size;
      return { source, id, mail, at, label: spam === 1 ? "spam" : "ham", weight, base, buckets: own };
    },
  );
}

/** Why the lessons of a row, which can be read, and its buckets do not fit each other; undefined: they do, or there are none. */
export function pageFault(lessons: Cell | undefined, buckets: Cell | undefined): string | undefined {
  if (typeof lessons !== "string") return undefined;
  const own = (JSON.parse(lessons) as z.output<typeof storedLessons>).reduce((sum, row) => sum + row[7], 0);
  const bytes =
    buckets !== null && typeof buckets === "object" ? bytesOfBase64(buckets.base64) : new Uint8Array();
  if (bytes.length !== own * 2) return `buckets: ${bytes.length} bytes for ${own} buckets`;
  return new Uint16Array(bytes.buffer).every((bucket) => bucket < BUCKETS)
    ? undefined
    : "buckets: beyond the last one";
}
