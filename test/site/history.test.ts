import { reset, runInDurableObject, SELF } from "cloudflare:test";
import { parse } from "papaparse";
import { beforeEach, describe, expect, it } from "vitest";
import type { HistoryEntry, HistoryPlace, HistoryRequest } from "../../src/contract/history.ts";
import type { Insight } from "../../src/contract/insight.ts";
import type { SiteObject } from "../../src/site/site-object.ts";
import { exported } from "../../src/ui/history/history-export.ts";
import { DAY, NOW } from "../clock.ts";
import {
  ADMIN_TOKEN,
  blatant,
  decide,
  demoSite,
  doubtful,
  plain,
  siteObject,
  submit,
  theRecord,
} from "./blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const inside = <T>(work: (site: SiteObject, storage: DurableObjectStorage) => T) =>
  runInDurableObject(siteObject(), (object: unknown, { storage }) => work(object as SiteObject, storage));
const history = async (request: Partial<HistoryRequest> = {}): Promise<HistoryEntry[]> => {
  const record = await theRecord();
  return inside((site) => site.history({ machine: false, limit: 50, ...request }, record));
};
const told = (entries: readonly HistoryEntry[]) =>
  entries.map(({ comment, by, what, before, after, final, undo }) => [
    comment,
    by,
    what,
    before,
    after,
    final ?? undo,
  ]);

describe("the history", () => {
  it("says who did what and what can still be undone, the newest first", async () => {
    await submit({ id: "a", ...doubtful });
    await submit({ id: "b", ...plain });
    await decide("a", { decision: "approve", by: "Anna" });
    await decide("a", { decision: "spam", by: "Ben", revision: 2, because: "other" });
    await decide("b", { decision: "discard", by: "Anna" });
    await decide("b", { decision: "undo", by: "Ben" });
    expect(told(await history())).toEqual([
      ["b", "Ben", "undo", "discarded", "published", undefined],
      ["b", "Anna", "discard", "published", "discarded", "undone"],
      ["a", "Ben", "spam", "published", "spam", 3],
      ["a", "Anna", "approve", "pending", "published", "superseded"],
    ]);
    expect(told(await history({ by: "Anna" })).map(([, by]) => by)).toEqual(["Anna", "Anna"]);
    expect(told(await history({ decision: "spam" })).map(([comment]) => comment)).toEqual(["a"]);
  });

  it("shows the machine's verdicts, too, with their reasons, where they are asked for", async () => {
    await submit({ id: "a", ...blatant });
    await submit({ id: "b", ...doubtful });
    const entries = await history({ machine: true });
    expect(told(entries)).toEqual([
      ["b", "Hamlet", "review", null, "pending", undefined],
      ["a", "Hamlet", "reject", null, "spam", undefined],
    ]);
    expect(entries[1]?.reasons?.length).toBeGreaterThan(0);
  });

  it("keeps a decision whose comment is gone, and says that it cannot be undone", async () => {
    await submit({ id: "a", ...doubtful });
    await decide("a", { decision: "approve", by: "Anna" });
    await inside((_, storage) => storage.sql.exec("DELETE FROM comments"));
    expect(told(await history())).toEqual([["a", "Anna", "approve", "pending", "published", "gone"]]);
  });

  it("pages fit together without a gap or a repeat, whatever comes in meanwhile and however many share a moment", async () => {
    for (let i = 0; i < 6; i++)
      await submit({ id: `c${i}`, ...doubtful, content: `${doubtful.content}/${i}` });
    for (let i = 0; i < 6; i++) await decide(`c${i}`, { decision: "spam", by: "Anna" });
    await inside((_, storage) => storage.sql.exec("UPDATE comments SET arrived = 1000"));
    await inside((_, storage) => storage.sql.exec("UPDATE events SET at = 1000"));
    const all = await history({ machine: true });
    const pages: HistoryEntry[] = [];
    let before: HistoryPlace | undefined;
    for (let page = 0; page < 5; page++) {
      const some = await history({ machine: true, limit: 5, before });
      pages.push(...some);
      before = some.at(-1) ?? before;
      await submit({ id: `new${page}`, ...plain, content: `${plain.content} ${page}` });
    }
    expect(pages.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
    expect(new Set(pages.map(({ name }) => name)).size).toBe(12);
  });

  it("is read only by those who are signed in", async () => {
    for (const path of ["/history", "/history/export?format=csv", "/sites/demo/dashboard"]) {
      const response = await SELF.fetch(`https://hamlet.example${path}`, {
        redirect: "manual",
        headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
      });
      expect([path, response.status]).toEqual([path, 303]);
    }
  });
});

describe("an export", () => {
  const line = (n: number, text: string): HistoryEntry => ({
    at: 1_800_000_000_000 + n,
    name: `e${n}`,
    site: "demo",
    comment: `c${n}`,
    by: "=HYPERLINK(1)",
    what: "spam",
    machine: false,
    before: "pending",
    after: "spam",
    author: 'Eve, "the" one',
    text,
    reasons: ["link-count"],
  });
  const lines = [line(1, "+1 formula"), line(2, "two\r\nlines; ,\t"), line(3, "=cmd|'/c calc'!A1")];
  const readPage = async (_: number, cursor: string | undefined) => {
    const at = Number(cursor ?? 0);
    const next = at + 1 < lines.length ? String(at + 1) : undefined;
    return { entries: lines.slice(at, at + 1), next, unreachable: [] };
  };

  it("as CSV can be read back, and holds no formula", async () => {
    const text = await new Response(exported(readPage, "csv")).text();
    const { data, errors } = parse<string[]>(text, { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data.map((row) => [row[0], row[3], row[8], row[9]])).toEqual([
      ["at", "by", "author", "text"],
      ["2027-01-15T08:00:00.001Z", "'=HYPERLINK(1)", 'Eve, "the" one', "'+1 formula"],
      ["2027-01-15T08:00:00.002Z", "'=HYPERLINK(1)", 'Eve, "the" one', "two\r\nlines; ,\t"],
      ["2027-01-15T08:00:00.003Z", "'=HYPERLINK(1)", 'Eve, "the" one', "'=cmd|'/c calc'!A1"],
    ]);
  });

  it("as JSON lines is one object a line", async () => {
    const text = await new Response(exported(readPage, "jsonl")).text();
    const read = text
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one) as { text: string; at: string });
    expect(read.map((one) => one.text)).toEqual(lines.map((one) => one.text));
  });
});

describe("a dashboard's figures", () => {
  it("tell the lost comments, and how often each signal spoke for what people said", async () => {
    await submit({ id: "lost", ...blatant });
    await submit({ id: "spam", ...doubtful });
    await submit({ id: "ham", ...plain });
    await decide("lost", { decision: "approve", by: "Anna" });
    await decide("spam", { decision: "spam", by: "Anna" });
    const record = await theRecord();
    const today = Math.floor(NOW / DAY);
    const insight: Insight = await inside((site) => site.insight(today, today, record));
    expect(insight.days).toEqual([{ day: today, publish: 1, review: 1, reject: 1, blatant: 1 }]);
    expect(insight.decided.map(({ outcome, decision }) => [outcome, decision])).toEqual([
      ["reject", "approve"],
      ["review", "spam"],
    ]);
    expect(insight.lost.map(({ id }) => id)).toEqual(["lost"]);
    expect(insight.measured).toBe(2);
    const [strongest] = insight.signals;
    expect((strongest?.right ?? 0) + (strongest?.wrong ?? 0)).toBeGreaterThan(0);
    expect(insight.signals.some(({ signal }) => signal === "baseline")).toBe(false);
  });
});
