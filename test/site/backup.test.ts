import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { BackupPage, HeldSite, Integrity, TableRows } from "../../src/contract/upkeep.ts";
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
const kept = (tables: readonly TableRows[]) => tables.filter(({ table }) => table !== "outbox");
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
