import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Parser } from "htmlparser2";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../../src/contract/feed.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { DAY, MIDNIGHT, SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, decide, demoSite, pass, remark, submit, theRecord } from "../site/blog.ts";
import { insideOf, restart } from "../site/inside.ts";

const LOOPS = "https://blog.example/posts/loops/";
const TREES = "https://blog.example/posts/trees/";
const BLOG = "https://blog.example";

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 });
});

const hold = () =>
  call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { publishBelow: 0, publishBareBelow: 0 } });

const write = async (id: string, n: number, more: object = {}) => {
  const { author, content } = remark(n);
  const { body } = await submit({ id, content, author, post: { url: LOOPS }, ...more });
  return body.status;
};

const read = (post = LOOPS, headers: Record<string, string> = {}) =>
  call<Feed>("GET", `/f/demo/comments?post=${encodeURIComponent(post)}`, { headers });
const ids = async (post = LOOPS) => (await read(post)).body.comments.map(({ id }) => id);
/** What isolates remember is forgotten, and KV's copies are brought in step. */
const settle = () => pass(60 * SECOND);

const objectCalls = () => {
  const feed = vi.spyOn(SiteObject.prototype, "feed");
  const counts = vi.spyOn(SiteObject.prototype, "threadCounts");
  return () => feed.mock.calls.length + counts.mock.calls.length;
};
const copies = async () => (await env.QUEUE.list({ prefix: "feed/" })).keys.map(({ name }) => name);

describe("what readers of a page are shown", () => {
  it("is name, website, text, time and thread, and nothing else", async () => {
    await write("c1", 0, {
      author: {
        name: "Ada",
        email: "ada@mail.example",
        url: "https://ada.example",
        ip: "203.0.113.7",
        userAgent: "x",
        id: "7",
      },
    });
    await write("c2", 1, {
      parent: { id: "c1", content: "quoted" },
      format: "html",
      content: "<b>No</b><script>1</script>",
    });
    const { status, body } = await read();
    expect([status, body]).toEqual([
      200,
      {
        count: 2,
        comments: [
          {
            id: "c1",
            parent: null,
            name: "Ada",
            website: "https://ada.example/",
            html: `<p>${remark(0).content}</p>`,
            at: new Date(MIDNIGHT + 10 * 3600 * SECOND).toISOString(),
          },
          {
            id: "c2",
            parent: "c1",
            name: "Ada Bauer",
            website: null,
            html: "<b>No</b>",
            at: new Date(MIDNIGHT + 10 * 3600 * SECOND).toISOString(),
          },
        ],
      },
    ]);
  });

  it("is nothing that was written to the blog and not for its readers", async () => {
    for (const [n, type] of ["contact-form", "message", "signup", "forum-post"].entries())
      expect(await write(`m${n}`, n, { type })).toBe("published");
    await write("c1", 5);
    expect(await ids()).toEqual(["c1"]);
  });

  it("is published comments alone, until one is taken down", async () => {
    expect(await write("c1", 0)).toBe("published");
    await hold();
    expect(await write("c2", 1)).toBe("pending");
    expect(await ids()).toEqual(["c1"]);
    await decide("c2", { decision: "approve" });
    await settle();
    expect(await ids()).toEqual(["c1", "c2"]);
    await settle();
    await decide("c1", { decision: "spam" });
    await settle();
    expect(await ids()).toEqual(["c2"]);
    await call("DELETE", "/v1/sites/demo/comments/c2", { key: "demo12345678" });
    await settle();
    expect(await ids()).toEqual([]);
  });

  it("stays in its order, and stands by itself where what it answers is not shown before it", async () => {
    await write("c1", 0, { parent: { id: "c3" } });
    await write("c2", 1, { parent: { id: "c2" } });
    await write("c3", 2, { parent: { id: "c1" } });
    const { body } = await read();
    expect(body.comments.map(({ id, parent }) => [id, parent])).toEqual([
      ["c1", null],
      ["c2", null],
      ["c3", "c1"],
    ]);
  });

  it("is the same by whatever spelling of the address", async () => {
    await write("c1", 0);
    const spellings = [
      LOOPS,
      "http://blog.example/posts/loops",
      "https://blog.example/posts/loops/index.html#comments",
      "https://BLOG.example:443/posts/loops/",
    ];
    expect(await Promise.all(spellings.map(ids))).toEqual(spellings.map(() => ["c1"]));
    expect(await ids(`${LOOPS}?page=2`)).toEqual([]);
  });

  it("follows an edit, and a comment that is moved to another page", async () => {
    await write("c1", 0);
    await read();
    await settle();
    await write("c1", 1, { post: { url: TREES }, recheckReason: "edit" });
    await settle();
    expect([await ids(), await ids(TREES)]).toEqual([[], ["c1"]]);
  });
});

describe("a feed for feed readers", () => {
  it("is Atom, the newest first, with everything escaped", async () => {
    await write("c1", 0, { author: { name: `<A & "B">\u0001` } });
    await write("c2", 1);
    const { headers, body } = await call<string>("GET", `/f/demo/comments?format=atom&post=${LOOPS}`);
    expect(headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    const texts: Record<string, string[]> = {};
    let open = "";
    const parser = new Parser(
      {
        onopentag: (name) => {
          open = name;
        },
        ontext: (text) => {
          if (open !== "") texts[open] = [...(texts[open] ?? []), text];
        },
        onclosetag: () => {
          open = "";
        },
      },
      { xmlMode: true },
    );
    parser.end(body);
    expect(body.match(/<entry>/g)).toHaveLength(2);
    expect(texts.id).toEqual([`${LOOPS}#comments`, `${LOOPS}#comment-c2`, `${LOOPS}#comment-c1`]);
    expect(texts.name?.join("")).toBe(`Ada Bauer<A & "B">`);
    expect(texts.content?.join("")).toContain(`<p>${remark(1).content}</p>`);
  });
});

describe("reading", () => {
  it("asks no object once a page was asked for, and what was made up costs nothing", async () => {
    await write("c1", 0);
    await read();
    await settle();
    const calls = objectCalls();
    for (let i = 0; i < 20; i++) await read();
    for (let i = 0; i < 20; i++)
      expect((await read(`${BLOG}/made-up-${i}`)).body).toEqual({ count: 0, comments: [] });
    await settle();
    await read();
    await call("GET", `/f/demo/counts?post=${LOOPS}`);
    expect(calls()).toBe(0);
    expect(await copies()).toEqual(
      ["feed/demo/counts", expect.stringMatching(/^feed\/demo\/[0-9a-f]{32}$/)].sort(),
    );
  });

  it("of made-up pages asks the object once, while KV has nothing yet", async () => {
    await write("c1", 0);
    const calls = objectCalls();
    for (let i = 0; i < 20; i++) await read(`${BLOG}/made-up-${i}`);
    expect(calls()).toBe(1);
    expect(await ids()).toEqual(["c1"]);
  });

  it("is not sent again to whoever has it", async () => {
    await write("c1", 0);
    const first = await read();
    const etag = first.headers.get("etag") ?? "";
    const again = await read(LOOPS, { "if-none-match": `W/${etag}` });
    expect([again.status, again.headers.get("etag"), first.headers.get("cache-control")]).toEqual([
      304,
      etag,
      "public, max-age=10",
    ]);
  });

  it("by a script is for the site's own pages", async () => {
    const allows = async (origin: string) =>
      (await read(LOOPS, { origin })).headers.get("access-control-allow-origin");
    expect([await allows(BLOG), await allows("https://evil.example"), await allows("null")]).toEqual([
      BLOG,
      null,
      null,
    ]);
  });

  it("is refused of another host's page, and of a site whose form is off", async () => {
    expect((await read("https://evil.example/")).status).toBe(422);
    expect((await call("GET", "/f/demo/comments")).status).toBe(422);
    expect((await call("GET", "/f/none/comments?post=https://blog.example/")).status).toBe(404);
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { form: false } });
    expect((await read()).status).toBe(404);
    expect((await call("GET", "/f/demo/counts?post=https://blog.example/")).status).toBe(404);
  });

  it("tells the number of comments of many pages in one call", async () => {
    await write("c1", 0);
    await write("c2", 1);
    await write("c3", 2, { post: { url: TREES } });
    const none = `${BLOG}/none/`;
    const { body } = await call("GET", `/f/demo/counts?post=${LOOPS}&post=${TREES}&post=${none}`);
    expect(body).toEqual({ counts: { [LOOPS]: 2, [TREES]: 1, [none]: 0 } });
  });

  it("names no page that is not asked about", async () => {
    await write("c1", 0, { post: { url: `${BLOG}/unlisted/` } });
    const many = Array(101).fill(`post=${LOOPS}`).join("&");
    const refused = {
      status: 422,
      body: { errors: [{ pointer: "#/post", detail: "the address of a page, or of up to 100" }] },
    };
    for (const query of ["", `?${many}`])
      expect(await call("GET", `/f/demo/counts${query}`)).toMatchObject(refused);
    expect((await call("GET", "/f/demo/counts?post=")).status).toBe(422);
  });
});

describe("copies in KV", () => {
  /** So many copies were put today. */
  const put = (feedWrites: number) =>
    insideOf("demo")((_, storage) => {
      const value = JSON.stringify({ feedDay: MIDNIGHT / DAY, feedWrites });
      storage.sql.exec("UPDATE meta SET value = json_patch(value, ?) WHERE name = 'lanes'", value);
    }).then(() => restart("demo"));

  it("are two writes for a page that is read, and none for one that is not", async () => {
    const put = vi.spyOn(env.QUEUE, "put");
    await write("c1", 0);
    await write("c2", 1, { post: { url: TREES } });
    await settle();
    expect(put.mock.calls.filter(([key]) => key.startsWith("feed/"))).toEqual([]);
    await read();
    await settle();
    await settle();
    expect(put.mock.calls.filter(([key]) => key.startsWith("feed/"))).toHaveLength(2);
  });

  it("are 200 a day at most; then what they held is deleted, and the object answers", async () => {
    await write("c1", 0);
    await read();
    await settle();
    expect(await copies()).toHaveLength(2);
    await put(200);
    await write("c2", 1);
    await settle();
    expect(await copies()).toEqual([]);
    const calls = objectCalls();
    expect(await ids()).toEqual(["c1", "c2"]);
    expect(calls()).toBe(2);
    await settle();
    expect(await copies()).toEqual([]);
  });

  it("that cannot be put do not stay as they were", async () => {
    await write("c1", 0);
    await read();
    await settle();
    const put = vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV PUT failed: 429"));
    await decide("c1", { decision: "spam" });
    await settle();
    expect(await copies()).toEqual([]);
    put.mockRestore();
    await settle();
    expect(await ids()).toEqual([]);
  });

  it("go with their site", async () => {
    await write("c1", 0);
    await read();
    await settle();
    await call("DELETE", "/v1/sites/demo", { key: ADMIN_TOKEN });
    await vi.waitFor(async () => expect(await copies()).toEqual([]));
  });

  it("are put again after a backup was put in", async () => {
    await write("c1", 0);
    await read();
    await settle();
    for (const name of await copies()) await env.QUEUE.delete(name);
    const record = await theRecord();
    await insideOf("demo")((object) => object.restored(record));
    await settle();
    expect(await copies()).toHaveLength(2);
  });

  it("follow an erasure", async () => {
    await write("c1", 0, { author: { name: "Kim", email: "kim@mail.example" } });
    await read();
    await settle();
    await call("POST", "/v1/sites/demo/erasure", { key: ADMIN_TOKEN, body: { email: "kim@mail.example" } });
    await settle();
    expect(await ids()).toEqual([]);
  });
});

describe("comments from before the form was switched on", () => {
  const set = (form: boolean) =>
    call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { form, ...(form ? {} : { mode: "enforce" }) },
    });

  it("are shown once the owner says so, with those that wait and are approved later; letters are not", async () => {
    await set(false);
    await write("c1", 0);
    await write("letter", 1, { type: "contact-form" });
    await write("elsewhere", 2, { post: { url: "https://other.example/posts/loops/" } });
    await hold();
    await write("c2", 3);
    await set(true);
    expect(await ids()).toEqual([]);
    const show = () => call("POST", "/v1/sites/demo/show-earlier", { key: ADMIN_TOKEN });
    expect((await show()).body).toEqual({ shown: 2, more: false });
    await settle();
    expect(await ids()).toEqual(["c1"]);
    await decide("c2", { decision: "approve" });
    await settle();
    expect(await ids()).toEqual(["c1", "c2"]);
    expect((await show()).body).toEqual({ shown: 0, more: false });
  });
});
