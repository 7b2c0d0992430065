import * as z from "zod";
import type { Cell } from "../../contract/upkeep.ts";
import { keptOf } from "../../core/classifier/learning.ts";
import type { LessonSource, StandingLesson } from "../../core/classifier/lesson.ts";
import { BUCKETS } from "../../core/classifier/site-state.ts";
import { bytesOfBase64 } from "../../platform/base64.ts";
import type { Sql } from "./sql.ts";

/** The newest lessons lie beside the model, in the row that a decision writes anyway; from so many on they move into a page. */
const MOST_RECENT = 64;
/** A page stays far below the 2 MB that a row may have, and a site's pages are few. */
const MOST_ON_PAGE = 400;

/** What is to become of a site's lessons, by key. A lesson takes the place of one with the same key. */
export class LessonChange {
  readonly #wanted = new Map<string, StandingLesson | undefined>();
  readonly #gone: ((lesson: StandingLesson) => boolean)[] = [];

  get isEmpty(): boolean {
    return this.#wanted.size === 0 && this.#gone.length === 0;
  }

  get added(): StandingLesson[] {
    return [...this.#wanted.values()].filter((lesson) => lesson !== undefined);
  }

  add(lesson: StandingLesson): void {
    this.#wanted.set(keyOf(lesson), lesson);
  }

  drop(key: LessonKey): void {
    this.#wanted.set(keyOf(key), undefined);
  }

  dropAll(gone: (lesson: StandingLesson) => boolean): void {
    for (const [key, lesson] of this.#wanted) if (lesson && gone(lesson)) this.#wanted.set(key, undefined);
    this.#gone.push(gone);
  }

  /** Whether a lesson that stood so far stays as it is. */
  leaves(lesson: StandingLesson): boolean {
    return !this.#wanted.has(keyOf(lesson)) && !this.#gone.some((gone) => gone(lesson));
  }
}

export interface LessonKey {
  readonly source: LessonSource;
  readonly id: string;
}

const keyOf = ({ source, id }: LessonKey): string => `${source}\n${id}`;

interface Page {
  readonly page: number;
  readonly lessons: readonly StandingLesson[];
}

/** The lessons of a site that stand but for the newest, some hundreds to a row. */
export class Lessons {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** All pages, the oldest first. */
  pages(): Page[] {
    return this.#sql
      .exec<{ page: number; lessons: string; buckets: ArrayBuffer }>("SELECT * FROM lessons ORDER BY page")
      .toArray()
      .map(({ page, ...row }) => ({ page, lessons: lessonsOf(row) }));
  }

  /** Does what is wanted, with the newest lessons given; answers those that are the newest now, and all that stand. */
  change(
    newest: readonly StandingLesson[],
    change: LessonChange,
  ): { recent: readonly StandingLesson[]; all: readonly StandingLesson[] } {
    const before = this.pages();
    const stay = (lessons: readonly StandingLesson[]) => lessons.filter((lesson) => change.leaves(lesson));
    const left = before.map(({ page, lessons }) => ({ page, lessons: stay(lessons) }));
    const recent = [...stay(newest), ...change.added];
    const moved = recent.length > MOST_RECENT ? withMore(left, recent) : left;
    const rest = recent.length > MOST_RECENT ? [] : recent;
    const kept = withinBounds(moved, rest);
    for (const { page, lessons } of kept) {
      const old = before.find((one) => one.page === page);
      if (old?.lessons.length !== lessons.length || !old.lessons.every((lesson, i) => lesson === lessons[i]))
        this.#write(page, lessons);
    }
    return { recent: rest, all: [...kept.flatMap(({ lessons }) => lessons), ...rest] };
  }

  #write(page: number, lessons: readonly StandingLesson[]): void {
    if (lessons.length === 0) {
      this.#sql.exec("DELETE FROM lessons WHERE page = ?", page);
      return;
    }
    const row: LessonPage = pageOf(lessons);
    this.#sql.exec(
      `INSERT INTO lessons (page, lessons, buckets) VALUES (?, ?, ?)
       ON CONFLICT (page) DO UPDATE SET lessons = excluded.lessons, buckets = excluded.buckets`,
      page,
      row.lessons,
      row.buckets,
    );
  }
}

/** The pages with more lessons: in the last one as far as there is room, then in new ones. */
function withMore(pages: readonly Page[], more: readonly StandingLesson[]): Page[] {
  const last = pages.at(-1);
  const all = [...pages];
  let rest = more;
  if (last && last.lessons.length < MOST_ON_PAGE) {
    const room = MOST_ON_PAGE - last.lessons.length;
    all[all.length - 1] = { page: last.page, lessons: [...last.lessons, ...rest.slice(0, room)] };
    rest = rest.slice(room);
  }
  for (let page = (last?.page ?? 0) + 1; rest.length > 0; page++) {
    all.push({ page, lessons: rest.slice(0, MOST_ON_PAGE) });
    rest = rest.slice(MOST_ON_PAGE);
  }
  return all;
}

/** The pages without what is too much by far: the filter's own oldest, then the oldest. Many at a time, so that it is seldom. */
function withinBounds(pages: readonly Page[], recent: readonly StandingLesson[]): readonly Page[] {
  const kept = keptOf([...pages.flatMap(({ lessons }) => lessons), ...recent]);
  if (!kept) return pages;
  const known = new Set(kept);
  return pages.map(({ page, lessons }) => ({ page, lessons: lessons.filter((lesson) => known.has(lesson)) }));
}

/** Lessons as a row holds them: what is said of each, as JSON, and all their buckets one after another, as uint16. */
interface LessonPage {
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
