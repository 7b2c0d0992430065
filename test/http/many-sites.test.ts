import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noUse } from "../../src/contract/plan.ts";
import { defaults } from "../../src/contract/site.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { NOW } from "../clock.ts";
import { demoSite, doubtful, pass, submit } from "../site/blog.ts";
import { signIn } from "./session.ts";

const directory = () => env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
const SECOND = 1_000;

/** Makes sites that nothing came to yet. */
async function makeSites(ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await directory().create({ id }, { ...defaults, name: `The blog ${id}` }, `hash of ${id}`, NOW);
}

const told = (site: string, at: number, figures: Record<string, number>) =>
  directory().reportUse(site, noUse, figures, at);

/** Watches the calls of sites' objects that pages make; answers how many there were. */
function watched(): () => number {
  const names = [
    "confirm",
    "list",
    "counts",
    "count",
    "glance",
    "health",
    "history",
    "detail",
    "bulk",
    "undoBatch",
  ] as const;
  const spies = names.map((name) => vi.spyOn(SiteObject.prototype, name));
  return () => spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
}

/** Thirty sites that nothing came to, and the demo site, where comments wait. */
async function thirtyOne(held: readonly string[]): Promise<void> {
  await makeSites(Array.from({ length: 30 }, (_, i) => `blog-${i}`));
  await demoSite();
  for (const id of held) await submit({ id, ...doubtful, content: `${doubtful.content}/${id}` });
  await pass(SECOND);
}

beforeEach(async () => {
  await reset();
});
afterEach(() => vi.restoreAllMocks());

describe("what the directory knows of many sites", () => {
  const ask = async (question: Partial<Parameters<ReturnType<typeof directory>["overview"]>[0]> = {}) => {
    const overview = await directory().overview({
      reach: "all",
      named: [],
      order: "waiting",
      queued: [],
      most: 2,
      ...question,
    });
    return { ...overview, asked: overview.asked.map(({ id }) => id) };
  };

  it("of few all are to be asked, whatever they told", async () => {
    await makeSites(["b", "a"]);
    expect(await ask()).toEqual({
      asked: ["a", "b"],
      sites: [
        { id: "a", name: "The blog a" },
        { id: "b", name: "The blog b" },
      ],
      pendingElsewhere: 0,
      troubled: [],
    });
  });

  it("of many those in which something has waited longest, then those that told last; of the others what they told", async () => {
    await makeSites(["a", "b", "c", "d", "e"]);
    await told("a", NOW, { commentsPending: 3, oldestPendingSeconds: 300 });
    await told("b", NOW - SECOND, { commentsPending: 1, oldestPendingSeconds: 100, deliveriesDead: 2 });
    await told("c", NOW - 2 * SECOND, { commentsPending: 0, oldestPendingSeconds: 0, surge: 0 });
    await told("d", NOW - 3 * SECOND, { commentsPending: 7, oldestPendingSeconds: 200, surge: 1 });
    expect(await ask()).toMatchObject({ asked: ["b", "d"], pendingElsewhere: 3, troubled: [] });
    expect((await ask({ most: 4 })).asked).toEqual(["b", "d", "a", "c"]);
    expect(await ask({ most: 1 })).toMatchObject({
      asked: ["b"],
      pendingElsewhere: 10,
      troubled: [{ site: "d", figures: { surge: 1 } }],
    });
  });

  it("what KV knows to wait counts before the site has told of it; who is named is asked in any case", async () => {
    await makeSites(["a", "b", "c", "d"]);
    await told("a", NOW, { commentsPending: 3, oldestPendingSeconds: 300 });
    const queued = [
      { site: "d", arrived: 250_000 },
      { site: "a", arrived: 400_000 },
      { site: "gone", arrived: 1 },
    ];
    expect((await ask({ queued })).asked).toEqual(["d", "a"]);
    expect((await ask({ queued, named: ["c"] })).asked).toEqual(["d", "a", "c"]);
  });

  it("for the record those in which something was written into it last", async () => {
    await makeSites(["a", "b", "c", "d"]);
    await told("a", NOW, { commentsPending: 3, oldestPendingSeconds: 300, lastEventSeconds: 100 });
    await told("c", NOW - SECOND, { lastEventSeconds: 300 });
    await told("d", NOW - 2 * SECOND, { lastEventSeconds: 200 });
    expect((await ask({ order: "recorded" })).asked).toEqual(["c", "d"]);
    expect((await ask({ order: "recorded", named: ["b"], most: 0 })).asked).toEqual(["b"]);
  });

  it("a new name at once, and of one that is gone nothing", async () => {
    await makeSites(["a", "b"]);
    expect((await ask()).sites).toHaveLength(2);
    await directory().update("a", { ...defaults, name: "Another name" });
    await directory().remove("b");
    expect((await ask()).sites).toEqual([{ id: "a", name: "Another name" }]);
  });

  it("nothing of sites that whoever asks does not reach", async () => {
    await makeSites(["a", "b", "c", "d"]);
    await told("a", NOW, { commentsPending: 3, oldestPendingSeconds: 300, surge: 1 });
    expect(await ask({ reach: ["b", "c", "d"], named: ["a"] })).toMatchObject({
      asked: ["b", "c"],
      sites: [{ id: "b" }, { id: "c" }, { id: "d" }],
      pendingElsewhere: 0,
      troubled: [],
    });
    expect((await ask({ reach: [] })).sites).toEqual([]);
  });
});

describe("the queue page of many sites", () => {
  it("asks ten of them, among these the one where something waits, and says so", async () => {
    await thirtyOne(["held"]);
    await told("blog-29", NOW, { commentsPending: 4, oldestPendingSeconds: NOW / 1_000 });
    await told("blog-3", NOW, { deliveriesDead: 2 });
    const { get } = await signIn();
    const calls = watched();
    const { status, body } = await get("/queue");
    expect(status).toBe(200);
    expect(body).toContain('id="c-demo-held"');
    expect(body).toContain("Of 31 sites you see the 10 in which something has waited longest.");
    expect(body).toContain('<option value="blog-17">The blog blog-17</option>');
    expect(calls()).toBeLessThanOrEqual(21);
    const { body: one } = await get("/queue?site=blog-17");
    expect(one).not.toContain("Of 31 sites");
    expect(one).toContain('<option value="blog-17" selected="">The blog blog-17</option>');
    const { body: counts } = await get("/queue/counts");
    expect(counts).toMatchObject({ pending: 1 });
  });
});

describe("the record of many sites", () => {
  it("is read from ten of them, and says so; all of a site's by itself", async () => {
    await thirtyOne(["held"]);
    const mo = await signIn();
    await mo.post("/queue/decide", { decision: "approve", site: "demo", id: "held", revision: "1" });
    await told("demo", NOW + SECOND, { lastEventSeconds: NOW / SECOND });
    const calls = watched();
    const { body } = await mo.get("/history");
    expect(calls()).toBe(10);
    expect(body).toContain('href="/queue/demo/held"');
    expect(body).toContain("Of 31 sites you see the 10 whose record was written last.");
    expect(body).not.toContain("/history/export");
    expect((await mo.get("/history/export")).status).toBe(422);
    expect((await mo.get("/history?site=demo")).body).toContain("/history/export?site=demo");
    expect((await mo.get("/history/export?site=demo")).body).toContain("approve");
  });
});

describe("a bulk in many sites", () => {
  it("asks the site of what was picked alone, and is taken back there", async () => {
    await thirtyOne(["one", "two"]);
    const mo = await signIn();
    const calls = watched();
    const done = (await mo.ask("/queue/bulk", { decision: "discard", pick: "demo 1 one" })) as {
      batch: string;
    };
    expect(done).toMatchObject({ rows: ["c-demo-one"] });
    expect(calls()).toBe(1);
    expect(await mo.ask("/queue/undo", { batch: done.batch })).toMatchObject({ rows: ["c-demo-one"] });
    expect(calls()).toBe(2);
  });

  it("of all that matches decides where the page shows it", async () => {
    await thirtyOne(["one", "two"]);
    const mo = await signIn();
    const calls = watched();
    // The page's script begins with an empty cursor.
    const all = { decision: "discard", all: "2", until: String(NOW + 60 * SECOND), cursor: "" };
    await mo.post("/queue/bulk", all);
    expect(calls()).toBeLessThanOrEqual(20);
    expect((await mo.get("/queue/counts")).body).toMatchObject({ pending: 0, discarded: 2 });
  });
});
