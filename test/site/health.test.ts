import { reset, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { praise } from "../../src/core/signals/praise.ts";
import { HOUR, later, MIDNIGHT } from "../clock.ts";
import { blatant, decide, demoSite, doubtful, plain, siteObject, submit } from "./blog.ts";
import { countRows, insideOf, nobody, restart } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet" });
});

const health = () => insideOf("demo")((object) => object.health(nobody));

describe("a site's health", () => {
  it("of a site that nothing came to yet is all quiet", async () => {
    await submit({ ...plain, test: true });
    expect(await health()).toMatchObject({
      lastIn: null,
      lastOut: null,
      waiting: 0,
      retrying: 0,
      dead: 0,
      learned: { spam: 0, ham: 0 },
      failing: [],
      refused: [],
      surge: false,
      queuePausedUntil: 0,
      today: {
        kvReads: 0,
        kvWrites: 0,
        kvDeletes: 0,
        kvLists: 0,
        refused: 0,
        resetsAt: MIDNIGHT + 24 * HOUR,
      },
    });
  });

  it("tells what came, what the blog took, what waits and what was learned", async () => {
    const fetched = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("ok"));
    await submit({ id: "c1", ...doubtful });
    await submit({ id: "c2", ...doubtful, author: { name: "Lu" } });
    const came = Date.now();
    await decide("c1", { decision: "spam" });
    expect(await health()).toMatchObject({ lastIn: came, lastOut: null, waiting: 1 });
    later(6_000);
    await runDurableObjectAlarm(siteObject());
    const delivered = Date.now();
    expect(await health()).toMatchObject({ lastOut: delivered, waiting: 0, learned: { spam: 1, ham: 0 } });
    fetched.mockImplementation(async () => new Response("no", { status: 500 }));
    await decide("c2", { decision: "approve" });
    later(6_000);
    await runDurableObjectAlarm(siteObject());
    expect(await health()).toMatchObject({ waiting: 0, retrying: 1, lastOut: delivered });
  });

  it("tells when the last comment came also after a restart, though that is noted seldom", async () => {
    await submit({ id: "c1", ...plain });
    later(10_000);
    await submit({ id: "c2", ...doubtful });
    const came = Date.now();
    await restart("demo");
    expect(await health()).toMatchObject({ lastIn: came });
  });

  it("names the checks that fail, and only those", async () => {
    vi.spyOn(praise, "detect").mockImplementation(() => {
      throw new Error("out of praise");
    });
    await submit({ id: "c1", ...plain });
    const { body } = await submit({ id: "c2", ...doubtful });
    expect((await health()).failing).toEqual([{ signal: "praise", reason: "out of praise", count: 2 }]);
    expect(body.notRun).toContainEqual({ signal: "praise", reason: "out of praise" });
  });

  it("tells until when KV is left alone", async () => {
    vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV put() limit exceeded for the day."));
    await submit({ id: "c1", ...doubtful });
    await runDurableObjectAlarm(siteObject());
    expect((await health()).queuePausedUntil).toBe(MIDNIGHT + 24 * HOUR);
  });
});

describe("the use of the day", () => {
  it("counts rows, KV's operations and requests", async () => {
    await submit({ id: "first", ...doubtful, author: { name: "Lu" } });
    await runDurableObjectAlarm(siteObject());
    const before = (await health()).today;
    await submit({ id: "c1", ...blatant });
    await submit({ id: "c2", ...doubtful });
    await runDurableObjectAlarm(siteObject());
    const { today } = await health();
    expect(today.kvWrites - before.kvWrites).toBe(1);
    // Two submissions, one alarm, and the question itself.
    expect(today.requests - before.requests).toBe(4);
    // The blatant one 1; the held one 3 (row, index, outbox); the outbox row goes; the alarm is set twice, and not while it rings.
    expect(today.rowsWritten - before.rowsWritten).toBe(1 + 3 + 1 + 2);
  });

  it("outlives the object but for the last few rows, and begins anew at midnight", async () => {
    await submit({ id: "c1", ...plain });
    later(301_000);
    await submit({ id: "c2", ...plain });
    const { rowsWritten } = (await health()).today;
    await restart("demo");
    expect((await health()).today.rowsWritten).toBeGreaterThanOrEqual(rowsWritten - 3);
    vi.setSystemTime(MIDNIGHT + 24 * HOUR + 1);
    expect((await health()).today).toMatchObject({ rowsWritten: 0, resetsAt: MIDNIGHT + 48 * HOUR });
  });

  it("is written every five minutes, and after sixty rows", async () => {
    await submit({ id: "c0", ...blatant });
    const rows = countRows();
    for (let i = 1; i <= 10; i++) {
      await submit({ id: `c${i}`, ...blatant });
      later(29_900);
    }
    expect(rows.rowsWritten).toBe(10);
    later(29_900);
    await submit({ id: "c11", ...blatant });
    expect(rows.rowsWritten).toBe(12);
    const all = rows.rowsWritten;
    for (let i = 0; i < 58; i++) await submit({ id: `d${i}`, ...blatant });
    expect(rows.rowsWritten - all).toBe(58);
    await submit({ id: "d58", ...blatant });
    expect(rows.rowsWritten - all).toBe(60);
  });
});
