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

beforeEach(async () => {
  await reset();
});
afterEach(() => vi.restoreAllMocks());

describe("what the directory knows of many sites", () => {
  const ask = async (question: Partial<Parameters<ReturnType<typeof directory>["overview"]>[0]> = {}) => {
    const overview = await directory().overview({
      reach: "all",
      named: undefined,
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
    expect((await ask({ queued, named: "c" })).asked).toEqual(["d", "a", "c"]);
  });

  it("nothing of sites that whoever asks does not reach", async () => {
    await makeSites(["a", "b", "c", "d"]);
    await told("a", NOW, { commentsPending: 3, oldestPendingSeconds: 300, surge: 1 });
    expect(await ask({ reach: ["b", "c", "d"], named: "a" })).toMatchObject({
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
    await makeSites(Array.from({ length: 30 }, (_, i) => `blog-${i}`));
    await demoSite();
    await submit({ id: "held", ...doubtful });
    await pass(SECOND);
    await told("blog-29", NOW, { commentsPending: 4, oldestPendingSeconds: NOW / 1_000 });
    await told("blog-3", NOW, { deliveriesDead: 2 });
    const { get } = await signIn();
    const calls = (["confirm", "list", "counts", "lastDecisions", "health"] as const).map((name) =>
      vi.spyOn(SiteObject.prototype, name),
    );
    const { status, body } = await get("/queue");
    expect(status).toBe(200);
    expect(body).toContain('id="c-demo-held"');
    expect(body).toContain("Of 31 sites you see the 10 in which something has waited longest.");
    expect(body).toContain('<option value="blog-17">The blog blog-17</option>');
    const made = calls.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    expect(made).toBeLessThanOrEqual(40);
    const { body: one } = await get("/queue?site=blog-17");
    expect(one).not.toContain("Of 31 sites");
    expect(one).toContain('<option value="blog-17" selected="">The blog blog-17</option>');
    const { body: counts } = await get("/queue/counts");
    expect(counts).toMatchObject({ pending: 1 });
  });
});
