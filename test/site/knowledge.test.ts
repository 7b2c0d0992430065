import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Imported, Knowledge } from "../../src/contract/import.ts";
import { SKETCH_SLOTS } from "../../src/core/reading/fingerprint.ts";
import { DAY, later, NOW } from "../clock.ts";
import { signIn } from "../http/session.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  remark,
  siteObject,
  submit,
  theRecord,
} from "./blog.ts";
import { insideOf } from "./inside.ts";

beforeEach(reset);

type Line = Readonly<Record<string, unknown>>;

/** All that a site says of itself, page by page. */
async function linesOf(site: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: string = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const path = `/v1/sites/${site}/history/lines${query}`;
    const { body } = await call<Knowledge>("GET", path, { key: ADMIN_TOKEN });
    lines.push(...(body.lines as Line[]));
    cursor = body.next;
  }
  return lines;
}
async function bring(site: string, lines: readonly Line[]): Promise<Imported> {
  const body = lines.map((line) => JSON.stringify(line)).join("\n");
  return (await call<Imported>("POST", `/v1/sites/${site}/history`, { key: ADMIN_TOKEN, body })).body;
}
async function another(): Promise<string> {
  const body = { id: "other", name: "Other", url: "https://blog.example", hosts: ["blog.example"] };
  return (await call<{ key: string }>("POST", "/v1/sites", { key: ADMIN_TOKEN, body })).body.key;
}
/** What a site has learned, without what says whose word or which comment it was. */
const learned = (site: string) =>
  insideOf(site)((_, storage) => {
    const row = storage.sql
      .exec<{ state: ArrayBuffer; domains: string }>("SELECT state, domains FROM learned")
      .one();
    return { state: [...new Uint8Array(row.state)], domains: new Map(JSON.parse(row.domains)) };
  });
const past = (id: number, label: string, content: string) => ({
  source: "wordpress",
  id: String(id),
  label,
  comment: { content, submittedAt: `2019-03-0${id}T10:00:00Z` },
});

/** A site with comments of every fate, and a history that was brought in. */
async function lived(): Promise<void> {
  await demoSite();
  await bring("demo", [
    past(1, "ham", `${remark(10).content} See https://friend.example/a`),
    past(2, "spam", "Cheap pills at http://pills.example/buy before the night is over"),
  ]);
  const comments = {
    good: remark(0),
    open: doubtful,
    bad: { ...doubtful, content: `${doubtful.content} now` },
  };
  for (const [id, comment] of Object.entries(comments)) await submit({ id, ...comment });
  await submit({ id: "gone", ...remark(1), content: `${remark(1).content} https://friend.example/b` });
  await submit({ id: "blatant", ...blatant });
  await submit({ id: "thrown", ...remark(2) });
  await decide("good", { decision: "approve" });
  await decide("bad", { decision: "spam" });
  await decide("gone", { decision: "approve" });
  await decide("thrown", { decision: "discard" });
  await insideOf("demo")((_, storage) => storage.sql.exec("DELETE FROM comments WHERE id = 'gone'"));
}

describe("what a site knows", () => {
  it("makes of another site one that has learned the same, and says the same of a new comment", async () => {
    await lived();
    const key = await another();
    const told = await bring("other", await linesOf("demo"));
    expect({ ...told, trial: undefined }).toEqual({
      taught: 5,
      weak: 0,
      kept: 0,
      elsewhere: 0,
      known: 0,
      skipped: [],
      trial: undefined,
    });
    expect(await learned("other")).toEqual(await learned("demo"));
    const fresh = {
      id: "new",
      test: true,
      content: "More cheap pills: http://pills.example/again",
      author: { name: "X" },
    };
    const asked = (site: string, by: string) =>
      call("POST", `/v1/sites/${site}/comments`, { key: by, body: fresh });
    const { score, outcome } = (await asked("demo", DEMO_KEY)).body;
    expect((await asked("other", key)).body).toMatchObject({ outcome, score: expect.closeTo(score, 6) });
    expect(outcome).toBe("reject");
  });

  it("is known when it comes again, from there as from the system that it was first brought in from", async () => {
    await lived();
    await another();
    const lines = await linesOf("demo");
    await bring("other", lines);
    const before = await learned("other");
    expect(await bring("other", lines)).toMatchObject({ taught: 0, weak: 0, known: lines.length });
    expect(await bring("other", [past(1, "ham", "The same once more")])).toMatchObject({ known: 1 });
    expect(await learned("other")).toEqual(before);
  });

  it("tells of each comment what became of it, by whom, and no address", async () => {
    await demoSite();
    await submit({
      id: "c1",
      ...remark(0),
      author: { name: "Ada", email: "ada@mail.example", ip: "192.0.2.7" },
    });
    await submit({ id: "c2", ...doubtful });
    await decide("c1", { decision: "approve" });
    const [first, second, ...rest] = await linesOf("demo");
    expect(first).toEqual({
      source: "hamlet",
      id: "c1",
      label: "ham",
      by: "person",
      comment: {
        type: "comment",
        format: "text",
        content: remark(0).content,
        post: {},
        author: { name: "Ada" },
        submittedAt: expect.stringMatching(/^20\d\d-.*Z$/),
      },
      lesson: {
        weight: 1000,
        base: expect.any(Number),
        at: expect.any(Number),
        buckets: expect.arrayContaining([expect.any(Number)]),
      },
    });
    expect(second).toMatchObject({ id: "c2", label: "pending" });
    expect(rest).toEqual([]);
  });

  it("is read page by page", async () => {
    await demoSite();
    const many = Array.from({ length: 450 }, (_, n) => ({
      ...past(1, n % 2 === 0 ? "ham" : "spam", `Text ${n} about ${n * 17} and ${n % 13}`),
      id: `${n}`,
    }));
    for (let at = 0; at < many.length; at += 150) await bring("demo", many.slice(at, at + 150));
    const lines = await linesOf("demo");
    expect(new Set(lines.map(({ id }) => id)).size).toBe(450);
  });

  it.each<[string, Line, string]>([
    ["neither a comment nor a lesson", {}, "#/comment"],
    [
      "a lesson with falling buckets",
      { lesson: { weight: 1, base: 0, at: 0, buckets: [2, 1] } },
      "#/lesson/buckets",
    ],
    [
      "a lesson beyond the last bucket",
      { lesson: { weight: 1, base: 0, at: 0, buckets: [8192] } },
      "#/lesson/buckets/0",
    ],
    [
      "a lesson that weighs too much",
      { lesson: { weight: 9999, base: 0, at: 0, buckets: [] } },
      "#/lesson/weight",
    ],
    ["a domain without end", { domain: { name: "x.example", spam: 1e9, ham: 0 } }, "#/domain/spam"],
  ])("is refused where it cannot be: %s", async (_, more, pointer) => {
    await demoSite();
    const { taught, skipped } = await bring("demo", [{ source: "hamlet", id: "1", label: "spam", ...more }]);
    expect([taught, skipped[0]?.reason.startsWith(`${pointer}:`)]).toEqual([0, true]);
  });
});

it("a rule for later ones of a wave goes along, for as long as it had to go, and is brought in once", async () => {
  await demoSite({ publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 });
  const key = await another();
  const copy = (n: number) => ({
    id: `c${n}`,
    content: `Interesting, thanks for sharing this with all of us here today, more of it on http://luck.example/${n}`,
    author: { name: `Sam ${n}` },
  });
  for (const n of [0, 1, 2]) await submit(copy(n));
  const mo = await signIn();
  const wave = { site: "demo", id: "c0", revision: "1", group: "2", until: `${Date.now()}`, later: "1" };
  await mo.post("/queue/decide", { ...wave, decision: "spam" });
  const rules = (await linesOf("demo")).filter((line) => "wave" in line);
  expect(rules).toMatchObject([{ label: "skip", wave: { decision: "spam", wave: 3, by: "Anna" } }]);
  for (const known of [0, 1]) expect(await bring("other", rules)).toMatchObject({ taught: 0, known });
  const sent = await call("POST", "/v1/sites/other/comments", { key, body: copy(3) });
  expect(sent.body).toMatchObject({ status: "spam", policy: [{ effect: "reject" }] });
  expect((await linesOf("other")).filter((line) => "wave" in line)).toHaveLength(1);
  later(8 * DAY);
  expect((await linesOf("demo")).filter((line) => "wave" in line)).toEqual([]);
});

describe("a rule for later ones of a wave that is brought in", () => {
  const pattern = {
    texts: [{ exact: "12ab", sketch: Array(SKETCH_SLOTS).fill(7) }],
    domains: ["luck"],
    names: ["sam"],
  };
  const rule = (more: object = {}) => ({
    id: "1-1",
    decision: "spam",
    by: "Anna",
    member: "0123456789abcdef",
    began: 1,
    until: 9e15,
    batch: "b",
    lead: "c0",
    wave: 3,
    pattern,
    ...more,
  });
  const lineOf = (wave: object, id = "wave 1") => ({ source: "hamlet", id, label: "skip", wave });
  const rules = async () => siteObject().waves(await theRecord());

  it("is the importer's, whomever it names, and ends within seven days", async () => {
    await demoSite();
    await call("POST", "/v1/sites/demo/history-key", { key: ADMIN_TOKEN });
    const body = JSON.stringify(lineOf(rule()));
    await call("POST", "/v1/sites/demo/history", { key: DEMO_KEY, body });
    await bring("demo", [lineOf(rule({ until: NOW + DAY }), "wave 2")]);
    expect(await rules()).toMatchObject([
      { by: "owner", began: NOW, until: NOW + DAY, wave: 3 },
      { by: "blog", key: 1, began: NOW, until: NOW + 7 * DAY },
    ]);
    const kept = await insideOf("demo")((_, { sql }) =>
      JSON.stringify(sql.exec("SELECT * FROM meta").toArray()),
    );
    expect([kept.includes("0123456789abcdef"), kept.includes("Anna")]).toEqual([false, false]);
    const lines = await siteObject().history({ machine: false, limit: 9 }, await theRecord());
    expect(lines.map(({ what, by, member }) => [what, by, member])).toEqual([
      ["later ones", "owner", "token"],
      ["later ones", "blog", "key:1"],
      ["brought", "blog", "key:1"],
    ]);
  });

  it("is one of twenty at most", async () => {
    await demoSite();
    const many = Array.from({ length: 30 }, (_, n) => lineOf(rule(), `wave ${n}`));
    await bring("demo", many);
    expect(await rules()).toHaveLength(20);
  });

  it.each([
    ["more texts than a rule has", { pattern: { ...pattern, texts: Array(5).fill(pattern.texts[0]) } }],
    ["more domains", { pattern: { ...pattern, domains: Array(9).fill("x") } }],
    ["more names", { pattern: { ...pattern, names: Array(9).fill("x") } }],
    ["a name without end", { by: "x".repeat(201) }],
    ["a wave of fewer than none", { wave: -1 }],
  ])("is refused with %s", async (_, more) => {
    await demoSite();
    const { skipped } = await bring("demo", [lineOf(rule(more))]);
    expect([skipped.length, await rules()]).toEqual([1, []]);
  });
});
