import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Event } from "../../src/contract/decision.ts";
import { BIAS, HAM_TOTAL, LESSONS, SPAM_TOTAL } from "../../src/core/classifier/site-state.ts";
import { call, DEMO_KEY, decide, demoSite, doubtful, siteObject, submit, tell } from "./blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

/** What the site has learned, as it is stored. */
const state = () =>
  runInDurableObject(siteObject(), (_, { storage }) => {
    const [row] = storage.sql.exec<{ state: ArrayBuffer }>("SELECT state FROM learned").toArray();
    return row ? new Int32Array(row.state) : undefined;
  });

const totals = async () => {
  const table = await state();
  return table && { spam: table[SPAM_TOTAL], ham: table[HAM_TOTAL], lessons: table[LESSONS] };
};

describe("a decision", () => {
  beforeEach(() => submit({ id: "c1", ...doubtful }));

  it.each([
    ["approve", "published", { spam: 0, ham: 1000, lessons: 1000 }],
    ["spam", "spam", { spam: 1000, ham: 0, lessons: 1000 }],
    ["discard", "discarded", { spam: 0, ham: 0, lessons: 0 }],
  ])("%s puts the comment into %s and teaches what it should", async (decision, status, taught) => {
    const { status: code, body } = await decide("c1", { decision, by: "Anna" });
    expect(code).toBe(200);
    expect(body).toMatchObject({
      id: "c1",
      status,
      revision: 2,
      history: [{ decision, by: "Anna", before: "pending", status }],
    });
    expect(await totals()).toEqual(taught);
  });

  it("taken twice is one decision and one lesson", async () => {
    await decide("c1", { decision: "spam" });
    const again = await decide("c1", { decision: "spam" });
    expect(again).toMatchObject({ status: 200, body: { status: "spam", revision: 2 } });
    expect(await totals()).toEqual({ spam: 1000, ham: 0, lessons: 1000 });
  });

  it("against somebody else's is a conflict that says who, and a change with the revision", async () => {
    await decide("c1", { decision: "approve", by: "Anna" });
    const against = await decide("c1", { decision: "spam", by: "Ben" });
    expect(against).toMatchObject({
      status: 409,
      body: { decision: "approve", by: "Anna", status: "published", revision: 2 },
    });
    const changed = await decide("c1", { decision: "spam", by: "Ben", revision: 2 });
    expect(changed).toMatchObject({ status: 200, body: { status: "spam", revision: 3 } });
    expect(await totals()).toEqual({ spam: 1000, ham: 0, lessons: 1000 });
  });

  it("on a comment that was edited since is a conflict", async () => {
    await submit({
      id: "c1",
      content: "Something quite different, see http://some-blog.example.net",
      recheckReason: "edit",
    });
    expect(await decide("c1", { decision: "approve", revision: 1 })).toMatchObject({
      status: 409,
      body: { revision: 2 },
    });
  });

  it("undone leaves no trace in what was learned, to the bit", async () => {
    await submit({
      id: "c2",
      content: "Another doubtful one with http://some-blog.example.net/x inside",
      author: { name: "Lu" },
    });
    await decide("c2", { decision: "approve" });
    const before = await state();
    await decide("c1", { decision: "spam" });
    expect(await state()).not.toEqual(before);
    const undone = await decide("c1", { decision: "undo" });
    expect(undone).toMatchObject({ status: 200, body: { status: "pending", revision: 3 } });
    expect(await state()).toEqual(before);
    expect((await decide("c1", { decision: "undo" })).status).toBe(409);
  });

  it("undone gives the decision below its place and its lesson back", async () => {
    await decide("c1", { decision: "approve", by: "Anna" });
    const approved = await state();
    await decide("c1", { decision: "spam", by: "Ben", revision: 2 });
    await decide("c1", { decision: "undo", by: "Ben" });
    expect((await tell("c1")).body).toMatchObject({ status: "published" });
    expect(await state()).toEqual(approved);
  });

  it("because of abuse teaches nothing of spam", async () => {
    await decide("c1", { decision: "spam", because: "abuse" });
    expect(await totals()).toEqual({ spam: 0, ham: 0, lessons: 0 });
  });

  it("is erased with its comment: row, lesson and all", async () => {
    await decide("c1", { decision: "spam" });
    expect((await call("DELETE", "/v1/sites/demo/comments/c1", { key: DEMO_KEY })).status).toBe(204);
    expect((await tell("c1")).status).toBe(404);
    const table = await state();
    expect(table?.every((value) => value === 0)).toBe(true);
    expect(table?.[BIAS]).toBe(0);
  });

  it("on an unknown comment is 404, and an unknown word 422", async () => {
    expect((await decide("nope", { decision: "spam" })).status).toBe(404);
    expect((await decide("c1", { decision: "burn" })).status).toBe(422);
  });
});

describe("the feed of decisions", () => {
  it("tells everything in order, once, and goes on where it stopped", async () => {
    for (const id of ["a", "b", "c"]) {
      await submit({
        id,
        content: `Doubtful comment ${id} with http://some-blog.example.net/${id}`,
        author: { name: "Kim" },
      });
      await decide(id, { decision: "approve" });
    }
    await decide("b", { decision: "undo" });
    const read = (since: number) =>
      call<{ events: Event[]; next: number }>("GET", `/v1/sites/demo/decisions?since=${since}&limit=3`, {
        key: DEMO_KEY,
      });
    const first = await read(0);
    expect(first.body.events.map(({ comment, decision }) => [comment, decision])).toEqual([
      ["a", "approve"],
      ["b", "approve"],
      ["c", "approve"],
    ]);
    const second = await read(first.body.next);
    expect(second.body.events.map(({ comment, type }) => [comment, type])).toEqual([
      ["b", "comment.reverted"],
    ]);
    expect((await read(second.body.next)).body).toEqual({ events: [], next: second.body.next });
  });
});
