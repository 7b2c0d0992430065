import fc from "fast-check";
import type { Lesson, LessonSource, StandingLesson } from "../../../src/core/classifier/lesson.ts";
import type { SiteState } from "../../../src/core/classifier/site-state.ts";
import { NOW } from "../../clock.ts";

export const aLesson = (given: Partial<StandingLesson> = {}): StandingLesson => ({
  source: "decision",
  id: "1",
  mail: null,
  at: NOW,
  label: "spam",
  weight: 1000,
  base: 0,
  buckets: Uint16Array.of(3, 8),
  ...given,
});

/** What lessons may hold, few buckets so that they share some. */
const anyLesson: fc.Arbitrary<Lesson> = fc.record({
  label: fc.constantFrom("spam", "ham"),
  weight: fc.constantFrom(1000, 300, 100),
  base: fc.integer({ min: -9000, max: 9000 }),
  buckets: fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
    .map((buckets) => Uint16Array.from(buckets).sort()),
});

const anySource = fc.constantFrom<LessonSource[]>("decision", "weak", "import:old blog");

/** Lessons that stand, with ids of their own; some are equal otherwise. */
export const anyLessons = (size: { minLength?: number; maxLength?: number } = {}) =>
  fc
    .array(fc.tuple(anyLesson, anySource, fc.constantFrom(null, "ada", "eve"), fc.nat({ max: 50 })), size)
    .map((all) =>
      all.map(
        ([lesson, source, mail, at], i): StandingLesson => ({ ...lesson, source, mail, at, id: String(i) }),
      ),
    );

/** A state as a text, to be compared bit by bit. */
export const bits = ({ table }: SiteState): string => Buffer.from(table.slice().buffer).toString("base64");
