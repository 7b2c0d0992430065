import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { BulkRequest } from "../../src/contract/decided.ts";
import { LESSONS } from "../../src/core/classifier/site-state.ts";
import { later, NOW } from "../clock.ts";
import { call, DEMO_KEY, decide, demoSite, doubtful, siteObject, submit, tell, theRecord } from "./blog.ts";
import { countRows, restart } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0.005 });
});

const learned = () =>
  runInDurableObject(siteObject(), (_, { storage }) => {
    const [row] = storage.sql.exec<{ state: ArrayBuffer }>("SELECT state FROM learned").toArray();
    return row ? [...new Int32Array(row.state)] : undefined;
  });
const lessons = async () => (await learned())?.[LESSONS];

const words = ["tides", "bread", "looms", "trams", "maps", "bees", "clocks", "ferries", "kites", "wells"];
/** Comments about different things, each with its own link. */
const different = (n: number) => ({
  id: `d${n}`,
  content: `Something about ${words[n]} and ${words[(n + 3) % 10]} made ${n}, more on http://blog-${n}.example/`,
  author: { name: `Kim ${n}`, email: `kim${n}@mail.example` },
});
/** Comments of one campaign: a word exchanged, links and authors of their own. */
const copy = (n: number) => ({
  id: `c${n}`,
  content: `Interesting, thanks for sharing this with all of us here today, more about ${words[n]} on http://site-${n}.example/page`,
  author: { name: `Sam ${n}`, email: `sam${n}@mail.example` },
});

const bulk = async (request: Omit<BulkRequest, "by" | "batch">) =>
  siteObject().bulk({ ...request, by: "Anna", batch: "1000-abc" }, await theRecord());
const ids = (...names: string[]) => ({
  kind: "ids" as const,
  items: names.map((id) => ({ id, revision: 1 })),
});
const statuses = async (...names: string[]) =>
  Promise.all(names.map(async (id) => (await tell(id)).body.status));

describe("a bulk decision", () => {
  it("decides all it can, and names those it cannot with the reason", async () => {
    for (const n of [0, 1, 2]) await submit(different(n));
    await decide("d1", { decision: "approve", by: "Ben" });
    const result = await bulk({ selection: ids("d0", "d1", "none", "d2"), decision: "spam" });
    expect(result).toEqual({
      done: ["d0", "d2"],
      failed: [
        {
          id: "d1",
          author: "Kim 1",
          reason: "already_decided",
          standing: {
            decision: "approve",
            by: "Ben",
            key: 1,
            at: expect.any(String),
            status: "published",
            revision: 2,
          },
        },
        { id: "none", author: "", reason: "unknown_comment" },
      ],
      next: undefined,
    });
    expect(await statuses("d0", "d1", "d2")).toEqual(["spam", "published", "spam"]);
  });

  it("is taken back by one undo, down to the last bit of what it taught; what was changed since stays", async () => {
    for (const n of [0, 1, 2, 3]) await submit(different(n));
    await decide("d3", { decision: "approve" });
    const before = await learned();
    await bulk({ selection: ids("d0", "d1", "d2"), decision: "spam" });
    expect(await lessons()).toBe(4000);
    const undone = await siteObject().undoBatch("1000-abc", "Anna", await theRecord());
    expect(undone).toEqual({ done: ["d0", "d1", "d2"], failed: [], left: 0 });
    expect(await learned()).toEqual(before);
    expect(await statuses("d0", "d1", "d2", "d3")).toEqual(["pending", "pending", "pending", "published"]);
  });

  it("leaves alone on undo what somebody decided anew", async () => {
    for (const n of [0, 1]) await submit(different(n));
    await bulk({ selection: ids("d0", "d1"), decision: "spam" });
    await decide("d1", { decision: "approve", by: "Ben", revision: 2 });
    const undone = await siteObject().undoBatch("1000-abc", "Anna", await theRecord());
    expect(undone).toEqual({ done: ["d0"], failed: [], left: 0 });
    expect(await statuses("d0", "d1")).toEqual(["pending", "published"]);
  });

  it("teaches a campaign once, and a tenth of each copy", async () => {
    for (const n of [0, 1, 2, 3]) await submit(copy(n));
    await bulk({ selection: ids("c0", "c1", "c2", "c3"), decision: "spam" });
    expect(await lessons()).toBe(1300);
  });

  it("takes all that match, 200 at a time, and nothing that came after the page was shown", async () => {
    for (const n of [0, 1, 2]) await submit(different(n));
    const { items } = await siteObject().list(
      { status: "pending", sort: "newest", limit: 1 },
      await theRecord(),
    );
    const until = items[0]?.arrived as number;
    later(1);
    await submit({ ...different(3), id: "late" });
    const selection = { kind: "matching" as const, request: { status: "pending" as const }, until };
    const result = await bulk({ selection, decision: "discard" });
    expect(result.done.toSorted()).toEqual(["d0", "d1", "d2"]);
  });
});

describe("what waits and is alike", () => {
  const page = async () =>
    (
      await siteObject().list(
        { status: "pending", sort: "oldest", limit: 50, grouped: true },
        await theRecord(),
      )
    ).items.map(({ id, group }) => [id, group]);

  it("stands as one card: by text, by link, by author", async () => {
    await submit(copy(0));
    await submit(copy(1));
    await submit(different(0));
    await submit({ ...different(1), author: different(0).author });
    await submit({ ...different(2), content: `Other words on http://blog-0.example/ ${words[5]}` });
    await submit(different(4));
    expect(await page()).toEqual([
      ["c0", { count: 1, by: ["text"], names: expect.any(Array) }],
      ["d0", { count: 2, by: expect.arrayContaining(["domain", "author"]), names: expect.any(Array) }],
      ["d4", undefined],
    ]);
  });

  it("is not alike for a link that was approved here before", async () => {
    await submit(different(0));
    await decide("d0", { decision: "approve" });
    await submit({ ...different(1), content: "Read http://blog-0.example/a about tides" });
    await submit({ ...different(2), content: "Bread is at http://blog-0.example/b in short" });
    expect((await page()).map(([, group]) => group)).toEqual([undefined, undefined]);
  });

  it("is decided once, the leader included", async () => {
    for (const n of [0, 1, 2]) await submit(copy(n));
    const selection = { kind: "group" as const, id: "c0", revision: 1, until: NOW };
    expect((await bulk({ selection, decision: "spam" })).done).toEqual(["c0", "c1", "c2"]);
  });

  it("is found for a comment that was already decided", async () => {
    for (const n of [0, 1, 2]) await submit(copy(n));
    await decide("c1", { decision: "spam" });
    expect(await siteObject().alike("c1", await theRecord())).toBe(2);
    const selection = { kind: "like" as const, id: "c1", until: NOW };
    expect((await bulk({ selection, decision: "spam" })).done.toSorted()).toEqual(["c0", "c2"]);
  });
});

describe("the last decision", () => {
  const last = async (by: string) => {
    const ask = { by, since: 0, isShown: false, looked: false };
    return (await siteObject().glance(ask, await theRecord())).last[0];
  };

  it("is told with its bulk, by who took it, as long as it stands", async () => {
    await submit({ id: "c1", ...doubtful });
    for (const n of [0, 1]) await submit(different(n));
    await bulk({ selection: ids("d0", "d1"), decision: "spam" });
    expect(await last("Anna")).toMatchObject({
      id: "d1",
      decision: "spam",
      batch: { name: "1000-abc", count: 2 },
    });
    await siteObject().decide("c1", { decision: "approve", by: "Anna" }, await theRecord());
    expect(await last("Anna")).toMatchObject({ id: "c1", decision: "approve", revision: 2 });
    await siteObject().decide("c1", { decision: "undo", by: "Anna" }, await theRecord());
    expect(await last("Anna")).toMatchObject({ id: "d1" });
    await decide("c1", { decision: "approve", by: "Anna" });
    expect(await last("Anna")).toMatchObject({ id: "d1" });
    expect(await last("Ben")).toBeUndefined();
  });
});

describe("what is compared while the object is awake", () => {
  const groups = async () =>
    (
      await siteObject().list(
        { status: "pending", sort: "oldest", limit: 50, grouped: true },
        await theRecord(),
      )
    ).items.map(({ id, group }) => [id, group?.count ?? 0]);

  it("follows what comes, is decided, taken back, edited and deleted", async () => {
    for (const n of [0, 1]) await submit(copy(n));
    expect(await groups()).toEqual([["c0", 1]]);
    await submit(copy(2));
    await submit(different(0));
    expect(await groups()).toEqual([
      ["c0", 2],
      ["d0", 0],
    ]);
    await decide("c0", { decision: "spam" });
    expect(await groups()).toEqual([
      ["c1", 1],
      ["d0", 0],
    ]);
    await decide("c0", { decision: "undo" });
    await submit({ ...copy(2), content: different(5).content, recheckReason: "edit" });
    expect(await groups()).toEqual([
      ["c0", 1],
      ["c2", 0],
      ["d0", 0],
    ]);
    await call("DELETE", "/v1/sites/demo/comments/c0", { key: DEMO_KEY });
    expect((await groups()).map(([id]) => id)).toEqual(["c1", "c2", "d0"]);
    const kept = await groups();
    await restart("demo");
    expect(await groups()).toEqual(kept);
  });

  it("costs an opened comment a few rows, however many wait and were decided", async () => {
    for (let n = 0; n < 40; n++)
      await submit({ ...different(n % 10), id: `e${n}`, author: { name: `Lu ${n}` } });
    for (let n = 0; n < 20; n++) await decide(`e${n}`, { decision: "spam" });
    const record = await theRecord();
    await siteObject().detail("e30", record);
    await decide("e31", { decision: "approve" });
    const rows = countRows();
    await siteObject().detail("e32", record);
    expect(rows.rowsRead).toBeLessThan(15);
  });
});
