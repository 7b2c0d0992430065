import { reset, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { PurgeJob } from "../../src/site/jobs/purge-job.ts";
import type { Opened } from "../../src/site/open.ts";
import { DAY, later } from "../clock.ts";
import { blatant, decide, demoSite, doubtful, plain, siteObject, submit } from "./blog.ts";
import { countRows, insideOf, nobody, restart } from "./inside.ts";

/** So many comments that what is written once for a site no longer counts. */
const MANY = 20;
/** Written once a day, whatever comes. */
const SITE_ROWS = 5;

beforeEach(async () => {
  await reset();
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("ok"));
});

const object = insideOf("demo");
/** The comment by another author: by the same it would be one that was sent twice. */
const byAnother = <T extends { author: { name: string } }>(comment: T, n: number): T => ({
  ...comment,
  author: { ...comment.author, name: `${comment.author.name} ${n}` },
});
/** Lets a year pass: everything that retention does not keep goes. */
const purge = async () => {
  await object((_, storage) => {
    storage.sql.exec(
      "UPDATE comments SET settled = settled - ?, arrived = arrived - ?",
      400 * DAY,
      400 * DAY,
    );
    storage.sql.exec("UPDATE events SET at = at - ?", 400 * DAY);
    storage.sql.exec(`UPDATE meta SET value = '{"queuePausedUntil":0,"purgeDue":1}' WHERE name = 'lanes'`);
  });
  await restart("demo");
  await runDurableObjectAlarm(siteObject());
};

/** Rows written for each of many comments on their whole way, purge included. */
async function rowsEach(work: (i: number) => Promise<unknown>): Promise<number> {
  await submit({ id: "first", ...plain });
  await runDurableObjectAlarm(siteObject());
  const rows = countRows();
  for (let i = 0; i < MANY; i++) await work(i);
  await purge();
  return rows.rowsWritten / MANY;
}

describe("rows written for a comment, from intake to purge", () => {
  it.each([
    ["that is published", plain, "published", 3],
    ["that is blatant spam", blatant, "spam", 2],
  ])("%s", async (_, comment, status, budget) => {
    // A text that comes again and again is doubtful in itself: what is wanted here is its publication.
    await demoSite({ publishBelow: 0.9 });
    const rows = await rowsEach(async (i) => {
      const { body } = await submit({ id: `c${i}`, ...byAnother(comment, i) });
      expect(body.status).toBe(status);
    });
    // A few rows a day are the site's, not a comment's: the jobs' times, the day's count, the first comment.
    expect(rows).toBeLessThanOrEqual(budget + SITE_ROWS / MANY);
  });

  it("that is held, decided and delivered", async () => {
    await demoSite({ webhook: "https://blog.example/hamlet" });
    const rows = await rowsEach(async (i) => {
      await submit({ id: `c${i}`, ...byAnother(doubtful, i) });
      await runDurableObjectAlarm(siteObject());
      await decide(`c${i}`, { decision: "approve" });
      await object((_, storage) => storage.sql.exec("UPDATE outbox SET due = 0"));
      await runDurableObjectAlarm(siteObject());
    });
    expect(rows).toBeLessThanOrEqual(12 + SITE_ROWS / MANY);
  });
});

describe("on a day of many held comments", () => {
  const SECOND = 1_000;
  /** Lets some time pass, and rings the alarm if it is due by then. */
  const pass = async (ms: number) => {
    later(ms);
    const isDue = await object(async (_, storage) => ((await storage.getAlarm()) ?? Infinity) <= Date.now());
    if (isDue) await runDurableObjectAlarm(siteObject());
  };
  const written = () => object((site) => site.health(nobody).today.rowsWritten);

  it("one that is held, decided and delivered takes twelve rows, alarms and the site's own among them", async () => {
    await demoSite({ webhook: "https://blog.example/hamlet" });
    await object((_, storage) => {
      const value = JSON.stringify({ at: Date.now(), use: { kvWrites: 20 }, lastIn: null, lastOut: null });
      storage.sql.exec("INSERT OR REPLACE INTO meta VALUES ('use', ?)", value);
    });
    await restart("demo");
    await submit({ id: "first", ...byAnother(doubtful, -1) });
    const before = await written();
    const times = Array.from({ length: 2 * MANY }, (_, i) => i);
    for (const i of times) {
      await pass(36 * SECOND);
      const { body } = await submit({ id: `c${i}`, ...byAnother(doubtful, i) });
      expect(body.status).toBe("pending");
    }
    for (const i of times) {
      await pass(3 * SECOND);
      await decide(`c${i}`, { decision: "approve" });
    }
    for (const _ of times) await pass(15 * SECOND);
    expect(await object((site) => site.health(nobody).waiting)).toBe(0);
    // The comment and its event are purged.
    expect((await written()) - before + 2 * times.length).toBeLessThanOrEqual(12 * times.length);
  });
});

describe("rows read by a purge", () => {
  const KEPT = 500;
  /** Copies of a stored comment, of which nothing is due to go. */
  const copies = (id: string) =>
    object((_, storage) => {
      const columns = storage.sql
        .exec<{ name: string }>("SELECT name FROM pragma_table_info('comments') WHERE name <> 'id'")
        .toArray()
        .map(({ name }) => name);
      storage.sql.exec(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${KEPT})
         INSERT INTO comments (id, ${columns}) SELECT id || '-' || i, ${columns} FROM comments, n WHERE id = ?`,
        id,
      );
    });
  /** Rows that each of two purges of one day reads. */
  const purges = () =>
    object((site) => {
      const opened: unknown = Reflect.get(site, "opened");
      const job = new PurgeJob((opened as Opened).site);
      const rows = countRows();
      job.work(Date.now());
      const first = rows.rowsRead;
      job.work(Date.now());
      return { first, second: rows.rowsRead - first };
    });

  it("are those of the whole table once a day, and then of what goes alone", async () => {
    await demoSite({ publishBelow: 0.9 });
    for (const [i, comment] of [plain, blatant].entries()) {
      await submit({ id: `kept-${i}`, ...comment });
      await copies(`kept-${i}`);
      await submit({ id: `old-${i}`, ...byAnother(comment, i) });
    }
    await object((_, storage) => {
      const sql = "UPDATE comments SET settled = settled - ?, arrived = arrived - ? WHERE id LIKE 'old-%'";
      storage.sql.exec(sql, 400 * DAY, 400 * DAY);
    });
    const { first, second } = await purges();
    const left = await object((_, storage) =>
      storage.sql.exec<{ id: string }>("SELECT id FROM comments WHERE id LIKE 'old-%'").toArray(),
    );
    expect(left).toEqual([]);
    expect(first).toBeLessThan(10 * KEPT);
    expect(second).toBeLessThan(KEPT / 2);
  });
});

describe("KV writes for a comment", () => {
  it("are none unless a person must see it; then one put and one delete", async () => {
    await demoSite();
    await submit({ id: "warm", ...byAnother(blatant, 1) });
    const put = vi.spyOn(env.QUEUE, "put");
    const remove = vi.spyOn(env.QUEUE, "delete");
    const counts = () => [put.mock.calls.length, remove.mock.calls.length];
    await submit({ id: "good", ...plain });
    await submit({ id: "bad", ...blatant });
    await runDurableObjectAlarm(siteObject());
    expect(counts()).toEqual([0, 0]);
    await submit({ id: "held", ...doubtful });
    await runDurableObjectAlarm(siteObject());
    await decide("held", { decision: "spam" });
    await runDurableObjectAlarm(siteObject());
    expect(counts()).toEqual([1, 1]);
  });
});
