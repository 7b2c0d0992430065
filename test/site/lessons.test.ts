import { reset } from "cloudflare:test";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { stateOf } from "../../src/core/classifier/learning.ts";
import type { StandingLesson } from "../../src/core/classifier/lesson.ts";
import { LESSONS } from "../../src/core/classifier/site-state.ts";
import type { Opened } from "../../src/site/open.ts";
import type { Learned } from "../../src/site/tables/learned.ts";
import { NOW } from "../clock.ts";
import { aLesson, anyLessons, bits } from "../core/classifier/a-lesson.ts";
import { call, DEMO_KEY, decide, demoSite, doubtful, siteObject, submit, theRecord } from "./blog.ts";
import { countRows, insideOf, restart } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const inside = insideOf("demo");
const learnedOf = (object: object): Learned => (Reflect.get(object, "opened") as Opened).site.learned;
const withLearned = <T>(work: (learned: Learned) => T) => inside((object) => work(learnedOf(object)));

/** Many lessons, about as long as those of comments. */
const many = (n: number, given: Partial<StandingLesson> = {}) =>
  Array.from({ length: n }, (_, i) =>
    aLesson({
      id: `m${i}`,
      at: NOW + i,
      label: i % 3 === 0 ? "spam" : "ham",
      base: (i % 9) * 500 - 2000,
      buckets: Uint16Array.from(
        new Set(Array.from({ length: 90 }, (_, n) => (i * 131 + n * 97) % 8192)),
      ).sort(),
      ...given,
    }),
  );
const teach = (lessons: readonly StandingLesson[]) =>
  withLearned((learned) => {
    for (const lesson of lessons) learned.teach(lesson);
    learned.save();
  });
const pages = () =>
  inside((_, storage) =>
    storage.sql
      .exec<{ page: number; n: number }>("SELECT page, json_array_length(lessons) AS n FROM lessons")
      .toArray(),
  );

describe("a site's lessons", () => {
  it("stand whatever became of others: any taught, any taken back, the object woken between", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyLessons({ minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.boolean()),
        async (lessons, chance) => {
          await withLearned((learned) => {
            learned.unteachAll(() => true);
            learned.save();
          });
          const gone = new Set(lessons.filter(() => chance.next().value));
          for (const lesson of lessons) {
            await teach([lesson]);
            if (chance.next().value) await restart("demo");
          }
          for (const { source, id } of gone) {
            await withLearned((learned) => {
              learned.unteach({ source, id });
              learned.save();
            });
          }
          const left = await withLearned((learned) => [learned.lessons, bits(learned.state)] as const);
          const expected = lessons.filter((lesson) => !gone.has(lesson));
          expect(left).toEqual([expected, bits(stateOf(expected))]);
        },
      ),
      { numRuns: 8 },
    );
  });

  it("are kept some hundreds a row, the newest beside the model, and come back as they were", async () => {
    const lessons = many(1000);
    await teach(lessons.slice(0, 64));
    expect(await pages()).toEqual([]);
    await teach(lessons.slice(64, 65));
    expect(await pages()).toEqual([{ page: 1, n: 65 }]);
    await teach(lessons.slice(65));
    expect(await pages()).toEqual([
      { page: 1, n: 400 },
      { page: 2, n: 400 },
      { page: 3, n: 200 },
    ]);
    await restart("demo");
    expect(await withLearned((learned) => learned.lessons)).toEqual(lessons);
  });

  it("take each other's place by source and id", async () => {
    await teach([aLesson({ id: "1" }), aLesson({ id: "1", source: "weak" })]);
    await teach([aLesson({ id: "1", label: "ham" })]);
    const left = await withLearned((learned) => learned.lessons.map(({ source, label }) => [source, label]));
    expect(left).toEqual([
      ["weak", "spam"],
      ["decision", "ham"],
    ]);
  });

  it("of one import are taken back together, as if they had never been", async () => {
    await teach(many(50));
    const before = await withLearned((learned) => bits(learned.state));
    await teach(many(300, { source: "import:old blog" }));
    expect(await withLearned((learned) => bits(learned.state))).not.toBe(before);
    await withLearned((learned) => {
      learned.unteachAll(({ source }) => source === "import:old blog");
      learned.save();
    });
    expect(await withLearned((learned) => [learned.lessons.length, bits(learned.state)])).toEqual([
      50,
      before,
    ]);
    expect(await pages()).toEqual([{ page: 1, n: 50 }]);
  });

  it("come back when newer ones that displaced them are taken back", async () => {
    await teach(many(2000));
    const before = await withLearned((learned) => bits(learned.state));
    await teach(
      many(200, { source: "import:new", label: "spam" }).map((one) => ({ ...one, at: one.at + 5000 })),
    );
    await withLearned((learned) => {
      expect(learned.state.table[LESSONS]).toBe(2_000_000);
      expect(bits(learned.state)).not.toBe(before);
      learned.unteachAll(({ source }) => source === "import:new");
      learned.save();
    });
    expect(await withLearned((learned) => bits(learned.state))).toBe(before);
  });

  it("are cut down when they are far too many: the filter's own first, then the oldest", async () => {
    await teach(many(700, { source: "weak" }));
    await teach(many(2301));
    const kept = await withLearned((learned) => learned.lessons);
    expect(kept).toHaveLength(2500);
    expect(kept.filter(({ source }) => source === "decision")).toHaveLength(2301);
    expect(kept.find(({ source }) => source === "weak")?.id).toBe("m501");
  });
});

describe("a decision on a site with two thousand lessons", () => {
  it("reads at most twenty rows and writes what it writes on any other, woken or not", async () => {
    await teach(many(2000));
    for (const id of ["a", "b", "c"])
      await submit({
        id,
        ...doubtful,
        content: `${doubtful.content} ${id.repeat(9)}`,
        author: { name: `Kim ${id}` },
      });
    await restart("demo");
    const rows = countRows();
    const costOf = async (work: () => Promise<unknown>) => {
      const { rowsRead, rowsWritten } = rows;
      await work();
      return { read: rows.rowsRead - rowsRead, written: rows.rowsWritten - rowsWritten };
    };
    await decide("a", { decision: "spam" });
    const withMany = await costOf(() => decide("b", { decision: "approve" }));
    await inside((_, storage) => {
      storage.sql.exec("DELETE FROM lessons");
    });
    const withFew = await costOf(() => decide("c", { decision: "approve" }));
    expect(withMany.read).toBeLessThanOrEqual(20);
    expect(withMany.written).toBe(withFew.written);
  });
});

describe("what a site has learned", () => {
  const told = () => inside((object) => object.integrity({ version: 0 } as never));
  const state = () => withLearned((learned) => bits(learned.state));
  const comments = [0, 1, 2, 3, 4].map((n) => ({
    id: `c${n}`,
    content: `Remark ${"abcde"[n]?.repeat(5)} on http://blog-${n}.example/page and ${"vwxyz"[n]?.repeat(6)}`,
    author: { name: `Kim ${n}`, email: `kim${n}@mail.example` },
  }));
  const decisionOf = (n: number) => ({ decision: n % 2 === 0 ? "spam" : "approve" });
  const learn = async (order: readonly number[]) => {
    for (const n of order) await submit(comments[n]);
    for (const n of order) await decide(`c${n}`, decisionOf(n));
  };

  it("is the same to the bit in another order, in one bulk, and after others were erased", async () => {
    await learn([0, 2, 4]);
    const alone = await state();
    const anew = async () => {
      await reset();
      await demoSite();
    };
    await anew();
    await learn([4, 0, 2]);
    expect(await state()).toBe(alone);
    await anew();
    for (const n of [0, 2, 4]) await submit(comments[n]);
    await siteObject().bulk(
      {
        selection: { kind: "ids", items: [0, 2, 4].map((n) => ({ id: `c${n}`, revision: 1 })) },
        decision: "spam",
        by: "Anna",
        batch: `${NOW}-abc`,
      },
      await theRecord(),
    );
    expect(await state()).toBe(alone);
    await anew();
    await learn([0, 1, 2, 3, 4]);
    expect(await state()).not.toBe(alone);
    await call("DELETE", "/v1/sites/demo/comments/c1", { key: DEMO_KEY });
    await decide("c3", { decision: "undo" });
    expect(await state()).toBe(alone);
    expect((await told()).learned).toEqual({ lessons: 3, differing: 0, unfounded: 0 });
  });
});
