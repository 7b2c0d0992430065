import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { Site } from "../../src/site/site.ts";
import type { Days } from "../../src/site/tables/days.ts";
import { DAY, later, NOW } from "../clock.ts";
import { blatant, decide, demoSite, doubtful, plain, siteObject, submit } from "./blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

/** The counters as they are read anew from the tables. */
const days = <T>(work: (days: Days, storage: DurableObjectStorage) => T) =>
  runInDurableObject(siteObject(), (_, { storage }) => work(new Site(storage).days, storage));
const today = Math.floor(NOW / DAY);
const counted = () => days((days) => days.between(0, today));

describe("the days", () => {
  it("count what came in by what the filter judged, whether counted yet or not", async () => {
    await submit({ id: "a", ...plain });
    await submit({ id: "b", ...doubtful });
    await submit({ id: "c", ...blatant });
    const expected = [{ day: today, publish: 1, review: 1, reject: 1, blatant: 1 }];
    expect(await counted()).toEqual(expected);
    await days((days) => days.count(Date.now()));
    expect(await counted()).toEqual(expected);
  });

  it("keep their numbers when the comments are purged, and count on", async () => {
    await submit({ id: "a", ...plain });
    await days((days, storage) => {
      days.count(Date.now());
      storage.sql.exec("DELETE FROM comments");
    });
    later(1);
    await submit({ id: "b", ...plain, content: `${plain.content} And again.` });
    expect(await counted()).toEqual([{ day: today, publish: 2, review: 0, reject: 0, blatant: 0 }]);
  });

  it("add one that was late to its own day, once", async () => {
    await submit({ id: "a", ...plain });
    const yesterday = NOW - DAY;
    await days((days, storage) => {
      days.count(Date.now());
      const late = new Site(storage).comments.get("a");
      if (late) days.came({ ...late, id: "late", arrived: yesterday });
    });
    expect(await counted()).toEqual([
      { day: today - 1, publish: 1, review: 0, reject: 0, blatant: 0 },
      { day: today, publish: 1, review: 0, reject: 0, blatant: 0 },
    ]);
  });

  it("tell what people said of what the filter judged, a changed decision once and an undone one not", async () => {
    await submit({ id: "a", ...plain });
    await submit({ id: "b", ...doubtful });
    await submit({ id: "c", ...doubtful, content: `${doubtful.content}/2` });
    await decide("a", { decision: "spam" });
    await decide("b", { decision: "approve" });
    await decide("b", { decision: "spam", revision: 2 });
    await decide("c", { decision: "discard" });
    await decide("c", { decision: "undo" });
    expect(await days((days) => days.decided(0, today))).toEqual([
      { day: today, outcome: "publish", decision: "spam", count: 1 },
      { day: today, outcome: "review", decision: "spam", count: 1 },
    ]);
  });
});
