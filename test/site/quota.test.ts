import { reset, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Use } from "../../src/contract/plan.ts";
import type { Health } from "../../src/contract/views.ts";
import { Aged } from "../../src/site/tables/aged.ts";
import { Sql } from "../../src/site/tables/sql.ts";
import { HOUR, NOW } from "../clock.ts";
import { akismet, akismetKey, fields } from "../http/akismet-client.ts";
import { ADMIN_TOKEN, blatant, call, doubtful, plain, remark } from "./blog.ts";
import { countRows, insideOf, nobody, restart } from "./inside.ts";

let key: string;
const object = () => env.SITE.get(env.SITE.idFromName("blog"));
const directory = () => env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
const submit = (body: unknown) => call("POST", "/v1/sites/blog/comments", { key, body });
const inside = insideOf("blog");
const health = (): Promise<Health> => inside((site) => site.health(nobody));
/** The object as it wakes after having stored this of the day. */
const dayWas = async (stored: object) => {
  await inside((_, storage) => {
    const value = JSON.stringify({ at: Date.now(), use: {}, lastIn: null, lastOut: null, ...stored });
    storage.sql.exec("INSERT OR REPLACE INTO meta VALUES ('use', ?)", value);
  });
  await restart("blog");
};
const rows = () =>
  inside((_, storage) =>
    storage.sql
      .exec("SELECT id FROM comments ORDER BY id")
      .toArray()
      .map(({ id }) => id),
  );

beforeEach(async () => {
  await reset();
  const made = await call<{ key: string }>("POST", "/v1/sites", {
    key: ADMIN_TOKEN,
    body: { id: "blog", name: "Blog", hosts: ["blog.example"] },
  });
  key = made.body.key;
  await submit({ id: "first", ...remark(0) });
});

it("on a day of many held comments their keys are brought into KV five minutes apart, those between together", async () => {
  const held = (n: number) => ({ id: `held-${n}`, ...doubtful, author: { name: `Kim ${n}` } });
  const rings = () => inside(async (_, storage) => ((await storage.getAlarm()) ?? 0) - NOW);
  await submit(held(1));
  await runDurableObjectAlarm(object());
  await submit(held(2));
  expect(await rings()).toBe(5_000);
  await runDurableObjectAlarm(object());
  await dayWas({ use: { kvWrites: 20 } });
  await submit(held(3));
  expect(await rings()).toBe(1_000);
  await runDurableObjectAlarm(object());
  await submit(held(4));
  await submit(held(5));
  expect(await rings()).toBe(300_000);
  await runDurableObjectAlarm(object());
  const { keys } = await env.QUEUE.list({ prefix: "queue/blog/" });
  expect(keys).toHaveLength(5);
});

describe("when seven tenths of the day's rows are written", () => {
  beforeEach(() => dayWas({ use: { rowsWritten: 70_000 } }));

  it("blatant spam is refused until midnight, not stored, and counted", async () => {
    const refused = await submit({ id: "spam", ...blatant });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, String(14 * 3600)]);
    expect(refused.body).toMatchObject({ title: "Too many requests", detail: /kept for comments/ as never });
    expect(await rows()).toEqual(["first"]);
    expect((await health()).today.refused).toBe(1);
  });

  it("an Akismet client is told that it is spam, and that it was not stored: the blog keeps it", async () => {
    const { content, author } = blatant;
    const spam = { comment_content: content, comment_author: author.name, comment_author_url: author.url };
    const asked = fields(await akismetKey("blog"), spam);
    await call("PATCH", "/v1/sites/blog", { key: ADMIN_TOKEN, body: { blocked: ["casino"] } });
    await dayWas({ use: { rowsWritten: 85_000 } });
    const told = await akismet("comment-check", asked);
    expect([told.body, told.headers.get("x-hamlet-reasons")]).toEqual([
      "true",
      "blatant; not stored: the day's quota is nearly used up",
    ]);
    expect(await rows()).toEqual(["first"]);
  });

  it("and at 85 per cent, all that is rejected is refused, and what a person may have to see still is not", async () => {
    const rejected = { ...plain, author: { name: "Troll" } };
    await call("PATCH", "/v1/sites/blog", { key: ADMIN_TOKEN, body: { blocked: ["gcc"] } });
    expect((await submit({ id: "blocked", ...rejected })).body).toMatchObject({
      status: "spam",
      blatant: false,
    });
    await dayWas({ use: { rowsWritten: 85_000 } });
    expect((await submit({ id: "refused", ...rejected })).status).toBe(429);
    expect((await submit({ id: "held", ...doubtful })).body.status).toBe("pending");
  });

  it("and at nine tenths, what would be held and is more likely spam than not is to come again tomorrow", async () => {
    const likely = {
      ...plain,
      content: "Cheap watches, http://watches-sale.example/now",
      author: { name: "Watches" },
    };
    const asked = fields(await akismetKey("blog"), {
      comment_content: likely.content,
      comment_author: likely.author.name,
    });
    await call("PATCH", "/v1/sites/blog", {
      key: ADMIN_TOKEN,
      body: { rejectAbove: 1, holdFirstTimers: true },
    });
    const { body } = await submit({ id: "before", ...likely });
    expect([body.outcome, body.probability >= 0.5]).toEqual(["review", true]);
    await dayWas({ use: { rowsWritten: 90_000 } });
    const later = await submit({ id: "later", ...likely, author: { name: "Clocks" } });
    expect([later.status, later.headers.get("retry-after")]).toEqual([429, String(14 * 3600)]);
    expect(later.body).toMatchObject({ detail: expect.stringMatching(/keep it, and send it again/) });
    const told = await akismet("comment-check", asked);
    expect([told.status, told.headers.get("retry-after")]).toEqual([503, String(14 * 3600)]);
    expect((await submit({ id: "held", ...plain })).body).toMatchObject({ status: "pending" });
    expect(await rows()).toEqual(["before", "first", "held"]);
    expect((await health()).today.refused).toBe(2);
  });

  it("what a person may have to see is taken in as ever", async () => {
    const [held, good] = [await submit({ id: "held", ...doubtful }), await submit({ id: "good", ...plain })];
    expect([held.body.status, good.body.status]).toEqual(["pending", "published"]);
  });

  it("nothing is purged: that would be rows as well", async () => {
    await inside((_, storage) => {
      storage.sql.exec("UPDATE comments SET settled = 0, arrived = 0");
      storage.sql.exec(`UPDATE meta SET value = '{"purgeDue":1}' WHERE name = 'lanes'`);
    });
    await dayWas({ use: { rowsWritten: 70_000 } });
    await runDurableObjectAlarm(object());
    expect(await rows()).toEqual(["first"]);
  });

  it("and the next day begins, it is taken in again", async () => {
    vi.setSystemTime(NOW + 14 * HOUR);
    expect((await submit({ id: "spam", ...blatant })).body).toMatchObject({ status: "spam", blatant: true });
  });
});

it("a repeat of blatant spam taken in before gets its answer, whatever the day has left", async () => {
  await submit({ id: "spam", ...blatant });
  await dayWas({ use: { rowsWritten: 99_000 } });
  expect(await submit({ id: "spam", ...blatant })).toMatchObject({ status: 200, body: { status: "spam" } });
});

it("the quota is the account's: what other sites took counts", async () => {
  const use = { rowsWritten: 70_000 } as Use;
  await directory().reportUse("other", use, {}, NOW);
  vi.setSystemTime(NOW + 6 * 60_000);
  await submit({ id: "told", ...plain });
  await vi.waitFor(async () => expect((await health()).others.rowsWritten).toBe(70_000), { timeout: 30_000 });
  expect((await submit({ id: "spam", ...blatant })).status).toBe(429);
});

it("KV operations of the Worker itself are counted beside the sites'", async () => {
  await env.QUEUE.delete("site/blog");
  await submit({ id: "c1", ...plain });
  await vi.waitFor(
    async () => {
      const [worker] = await directory().accounts();
      expect(worker).toMatchObject({ site: "", use: { kvWrites: expect.any(Number) } });
    },
    { timeout: 30_000 },
  );
});

describe("far more comments than usual", () => {
  const slot = Math.floor(NOW / 300_000);
  beforeEach(() =>
    dayWas({ surge: { slots: [[slot, 600, 0]], usual: 0, peak: 0, first: 1, day: 1, on: false } }),
  );

  it("hold what would be published, and say so", async () => {
    const { body } = await submit({ id: "c1", ...plain });
    expect(body).toMatchObject({
      status: "pending",
      outcome: "review",
      policy: [{ rule: "far more comments than usual", effect: "hold" }],
    });
    expect((await health()).surge).toBe(true);
  });

  it("are back to usual an hour later", async () => {
    vi.setSystemTime(NOW + HOUR);
    expect((await submit({ id: "c1", ...plain })).body.status).toBe("published");
    expect((await health()).surge).toBe(false);
  });

  it("make room when a person approves them", async () => {
    await dayWas({ surge: { slots: [[slot, 121, 0]], usual: 0, peak: 0, first: 1, day: 1, on: false } });
    await submit({ id: "c1", ...plain });
    const approved = await call("POST", "/v1/sites/blog/comments/c1/decision", {
      key,
      body: { decision: "approve" },
    });
    expect(approved.status).toBe(200);
    vi.setSystemTime(NOW + 301_000);
    await submit({ id: "saves", ...blatant });
    const stored = await inside((_, storage) =>
      storage.sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'use'").one(),
    );
    expect(JSON.parse(stored.value).surge.slots).toEqual([[slot, 122, 1]]);
  });
});

describe("blatant spam", () => {
  it("takes one row, without its long text", async () => {
    const long = { ...blatant, content: blatant.content + " casino bonus".repeat(4_500) };
    const counted = countRows();
    expect((await submit({ id: "long", ...long, post: { excerpt: "x".repeat(4000) } })).body.blatant).toBe(
      true,
    );
    expect(counted.rowsWritten).toBe(1);
    const bytes = await inside((_, storage) =>
      storage.sql.exec("SELECT length(comment) + length(verdict) AS n FROM comments WHERE id = 'long'").one(),
    );
    expect(bytes.n).toBeLessThan(8_000);
    expect((await submit({ id: "long", ...long })).status).toBe(200);
  });

  it("can still be rescued by a person, as if it had been whole", async () => {
    await submit({ id: "spam", ...blatant });
    const rescued = await call("POST", "/v1/sites/blog/comments/spam/decision", {
      key,
      body: { decision: "approve" },
    });
    expect(rescued.body).toMatchObject({ status: "published" });
  });

  it("beyond a number is let go, the oldest first", async () => {
    for (let i = 0; i < 6; i++) {
      vi.setSystemTime(NOW + i);
      await submit({ id: `spam-${i}`, ...blatant });
    }
    const gone = await inside((_, storage) => new Aged(new Sql(storage)).purgeBlatant(2, 3));
    expect(gone).toBe(3);
    expect(await rows()).toEqual(["first", "spam-3", "spam-4", "spam-5"]);
  });
});

it("a comment reads no more rows when hundreds wait for KV and for the blog", async () => {
  await inside((_, storage) => {
    storage.sql.exec(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
       INSERT INTO outbox (comment, arrived, queue, event, state, due, attempts)
       SELECT 'w' || i, i, 1, i, 'waiting', 9e14, 0 FROM n`,
    );
  });
  await dayWas({});
  await submit({ id: "warm", ...plain });
  const counted = countRows();
  for (let i = 0; i < 5; i++) await submit({ id: `c${i}`, ...blatant });
  expect(counted.rowsRead).toBeLessThan(100);
});
