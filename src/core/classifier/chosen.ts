import type { StandingLesson } from "./lesson.ts";

/** A site learns from so many lessons, the newest. */
export const MOST_TAUGHT = 2000;
/** With long comments from fewer: a fit takes as long as there are buckets. */
const MOST_BUCKETS = 300_000;
/** Lessons beyond those that teach are kept in reserve, so that these come back when others are taken back. */
const MOST_KEPT = 2500;
/** From here on the reserve is cut down to what is kept. */
const TOO_MANY = 3000;

/** The lessons that a site learns from: people's before the filter's own, the newest first. Whatever order they are given in. */
export function chosen(lessons: readonly StandingLesson[]): StandingLesson[] {
  const best = ranked(lessons).slice(0, MOST_TAUGHT);
  let buckets = 0;
  const end = best.findIndex((lesson) => {
    buckets += lesson.buckets.length;
    return buckets > MOST_BUCKETS;
  });
  return end < 0 ? best : best.slice(0, end);
}

/** Those worth keeping; undefined: all, as they are not too many. */
export function keptOf(lessons: readonly StandingLesson[]): StandingLesson[] | undefined {
  return lessons.length <= TOO_MANY ? undefined : ranked(lessons).slice(0, MOST_KEPT);
}

const ranked = (lessons: readonly StandingLesson[]): StandingLesson[] =>
  [...lessons].sort(
    (a, b) =>
      Number(a.source === "weak") - Number(b.source === "weak") ||
      b.at - a.at ||
      compare(a.source, b.source) ||
      compare(a.id, b.id),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
