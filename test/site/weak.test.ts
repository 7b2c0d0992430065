import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { HAM_TOTAL, SPAM_TOTAL } from "../../src/core/classifier/site-state.ts";
import { DAY } from "../clock.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  plain,
  siteObject,
  submit,
} from "./blog.ts";
import { restart } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const totals = () =>
  runInDurableObject(siteObject(), (_, { storage }) => {
    const [row] = storage.sql.exec<{ state: ArrayBuffer }>("SELECT state FROM learned").toArray();
    const table = row && new Int32Array(row.state);
    return table ? { spam: table[SPAM_TOTAL], ham: table[HAM_TOTAL] } : undefined;
  });

/** Makes all that is stored so many days older, and does the day's work. */
const passDays = async (days: number) => {
  await runInDurableObject(siteObject(), (_, { storage }) => {
    storage.sql.exec(
      "UPDATE comments SET arrived = arrived - ?, settled = settled - ?",
      days * DAY,
      days * DAY,
    );
    storage.sql.exec(`INSERT OR REPLACE INTO meta VALUES ('lanes', '{"purgeDue":1}')`);
  });
  await restart("demo");
  await runDurableObjectAlarm(siteObject());
};

describe("a verdict of the filter's own", () => {
  it("is learned with little weight when it was sure and nobody took it back for a week", async () => {
    await submit({ id: "good", ...plain });
    await submit({ id: "bad", ...blatant });
    await submit({ id: "held", ...doubtful });
    await passDays(6);
    expect(await totals()).toBeUndefined();
    await passDays(2);
    expect(await totals()).toEqual({ spam: 300, ham: 300 });
  });

  it("teaches nothing where the owner does not want it", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { learnCertain: false } });
    await submit({ id: "good", ...plain });
    await passDays(8);
    expect(await totals()).toBeUndefined();
  });

  it("and a person's, too, teach nothing where the owner does not want it", async () => {
    await submit({ id: "one", ...doubtful });
    await submit({ id: "two", ...plain });
    await decide("one", { decision: "spam" });
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { learnDecisions: false } });
    await decide("two", { decision: "approve" });
    expect(await totals()).toEqual({ spam: 1000, ham: 0 });
    await decide("one", { decision: "undo" });
    expect(await totals()).toEqual({ spam: 0, ham: 0 });
  });

  it("teaches nothing when it was published by the wide limit for what holds nothing to follow", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { publishBelow: 0, publishBareBelow: 0.99, rejectAbove: 1 },
    });
    const { body } = await submit({
      id: "bare",
      content: "Interesting, thanks for sharing.",
      author: { name: "Kim" },
    });
    expect([body.outcome, body.payload, body.probability > 0.005]).toEqual(["publish", [], true]);
    await passDays(8);
    expect(await totals()).toBeUndefined();
  });

  it("is unlearned first when a person decides after all, and when the comment is deleted", async () => {
    await submit({ id: "good", ...plain });
    await submit({ id: "bad", ...blatant });
    await passDays(8);
    await decide("bad", { decision: "approve" });
    expect(await totals()).toEqual({ spam: 0, ham: 1300 });
    await call("DELETE", "/v1/sites/demo/comments/good", { key: DEMO_KEY });
    expect(await totals()).toEqual({ spam: 0, ham: 1000 });
  });
});

describe("the day's work", () => {
  it("lets go what retention does not keep, and never what waits", async () => {
    await submit({ id: "good", ...plain });
    await submit({ id: "bad", ...blatant });
    await submit({ id: "held", ...doubtful });
    await passDays(20);
    const left = () =>
      runInDurableObject(siteObject(), (_, { storage }) =>
        storage.sql
          .exec<{ id: string }>("SELECT id FROM comments ORDER BY id")
          .toArray()
          .map(({ id }) => id),
      );
    expect(await left()).toEqual(["good", "held"]);
    await passDays(80);
    expect(await left()).toEqual(["held"]);
  });

  it("sweeps keys out of the queue that nothing wants any more", async () => {
    await submit({ id: "held", ...doubtful });
    await env.QUEUE.put("queue/demo/1700000000000~stray", "{}", { metadata: { text: "" } });
    await passDays(1);
    await runDurableObjectAlarm(siteObject());
    expect(
      (await env.QUEUE.list({ prefix: "queue/" })).keys.map(({ name }) => name.replace(/^.*~/, "")),
    ).toEqual(["held"]);
  });

  it("puts into the queue again what KV has lost", async () => {
    await submit({ id: "held", ...doubtful });
    await runDurableObjectAlarm(siteObject());
    const names = async () => (await env.QUEUE.list({ prefix: "queue/" })).keys.map(({ name }) => name);
    const before = (await names()).map((name) => name.replace(/^.*~/, ""));
    for (const name of await names()) await env.QUEUE.delete(name);
    await passDays(1);
    await runDurableObjectAlarm(siteObject());
    expect([before, (await names()).map((name) => name.replace(/^.*~/, ""))]).toEqual([["held"], ["held"]]);
  });
});
