import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { BackupPage, HeldSite, Integrity, TableRows } from "../../src/contract/upkeep.ts";
import { oldLessonFromBytes, subtract } from "../../src/core/classifier/old-lesson.ts";
import { emptySiteState } from "../../src/core/classifier/site-state.ts";
import { base64 } from "../../src/platform/base64.ts";
import type { Opened } from "../../src/site/open.ts";
import { aLesson } from "../core/classifier/a-lesson.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  decide,
  demoSite,
  doubtful,
  plain,
  siteObject,
  submit,
  tell,
} from "./blog.ts";
import { LESSON_1 } from "./old-database.ts";

const path = "/v1/sites/demo";
type Page = BackupPage & { site?: HeldSite };

beforeEach(async () => {
  await reset();
  await demoSite();
  await submit({ id: "good", ...plain, author: { ...plain.author, ip: "192.0.2.7" } });
  await submit({ id: "spam", ...blatant });
  await submit({ id: "held", ...doubtful, content: `${doubtful.content} “naïve” 日本語 😀\u0000` });
  await submit({ id: "decided", ...doubtful, author: { name: "Lu" } });
  await decide("decided", { decision: "spam" });
  await runDurableObjectAlarm(siteObject());
});

async function backup(): Promise<{ site: HeldSite; tables: TableRows[] }> {
  const tables: TableRows[] = [];
  let site: HeldSite | undefined;
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const { body } = await call<Page>("GET", `${path}/backup${query}`, { key: ADMIN_TOKEN });
    site ??= body.site;
    if (body.page) tables.push(body.page);
    cursor = body.next;
  }
  return { site: site as HeldSite, tables };
}
const step = (body: unknown) => call("POST", `${path}/restore`, { key: ADMIN_TOKEN, body });
async function restore(
  { site, tables }: Awaited<ReturnType<typeof backup>>,
  force = false,
): Promise<number[]> {
  const statuses = [(await step({ step: "begin", force })).status];
  for (const table of tables) statuses.push((await step({ step: "rows", ...table })).status);
  statuses.push((await step({ step: "finish", site })).status);
  return statuses;
}
/** The tables apart from what KV is still to be told: that is made anew. */
const kept = (tables: readonly TableRows[]) =>
  JSON.parse(
    JSON.stringify(tables.filter(({ table }) => table !== "outbox")).replace(/(queuedUntil\\*":)\d+/g, "$10"),
  ) as TableRows[];
/** The row that an earlier version kept of what was learned. */
function asBefore({ table, columns, rows }: TableRows, state: Uint8Array): TableRows {
  const old = ["id", "state", "standings", "domains"];
  const row = Object.fromEntries(columns.map((column, i) => [column, rows[0]?.[i] ?? null]));
  return {
    table,
    columns: old,
    rows: [old.map((name) => (name === "state" ? { base64: base64(state) } : (row[name] ?? null)))],
  };
}
/** The events with what an earlier version kept of the lesson of each decision. */
function withLesson({ table, columns, rows }: TableRows, lesson: Uint8Array): TableRows {
  const at = columns.indexOf("lesson");
  const replaced = rows.map((row) =>
    row.map((cell, i) => (i === at && cell !== null ? { base64: base64(lesson) } : cell)),
  );
  return { table, columns, rows: replaced };
}
function sumOf(lesson: Uint8Array): Uint8Array {
  const state = emptySiteState();
  subtract(state, oldLessonFromBytes(lesson));
  return new Uint8Array(state.table.map((value) => -value).buffer);
}
const stateIsEmpty = () =>
  runInDurableObject(siteObject(), (_, { storage }) =>
    new Int32Array(storage.sql.exec<{ state: ArrayBuffer }>("SELECT state FROM learned").one().state).every(
      (value) => value === 0,
    ),
  );
const integrity = async () =>
  (await call<Integrity & { queue: object }>("GET", `${path}/integrity`, { key: ADMIN_TOKEN })).body;

describe("a backup", () => {
  it("put in elsewhere is the same site, equal to the bit", async () => {
    const before = await backup();
    expect((await call("DELETE", path, { key: ADMIN_TOKEN })).status).toBe(204);
    expect(new Set(await restore(before))).toEqual(new Set([200]));
    const after = await backup();
    expect(after.site).toEqual(before.site);
    expect(kept(after.tables)).toEqual(kept(before.tables));
  });

  it("lives on: the key works, a repeat is known, a decision can be undone, the queue in KV is made anew", async () => {
    const before = await backup();
    await call("DELETE", path, { key: ADMIN_TOKEN });
    await restore(before);
    await runDurableObjectAlarm(siteObject());
    expect(
      (await env.QUEUE.list({ prefix: "queue/demo/" })).keys.map(({ name }) => name.split("~")[1]),
    ).toEqual(["held"]);
    expect((await submit({ id: "spam", ...blatant })).status).toBe(200);
    expect((await decide("decided", { decision: "undo" })).body.status).toBe("pending");
    const { learned, misplaced } = await integrity();
    expect([learned, misplaced]).toEqual([{ lessons: 0, differing: 0, unfounded: 0 }, []]);
  });

  it("is refused where a site lives, unless forced", async () => {
    const before = await backup();
    await submit({ id: "later", ...plain });
    expect(await restore(before)).toEqual(Array(before.tables.length + 2).fill(409));
    expect((await tell("later")).status).toBe(200);
    expect(new Set(await restore(before, true))).toEqual(new Set([200]));
    expect((await tell("later")).status).toBe(404);
  });

  it("leaves people their roles where it is forced; a site that was deleted has taken them along", async () => {
    const body = { name: "Anna", roles: { demo: "moderator" } };
    const { id } = (await call<{ id: string }>("POST", "/v1/people", { key: ADMIN_TOKEN, body })).body;
    const roles = async () => {
      const { people } = (
        await call<{ people: { id: string; roles: object }[] }>("GET", "/v1/people", { key: ADMIN_TOKEN })
      ).body;
      return people.find((one) => one.id === id)?.roles;
    };
    const before = await backup();
    await restore(before, true);
    expect(await roles()).toEqual({ demo: "moderator" });
    await call("DELETE", path, { key: ADMIN_TOKEN });
    await restore(before);
    expect(await roles()).toEqual({});
  });

  it("that broke off in the middle can be begun again; until it is done the site does not answer", async () => {
    const before = await backup();
    await call("DELETE", path, { key: ADMIN_TOKEN });
    await step({ step: "begin" });
    await step({ step: "rows", ...before.tables[0] });
    expect((await submit({ id: "good", ...plain })).status).toBe(401);
    await restore(before);
    expect(kept((await backup()).tables)).toEqual(kept(before.tables));
  });

  it.each([
    ["an unknown table", { table: "passwords", columns: ["id"], rows: [["x"]] }],
    ["an unknown column", { table: "meta", columns: ["name", "evil"], rows: [["x", "y"]] }],
    ["a row too short", { table: "meta", columns: ["name", "value"], rows: [["x"]] }],
    ["a name that is no name", { table: "meta; DROP TABLE meta", columns: ["name"], rows: [] }],
  ])("with %s is refused", async (_, rows) => {
    await call("DELETE", path, { key: ADMIN_TOKEN });
    await step({ step: "begin" });
    expect((await step({ step: "rows", ...rows })).status).toBe(422);
  });

  it.each([
    ["no lessons", "[[1]]", "AA=="],
    ["fewer buckets than they say", '[["decision","1",null,1,1,1000,0,2]]', "AQA="],
    ["buckets beyond the last one", '[["decision","1",null,1,1,1000,0,1]]', "//8="],
  ])("whose lessons are %s is refused", async (_, lessons, buckets) => {
    await call("DELETE", path, { key: ADMIN_TOKEN });
    await step({ step: "begin" });
    const columns = ["page", "lessons", "buckets"];
    const refused = await step({
      step: "rows",
      table: "lessons",
      columns,
      rows: [[1, lessons, { base64: buckets }]],
    });
    expect(refused.status).toBe(422);
  });

  it("has lessons of long comments, hundreds to a row", async () => {
    await runInDurableObject(siteObject(), (object) => {
      const { learned } = (Reflect.get(object, "opened") as Opened).site;
      const buckets = Uint16Array.from({ length: 700 }, (_, i) => i);
      for (let i = 0; i < 400; i++) learned.teach(aLesson({ id: `long ${i}`, buckets }));
      learned.save();
    });
    const before = await backup();
    await call("DELETE", path, { key: ADMIN_TOKEN });
    expect(new Set(await restore(before))).toEqual(new Set([200]));
    expect(kept((await backup()).tables)).toEqual(kept(before.tables));
    expect((await integrity()).learned).toEqual({ lessons: 401, differing: 0, unfounded: 0 });
  });

  it("of a version that added up is told as lessons, anew from its comments", async () => {
    const now = await backup();
    const old = now.tables
      .filter(({ table }) => table !== "lessons")
      .map((page) => (page.table === "learned" ? asBefore(page, sumOf(LESSON_1)) : page))
      .map((page) => (page.table === "events" ? withLesson(page, LESSON_1) : page));
    await call("DELETE", path, { key: ADMIN_TOKEN });
    expect(new Set(await restore({ ...now, tables: old }))).toEqual(new Set([200]));
    expect((await integrity()).learned).toEqual({ lessons: 1, differing: 0, unfounded: 0 });
    await decide("decided", { decision: "undo" });
    expect((await integrity()).learned).toEqual({ lessons: 0, differing: 0, unfounded: 0 });
    expect(await stateIsEmpty()).toBe(true);
  });

  it("read while something is written says so by its mark", async () => {
    const read = () => call<Page>("GET", `${path}/backup`, { key: ADMIN_TOKEN });
    const [first, second] = [await read(), await read()];
    expect(second.body.mark).toBe(first.body.mark);
    await submit({ id: "another", ...plain });
    expect((await read()).body.mark).not.toBe(first.body.mark);
  });

  it("goes on at the row where a full page ended", async () => {
    for (let i = 0; i < 40; i++)
      await submit({
        id: `long-${i}`,
        content: `${i} ${"a few words of a long reply ".repeat(2_200)}`,
        author: { name: "Jo" },
      });
    const { tables } = await backup();
    const comments = tables.filter(({ table }) => table === "comments");
    expect(comments.length).toBeGreaterThan(1);
    const ids = comments.flatMap(({ rows }) => rows.map(([id]) => id));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toHaveLength(44);
  });
});

describe("a site's integrity", () => {
  it("is whole after decisions, and says what is not", async () => {
    expect(await integrity()).toMatchObject({
      counts: { pending: 1, published: 1, spam: 2, discarded: 0 },
      misplaced: [],
      learned: { lessons: 1, differing: 0, unfounded: 0 },
      queue: { pending: 1, inQueue: 1, missing: [], strays: [] },
    });
    await runInDurableObject(siteObject(), (_, { storage }) => {
      storage.sql.exec("UPDATE comments SET status = 'published' WHERE id = 'decided'");
      storage.sql.exec("UPDATE events SET revoked = 1");
    });
    await env.QUEUE.put("queue/demo/0000000000001~gone", "x");
    const { learned, misplaced, queue } = await integrity();
    expect(misplaced).toEqual(["decided"]);
    expect(learned).toEqual({ lessons: 1, differing: 0, unfounded: 1 });
    expect(queue).toMatchObject({ strays: ["queue/demo/0000000000001~gone"] });
  });
});
