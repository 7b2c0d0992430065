import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { change, type Preview } from "../../src/contract/preview.ts";
import type { SettingsPatch } from "../../src/contract/site.ts";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, doubtful, remark, submit } from "../site/blog.ts";
import { signIn } from "./session.ts";

beforeEach(reset);

const preview = async (patch: SettingsPatch, site = "demo") =>
  (await call<Preview>("POST", `/v1/sites/${site}/preview`, { key: ADMIN_TOKEN, body: patch })).body;
const figures = async (patch: SettingsPatch) => {
  const { examples, scale: _, ...counts } = await preview(patch);
  return {
    ...counts,
    examples: examples.map(({ id, label, now, then: after }) => ({ id, label, ...change(now, after) })),
  };
};
const same = (n: number) => change(n, n);

const linked = (n: number) => ({
  content: `${remark(n).content} See https://docs.other.example/page${n} for it.`,
  author: { name: `Reader ${n}`, email: `reader${n}@mail.example` },
});
/** Comments of many kinds, with no two by one author or alike. */
const some: Readonly<Record<string, Record<string, unknown>>> = {
  bare: remark(0),
  mail: { ...remark(1), author: { name: "Bo", email: "bo@mail.example" } },
  link: linked(2),
  own: { content: `${remark(3).content} I wrote it at https://shop.example/mine`, author: { name: "Cy" } },
  doubtful,
  old: { ...remark(6), post: { url: "https://blog.example/old", publishedAt: "2001-02-03T04:05:06Z" } },
  teapot: { content: `${remark(4).content} My teapot agrees.`, author: { name: "Di" } },
  cyrillic: { content: "Спасибо, а почему второй цикл вообще не выполняется?", author: { name: "Ева" } },
  insult: { content: "You are a fucking idiot.", author: { name: "Flo" } },
  user: { content: `${remark(5).content} By the way, kettle.`, author: { name: "Gus", id: "7" } },
};
async function fill(site: string, key: string): Promise<string[]> {
  const outcomes: string[] = [];
  for (const [id, comment] of Object.entries(some)) {
    const sent = { id, post: { url: `https://blog.example/${id}` }, ...comment };
    outcomes.push((await call("POST", `/v1/sites/${site}/comments`, { key, body: sent })).body.outcome);
  }
  return outcomes;
}

describe("a preview tells what the filter would have done", () => {
  const changes: Readonly<Record<string, SettingsPatch>> = {
    "nothing else": {},
    careful: { setting: "careful" },
    light: { setting: "light" },
    "a limit of its own": { publishBelow: 0.0001 },
    "a limit for bare ones": { publishBelow: 0.0001, publishBareBelow: 0.001 },
    "a limit to reject": { rejectAbove: 0.6 },
    "first comments held": { holdFirstTimers: true },
    "links held": { holdLinks: true },
    "posts older than a year held": { holdOlder: 365 },
    "insults not held": { holdAbuse: false },
    "a blocked word": { blocked: ["teapot"] },
    "a blocked mail address's domain and a word": { blocked: ["other.example", "kettle"] },
    "an allowed word": { allowed: ["second loop", "sharing"] },
    "a user of its own": { own: ["id:7"], blocked: ["kettle"] },
    "another host": { hosts: ["blog.example", "shop.example"], holdLinks: true },
    languages: { languages: ["en"] },
    "everything at once": { setting: "light", holdLinks: true, blocked: ["teapot"], languages: ["en", "ru"] },
  };

  it.each(Object.entries(changes))(
    "as it does where the settings were so from the first day: %s",
    async (_, patch) => {
      await demoSite();
      await fill("demo", "demo12345678");
      const created = await call<{ key: string }>("POST", "/v1/sites", {
        key: ADMIN_TOKEN,
        body: { id: "other", name: "Demo", url: "https://blog.example", hosts: ["blog.example"], ...patch },
      });
      const expected = await fill("other", created.body.key);
      const there = await preview(patch);
      expect(there.comments).toBe(expected.length);
      expect(there.seen.then).toBe(expected.filter((outcome) => outcome === "review").length);
      const back = await preview({}, "other");
      expect([back.seen.now, back.seen.then]).toEqual([there.seen.then, there.seen.then]);
    },
  );
});

describe("a preview", () => {
  it("counts mistakes by what people said, or let stand, and shows them first", async () => {
    await demoSite({ publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 });
    for (const [id, comment] of Object.entries({
      good: remark(0),
      bad: doubtful,
      open: remark(1),
      gone: remark(2),
    }))
      await submit({ id, ...comment });
    await decide("good", { decision: "approve" });
    await decide("bad", { decision: "spam" });
    await decide("gone", { decision: "discard" });
    expect(await figures({ publishBelow: 0.9, publishBareBelow: 0.9, rejectAbove: 1 })).toEqual({
      comments: 4,
      seen: change(4, 0),
      hamRejected: same(0),
      spamPublished: change(0, 1),
      examples: [
        { id: "bad", label: "spam", ...change("review", "publish") },
        { id: "open", label: null, ...change("review", "publish") },
        { id: "good", label: "ham", ...change("review", "publish") },
        { id: "gone", label: null, ...change("review", "publish") },
      ],
    });
    expect(await figures({ blocked: ["never runs"] })).toEqual({
      comments: 4,
      seen: change(4, 3),
      hamRejected: change(0, 1),
      spamPublished: same(0),
      examples: [{ id: "good", label: "ham", ...change("review", "reject") }],
    });
  });

  it("shows an example with its author, its text and the time when it came", async () => {
    await demoSite();
    await submit({ id: "c1", ...remark(0), author: { name: "Ada", email: "ada@mail.example" } });
    const { examples } = await preview({ blocked: ["second loop"] });
    expect(examples).toEqual([
      {
        id: "c1",
        arrived: expect.stringMatching(/^20\d\d-/),
        label: "ham",
        ...change("publish", "reject"),
        author: "Ada",
        content: remark(0).content,
      },
    ]);
  });

  it("tells what an entry means that is taken out, and one that an author stands for", async () => {
    await demoSite({ blocked: ["second loop", "Kim"] });
    await submit({ id: "c1", ...remark(0) });
    await submit({ id: "c2", ...remark(1) });
    expect(await figures({ blocked: [] })).toMatchObject({
      examples: [{ id: "c1", label: "spam", ...change("reject", "publish") }],
      spamPublished: change(0, 1),
    });
  });

  it("leaves out what is spam beyond doubt, and counts nothing where nothing came", async () => {
    await demoSite();
    const nothing = {
      comments: 0,
      seen: same(0),
      hamRejected: same(0),
      spamPublished: same(0),
      scale: Array(28).fill({ publish: 0, review: 0, reject: 0 }),
      examples: [],
    };
    expect(await preview({ setting: "light" })).toEqual(nothing);
    expect((await submit({ id: "c1", ...blatant })).body.blatant).toBe(true);
    expect(await preview({ setting: "light" })).toEqual(nothing);
  });

  it("changes nothing", async () => {
    await demoSite();
    await submit({ id: "c1", ...doubtful });
    const settings = () => call("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
    const before = (await settings()).body;
    await preview({ setting: "light", blocked: ["interesting"], holdLinks: true, hosts: ["x.example"] });
    expect((await settings()).body).toEqual(before);
    expect((await call("GET", "/v1/sites/demo/comments/c1", { key: "demo12345678" })).body.revision).toBe(1);
  });

  it("counts no comment that log-only mode published against the filter as good, unless somebody said so", async () => {
    await demoSite({ mode: "log-only", blocked: ["second loop"] });
    await submit({ id: "c1", ...remark(0) });
    expect(await figures({})).toMatchObject({ comments: 1, hamRejected: same(0) });
    await decide("c1", { decision: "approve" });
    expect(await figures({})).toMatchObject({ comments: 1, hamRejected: same(1) });
  });

  it.each([
    ["limits that contradict each other", { publishBelow: 0.9, rejectAbove: 0.5 }, "#/publishBelow"],
    ["an entry that cannot be met", { blocked: ["casino.*"] }, "#/blocked/0"],
    ["no setting", { setting: "wild" }, "#/setting"],
  ])("refuses what could not be saved: %s", async (_, patch, pointer) => {
    await demoSite();
    const { status, body } = await call<{ errors: { pointer: string }[] }>("POST", "/v1/sites/demo/preview", {
      key: ADMIN_TOKEN,
      body: patch,
    });
    expect([status, body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it("of a site that is not there is 404", async () => {
    const { status } = await call("POST", "/v1/sites/demo/preview", { key: ADMIN_TOKEN, body: {} });
    expect(status).toBe(404);
  });
});

describe("on the pages of a site a preview", () => {
  /** What is in the cells of a table, by the first of each row. */
  const rowsOf = (body: unknown) =>
    [...String(body).matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, name, cells = ""]) => [
      name,
      ...[...cells.matchAll(/<td class="number">(.*?)<\/td>/g)].map(([, n]) => Number(n)),
    ]);
  /** What each named setting would have meant: seen, spam published, good ones stopped. */
  const presetsOf = (body: unknown) =>
    [...String(body).matchAll(/<span class="effect">(.*?)<\/label>/g)].map(([, cells = ""]) =>
      [...cells.matchAll(/<b>(\d+)<\/b>/g)].map(([, n]) => Number(n)),
    );

  it("of lists stands below what was typed, which is not saved", async () => {
    await demoSite();
    await submit({ id: "c1", ...remark(0) });
    const { get, post } = await signIn();
    expect((await get("/sites/demo/lists")).body).toContain("before you save it");
    const { status, body } = await post("/sites/demo/preview", { group: "lists", blocked: "second loop" });
    expect(status).toBe(200);
    expect(rowsOf(body)).toEqual([
      ["as they are", 0, 0, 0],
      ["as in the form", 0, 0, 1],
    ]);
    expect(body).toContain("published → stopped");
    expect(body).toContain(">second loop</textarea>");
    expect((await call("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body).toMatchObject({
      settings: { blocked: [] },
    });
  });

  it("of limits stands beside every named setting, and on the scale what is typed in percent", async () => {
    await demoSite();
    await submit({ id: "c1", ...remark(0) });
    const { get, post } = await signIn();
    const none = [0, 0, 0];
    expect(presetsOf((await get("/sites/demo")).body)).toEqual([none, none, none]);
    const typed = { group: "limits", setting: "own", publishBelow: "0", publishBareBelow: "0" };
    const { status, body } = await post("/sites/demo/preview", typed);
    expect([status, presetsOf(body)]).toEqual([200, [none, none, none]]);
    expect(body).toContain("1 more would have waited for you.");
    expect(body).toContain("Publish below 0%, and below 0% what holds nothing to follow; stop above 99%.");
  });

  it("comes alone where the page's script asks, and says what was not accepted where a person does", async () => {
    await demoSite();
    const { post } = await signIn();
    const alone = await post("/sites/demo/preview?part=1", { group: "lists" });
    expect(String(alone.body)).toMatch(/^<section class="sheet" id="preview">/);
    const wrong = { group: "limits", setting: "own", publishBelow: "much", rejectAbove: "120" };
    const refused = await post("/sites/demo/preview", wrong);
    expect([
      refused.status,
      [...String(refused.body).matchAll(/id="fault-(\w+)"/g)].map(([, at]) => at),
    ]).toEqual([422, ["publishBelow", "rejectAbove"]]);
    expect((await post("/sites/demo/preview", { publishBelow: "1" })).status).toBe(422);
  });
});
