import {
  createExecutionContext,
  createScheduledController,
  reset,
  runDurableObjectAlarm,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import worker from "../../src/index.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { decide, demoSite, doubtful, plain, siteObject, submit, tell } from "./blog.ts";
import { unpause } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const queueKeys = async () =>
  (await env.QUEUE.list({ prefix: "queue/" })).keys.map(({ name }) => name.replace(/^.*~/, ""));
const inboxKeys = async () => (await env.QUEUE.list({ prefix: "inbox/" })).keys.map(({ name }) => name);
const outbox = () =>
  runInDurableObject(siteObject(), (_, { storage }) =>
    storage.sql.exec("SELECT comment, queue FROM outbox").toArray(),
  );
const cron = async () => {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController(), env as never, context);
  await waitOnExecutionContext(context);
};

describe("the approval queue in KV", () => {
  it("gets what waits for a person, and loses it with the decision", async () => {
    await submit({ id: "c1", ...doubtful });
    await submit({ id: "good", ...plain });
    await runDurableObjectAlarm(siteObject());
    expect(await queueKeys()).toEqual(["c1"]);
    await decide("c1", { decision: "approve" });
    await runDurableObjectAlarm(siteObject());
    expect(await queueKeys()).toEqual([]);
    expect(await outbox()).toEqual([]);
  });

  it("is not touched for a comment decided before it was put", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    expect(await outbox()).toEqual([]);
  });

  it("failing throughout, loses nothing: every comment is acknowledged and gets there when KV recovers", async () => {
    const put = vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV PUT failed: 500"));
    for (let i = 0; i < 5; i++) expect((await submit({ id: `c${i}`, ...doubtful })).status).toBe(201);
    await runDurableObjectAlarm(siteObject());
    expect(await queueKeys()).toEqual([]);
    put.mockRestore();
    await unpause("demo");
    await runDurableObjectAlarm(siteObject());
    expect(await queueKeys()).toEqual(["c0", "c1", "c2", "c3", "c4"]);
  });

  it("out of quota, is left alone until midnight UTC", async () => {
    const put = vi
      .spyOn(env.QUEUE, "put")
      .mockRejectedValue(new Error("KV put() limit exceeded for the day."));
    await submit({ id: "c1", ...doubtful });
    await runDurableObjectAlarm(siteObject());
    await submit({ id: "c2", ...doubtful, author: { name: "Lu" } });
    await runDurableObjectAlarm(siteObject());
    expect(put.mock.calls.filter(([key]) => key.startsWith("queue/"))).toHaveLength(1);
    const alarm = await runInDurableObject(siteObject(), (_, { storage }) => storage.getAlarm());
    expect(new Date(alarm ?? 0).toISOString()).toMatch(/T00:00:00.000Z$/);
  });
});

describe("the site object failing", () => {
  const down = () => vi.spyOn(SiteObject.prototype, "submit").mockReturnValue(new Promise(() => {}) as never);

  it("leaves the comment in the inbox, answered review, and takes it over later, once", async () => {
    const failing = down();
    const held = await submit({ id: "c1", ...plain });
    expect(held.status).toBe(201);
    expect(held.body).toMatchObject({
      status: "pending",
      outcome: "review",
      policy: [{ rule: "site object unreachable", effect: "hold" }],
    });
    expect(held.body.notRun).toContainEqual({ signal: "history", reason: "the site could not be asked" });
    expect(await inboxKeys()).toHaveLength(1);
    failing.mockRestore();
    await cron();
    await cron();
    expect(await inboxKeys()).toEqual([]);
    expect((await tell("c1")).body).toMatchObject({ id: "c1", status: "pending", revision: 1 });
    expect((await submit({ id: "c1", ...plain })).status).toBe(200);
  });

  it("is made up for at the site's next good call, too", async () => {
    const failing = down();
    await submit({ id: "c1", ...plain });
    failing.mockRestore();
    await submit({ id: "c2", ...doubtful });
    await vi.waitFor(async () => expect(await inboxKeys()).toEqual([]), { timeout: 30_000 });
    expect((await tell("c1")).status).toBe(200);
  });

  it("keeps both when two contents came under one id", async () => {
    await submit({ id: "c1", ...doubtful });
    const failing = down();
    await submit({ id: "c1", ...plain });
    failing.mockRestore();
    await cron();
    expect((await tell("c1")).body.hits).not.toEqual((await tell("c1~2")).body.hits);
    expect((await tell("c1~2")).body).toMatchObject({ status: "pending" });
  });

  it("and KV failing as well is 503 that says so, and a retry succeeds", async () => {
    const failing = down();
    const put = vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV is down"));
    const refused = await submit({ id: "c1", ...plain });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("30");
    failing.mockRestore();
    put.mockRestore();
    expect((await submit({ id: "c1", ...plain })).status).toBe(201);
  });
});

describe("the Worker without its secrets", () => {
  it("refuses to run and says which are missing, without telling any", async () => {
    const context = createExecutionContext();
    const bare = { ...env, ADMIN_TOKEN: "short", HAMLET_SECRET: undefined };
    const response = await worker.fetch(new Request("https://hamlet.example/health"), bare as never, context);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      detail:
        "Hamlet does not run without its secrets: ADMIN_TOKEN must have at least 32 characters; HAMLET_SECRET is missing.",
    });
  });
});
