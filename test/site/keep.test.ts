import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../../src/contract/feed.ts";
import type { Imported, ImportReport, Knowledge } from "../../src/contract/import.ts";
import type { PersonErased } from "../../src/contract/privacy.ts";
import { DayUse } from "../../src/site/budget/day-use.ts";
import { ADMIN_TOKEN, blatant, call, DEMO_KEY, decide, demoSite, pass, remark, theRecord } from "./blog.ts";
import { countRows, insideOf } from "./inside.ts";

const inside = insideOf("demo");
const LOOPS = "https://blog.example/posts/loops/";

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0.5 });
});

type Line = Readonly<Record<string, unknown>>;

const owner = <T>(method: string, path: string, body?: unknown) =>
  call<T>(method, `/v1/sites/demo${path}`, { key: ADMIN_TOKEN, body });
const bring = async (lines: readonly Line[], keep = true) =>
  owner<Imported & { detail?: string }>(
    "POST",
    `/history${keep ? "?keep=true" : ""}`,
    lines.map((line) => JSON.stringify(line)).join("\n"),
  );
const report = async () => (await owner<{ imports: ImportReport[] }>("GET", "/history")).body.imports[0];
/** As a reader sees the page now: what was remembered is forgotten, and the copy brought in step. */
const read = async (post = LOOPS) => {
  await pass(60_000);
  return (await call<Feed>("GET", `/f/demo/comments?post=${encodeURIComponent(post)}`)).body;
};

const at = (minute: number) => `2019-03-01T10:${String(minute).padStart(2, "0")}:00Z`;
/** Each by somebody else. */
const past = (n: number, more: Line = {}, line: Line = {}) => ({
  source: "wordpress",
  id: String(n),
  label: "ham",
  comment: {
    content: remark(n).content,
    post: { url: LOOPS },
    author: {
      name: `Ada ${n}`,
      email: `ada${n}@mail.example`,
      ip: "203.0.113.7",
      url: "https://ada.example",
    },
    submittedAt: at(n),
    ...more,
  },
  ...line,
});

const kept = { kept: 0, elsewhere: 0 };

describe("what was published and is kept", () => {
  it("is shown to readers with its name, time and thread, and nothing of its author's addresses", async () => {
    const reply = past(2, { parent: { id: "1" }, author: { name: "eve@mail.example" } });
    expect((await bring([past(1), reply])).body).toMatchObject({ taught: 2, kept: 2, elsewhere: 0 });
    expect(await read()).toEqual({
      count: 2,
      comments: [
        {
          id: "wordpress:1",
          parent: null,
          name: "Ada 1",
          website: "https://ada.example/",
          html: `<p>${remark(1).content}</p>`,
          at: "2019-03-01T10:01:00.000Z",
        },
        {
          id: "wordpress:2",
          parent: "wordpress:1",
          name: "eve",
          website: null,
          html: `<p>${remark(2).content}</p>`,
          at: "2019-03-01T10:02:00.000Z",
        },
      ],
    });
    const rows = await inside((_, storage) =>
      JSON.stringify(storage.sql.exec("SELECT * FROM comments").toArray()),
    );
    for (const address of ["ada1@", "203.0.113.7"]) expect(rows).not.toContain(address);
  });

  it("is kept once, be it learned with it or long before, and does not come back once it is taken down", async () => {
    const lines = [past(1), past(2), past(3)];
    expect((await bring(lines, false)).body).toMatchObject({ taught: 3, ...kept });
    expect((await bring(lines)).body).toMatchObject({ taught: 0, known: 3, kept: 3 });
    expect((await bring(lines)).body).toMatchObject({ taught: 0, known: 3, ...kept });
    await decide("wordpress:1", { decision: "spam" });
    await call("DELETE", "/v1/sites/demo/comments/wordpress:2", { key: DEMO_KEY });
    expect((await bring(lines)).body).toMatchObject({ known: 3, ...kept });
    expect((await read()).comments.map(({ id }) => id)).toEqual(["wordpress:3"]);
    expect(await report()).toMatchObject({ taught: 3, kept: 3 });
  });

  it("has no time where its history told none, stands first, and is nothing for feed readers", async () => {
    const lines = [
      past(2),
      past(1, { submittedAt: undefined }),
      past(3, { submittedAt: undefined, parent: { id: "1" } }),
    ];
    expect((await bring(lines)).body).toMatchObject({ kept: 3 });
    const shown = (await read()).comments.map(({ id, parent, at: time }) => [id, parent, time]);
    expect(shown).toEqual([
      ["wordpress:1", null, undefined],
      ["wordpress:3", "wordpress:1", undefined],
      ["wordpress:2", null, "2019-03-01T10:02:00.000Z"],
    ]);
    const atom = await call<string>("GET", `/f/demo/comments?format=atom&post=${encodeURIComponent(LOOPS)}`);
    expect(atom.body.match(/<(?:updated|published)>[^<]*/g)).toEqual(
      ["updated", "published", "updated"].map((name) => `<${name}>2019-03-01T10:02:00.000Z`),
    );
  });

  it("is taken down when somebody calls it spam, and stands there as it was when that is taken back", async () => {
    const eve = { content: blatant.content, author: { name: "Eve", email: "eve@mail.example" } };
    await bring([past(1), past(2, eve), past(3)]);
    const before = await read();
    expect(before.count).toBe(3);
    const record = await theRecord();
    const which = { source: "wordpress", id: "2" };
    await inside((object) => object.decideSuspect({ ...which, label: "spam" }, "Anna", record));
    expect((await read()).comments.map(({ id }) => id)).toEqual(["wordpress:1", "wordpress:3"]);
    await inside((object) => object.undoSuspect(which, "Anna", record));
    expect(await read()).toEqual(before);
    const counts = await inside((object) => object.counts(record));
    expect(counts).toEqual({ pending: 0, published: 3, spam: 0, discarded: 0 });
  });

  it("is what was published, on pages of the blog's own, while its form is on", async () => {
    const lines = [
      past(1, {}, { label: "pending" }),
      past(2, {}, { label: "spam" }),
      past(3, {}, { label: "skip" }),
      past(4, {}, { label: "skip", published: true }),
      past(5, {}, { published: false }),
      past(6, { post: { url: "https://old.example/posts/loops/" } }),
      past(7, { post: {} }),
    ];
    expect((await bring(lines)).body).toMatchObject({ kept: 1, elsewhere: 2 });
    expect((await read()).comments.map(({ id }) => id)).toEqual(["wordpress:4"]);
    await owner("PATCH", "", { form: false });
    const refused = await bring([past(8)]);
    expect([refused.status, refused.body.detail]).toEqual([
      422,
      "published comments are kept for the readers of a blog whose form is on, and this site's is off.",
    ]);
    expect((await bring([past(8)], false)).body).toMatchObject({ taught: 1 });
  });

  it("stands after what it answers, at the same minute and under an id of whatever kind", async () => {
    const odd = (id: string, more: Line) => ({ ...past(1, { submittedAt: at(1), ...more }), id });
    const long = "x".repeat(128);
    await bring([
      odd("b/1 é", {}),
      odd("a", { parent: { id: "b/1 é" }, content: remark(2).content }),
      odd(long, { parent: { id: "a" }, content: remark(3).content }),
    ]);
    const shown = (await read()).comments;
    expect(shown.map(({ id, parent }) => [id, parent])).toEqual([
      ["wordpress:b~2f.1~20.~e9.", null],
      ["wordpress:a", "wordpress:b~2f.1~20.~e9."],
      [expect.stringMatching(/^wordpress:~[0-9a-f]+$/), "wordpress:a"],
    ]);
    expect((await bring([odd(long, { parent: { id: "a" } })])).body).toMatchObject({ known: 1, ...kept });
  });

  it("is one with what a receiver of the same system brought, and does not overwrite it", async () => {
    const own = { id: "wordpress:1", ...remark(0), post: { url: LOOPS } };
    await call("POST", "/v1/sites/demo/comments", { key: DEMO_KEY, body: own });
    expect((await bring([past(1)])).body).toMatchObject({ taught: 1, ...kept });
    await owner("DELETE", "/history/wordpress");
    expect((await read()).comments.map(({ html }) => html)).toEqual([`<p>${remark(0).content}</p>`]);
  });
});

describe("what was kept", () => {
  it("goes when its history is taken out again, decided on or not", async () => {
    await bring([past(1), past(2), past(3), { ...past(4), source: "disqus" }]);
    await decide("wordpress:2", { decision: "spam" });
    expect((await owner("DELETE", "/history/wordpress")).status).toBe(204);
    expect((await read()).comments.map(({ id }) => id)).toEqual(["disqus:4"]);
    // Begun anew it is kept again, as for the first time.
    expect((await bring([past(1)])).body).toMatchObject({ taught: 1, kept: 1 });
  });

  it("goes when its author has herself erased", async () => {
    await bring([past(1), past(2)]);
    const { body } = await owner<PersonErased>("POST", "/erasure", { email: "ada1@mail.example" });
    expect(body).toMatchObject({ comments: 1 });
    expect((await read()).comments.map(({ id }) => id)).toEqual(["wordpress:2"]);
    expect((await bring([past(1), past(2)])).body).toMatchObject(kept);
  });

  it("teaches what a person says of it, in place of what its history had said", async () => {
    await bring([past(1)]);
    await decide("wordpress:1", { decision: "spam" });
    const lessons = await inside((object) =>
      (
        Reflect.get(object, "opened") as {
          site: { learned: { lessons: { label: string; source: string }[] } };
        }
      ).site.learned.lessons.map(({ label, source }) => [label, source]),
    );
    expect(lessons).toEqual([["spam", "decision"]]);
  });

  it("is counted and judged with its history alone, and teaches the filter nothing twice", async () => {
    await bring([past(1), past(2)]);
    const before = await owner<{ comments: number }>("POST", "/preview", { publishBelow: 0.1 });
    expect(before.body.comments).toBe(2);
    const lessons = () => inside((_, storage) => storage.sql.exec("SELECT lessons FROM learned").one());
    const taught = await lessons();
    await pass(15 * 86_400_000);
    await pass(86_400_000);
    expect(await lessons()).toEqual(taught);
    const days = await inside((_, storage) => storage.sql.exec("SELECT * FROM days").toArray());
    expect(days).toEqual([]);
  });

  it("moves with the site's export under the ids that it had", async () => {
    await bring([past(1), past(2, { parent: { id: "1" } })]);
    const shown = (await read()).comments;
    const { body } = await owner<Knowledge>("GET", "/history/lines");
    await owner("DELETE", "/history/wordpress");
    expect((await bring(body.lines as Line[])).body).toMatchObject({ kept: 2 });
    expect((await read()).comments).toEqual(shown);
  });
});

describe("the cost of keeping", () => {
  it("is three rows a comment, and some for a call", async () => {
    const without = countRows();
    await bring(
      Array.from({ length: 18 }, (_, n) => past(n)),
      false,
    );
    const learned = without.rowsWritten;
    vi.restoreAllMocks();
    const rows = countRows();
    await bring(Array.from({ length: 18 }, (_, n) => past(n)));
    expect([rows.rowsWritten >= 54, rows.rowsWritten < 54 + 12]).toEqual([true, true]);
    expect(learned).toBeLessThan(20);
  });

  it("is left to new comments when the day's rows are nearly used up", async () => {
    vi.spyOn(DayUse.prototype, "spent").mockReturnValue(0.7);
    const { status, body } = await bring([past(1)]);
    expect([status, body.detail]).toEqual([422, expect.stringContaining("after 00:00 UTC")]);
    vi.mocked(DayUse.prototype.spent).mockReturnValue(0.69);
    expect((await bring([past(1)])).body).toMatchObject({ kept: 1 });
  });
});
