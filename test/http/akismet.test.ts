import {
  createExecutionContext,
  createScheduledController,
  reset,
  runInDurableObject,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import worker from "../../src/index.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { NOW } from "../clock.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  plain,
  siteObject,
  tell,
} from "../site/blog.ts";
import { restart } from "../site/inside.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";

const GUID = /^[0-9a-f]{32}$/;

let key: string;
const settings = (patch: object) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: patch });
const check = (more: Readonly<Record<string, string>> = {}) => akismet("comment-check", fields(key, more));
const rows = <T>(statement: string) =>
  runInDurableObject(siteObject(), (_, { storage }) => storage.sql.exec(statement).toArray() as T[]);

beforeEach(async () => {
  await reset();
  await demoSite();
  key = await akismetKey();
});

const down = (method: "submit" | "report") =>
  vi.spyOn(SiteObject.prototype, method).mockReturnValue(new Promise(() => {}) as never);
const cron = async () => {
  const context = createExecutionContext();
  await worker.scheduled(createScheduledController(), env as never, context);
  await waitOnExecutionContext(context);
};

describe("comment-check", () => {
  it("takes a comment in as any other: judged, stored, waiting for a person", async () => {
    const told = await check();
    expect([told.status, told.body]).toEqual([200, "false"]);
    const stored = await tell(told.guid);
    expect(stored.body).toMatchObject({ status: "pending", outcome: "review" });
    expect(Number(told.headers.get("x-hamlet-score"))).toBeCloseTo(stored.body.score, 3);
  });

  it("answers what waits as the owner wants it told, and what is published false", async () => {
    await settings({ holdAs: "spam" });
    expect((await check()).body).toBe("true");
    await settings({ holdAs: "ham" });
    const ham = await check();
    expect([ham.body, ham.headers.get("x-akismet-recheck-after")]).toEqual(["false", null]);
    expect((await check({ comment_content: plain.content, comment_author: plain.author.name })).body).toBe(
      "false",
    );
  });

  it("lets the blog discard what is spam beyond doubt, unless the owner does not", async () => {
    const spam = {
      comment_content: blatant.content,
      comment_author: blatant.author.name,
      comment_author_url: blatant.author.url,
    };
    expect((await check(spam)).headers.get("x-akismet-pro-tip")).toBe("discard");
    await settings({ sendDiscard: false });
    const again = await check({ ...spam, permalink: "https://blog.example/moon" });
    expect([again.body, again.headers.get("x-akismet-pro-tip")]).toEqual(["true", null]);
  });

  it("knows a recheck by page, author, mail and content, and answers with what was decided since", async () => {
    const first = await check();
    expect((await check({ recheck_reason: "recheck_queue", user_agent: "" })).guid).toBe(first.guid);
    await decide(first.guid, { decision: "approve" });
    expect((await check({ recheck_reason: "retry" })).body).toBe("false");
    expect((await check({ permalink: "https://blog.example/moon" })).guid).not.toBe(first.guid);
    expect((await rows<{ n: number }>("SELECT count(*) AS n FROM comments"))[0]?.n).toBe(2);
  });

  it("knows a comment again that WordPress asks about out of its database, escaped as it stores it", async () => {
    const posted = {
      comment_author: String.raw`Ada O\'Neil`,
      comment_content: String.raw`It\'s \"odd\": i < 20 <a href=\"http://x.example\">x</a>`,
    };
    const stored = {
      comment_author: "Ada O'Neil",
      comment_content: `It's "odd": i &lt; 20 <a href="http://x.example" rel="nofollow ugc">x</a>`,
      recheck_reason: "recheck_queue",
    };
    const first = await check(posted);
    expect((await check(stored)).guid).toBe(first.guid);
    const [row] = await rows<{ comment: string; revision: number }>("SELECT comment, revision FROM comments");
    expect(row?.revision).toBe(1);
    expect(JSON.parse(row?.comment ?? "")).toMatchObject({
      content: `It's "odd": i < 20 <a href="http://x.example">x</a>`,
      author: { name: "Ada O'Neil" },
    });
  });

  it("takes other content under a known guid for an edit", async () => {
    const first = await check();
    const edited = await check({
      guid: first.guid,
      recheck_reason: "edit",
      comment_content: "Edited since.",
    });
    expect(edited.guid).toBe(first.guid);
    expect((await tell(first.guid)).body.revision).toBe(2);
  });

  it("takes the same author and text with another website for another comment, and leaves the first alone", async () => {
    const first = await check({ comment_author_url: "https://kim.example/" });
    await decide(first.guid, { decision: "approve", by: "Anna" });
    const before = (await tell(first.guid)).body;
    const website = { comment_author_url: "http://cheap-casino.example.com/bonus" };
    const stranger = await check(website);
    const reported = await akismet("submit-spam", fields(key, { reporter: "anna", ...website }));
    expect([stranger.guid === first.guid, reported.status]).toEqual([false, 200]);
    expect((await tell(first.guid)).body).toEqual(before);
    expect((await tell(stranger.guid)).body).toMatchObject({ status: "spam", revision: 2 });
  });

  it.each([
    ["without a scheme", "kim.example", "http://kim.example/"],
    ["in capitals", "HTTP://Kim.Example/", "http://kim.example"],
  ])("knows a recheck whose website WordPress wrote anew: %s", async (_, posted, stored) => {
    const first = await check({ comment_author_url: posted });
    const again = await check({ comment_author_url: stored, recheck_reason: "recheck_queue" });
    expect(again.guid).toBe(first.guid);
    expect((await tell(first.guid)).body.revision).toBe(1);
  });

  it("takes other content under its guid for an edit, which stands in the history when it moves the comment", async () => {
    const first = await check();
    await decide(first.guid, { decision: "approve", by: "Anna" });
    const spam = { comment_content: blatant.content, comment_author_url: blatant.author.url };
    await check({ guid: first.guid, ...spam });
    const { status, history } = (await tell(first.guid)).body as { status: string; history?: unknown[] };
    expect([status, history]).toEqual([
      "pending",
      [
        expect.objectContaining({ type: "comment.published", by: "Anna" }),
        expect.objectContaining({
          type: "comment.edited",
          decision: null,
          by: "author",
          before: "published",
          status: "pending",
        }),
      ],
    ]);
  });

  it("refuses a form of too many fields or bytes, and says why", async () => {
    const many = new TextEncoder().encode(`${fields(key)}${"&".repeat(1_000)}`);
    const large = fields(key, { filler: "x".repeat(512 * 1024) });
    const told = [await akismet("comment-check", many), await akismet("comment-check", large)];
    expect(told.map(({ body, headers }) => [body, headers.get("x-akismet-debug-help")])).toEqual([
      ["invalid", "The request may have at most 1000 fields"],
      ["invalid", "The request may have at most 524288 bytes"],
    ]);
  });

  it("takes a form that comes in pieces without its length, and refuses one that does not end in time", async () => {
    const inPieces = (text: string) =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let from = 0; from < text.length; from += 50_000)
            controller.enqueue(new TextEncoder().encode(text.slice(from, from + 50_000)));
          controller.close();
        },
      });
    const filler = (length: number) => fields(key, { filler: "x".repeat(length) }).toString();
    const sent = [filler(400_000), filler(512 * 1024)].map(inPieces);
    const told = await Promise.all(sent.map((body) => akismet("comment-check", body)));
    expect(told.map(({ body }) => body)).toEqual(["false", "invalid"]);
  });

  it("stores nothing of a test and nothing that it does not know", async () => {
    await check({ is_test: "True" });
    const form = fields(key, {
      DB_PASSWORD: "marker-secret",
      HTTP_ACCEPT: "marker-secret",
      POST_pwd: "marker-secret",
    });
    await akismet("comment-check", form);
    const tables = await rows<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    const contents = await Promise.all(
      tables.filter(({ name }) => !name.startsWith("_")).map(({ name }) => rows(`SELECT * FROM "${name}"`)),
    );
    expect(JSON.stringify(contents)).not.toContain("marker-secret");
    expect((await rows<{ n: number }>("SELECT count(*) AS n FROM comments"))[0]?.n).toBe(1);
  });

  it.each([
    ["Latin-1 that is named", "Gr%FC%DFe", { blog_charset: "ISO-8859-1" }, "Grüße"],
    ["Latin-1 that is not", "caf%E9+%96+ja", {}, "café – ja"],
    ["UTF-8 that is called Latin-1", "Gr%C3%BC%C3%9Fe", { blog_charset: "ISO-8859-1" }, "Grüße"],
    ["Cyrillic of an old server", "%CF%F0%E8%E2%E5%F2", { blog_charset: "windows-1251" }, "Привет"],
    ["UTF-8 that was cut", "caf%C3", { blog_charset: "UTF-8" }, "caf\uFFFD"],
    ["an escape that was cut", "100%+sure%2", {}, "100% sure%2"],
    ["white space and lines", "+a%0D%0Ab+", {}, " a\r\nb "],
  ])("reads %s", async (_, content, more, expected) => {
    const form = fields(key, more as Record<string, string>);
    form.delete("comment_content");
    const body = Uint8Array.from(`${form}&comment_content=${content}`, (character) =>
      character.charCodeAt(0),
    );
    await akismet("comment-check", body);
    const [row] = await rows<{ comment: string }>("SELECT comment FROM comments");
    expect(JSON.parse(row?.comment ?? "").content).toBe(expected);
  });

  it("cuts what is longer than a comment may be, at a character", async () => {
    const told = await check({ comment_content: "é".repeat(40_000), comment_author: "x".repeat(5000) });
    const [row] = await rows<{ comment: string }>("SELECT comment FROM comments");
    expect(told.status).toBe(200);
    expect(JSON.parse(row?.comment ?? "").content).toBe("é".repeat(32_768));
  });

  it("publishes everything in log-only mode, and keeps what it would have done", async () => {
    await settings({ mode: "log-only" });
    const told = await check({ comment_author: "akismet-guaranteed-spam" });
    expect([told.body, told.headers.get("x-akismet-pro-tip")]).toEqual(["false", null]);
    expect((await tell(told.guid)).body).toMatchObject({ status: "published", would: "reject" });
  });

  it("without its site object answers reject true and all else as held, and loses nothing", async () => {
    await settings({ holdAs: "ham" });
    const failing = down("submit");
    const spam = await check({ comment_author: "akismet-guaranteed-spam" });
    const good = await check({ comment_content: plain.content, comment_author: plain.author.name });
    expect([spam.body, good.body]).toEqual(["true", "false"]);
    failing.mockRestore();
    await cron();
    const places = await Promise.all([spam.guid, good.guid].map(async (id) => (await tell(id)).body.status));
    expect(places).toEqual(["spam", "pending"]);
  });

  it("calls blatant spam spam without storing it when the day's quota is nearly used up", async () => {
    await check();
    await runInDurableObject(siteObject(), (_, { storage }) => {
      const value = JSON.stringify({
        at: NOW,
        use: { rowsWritten: 70_000 },
        lastIn: null,
        lastOut: null,
      });
      storage.sql.exec("INSERT OR REPLACE INTO meta VALUES ('use', ?)", value);
    });
    await restart("demo");
    const told = await check({ comment_content: blatant.content, comment_author_url: blatant.author.url });
    expect([told.status, told.body, told.guid, told.headers.get("x-akismet-pro-tip")]).toEqual([
      200,
      "true",
      expect.stringMatching(GUID),
      null,
    ]);
    expect((await rows<{ n: number }>("SELECT count(*) AS n FROM comments"))[0]?.n).toBe(1);
  });

  it("says 503 and no verdict when nothing could be stored at all", async () => {
    down("submit");
    vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV is down"));
    const told = await check();
    expect([told.status, told.body, told.headers.get("retry-after")]).toEqual([503, "unavailable", "30"]);
    expect(told.guid).toMatch(GUID);
  });
});

describe("submit-spam and submit-ham", () => {
  const report = (what: "spam" | "ham", more: Readonly<Record<string, string>> = {}) =>
    akismet(`submit-${what}`, fields(key, { reporter: "anna", ...more }));

  it("are a decision of the blog's moderator, learned once", async () => {
    const { guid } = await check();
    for (let i = 0; i < 3; i++)
      expect((await report("spam")).body).toBe("Thanks for making the web a better place.");
    const { body } = await tell(guid);
    expect(body.status).toBe("spam");
    expect(body.history).toMatchObject([{ decision: "spam", by: "anna", before: "pending", status: "spam" }]);
  });

  it.each([
    [
      "the guid, though all else differs",
      (guid: string) => ({ guid, comment_content: "cut", comment_author: "" }),
    ],
    ["author, mail and content, on another page", () => ({ permalink: "" })],
  ])("find the comment by %s", async (_, more) => {
    const { guid } = await check();
    await report("ham", more(guid) as Record<string, string>);
    expect((await tell(guid)).body.status).toBe("published");
    expect((await rows<{ n: number }>("SELECT count(*) AS n FROM comments"))[0]?.n).toBe(1);
  });

  it("change what somebody decided on Hamlet's page", async () => {
    const { guid } = await check();
    await decide(guid, { decision: "approve", by: "Ben" });
    await report("spam");
    expect((await tell(guid)).body.history).toMatchObject([
      { decision: "approve" },
      { decision: "spam", by: "anna" },
    ]);
  });

  it("store and learn a comment that was never checked, but do not measure the filter by it", async () => {
    await report("spam");
    await report("spam");
    expect(await rows("SELECT decision, source, outcome, lesson IS NOT NULL AS taught FROM events")).toEqual([
      { decision: "spam", source: "akismet", outcome: null, taught: 1 },
    ]);
  });

  it("teach nothing of a test or of a comment that says nothing", async () => {
    await report("spam", { is_test: "1" });
    await akismet("submit-spam", new URLSearchParams({ api_key: key, blog: "https://blog.example" }));
    expect(await rows("SELECT id FROM comments")).toEqual([]);
  });

  it("survive a site object that is down", async () => {
    const { guid } = await check();
    const failing = down("report");
    expect((await report("ham")).body).toMatch(/^Thanks/);
    failing.mockRestore();
    await cron();
    await cron();
    expect((await tell(guid)).body).toMatchObject({
      status: "published",
      history: [{ decision: "approve", by: "anna" }],
    });
  });

  it("undone on Hamlet's page are taken back, and the blog is told", async () => {
    await settings({ webhook: "https://blog.example/hamlet" });
    const { guid } = await check();
    await report("spam");
    await decide(guid, { decision: "undo", by: "Ben" });
    expect((await tell(guid)).body.status).toBe("pending");
    const events = await rows("SELECT type, send FROM events ORDER BY sequence");
    expect(events).toEqual([
      { type: "comment.spam", send: 1 },
      { type: "comment.reverted", send: 1 },
    ]);
  });
});

describe("a report of a comment that is known by its author and text alone", () => {
  const report = (more: Readonly<Record<string, string>>) =>
    akismet("submit-spam", fields(key, { reporter: "anna", permalink: "", ...more }));

  it("without a website is of the only one there is; of two with different ones it is of neither", async () => {
    const first = await check({ comment_author_url: "https://kim.example/" });
    await report({});
    expect((await tell(first.guid)).body.status).toBe("spam");
    const two = { comment_author: "Kim Two" };
    const guids = [
      (await check({ ...two, comment_author_url: "https://kim.example/" })).guid,
      (await check({ ...two, comment_author_url: "https://other.example/" })).guid,
    ];
    await report(two);
    const places = await Promise.all(guids.map(async (guid) => (await tell(guid)).body.revision));
    expect(places).toEqual([1, 1]);
  });
});

describe("a key", () => {
  it("for Akismet opens nothing else, and the site's own is not taken from where others can see it", async () => {
    expect((await call("GET", "/v1/sites/demo/decisions", { key })).status).toBe(401);
    const form = fields(DEMO_KEY);
    expect((await akismet("comment-check", form)).body).toBe("false");
    form.delete("api_key");
    const inHost = await akismet("comment-check", form, { host: `${DEMO_KEY}.hamlet.example` });
    expect([inHost.body, inHost.headers.get("x-akismet-debug-help")]).toEqual([
      "invalid",
      "This is a site key, which must not stand in a host name or an address: make a key for Akismet clients",
    ]);
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    await vi.waitFor(async () =>
      expect(await directory.refused()).toMatchObject([
        {
          call: "comment-check",
          client: "WordPress/7.1 | Akismet/5.7.2",
          fault: "site key in the address",
          key: "de… (12 characters)",
          blog: "blog.example",
          site: "demo",
        },
      ]),
    );
  });

  it("that was revoked opens nothing from then on", async () => {
    await check();
    await call("DELETE", "/v1/sites/demo/keys/2", { key: ADMIN_TOKEN });
    expect((await check({ comment_author: "Kim Two" })).body).toBe("invalid");
  });
});
