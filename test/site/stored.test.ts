import {
  createExecutionContext,
  createScheduledController,
  reset,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import type { Intake } from "../../src/contract/intake.ts";
import worker from "../../src/index.ts";
import { ADMIN_TOKEN, call, demoSite, doubtful, submit, tell } from "./blog.ts";
import { insideOf, nobody, restart } from "./inside.ts";

const inside = insideOf("demo");
let logged: MockInstance<typeof console.error>;

beforeEach(async () => {
  await reset();
  await demoSite();
  logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const unreadable = () =>
  logged.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ event }) => /unreadable/.test(event));
const change = (statement: string, ...values: unknown[]) =>
  inside((_, storage) => {
    storage.sql.exec(statement, ...values);
  });

describe("an inbox entry", () => {
  const intake: Intake = {
    id: "old",
    comment: {
      type: "comment",
      format: "text",
      content: doubtful.content,
      post: {},
      author: { name: "Kim" },
    },
    hash: "0123456789abcdef",
    mail: "mail-hash",
    arrived: 1_750_000_000_000,
    test: false,
  };
  const cron = async () => {
    const context = createExecutionContext();
    await worker.scheduled(createScheduledController(), env as never, context);
    await waitOnExecutionContext(context);
  };
  const keys = async (prefix: string) => (await env.QUEUE.list({ prefix })).keys.map(({ name }) => name);

  it("that cannot be read is put aside and named, and the rest is taken over", async () => {
    await env.QUEUE.put("inbox/demo/bad~1", JSON.stringify({ ...intake, comment: { content: 7 } }));
    await env.QUEUE.put("inbox/demo/broken~1", '{"id":');
    await env.QUEUE.put("inbox/demo/old~0123456789ab", JSON.stringify(intake));
    await cron();
    expect((await tell("old")).body).toMatchObject({ id: "old", status: "pending" });
    expect(await keys("inbox/")).toEqual([]);
    expect(await keys("unread/")).toEqual(["unread/demo/bad~1", "unread/demo/broken~1"]);
    expect(await env.QUEUE.get("unread/demo/broken~1")).toBe('{"id":');
    expect(unreadable()).toEqual([
      expect.objectContaining({ site: "demo", what: "inbox" }),
      expect.objectContaining({ site: "demo", what: "inbox" }),
    ]);
  });

  it("of an earlier version, without what came later, is taken over", async () => {
    const { type: _type, format: _format, post: _post, ...comment } = intake.comment;
    await env.QUEUE.put("inbox/demo/old~0123456789ab", JSON.stringify({ ...intake, comment }));
    await cron();
    expect((await tell("old")).status).toBe(200);
    expect(await keys("unread/")).toEqual([]);
  });
});

describe("a value of the table meta that cannot be read", () => {
  it("is named when the object wakes, and has its default", async () => {
    await submit({ id: "c1", ...doubtful });
    await change("INSERT OR REPLACE INTO meta VALUES ('lanes', '{\"purgeDue\":\"soon\"}')");
    await change("INSERT OR REPLACE INTO meta VALUES ('circuits', 'none')");
    await restart("demo");
    expect((await tell("c1")).status).toBe(200);
    expect(unreadable().map(({ what }) => what)).toEqual(["meta lanes", "meta circuits"]);
  });

  it("where it is one setting leaves all others", async () => {
    await submit({ id: "c1", ...doubtful });
    const [before] = await inside((_, storage) =>
      storage.sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'record'").toArray(),
    );
    const record = JSON.parse(before?.value ?? "");
    const stored = { ...record, settings: { ...record.settings, mode: "loud", name: "Mine" } };
    await change("UPDATE meta SET value = ? WHERE name = 'record'", JSON.stringify(stored));
    await restart("demo");
    const there = await inside((site) => site.deliveries(nobody));
    expect(there.webhook).toBeNull();
    expect(unreadable().map(({ site, what }) => [site, what])).toEqual([["demo", "settings mode"]]);
  });
});

it("a comment's row that cannot be read is named and left out of the lists, which show the others", async () => {
  await submit({ id: "c1", ...doubtful });
  await submit({ id: "c2", ...doubtful, author: { name: "Lu" } });
  await change("UPDATE comments SET verdict = 'gone' WHERE id = 'c1'");
  const { items } = await inside((site) =>
    site.list({ status: "pending", sort: "oldest", limit: 10 }, nobody),
  );
  expect(items.map(({ id }) => id)).toEqual(["c2"]);
  expect(unreadable().map(({ what }) => what)).toEqual(["a row of comments"]);
});

describe("a site's record in the directory that cannot be read", () => {
  const directory = () => env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));

  it("is not taken for no site: its name stays taken", async () => {
    await runInDurableObject(directory(), (_, { storage }) => {
      storage.sql.exec("UPDATE sites SET record = '{}' WHERE id = 'demo'");
    });
    const again = await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "demo", name: "Two" } });
    expect(again.status).toBe(409);
    const sites = await call<{ sites: unknown[] }>("GET", "/v1/sites", { key: ADMIN_TOKEN });
    expect(sites.status).toBe(200);
    expect(unreadable()[0]).toMatchObject({ what: "record of a site" });
  });
});

describe("a backup's row whose JSON does not fit", () => {
  const step = (body: unknown) =>
    call<{ detail: string }>("POST", "/v1/sites/other/restore", { key: ADMIN_TOKEN, body });

  it.each([
    ["a setting of jobs", "meta", ["name", "value"], ["lanes", '{"purgeDue":"soon"}'], "value: purgeDue"],
    ["a day's counts", "days", ["day", "counts"], [1, "[]"], "counts: "],
  ])("is refused by name: %s", async (_, table, columns, row, fault) => {
    expect((await step({ step: "begin" })).status).toBe(200);
    const refused = await step({ step: "rows", table, columns, rows: [row] });
    expect(refused.body.detail).toContain(`a row of ${table} cannot be read: ${fault}`);
  });
});
