import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Feed } from "../../src/contract/feed.ts";
import { DayUse } from "../../src/site/budget/day-use.ts";
import { DAY, HOUR, SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, decide, demoSite, pass, tell } from "./blog.ts";
import { insideOf } from "./inside.ts";

const LOOPS = "https://blog.example/posts/loops/";
const SOURCE = "https://reader.example/notes/1";
const MINUTE = 60 * SECOND;

type Served = () => Response;

let pages: Record<string, Served>;
let asked: Request[];

const html = (body: string, init: ResponseInit = {}) =>
  new Response(body, { headers: { "content-type": "text/html; charset=utf-8" }, ...init });
const to = (location: string) => new Response(null, { status: 302, headers: { location } });
/** A page with an entry, as the indie web writes it. */
const entry =
  (properties: string, name = "Eve Example") =>
  () =>
    html(`<!doctype html><html><head><title>A note</title></head><body><article class="h-entry">
<a class="p-author h-card" href="https://reader.example/">${name}</a>
<time class="dt-published" datetime="2026-01-02T03:04:05Z">then</time>${properties}</article></body></html>`);
const REPLY = `<a class="u-in-reply-to" href="${LOOPS}">re</a><div class="e-content">In the third listing <code>rows</code> is read before it is filled, isn't it?</div>`;

beforeEach(async () => {
  await reset();
  pages = {};
  asked = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    asked.push(request);
    const served = pages[request.url];
    if (served === undefined) return new Response("not there", { status: 404 });
    return served();
  });
  const limits = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
  await demoSite({ form: true, webmentions: true, ...limits });
});

type Problem = { errors?: { pointer: string; detail: string }[] };

const send = (source = SOURCE, target = LOOPS, ip = "203.0.113.7") =>
  call<Problem>("POST", "/f/demo/webmention", {
    body: new URLSearchParams({ source, target }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", "cf-connecting-ip": ip },
  });
/** As readers see the page once the source was read and the copies are in step. */
const read = async () => {
  await pass(10 * SECOND);
  await pass(60 * SECOND);
  return (await call<Feed>("GET", `/f/demo/comments?post=${encodeURIComponent(LOOPS)}`)).body;
};
const mentions = () =>
  insideOf("demo")((_, storage) => storage.sql.exec("SELECT kind, due FROM mentions").toArray());

describe("a webmention", () => {
  it("becomes a comment: its author, its words, its time and its page, once it is read", async () => {
    pages[SOURCE] = entry(REPLY);
    expect((await send()).status).toBe(202);
    expect(asked).toEqual([]);
    expect(await read()).toEqual({
      count: 1,
      comments: [
        {
          id: expect.stringMatching(/^webmention:[0-9a-f]{32}$/),
          parent: null,
          name: "Eve Example",
          website: "https://reader.example/",
          html: "In the third listing <code>rows</code> is read before it is filled, isn&#39;t it?".replace(
            "&#39;",
            "'",
          ),
          at: "2026-01-02T03:04:05.000Z",
          source: SOURCE,
        },
      ],
    });
    expect(asked.map(({ url, redirect, method }) => [url, redirect, method])).toEqual([
      [SOURCE, "manual", "GET"],
    ]);
    expect(asked[0]?.headers.has("cookie") || asked[0]?.headers.has("authorization")).toBe(false);
  });

  it("that says no word is a reaction, and in no count", async () => {
    pages[SOURCE] = entry(`<a class="u-like-of" href="${LOOPS}">liked</a>`);
    pages[`${SOURCE}0`] = entry(
      `<div class="u-repost-of h-cite"><a class="u-url" href="${LOOPS}#x">it</a></div>`,
    );
    await send();
    await send(`${SOURCE}0`);
    const shown = await read();
    expect(shown).toMatchObject({ count: 0, comments: [] });
    expect(shown.reactions?.map(({ kind, name, source }) => [kind, name, source]).sort()).toEqual([
      ["like", "Eve Example", SOURCE],
      ["repost", "Eve Example", `${SOURCE}0`],
    ]);
    // Also where KV's copies are asked.
    expect((await read()).reactions).toHaveLength(2);
    const counts = await call<{ counts: object }>("GET", `/f/demo/counts?post=${encodeURIComponent(LOOPS)}`);
    expect(counts.body.counts).toEqual({ [LOOPS]: 0 });
  });

  it("of a page without microformats mentions by its title", async () => {
    pages[SOURCE] = () =>
      html(`<title>What I read</title><p>See <a href="//blog.example/posts/loops/#end">this</a>`);
    await send(`${SOURCE}#top`, `${LOOPS}#comments`);
    expect(
      (await read()).comments.map(({ name, website, html, source }) => [name, website, html, source]),
    ).toEqual([["reader.example", SOURCE, "<p>What I read</p>", SOURCE]]);
  });

  it("waits for a person like any comment, and goes where she says", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { publishBelow: 0, publishBareBelow: 0 },
    });
    pages[SOURCE] = entry(REPLY);
    await send();
    expect((await read()).comments).toEqual([]);
    const { id } = await insideOf("demo")((_, storage) =>
      storage.sql.exec<{ id: string }>("SELECT id FROM comments").one(),
    );
    expect((await tell(id)).body.status).toBe("pending");
    await decide(id, { decision: "approve" });
    expect((await read()).comments.map((one) => one.id)).toEqual([id]);
    await send();
    await pass(6 * MINUTE);
    // Unchanged, it changes nothing.
    expect((await tell(id)).body).toMatchObject({ status: "published", revision: 2 });
  });
});

describe("sent again", () => {
  it("is read again, no sooner than five minutes later: another text is an edit, another kind another", async () => {
    pages[SOURCE] = entry(REPLY);
    await send();
    await read();
    pages[SOURCE] = entry(REPLY.replace("third", "fourth"));
    await send();
    expect((await read()).comments[0]?.html).toContain("third");
    await pass(5 * MINUTE);
    expect((await read()).comments[0]?.html).toContain("fourth");
    pages[SOURCE] = entry(`<a class="u-bookmark-of" href="${LOOPS}">kept</a>`);
    await pass(5 * MINUTE);
    await send();
    expect(await read()).toMatchObject({ count: 0, reactions: [{ kind: "bookmark" }] });
  });

  it.each([
    ["410", () => html("gone", { status: 410 })],
    ["404", () => html("gone", { status: 404 })],
    [
      "a page that links no longer",
      () => html(`<!-- <a href="${LOOPS}"> --><script>"${LOOPS}"</script>${LOOPS}`),
    ],
    [
      "a page that links to another",
      () => html(`<a href="${LOOPS}more">x</a><a href="http://blog.example/posts/loops/">y</a>`),
    ],
  ])("and answered by %s, it is gone", async (_, answer) => {
    pages[SOURCE] = entry(REPLY);
    await send();
    expect((await read()).count).toBe(1);
    pages[SOURCE] = answer;
    await pass(5 * MINUTE);
    await send();
    expect(await read()).toEqual({ count: 0, comments: [] });
    const events = await insideOf("demo")((_, storage) =>
      storage.sql.exec("SELECT type FROM events").toArray(),
    );
    expect(events).toEqual([{ type: "author.deleted" }]);
  });

  it("stays as it is while its server fails, which is tried three times", async () => {
    pages[SOURCE] = entry(REPLY);
    await send();
    await read();
    pages[SOURCE] = () => html("", { status: 503 });
    await pass(5 * MINUTE);
    await send();
    for (const wait of [10 * SECOND, 11 * MINUTE, 2 * HOUR, 3 * HOUR]) await pass(wait);
    expect(asked).toHaveLength(4);
    expect(await mentions()).toEqual([{ kind: "reply", due: null }]);
    expect((await read()).count).toBe(1);
  });
});

describe("what is no webmention", () => {
  it.each([
    ["nothing", "", "", ["#/source", "#/target"]],
    ["a port by http", "http://reader.example:8080/", LOOPS, ["#/source"]],
    ["a network address by http", "http://10.0.0.1/", LOOPS, ["#/source"]],
    ["a network address", "https://169.254.169.254/latest", LOOPS, ["#/source"]],
    ["an address in IPv6", "https://[::ffff:7f00:1]/", LOOPS, ["#/source"]],
    ["a number for an address", "https://2852039166/", LOOPS, ["#/source"]],
    ["a private name", "https://router.local/", LOOPS, ["#/source"]],
    ["a port", "https://reader.example:8443/", LOOPS, ["#/source"]],
    ["credentials", "https://a:b@reader.example/", LOOPS, ["#/source"]],
    ["another scheme", "file:///etc/passwd", LOOPS, ["#/source"]],
    ["another blog's page", SOURCE, "https://other.example/", ["#/target"]],
    ["the page itself", `${LOOPS}#a`, `${LOOPS}#b`, ["#/target"]],
    ["an address without end", `https://reader.example/${"x".repeat(2_048)}`, LOOPS, ["#/source"]],
  ])("is refused before anything is fetched: %s", async (_, source, target, pointers) => {
    const { status, body } = await send(source, target);
    expect([status, body.errors?.map(({ pointer }) => pointer)]).toEqual([400, pointers]);
    await pass(MINUTE);
    expect(asked).toEqual([]);
  });

  it("has no address where the owner receives none", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { webmentions: false } });
    expect((await send()).status).toBe(404);
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { webmentions: true, form: false } });
    expect((await send()).status).toBe(404);
  });

  it.each([
    ["into a private network", () => to("https://192.168.1.1/"), 1],
    ["by http into a private network", () => to("http://192.168.1.1/"), 1],
    ["in a circle", () => to(SOURCE), 6],
    ["to no address", () => to("https://"), 1],
    [
      "to what is no page",
      () => new Response(`<a href="${LOOPS}">`, { headers: { "content-type": "text/plain" } }),
      1,
    ],
    ["into the depth", () => html(`${"<div>".repeat(300)}<a href="${LOOPS}">x</a>`), 1],
    ["behind the first megabyte", () => html(`${"x".repeat(1_000_000)}<a href="${LOOPS}">x</a>`), 1],
    ["out of a template", () => html(`<template><a href="${LOOPS}">x</a></template>`), 1],
  ])("is left when its source leads %s", async (_, answer, calls) => {
    pages[SOURCE] = answer;
    await send();
    expect(await read()).toEqual({ count: 0, comments: [] });
    expect(asked).toHaveLength(calls);
    expect(await mentions()).toEqual([{ kind: null, due: null }]);
    // A day later nothing tells of it any more.
    await pass(2 * DAY);
    await pass(10 * SECOND);
    expect(await mentions()).toEqual([]);
  });

  it("brings none of a hostile page's markup and scripts to readers", async () => {
    const hostile = `<a class="u-in-reply-to" href="${LOOPS}">re</a><div class="e-content"><script>alert(1)</script>
      <img src=x onerror=alert(1)><a href="javascript:alert(1)">a</a><iframe src="https://evil.example"></iframe><b onclick=x>Which version did you use?</b></div>`;
    pages[SOURCE] = entry(hostile, "&lt;img src=x onerror=alert(1)&gt;");
    await send();
    const [shown] = (await read()).comments;
    expect(shown?.html.replace(/\s+/g, " ").trim()).toBe("a<b>Which version did you use?</b>");
    expect(shown?.name).toBe("<img src=x onerror=alert(1)>");
  });

  it("is read by https though it is named with http, or a redirect leads there, and is the same", async () => {
    pages[SOURCE] = () => to("http://www.reader.example/1");
    pages["https://www.reader.example/1"] = entry(REPLY);
    await send("http://reader.example/notes/1");
    await send("http://reader.example:80/notes/1#top");
    await send(SOURCE);
    expect((await read()).comments.map(({ source }) => source)).toEqual([SOURCE]);
    expect(asked.map(({ url }) => url)).toEqual([SOURCE, "https://www.reader.example/1"]);
  });

  it("follows a redirect that leads to the page, and reads what is relative to where it ends", async () => {
    pages[SOURCE] = () => to("https://www.reader.example/notes/1");
    pages["https://www.reader.example/notes/1"] = () =>
      html(
        `<base href="https://blog.example/posts/"><h1 class="h-entry"><a class="u-in-reply-to" href="loops/">re</a><span class="e-content">Did you measure it with the cache switched off?</span></h1>`,
      );
    await send();
    expect((await read()).comments.map(({ html, source }) => [html, source])).toEqual([
      ["Did you measure it with the cache switched off?", SOURCE],
    ]);
  });
});

describe("too many webmentions", () => {
  it("of one host are refused until tomorrow, others' are not", async () => {
    const tooMany = async (n: number, host: string) => {
      const statuses = new Map<number, number>();
      for (let i = 0; i < n; i++) {
        const { status } = await send(`https://${host}/${i}`, LOOPS, `203.0.${i}.7`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      return [...statuses];
    };
    expect(await tooMany(55, "many.example")).toEqual([
      [202, 50],
      [429, 5],
    ]);
    expect(await tooMany(2, "other.example")).toEqual([[202, 2]]);
    await pass(DAY);
    expect(await tooMany(1, "many.example")).toEqual([[202, 1]]);
  });

  it("of all are five hundred a day, and those that were there before count, too", async () => {
    await insideOf("demo")((_, storage) => {
      for (let host = 0; host < 10; host++)
        storage.sql.exec(
          "INSERT INTO mentions (id, source, target, asked, n, tries) VALUES (?, ?, ?, ?, ?, 0)",
          `webmention:${host}`,
          `https://host${host}.example/`,
          LOOPS,
          Date.now(),
          host === 0 ? 48 : 50,
        );
    });
    const statuses = [];
    for (const n of [1, 2, 3]) statuses.push((await send(`https://last.example/${n}`)).status);
    expect(statuses).toEqual([202, 202, 429]);
    const last = await send("https://last.example/1");
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(60);
    await pass(DAY);
    expect((await send("https://last.example/4")).status).toBe(202);
  });

  it("of one network are a hundred a day, another's are taken", async () => {
    const statuses = new Map<number, number>();
    for (let n = 0; n < 103; n++) {
      // Read meanwhile: more than a hundred do not wait.
      if (n === 50) await pass(10 * SECOND);
      const { status } = await send(`https://host${n % 5}.example/${n}`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [202, 100],
      [429, 3],
    ]);
    expect((await send("https://other.example/", LOOPS, "198.51.100.9")).status).toBe(202);
  });

  it("that wait to be read are a hundred", async () => {
    await insideOf("demo")((_, storage) => {
      for (let n = 0; n < 99; n++)
        storage.sql.exec(
          "INSERT INTO mentions (id, source, target, asked, n, due, tries) VALUES (?, ?, ?, 0, 1, ?, 0)",
          `webmention:${n}`,
          `https://host${n}.example/`,
          LOOPS,
          Date.now() + HOUR,
        );
    });
    expect((await send("https://last.example/1")).status).toBe(202);
    const { status, headers } = await send("https://last.example/2");
    expect([status, headers.get("retry-after")]).toEqual([429, "60"]);
  });

  it("leave the day's last rows to the blog: what came is read again tomorrow", async () => {
    pages[SOURCE] = entry(REPLY);
    await send();
    vi.spyOn(DayUse.prototype, "spent").mockReturnValue(0.75);
    expect((await read()).comments).toEqual([]);
    vi.mocked(DayUse.prototype.spent).mockRestore();
    await pass(DAY);
    expect((await read()).count).toBe(1);
  });

  it("of one network are slowed down, each site's by itself", async () => {
    const limit = vi.spyOn(env.LOGIN_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const { status, headers } = await send();
    expect([status, headers.get("retry-after")]).toEqual([429, "60"]);
    expect(limit).toHaveBeenCalledExactlyOnceWith({ key: "mention demo 203.0.113.7" });
    expect(await mentions()).toEqual([]);
  });
});
