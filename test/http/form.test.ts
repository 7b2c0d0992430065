import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SiteObject } from "../../src/site/site-object.ts";
import { DAY, later } from "../clock.ts";
import { ADMIN_TOKEN, blatant, call, demoSite, plain, remark, submit, tell } from "../site/blog.ts";
import { insideOf, restart } from "../site/inside.ts";
import { asScript, BLOG, POST, send, sendJson } from "./blogs-form.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0, publishBareBelow: 0, rejectAbove: 0.99 });
});

const comment = { comment: plain.content, name: plain.author.name };
const publishAll = () =>
  call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { publishBelow: null, publishBareBelow: null } });

const stored = async (id: string) => {
  const { body } = await call<{ comment: Record<string, unknown>; verdict: unknown }>(
    "GET",
    `/v1/sites/demo/comments/${id}`,
    { key: "demo12345678" },
  );
  return body;
};

describe("a comment by the form", () => {
  it("is judged like any other, and leads its author back to the words for what became of it", async () => {
    const held = await send(comment);
    expect([held.status, held.headers.get("location")]).toEqual([303, `${POST}#hamlet-waits`]);
    const spam = await send({
      comment: blatant.content,
      name: blatant.author.name,
      website: "http://cheap-casino.example.com/bonus",
    });
    expect([spam.status, spam.headers.get("location")]).toEqual([303, `${POST}#hamlet-refused`]);
    await publishAll();
    const published = await send({ comment: remark(3).content, name: "Ada" });
    expect([published.status, published.headers.get("location")]).toEqual([303, `${POST}#hamlet-published`]);
  });

  it("in parts is the same comment as urlencoded", async () => {
    const first = await sendJson(comment);
    const parts = Object.entries({ post: POST, ...comment }).map(
      ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const again = await call<{ id: string }>("POST", "/f/demo", {
      body: `${parts.join("")}--x--\r\n`,
      headers: { "content-type": "multipart/form-data; boundary=x", origin: BLOG, ...asScript },
    });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it("tells a script in JSON, which the blog's page may read", async () => {
    const { status, body, headers } = await sendJson(comment);
    expect([status, body]).toEqual([
      201,
      {
        id: expect.stringMatching(/^h-[0-9a-f]{24}$/),
        status: "waits",
        edit: {
          token: expect.stringMatching(/^[0-9a-z]+\.[0-9a-f]{32}$/),
          until: new Date(Date.now() + 900_000).toISOString(),
        },
      },
    ]);
    expect(headers.get("access-control-allow-origin")).toBe(BLOG);
    expect(headers.get("vary")).toContain("origin");
    expect((await tell(String(body.id))).body.status).toBe("pending");
  });

  it("sent twice is one", async () => {
    const [first, second] = [await sendJson(comment), await sendJson(comment)];
    const { edit: _, ...same } = first.body;
    expect(second.body).toEqual(same);
  });

  it("keeps its page without fragment, and what it answers", async () => {
    const submit = vi.spyOn(SiteObject.prototype, "submit");
    await sendJson({
      ...comment,
      post: `${POST}#comments`,
      title: "Loops",
      parent: "c1",
      email: "ada@mail.example",
      website: "https://ada.example",
    });
    expect(submit.mock.calls[0]?.[0]).toMatchObject({
      comment: {
        type: "reply",
        format: "text",
        content: plain.content,
        post: { url: POST, title: "Loops" },
        parent: { id: "c1" },
        author: { name: "Ada Bauer", url: "https://ada.example" },
      },
      mail: expect.stringMatching(/^[0-9a-f]{24}$/),
      network: { whole: [expect.any(String), expect.any(String)] },
    });
  });

  it("is held in KV's inbox while its site does not answer", async () => {
    vi.spyOn(SiteObject.prototype, "submit").mockImplementation(() => {
      throw new Error("down");
    });
    expect((await sendJson(comment)).body).toMatchObject({ status: "waits" });
    expect((await env.QUEUE.list({ prefix: "inbox/demo/" })).keys).toHaveLength(1);
  });
});

describe("what the form proves", () => {
  const hitsOf = async (fields: Readonly<Record<string, string>>) => {
    const { body } = await sendJson(fields);
    const { hits, notRun } = (await stored(String(body.id))) as unknown as {
      hits: { signal: string }[];
      notRun: { signal: string }[];
    };
    const form = ["honeypot", "form-token", "form-speed", "form-input"];
    const named = (list: { signal: string }[]) =>
      list.map(({ signal }) => signal).filter((signal) => form.includes(signal));
    return { hits: named(hits).sort(), notRun: named(notRun).sort() };
  };
  const token = async () => (await call<{ token: string }>("GET", "/f/demo/token")).body.token;

  it("is nothing without a script: nothing is held against it", async () => {
    expect(await hitsOf(comment)).toEqual({
      hits: [],
      notRun: ["form-input", "form-speed", "form-token", "honeypot"],
    });
  });

  it("is its age by a token that costs no storage", async () => {
    const given = await token();
    later(60_000);
    expect(await hitsOf({ ...comment, token: given, homepage: "", inputs: "40" })).toEqual({
      hits: [],
      notRun: [],
    });
  });

  it("is that it was sent at once, and by no hand", async () => {
    const given = await token();
    later(500);
    expect((await hitsOf({ ...comment, token: given, inputs: "0" })).hits).toEqual([
      "form-input",
      "form-speed",
    ]);
  });

  it("of a page that was open for more than a day is nothing", async () => {
    const given = await token();
    later(DAY + 1);
    expect((await hitsOf({ ...comment, token: given })).notRun).toContain("form-token");
  });

  it.each([
    ["is made up", async () => "made-up"],
    ["has another time", async () => `0${(await token()).slice(1)}`],
    ["has another signature", async () => `${(await token()).slice(0, -1)}g`],
    [
      "is another site's",
      async () => {
        await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other", form: true } });
        return (await call<{ token: string }>("GET", "/f/other/token")).body.token;
      },
    ],
    [
      "lies in the future",
      async () => {
        later(DAY);
        const given = await token();
        later(-DAY);
        return given;
      },
    ],
  ])("is held against it when its token %s", async (_, made) => {
    expect((await hitsOf({ ...comment, token: await made() })).hits).toEqual(["form-token"]);
  });

  it("is held against it when the field that people do not see was filled in", async () => {
    expect((await hitsOf({ ...comment, homepage: "https://x.example" })).hits).toEqual(["honeypot"]);
  });
});

describe("where a form comes from and leads to", () => {
  it("is the site's hosts, or nowhere that a browser tells", async () => {
    const statuses = [];
    for (const origin of [BLOG, "null", "https://hamlet.example"])
      statuses.push((await send(comment, { origin })).status);
    expect(statuses).toEqual([303, 303, 303]);
  });

  it.each([
    "https://evil.example",
    "https://blog.example.evil.example",
    "https://blog.example:8443",
    "blog.example",
  ])("is refused from elsewhere: %s", async (origin) => {
    const { status, body, headers } = await send(comment, { origin });
    expect(status).toBe(403);
    expect(body).toContain("a page that is not this blog’s");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    "https://evil.example/posts/loops/",
    "https://blog.example@evil.example/",
    "https://user:word@blog.example/",
    "//blog.example/",
    "javascript:alert(1)",
    "https://blog.example.evil.example/",
    "data:text/html,x",
    "",
  ])("is no page of another host, and nothing is stored: %s", async (post) => {
    const submit = vi.spyOn(SiteObject.prototype, "submit");
    const { status, headers, body } = await send({ ...comment, post });
    expect([status, headers.get("location")]).toEqual([422, null]);
    expect(body).toContain("which page of this blog it belongs to");
    expect(submit).toHaveBeenCalledTimes(0);
  });

  it("is not there unless the owner switched it on", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { form: false } });
    const answers = [
      await send(comment),
      await send(comment, {}, "/f/none"),
      await send(comment, {}, "/f/A%00"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await call("GET", "/f/demo/token")).status).toBe(404);
  });
});

describe("a form that is not taken", () => {
  it("gives the text back, escaped, to be sent again to the same place", async () => {
    vi.spyOn(env.LOGIN_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const text = `</textarea><script>alert("1")</script>`;
    const { status, headers, body } = await send({ ...comment, comment: text, name: `"><b>` });
    expect([status, headers.get("retry-after"), headers.get("location")]).toEqual([429, "60", null]);
    expect(body).toContain("&lt;/textarea&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(body).toContain(`<input type="hidden" name="name" value="&quot;&gt;&lt;b&gt;"/>`);
    expect(body).toContain(`<form method="post" action="/f/demo"`);
    expect(body).not.toContain("<script>");
    expect(headers.get("content-security-policy")).toContain(
      "form-action 'self' https://blog.example http://blog.example;",
    );
  });

  it("is counted by network, and of one network by site", async () => {
    const limit = vi.spyOn(env.LOGIN_RATE as RateLimit, "limit");
    const all = vi.spyOn(env.KEY_RATE as RateLimit, "limit");
    await send(comment, { "cf-connecting-ip": "2001:db8:1:2:3:4:5:6" });
    expect(limit).toHaveBeenCalledWith({ key: "form demo 2001:db8:1:2::/64" });
    expect(all).toHaveBeenCalledWith({ key: "demo:form" });
  });

  it.each([
    ["has no text", { comment: "  \n " }, 422, "There is no text in it."],
    [
      "has a mail address too long",
      { comment: "Hello", email: `${"a".repeat(320)}@b.example` },
      422,
      "at most 320 characters",
    ],
    [
      "answers what cannot be a comment",
      { comment: "Hello", parent: "p".repeat(129) },
      422,
      "at most 128 characters",
    ],
  ])("says why when it %s", async (_, fields, status, words) => {
    const page = await send(fields);
    expect([page.status, page.body.includes(words)]).toEqual([status, true]);
    expect(page.body).toContain(`<a href="${POST}">`);
    const { body } = await sendJson(fields);
    expect(body).toMatchObject({ status, title: "Your comment was not sent" });
  });

  it.each([
    ["of another type", "text/plain", "comment=x"],
    ["of JSON", "application/json", "{}"],
    ["in parts that do not end", "multipart/form-data; boundary=x", "--x"],
    ["of too many fields", "application/x-www-form-urlencoded", "a=1&".repeat(2_000)],
  ])("is refused %s", async (_, type, body) => {
    const { status } = await call<string>("POST", "/f/demo", {
      body,
      headers: { "content-type": type, origin: BLOG },
    });
    expect([400, 422]).toContain(status);
  });

  it("comes again tomorrow once seven tenths of the day's rows are written: the rest is the blog's own", async () => {
    const early = await sendJson(comment);
    await insideOf("demo")((_, storage) => {
      const use = { at: Date.now(), use: { rowsWritten: 70_000 }, lastIn: null, lastOut: null };
      storage.sql.exec("INSERT OR REPLACE INTO meta VALUES ('use', ?)", JSON.stringify(use));
    });
    await restart("demo");
    await publishAll();
    const late = { comment: remark(4).content, name: "Ada" };
    const refused = await send(late);
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect(refused.body).toContain("Send it again tomorrow.");
    expect(refused.body).toContain(remark(4).content.slice(0, 40));
    expect((await sendJson(late)).status).toBe(429);
    // What was taken is there, and the same again is known.
    expect((await sendJson(comment)).body.id).toBe(early.body.id);
    expect((await submit({ id: "by-key", ...remark(5) })).body.status).toBe("published");
    later(DAY);
    expect((await send(late)).status).toBe(303);
  });

  it.each([
    [100, 201],
    [101, 400],
  ])("has %i fields: %i", async (fields, status) => {
    const more = Object.fromEntries(Array.from({ length: fields - 3 }, (_, n) => [`more${n}`, "x"]));
    expect((await sendJson({ ...comment, ...more })).status).toBe(status);
  });

  it("is refused when it is longer than any comment", async () => {
    expect((await send({ comment: "x".repeat(300_000) })).status).toBe(413);
  });

  it("speaks the reader's language", async () => {
    const { body } = await send({ comment: " " }, { "accept-language": "ar" });
    expect(body).toContain(`dir="rtl"`);
    expect(body).toContain("لم يُرسَل تعليقك");
  });

  it("may come again when nothing could be stored", async () => {
    vi.spyOn(SiteObject.prototype, "submit").mockImplementation(() => ({ ok: false, reason: "postponed" }));
    const { status, headers, body } = await send(comment);
    expect([status, headers.get("retry-after")]).toEqual([429, String(14 * 3600)]);
    expect(body).toContain("Send it again tomorrow");
  });
});

describe("the form switched on", () => {
  const settingsOf = async () =>
    (
      await call<{ settings: { form: boolean; retention: object } }>("GET", "/v1/sites/demo", {
        key: ADMIN_TOKEN,
      })
    ).body.settings;

  it("keeps what is published for ever, as the blog has it nowhere else", async () => {
    expect((await settingsOf()).retention).toEqual({ spam: 15, discarded: 30, published: null });
  });

  it("leaves what the same change says, and what is changed later", async () => {
    const change = (body: object) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });
    await change({ form: false, retention: { spam: 1, discarded: 2, published: 3 } });
    await change({ form: true, retention: { spam: 1, discarded: 2, published: 400 } });
    expect((await settingsOf()).retention).toEqual({ spam: 1, discarded: 2, published: 400 });
    await change({ name: "Another" });
    expect((await settingsOf()).retention).toEqual({ spam: 1, discarded: 2, published: 400 });
  });
});
