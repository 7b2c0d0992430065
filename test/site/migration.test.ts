import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { stateOf } from "../../src/core/classifier/learning.ts";
import { oldLessonFromBytes, subtract } from "../../src/core/classifier/old-lesson.ts";
import {
  emptySiteState,
  HAM_TOTAL,
  hamAt,
  type SiteState,
  weightAt,
} from "../../src/core/classifier/site-state.ts";
import type { Opened } from "../../src/site/open.ts";
import { migrate } from "../../src/site/tables/schema.ts";
import { insideOf, nobody, restart, unpause } from "./inside.ts";
import { LESSON_1, VERSION_1 } from "./old-database.ts";

const object = () => env.SITE.get(env.SITE.idFromName("old"));
const inside = insideOf("old");

/** Puts the old database in, and lets the present object wake on it. */
beforeEach(async () => {
  await reset();
  await wakeOn(learnedBefore());
});

/** The model of that version with these lessons: their sum. */
function learnedBefore(...more: readonly Uint8Array[]): SiteState {
  const state = emptySiteState();
  for (const bytes of [LESSON_1, ...more]) subtract(state, oldLessonFromBytes(bytes));
  for (const [i, value] of state.table.entries()) state.table[i] = -value;
  return state;
}

async function wakeOn(state: SiteState, ...more: readonly string[]): Promise<void> {
  await inside(async (_, storage) => {
    await storage.deleteAll();
    for (const statement of [...VERSION_1, ...more]) storage.sql.exec(statement);
    storage.sql.exec(
      "INSERT INTO learned VALUES (1, ?, ?, '[]')",
      state.table.slice().buffer as ArrayBuffer,
      JSON.stringify([["mail-hash", { approve: 1, spam: 0, discard: 0, marks: ["prefix-hash"] }]]),
    );
  });
  await restart("old");
}

const learned = () =>
  inside((object) => {
    const { lessons, state, isOld } = opened(object).site.learned;
    return { lessons, state, isOld };
  });
const opened = (object: object): Opened => Reflect.get(object, "opened");

describe("a database of version 1, opened by this version", () => {
  it("has its comments, settings and model, and agrees with itself", async () => {
    expect(await inside((site) => site.integrity(nobody))).toEqual({
      counts: { pending: 1, published: 1, spam: 1, discarded: 0 },
      misplaced: [],
      learned: { lessons: 1, differing: 0, unfounded: 0 },
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
    expect((await inside((site) => site.integrity(nobody))).learned).toEqual({
      lessons: 1,
      differing: 0,
      unfounded: 0,
    });
  });

  it("tells what it had learned as lessons: anew from the comment while it is there, with the author's mail hash", async () => {
    const { lessons, state, isOld } = await learned();
    expect(lessons).toEqual([
      {
        source: "decision",
        id: "3801000300000",
        mail: "mail-hash",
        at: 3801000300000,
        label: "ham",
        weight: 1000,
        base: expect.any(Number),
        buckets: expect.any(Uint16Array),
      },
    ]);
    expect(lessons[0]?.buckets.length).toBeGreaterThan(5);
    expect([state, isOld]).toEqual([stateOf(lessons), false]);
  });

  it("takes them from the record where the comment is gone, and those the filter taught itself", async () => {
    const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const weak = Uint8Array.of(
      ...[1, 0, 0, 0],
      ...[44, 1, 0, 0],
      ...[9, 0, 0, 0],
      ...[1, 0, 0, 0],
      ...[7, 0],
    );
    const batch = Uint8Array.of(...[4, 0], ...[weak.length, 0], ...new TextEncoder().encode("gone"), ...weak);
    await wakeOn(
      learnedBefore(weak),
      "DELETE FROM comments WHERE id = 'decided'",
      `INSERT INTO events VALUES (3801000400000, '', 'learned', NULL, NULL, 'Hamlet', 3801000400000, 'published', 'published', 0, 0, x'${hex(batch)}')`,
    );
    const { lessons } = await learned();
    expect(
      lessons.map(({ source, id, label, weight, buckets }) => [source, id, label, weight, ...buckets]),
    ).toEqual([
      ["decision", "3801000300000", "ham", 1000, 1, 2, 3],
      ["weak", "gone", "spam", 300, 7],
    ]);
    const left = await inside((_, storage) =>
      storage.sql.exec("SELECT type FROM events ORDER BY sequence").toArray(),
    );
    expect(left).toEqual([{ type: "comment.published" }]);
  });

  it("keeps what it learned of decisions that the record no longer holds", async () => {
    const purged = Uint8Array.of(
      ...[0, 0, 0, 0],
      ...[232, 3, 0, 0],
      ...[0, 0, 16, 0],
      ...[1, 0, 0, 0],
      ...[9, 0],
    );
    await wakeOn(learnedBefore(purged), "DELETE FROM comments WHERE id = 'decided'");
    const { lessons, state } = await learned();
    expect(lessons).toHaveLength(1);
    expect(state.table[hamAt(9)]).toBe(1000);
    expect(state.table[HAM_TOTAL]).toBe(2000);
    expect(state.table[weightAt(9)]).toBe(2 ** 20);
    await inside((site) => site.decide("waits", { decision: "spam" }, nobody));
    expect((await learned()).state.table[hamAt(9)]).toBe(1000);
    expect((await inside((site) => site.integrity(nobody))).learned.differing).toBe(0);
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
