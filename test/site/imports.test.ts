import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Imported, ImportReport } from "../../src/contract/import.ts";
import type { PersonErased } from "../../src/contract/privacy.ts";
import { hash } from "../../src/core/hash.ts";
import type { StoredReputation } from "../../src/core/memory/reputation.ts";
import type { Opened } from "../../src/site/open.ts";
import { DAY, later } from "../clock.ts";
import { signIn } from "../http/session.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  demoSite,
  plain,
  remark,
  submit,
  tell,
  theRecord,
} from "./blog.ts";
import { countRows, insideOf, restart } from "./inside.ts";

const inside = insideOf("demo");

beforeEach(async () => {
  await reset();
  // What the filter says of the good ones is not the matter here.
  await demoSite({ publishBelow: 0.5 });
});

type Line = Readonly<Record<string, unknown>>;

const bring = <T = Imported>(...lines: readonly (Line | string)[]) =>
  call<T>("POST", "/v1/sites/demo/history", {
    key: ADMIN_TOKEN,
    body: lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  });
const reports = async () =>
  (
    await call<{ imports: ImportReport[]; suspects: number }>("GET", "/v1/sites/demo/history", {
      key: ADMIN_TOKEN,
    })
  ).body;

const at = (day: number) => `2019-03-${String(day).padStart(2, "0")}T10:00:00Z`;
const good = (id: number, more: Line = {}) => ({
  source: "wordpress",
  id: String(id),
  label: "ham",
  comment: { ...remark(id), submittedAt: at(id + 1), ...more },
});
const spam = (id: number, more: Line = {}) => ({
  source: "wordpress",
  id: String(id),
  label: "spam",
  by: "filter",
  comment: { ...blatant, submittedAt: at(20) },
  ...more,
});
/** Spam of the blog's own kind, which no model knows. */
const local = (id: number) => ({
  ...spam(id),
  by: "person",
  comment: {
    content:
      "The quokka lamp of Zwiebelheim glows all night, ask the lighthouse keeper about the quokka lamp now",
    author: { name: `Keeper ${id}`, email: "keeper@mail.example" },
    submittedAt: at(21),
  },
});

/** Everything that the site has learned, and what it keeps of imports. */
const everything = () =>
  inside((_, storage) =>
    ["learned", "lessons", "imports", "import_parts", "suspects", "comments", "events", "outbox"].map(
      (table) => storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
    ),
  );

describe("a history that is brought in", () => {
  it("is learned, weakly where a filter judged, and its comments are known the next time", async () => {
    const lines = [
      good(0),
      good(1),
      spam(10),
      { ...good(2), label: "pending" },
      { ...good(3), label: "skip" },
    ];
    const first = await bring(...lines);
    expect(first).toMatchObject({ status: 200 });
    expect(first.body).toEqual({
      taught: 2,
      weak: 1,
      known: 0,
      kept: 0,
      elsewhere: 0,
      skipped: [],
      trial: { comments: 3, seen: 0, ham: 2, hamRejected: 0, spam: 1, spamPublished: 0 },
    });
    const before = await everything();
    expect((await bring(...lines)).body).toMatchObject({ taught: 0, weak: 0, known: 5 });
    expect(await everything()).toEqual(before);
  });

  it("tells what it brought, whole, by quarter and by setting", async () => {
    await bring(good(0), good(1), good(2), spam(10));
    const whole = { comments: 4, seen: 0, ham: 3, hamRejected: 0, spam: 1, spamPublished: 0 };
    const trial = { comments: 1, seen: 0, ham: 1, hamRejected: 0, spam: 0, spamPublished: 0 };
    expect(await reports()).toEqual({
      imports: [
        {
          source: "wordpress",
          begun: expect.any(String),
          by: "owner",
          taught: 3,
          weak: 1,
          other: 0,
          kept: 0,
          oldest: "2019-03-01T10:00:00.000Z",
          newest: "2019-03-20T10:00:00.000Z",
          trial: whole,
          quarters: [trial, trial, trial, { ...trial, ham: 0, spam: 1 }],
          presets: {
            careful: whole,
            balanced: whole,
            light: whole,
          },
        },
      ],
      suspects: 0,
    });
  });

  it("is judged under each setting by what was kept of it", async () => {
    const praise = "Good post, I learned something new today";
    await bring({ ...good(0), comment: { content: praise, submittedAt: at(1) } });
    expect((await reports()).imports).toMatchObject([
      {
        trial: { seen: 0 },
        presets: { careful: { seen: 1 }, balanced: { seen: 0 }, light: { seen: 0 } },
      },
    ]);
  });

  it("puts nothing into the queue, tells nobody and keeps no text", async () => {
    await bring(good(0), local(11));
    const { counts, text } = await inside(async (object, storage) => ({
      counts: object.counts(await theRecord()),
      text: JSON.stringify(
        ["comments", "events", "outbox", "imports", "lessons", "learned"].map((table) =>
          storage.sql.exec(`SELECT * FROM ${table}`).toArray(),
        ),
      ),
    }));
    expect(counts).toEqual({ pending: 0, published: 0, spam: 0, discarded: 0 });
    expect(text).not.toMatch(/quokka|keeper@/);
  });

  it("changes what the filter says, and a near text of its spam is known at once, also after a restart", async () => {
    const sent = { content: `${local(1).comment.content} friends`, author: { name: "Someone" }, test: true };
    const before = await submit(sent);
    await bring(local(11), local(12));
    await restart("demo");
    const after = await submit(sent);
    expect(after.body.score).toBeGreaterThan(before.body.score + 2);
    expect(after.body.hits.map(({ signal }) => signal)).toContain("near-spam");
  });

  it("is learned the same in two calls with a kill between them as in one", async () => {
    const lines = [good(0), good(1), spam(10), local(11)];
    await bring(...lines);
    const lessons = () => inside((object) => Reflect.get(object, "opened").site.learned.state.table);
    const whole = await lessons();
    await reset();
    await demoSite({ publishBelow: 0.5 });
    await bring(...lines.slice(0, 2));
    await restart("demo");
    await bring(...lines);
    expect(await lessons()).toEqual(whole);
    expect((await reports()).imports[0]).toMatchObject({ taught: 3, weak: 1 });
  });

  it("is taken out again whole: then it had never been", async () => {
    await submit({ id: "good", ...plain });
    await call("POST", "/v1/sites/demo/comments/good/decision", {
      key: "demo12345678",
      body: { decision: "spam" },
    });
    const before = await everything();
    await bring(
      good(0, { author: { name: "Ada", email: "ada@mail.example", ip: "203.0.113.9" } }),
      spam(10),
      local(11),
    );
    await bring({ ...good(1), source: "disqus" });
    for (const source of ["wordpress", "disqus"])
      expect((await call("DELETE", `/v1/sites/demo/history/${source}`, { key: ADMIN_TOKEN })).status).toBe(
        204,
      );
    expect(await everything()).toEqual(before);
    expect((await call("DELETE", "/v1/sites/demo/history/disqus", { key: ADMIN_TOKEN })).status).toBe(404);
  });

  it("costs far less than a row a comment", async () => {
    const lines = Array.from({ length: 200 }, (_, i) => ({ ...good(i % 4), id: String(i) }));
    const rows = countRows();
    expect((await bring(...lines)).body).toMatchObject({ taught: 200 });
    expect(rows.rowsWritten).toBeLessThanOrEqual(20);
  });

  it("takes the lines that are right and names the others", async () => {
    const { body } = await bring(
      good(0),
      "{ broken",
      { ...good(1), label: "good" },
      { ...good(2), source: "Two Words" },
      good(3, { content: 7 }),
    );
    expect(body).toMatchObject({
      taught: 1,
      skipped: [
        { line: 2, reason: "no JSON" },
        { line: 3, reason: expect.stringMatching(/^#\/label: /) },
        { line: 4, reason: expect.stringMatching(/^#\/source: 1 to 40 characters/) },
        { line: 5, reason: expect.stringMatching(/^#\/comment\/content: /) },
      ],
    });
  });

  it.each([
    ["no line", [], 422],
    ["201 lines", Array.from({ length: 201 }, () => "{}"), 422],
    ["more than two megabytes", [`"${"x".repeat(2 * 1024 * 1024)}"`], 413],
  ])("is refused whole with %s", async (_, lines, status) => {
    expect((await bring(...lines)).status).toBe(status);
    expect(await reports()).toEqual({ imports: [], suspects: 0 });
  });

  it("belongs to a site that there is", async () => {
    expect((await call("GET", "/v1/sites/nowhere/history", { key: ADMIN_TOKEN })).status).toBe(404);
    expect((await call("POST", "/v1/sites/nowhere/history", { key: ADMIN_TOKEN, body: "{}" })).status).toBe(
      404,
    );
  });
});

const opened = (object: object): Opened => Reflect.get(object, "opened");
const anna = { name: "Anna", member: "m1" };

describe("a comment whose label and look disagree", () => {
  const odd = {
    ...good(0),
    id: "odd",
    comment: { ...blatant, author: { ...blatant.author, email: "eve@mail.example" }, submittedAt: at(2) },
  };

  it("is shown to a person, whose word is learned", async () => {
    await bring(good(1), odd);
    const record = await theRecord();
    const { suspects } = await inside((object) => object.imports(record));
    expect(suspects).toEqual({
      all: 1,
      shown: [
        {
          source: "wordpress",
          id: "odd",
          label: "ham",
          outcome: "reject",
          score: expect.any(Number),
          at: Date.parse(at(2)),
          author: "best online casino",
          content: blatant.content,
          url: undefined,
        },
      ],
      decided: [],
    });
    const score = async () => (await submit({ ...blatant, test: true })).body.score;
    const taken = await score();
    expect(
      await inside((object) =>
        object.decideSuspect({ source: "wordpress", id: "odd", label: "spam" }, anna, record),
      ),
    ).toBe(true);
    expect(await score()).toBeGreaterThan(taken);
    expect((await reports()).suspects).toBe(0);
    expect(
      await inside((object) =>
        object.decideSuspect({ source: "wordpress", id: "odd", label: "ham" }, anna, record),
      ),
    ).toBe(false);
  });

  /** What the site has learned and keeps of histories, however it lies in its tables. */
  const known = () =>
    inside((object) => {
      const { learned, imports, suspects } = opened(object).site;
      const sorted = ({ authors, domains }: StoredReputation) => [[...authors].sort(), [...domains].sort()];
      const names = ({ source, id }: { source: string; id: string }) => `${source} ${id}`;
      return structuredClone({
        table: [...learned.state.table],
        lessons: learned.lessons.sort((a, b) => names(a).localeCompare(names(b))),
        reputation: sorted(learned.reputation.store()),
        imports: imports.all().map((one) => ({ ...one, reputation: sorted(one.reputation.store()) })),
        suspects: suspects.all(),
      });
    });
  const say = async (id: string, label: "ham" | "spam") => {
    const record = await theRecord();
    return inside((object) => object.decideSuspect({ source: "wordpress", id, label }, anna, record));
  };
  const takeBack = async (id: string) => {
    const record = await theRecord();
    return inside((object) => object.undoSuspect({ source: "wordpress", id }, anna, record));
  };
  const history = async () => {
    const record = await theRecord();
    const lines = await inside((object) => object.history({ machine: false, limit: 4 }, record));
    return lines.filter(({ by }) => by === "Anna").map(({ at: _, name: __, site: ___, ...line }) => line);
  };

  it("waits again when a word on it is taken back, and all is as it was, whoever had judged it and whatever was said", async () => {
    const fine = { ...good(3), id: "fine", label: "spam" };
    await bring(good(1), good(2), odd, fine, { ...odd, id: "old", by: "filter" });
    const before = await known();
    expect(before.suspects.map(({ id }) => id).sort()).toEqual(["fine", "odd", "old"]);
    for (const [id, label] of [
      ["odd", "spam"],
      ["odd", "ham"],
      ["old", "spam"],
      ["fine", "ham"],
    ] as const) {
      expect(await say(id, label)).toBe(true);
      expect(await known()).not.toEqual(before);
      await restart("demo");
      expect(await takeBack(id)).toBe(true);
      expect(await known()).toEqual(before);
      expect(await takeBack(id)).toBe(false);
    }
  });

  it("stands in the history with its text and the way back, then as taken back", async () => {
    await bring(odd);
    await say("odd", "spam");
    const line = {
      comment: "",
      by: "Anna",
      member: "m1",
      what: "judged",
      machine: true,
      before: "published",
      after: "spam",
    };
    const about = { author: blatant.author.name, text: blatant.content.slice(0, 200) };
    expect(await history()).toEqual([{ ...line, ...about, suspect: { source: "wordpress", id: "odd" } }]);
    await takeBack("odd");
    expect(await history()).toEqual([
      { ...line, what: "unjudged", before: "spam", after: "published" },
      { ...line, final: "undone" },
    ]);
  });

  it("is kept for seven days after a word on it; then its text is gone, and the history says so", async () => {
    await bring(odd);
    await say("odd", "spam");
    const purge = () => inside((object) => opened(object).site.suspects.purge(Date.now()));
    later(7 * DAY);
    await purge();
    expect(await inside((object) => opened(object).site.suspects.decided(9).length)).toBe(1);
    later(1);
    await purge();
    expect(await takeBack("odd")).toBe(false);
    expect(await history()).toMatchObject([{ what: "judged", final: "gone" }]);
    expect(
      await inside((_, storage) => JSON.stringify(storage.sql.exec("SELECT * FROM suspects").toArray())),
    ).toBe("[]");
  });

  it("says nothing of an author of whom only a filter had judged, but what a person says now", async () => {
    const hers = { ...blatant.author, email: "eve@mail.example" };
    await bring({ ...odd, by: "filter", comment: { ...odd.comment, author: hers } });
    const standing = () =>
      inside((object) =>
        opened(object)
          .site.learned.reputation.store()
          .authors.map(([, one]) => one),
      );
    expect(await standing()).toEqual([]);
    await say("odd", "ham");
    expect(await standing()).toMatchObject([{ places: [{ approve: 1, spam: 0, discard: 0 }] }]);
  });

  it("goes with all that is known of its author when she is erased", async () => {
    await bring(odd);
    const { body } = await call<PersonErased>("POST", "/v1/sites/demo/erasure", {
      key: ADMIN_TOKEN,
      body: { email: "eve@mail.example" },
    });
    expect(body.standing).toBe(true);
    expect((await reports()).suspects).toBe(0);
    expect(await inside((object) => Reflect.get(object, "opened").site.learned.lessons)).toEqual([]);
    expect((await tell("odd")).status).toBe(404);
  });
});

describe("the site's own key", () => {
  const byKey = (...lines: readonly Line[]) =>
    call<Imported & { detail?: string }>("POST", "/v1/sites/demo/history", {
      key: DEMO_KEY,
      body: lines.map((line) => JSON.stringify(line)).join("\n"),
    });
  const open = (method = "POST") =>
    call<{ until: string }>(method, "/v1/sites/demo/history-key", { key: ADMIN_TOKEN });

  it("brings in the past for 24 hours after the owner has opened it, and no longer", async () => {
    expect((await byKey(good(0))).status).toBe(403);
    const { until } = (await open()).body;
    expect(Date.parse(until) - Date.now()).toBe(86_400_000);
    expect((await byKey(good(0))).body).toMatchObject({ taught: 1 });
    later(86_400_000 - 1);
    expect((await byKey(good(0))).body).toMatchObject({ known: 1 });
    later(1);
    const closed = await byKey(good(1));
    expect([closed.status, closed.body.detail]).toEqual([403, expect.stringContaining("24 hours")]);
    expect((await reports()).imports).toMatchObject([{ taught: 1, by: "blog", key: 1 }]);
  });

  it("is closed again at once when the owner says so, and stands in the history once for each time it was opened", async () => {
    await open();
    await byKey(good(0));
    await byKey(good(1));
    expect((await open("DELETE")).status).toBe(204);
    expect((await byKey(good(2))).status).toBe(403);
    later(1000);
    await open();
    await byKey(good(2));
    await byKey(good(3));
    const lines = await inside(async (object) =>
      object.history({ machine: false, limit: 10 }, await theRecord()),
    );
    expect(lines.map(({ by, member, what }) => [by, member, what])).toEqual([
      ["blog", "key:1", "brought"],
      ["blog", "key:1", "brought"],
    ]);
  });

  it("is opened and closed on the page of the blog's history", async () => {
    const { get, post } = await signIn();
    await post("/sites/demo/imports/open");
    expect((await byKey(good(0))).status).toBe(200);
    expect((await get("/sites/demo/imports")).body).toContain("wp hamlet import");
    await post("/sites/demo/imports/close");
    expect((await byKey(good(1))).status).toBe(403);
  });
});

describe("an import of an earlier version", () => {
  it("has its comments known by the sums of that version", async () => {
    await bring(good(0), good(1));
    const oldKey = (id: string) => (BigInt(hash(id)) << 32n) | BigInt(hash(`${id}\n`));
    await inside((_, storage) =>
      storage.sql.exec("UPDATE import_parts SET ids = ?", BigUint64Array.from(["0", "1"], oldKey).buffer),
    );
    expect((await bring(good(0), good(1), good(2))).body).toMatchObject({ taught: 1, known: 2 });
    expect((await bring(good(2), good(1))).body).toMatchObject({ taught: 0, known: 2 });
  });

  it("has its days counted from its comments", async () => {
    await bring(good(0), good(1), spam(10));
    const days = () => inside(async (object) => object.days(17_900, 18_000, await theRecord()));
    const before = await days();
    expect(before.days).toHaveLength(3);
    await inside((_, storage) => storage.sql.exec("UPDATE imports SET days = NULL"));
    expect(await days()).toEqual(before);
    await bring(good(2));
    expect((await days()).days).toHaveLength(4);
  });
});
