import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { learn, lessonFromBytes } from "../../src/core/classifier/lesson.ts";
import { emptySiteState, siteStateToBytes } from "../../src/core/classifier/site-state.ts";
import { migrate } from "../../src/site/tables/schema.ts";
import { insideOf, nobody, restart, unpause } from "./inside.ts";
import { LESSON_1, VERSION_1 } from "./old-database.ts";

const object = () => env.SITE.get(env.SITE.idFromName("old"));
const inside = insideOf("old");

/** Puts the old database in, and lets the present object wake on it. */
beforeEach(async () => {
  await reset();
  const state = emptySiteState();
  learn(state, lessonFromBytes(LESSON_1));
  await inside(async (_, storage) => {
    await storage.deleteAll();
    for (const statement of VERSION_1) storage.sql.exec(statement);
    storage.sql.exec(
      "INSERT INTO learned VALUES (1, ?, ?, '[]')",
      siteStateToBytes(state).slice().buffer as ArrayBuffer,
      JSON.stringify([["mail-hash", { approve: 1, spam: 0, discard: 0, marks: ["prefix-hash"] }]]),
    );
  });
  await restart("old");
});

describe("a database of version 1, opened by this version", () => {
  it("has its comments, settings and model, and agrees with itself", async () => {
    expect(await inside((site) => site.integrity(nobody))).toEqual({
      counts: { pending: 1, published: 1, spam: 1, discarded: 0 },
      misplaced: [],
      learned: { lessons: 1, differing: 0 },
      pending: [{ id: "waits", arrived: 3801000100000 }],
      toTell: 1,
    });
    const told = await inside((site) => site.answer("waits", nobody));
    expect(told).toMatchObject({ id: "waits", status: "pending", outcome: "review", score: 0.5 });
    const detail = await inside((site) => site.detail("decided", nobody));
    expect(detail).toMatchObject({
      comment: { content: "It was decided" },
      decided: { decision: "approve", by: "Mo" },
      standing: { approved: 1, confirmed: true },
    });
  });

  it("works on: the queue is brought in step, an old decision is undone to the bit, a new one is taken", async () => {
    await unpause("old");
    await runDurableObjectAlarm(object());
    expect((await env.QUEUE.list({ prefix: "queue/old/" })).keys.map(({ name }) => name)).toEqual([
      "queue/old/3801000100000~waits",
    ]);
    expect(await inside((site) => site.decide("decided", { decision: "undo" }, nobody))).toMatchObject({
      ok: true,
      comment: { status: "pending" },
    });
    expect((await inside((site) => site.health(nobody))).learned).toEqual({ spam: 0, ham: 0 });
    expect(await inside((site) => site.decide("waits", { decision: "spam" }, nobody))).toMatchObject({
      ok: true,
      comment: { status: "spam" },
    });
    expect((await inside((site) => site.integrity(nobody))).learned).toEqual({ lessons: 1, differing: 0 });
  });

  it("has the very tables and columns of a new one", async () => {
    const shape = (storage: DurableObjectStorage) =>
      storage.sql
        .exec(
          `SELECT m.name AS name, c.name AS place, c.type AS type, c."notnull" AS needed FROM sqlite_master AS m, pragma_table_info(m.name) AS c
           WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY m.name, c.cid`,
        )
        .toArray();
    const old = await inside((_, storage) => shape(storage));
    const fresh = await runInDurableObject(env.SITE.get(env.SITE.idFromName("fresh")), (_, { storage }) =>
      shape(storage),
    );
    expect(old).toEqual(fresh);
    expect(old.length).toBeGreaterThan(40);
  });

  it("is not touched by a second opening", async () => {
    const written = await inside((_, storage) => {
      const before = storage.sql.exec("SELECT * FROM meta ORDER BY name").toArray();
      migrate(storage);
      return [before, storage.sql.exec("SELECT * FROM meta ORDER BY name").toArray()];
    });
    expect(written[1]).toEqual(written[0]);
  });
});
