import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type SystemName, systemNames } from "../../../src/contract/integration.ts";
import type { Comment } from "../../../src/core/comment.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  doubtful,
  siteObject,
  submit,
  tell,
  theRecord,
} from "../../site/blog.ts";
import { bodies } from "./bodies.ts";
import { connect, ids, post } from "./requests.ts";

const { content } = doubtful;
const counts = async () => siteObject().counts(await theRecord());
const NOTHING = { pending: 0, published: 0, spam: 0, discarded: 0 };
/** What is stored of a comment. */
const stored = async (id: string): Promise<Comment | undefined> =>
  (await siteObject().detail(id, await theRecord()))?.comment;

beforeEach(() => reset());

const page = { url: "https://blog.example/loops", title: "Loops" };
const plain = { type: "comment", content, parent: undefined, referrer: undefined, language: undefined };

/** The comment as the filter reads it, of what each system posts. */
const read: Record<SystemName, Partial<Comment>> = {
  artalk: {
    ...plain,
    type: "comment",
    format: "markdown",
    post: { url: "https://blog.example/loops.html" },
    author: { name: "Kim", userAgent: "Mozilla/5.0 (X11; Linux x86_64)", id: "226" },
  },
  coral: {
    type: "comment",
    format: "text",
    post: { url: page.url },
    author: { id: "baf4e943-3594-4fcc-b2ba-3e8de7a76352" },
  },
  cusdis: {
    type: "comment",
    format: "markdown",
    post: page,
    author: { name: "Kim", email: "k…@mail.example" },
  },
  discourse: {
    type: "forum-post",
    format: "markdown",
    post: { url: "https://comments.example/t/loops/12", title: "Loops" },
    author: { name: "Kim", id: "9" },
  },
  isso: {
    type: "comment",
    format: "markdown",
    post: page,
    author: { name: "Kim", email: "k…@mail.example" },
  },
  remark42: {
    type: "comment",
    format: "markdown",
    post: page,
    author: { name: "Kim", id: "anonymous_5fa1" },
  },
  waline: {
    type: "comment",
    format: "markdown",
    post: { url: page.url },
    author: { name: "Kim", email: "k…@mail.example", userAgent: "Mozilla/5.0 (X11; Linux x86_64)" },
  },
  webmention: {
    type: "webmention",
    format: "html",
    post: { url: page.url },
    author: { name: "Kim", url: "https://kim.example/" },
  },
};

describe.each(systemNames)("a comment from %s", (system) => {
  it("is taken in as any other, once however often it comes, and waits", async () => {
    const secret = await connect(system);
    const first = await post(system, secret, content);
    const again = await post(system, secret, content);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const { type, format, post: on, author } = (await stored(ids[system])) as Comment;
    const { type: t, format: f, post: p, author: a } = read[system];
    expect({ type, format, post: on, author }).toEqual({ type: t, format: f, post: p, author: a });
    expect(await counts()).toEqual({ ...NOTHING, pending: 1 });
  });

  it("is refused, and changes nothing, if it is forged, oversized, malformed or another site's", async () => {
    const secret = await connect(system);
    const body = bodies[system](content);
    const other = system === "cusdis" ? "artalk" : "cusdis";
    const refused = {
      "another secret": await post(system, `${secret.slice(1)}x`, content),
      "no proof": await call("POST", `/in/${system}/demo`, { body }),
      "the site's own key": await call("POST", `/in/${system}/demo`, { key: DEMO_KEY, body }),
      "an unknown site": await post(system, secret, content, { site: "nobody" }),
      "a system that the site is not connected to": await post(other, secret, content),
      "more than 256 KiB": await post(system, secret, "x".repeat(257 * 1024)),
      "no object": await post(system, secret, content, { body: '"comment"' }),
      "no JSON": await post(system, secret, content, { body: `{"secret": "${secret}"` }),
      "no JSON by its type": await post(system, secret, content, {
        headers: { "content-type": "text/plain" },
      }),
    };
    const isInBody = system === "webmention";
    expect(Object.fromEntries(Object.entries(refused).map(([why, { status }]) => [why, status]))).toEqual({
      "another secret": 401,
      "no proof": 401,
      "the site's own key": 401,
      "an unknown site": 401,
      "a system that the site is not connected to": 401,
      "more than 256 KiB": 413,
      "no object": isInBody ? 401 : 422,
      "no JSON": isInBody ? 401 : 400,
      "no JSON by its type": 415,
    });
    expect(await counts()).toEqual(NOTHING);
  });
});

describe("a field that is not as it should be", () => {
  const cases: readonly [SystemName, string, (body: Record<string, unknown>) => unknown][] = [
    [
      "artalk",
      "#/comment/site_name",
      (body) => ({ comment: { ...(body.comment as object), site_name: "" } }),
    ],
    ["coral", "#/author/id", (body) => ({ ...body, author: { id: "a b", role: "COMMENTER" } })],
    [
      "cusdis",
      "#/data/approve_link",
      ({ type, data }) => ({
        type,
        data: { ...(data as object), approve_link: "https://comments.example/?token=x.y.z" },
      }),
    ],
    ["discourse", "#/post/id", () => ({ post: { id: -1, raw: "x" } })],
    ["isso", "#/key", (body) => ({ ...body, key: "../../admin" })],
    ["remark42", "#/locator/url", (body) => ({ ...body, locator: { site: "remark", url: "" } })],
    [
      "waline",
      "#/comment/status",
      ({ comment }) => ({ comment: { ...(comment as object), status: "gone" } }),
    ],
    ["webmention", "#/source", (body) => ({ ...body, source: "javascript:alert(1)" })],
  ];
  it.each(cases)("of %s is named: %s", async (system, pointer, change) => {
    const secret = await connect(system);
    const { status, headers, body } = await post<{ errors: { pointer: string }[] }>(system, secret, content, {
      body: change(bodies[system](content)),
    });
    expect([status, headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
    expect(await counts()).toEqual(NOTHING);
  });
});

describe("what Coral is answered", () => {
  it("is to withhold what a person has to see, to reject spam, and nothing of what is good", async () => {
    const secret = await connect("coral", { setting: "light" });
    const good =
      "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? I tried it with gcc 12 and got a warning there.";
    const bad =
      "Great post! Visit my site http://cheap-casino.example.com/bonus for free casino bonus <a href='http://cheap-casino.example.com/bonus'>casino</a>";
    const answers = [];
    for (const text of [content, good, bad]) answers.push((await post("coral", secret, text)).body);
    const flag = { actionType: "FLAG", reason: "COMMENT_DETECTED_SPAM" };
    expect(answers).toEqual([
      { status: "SYSTEM_WITHHELD", actions: [flag] },
      { actions: [] },
      { status: "REJECTED", actions: [flag] },
    ]);
  });
});

describe("what is edited or deleted in its system", () => {
  it("of webmention.io is a new revision, and goes", async () => {
    const secret = await connect("webmention");
    await post("webmention", secret, content);
    await post("webmention", secret, "Interesting, but I doubt it: http://some-blog.example.net/other");
    expect((await tell(ids.webmention)).body.revision).toBe(2);
    const { source, target } = bodies.webmention(content);
    await post("webmention", secret, content, { body: { source, target, private: false, deleted: true } });
    expect(await counts()).toEqual(NOTHING);
  });

  it("of webmention.io without a word is no comment", async () => {
    const secret = await connect("webmention");
    const { post: entry, ...body } = bodies.webmention(content) as { post: Record<string, unknown> };
    const like = { ...entry, content: undefined, name: "likes this", "wm-property": "like-of" };
    const { body: answer } = await post("webmention", secret, content, { body: { ...body, post: like } });
    expect([answer, await counts()]).toEqual([{ said: "nothing" }, NOTHING]);
  });

  it("of Discourse is a new revision, but not if the older text comes late", async () => {
    const secret = await connect("discourse");
    const { post: first } = bodies.discourse(content) as { post: Record<string, unknown> };
    const edit = { ...first, raw: `${content} (edited)`, updated_at: "2026-11-27T09:05:00.000Z", version: 2 };
    const edited = { body: { post: edit }, headers: { "x-discourse-event": "post_edited" } };
    await post("discourse", secret, content);
    await post("discourse", secret, content, edited);
    await post("discourse", secret, content);
    expect((await stored(ids.discourse))?.content).toBe(`${content} (edited)`);
    expect((await tell(ids.discourse)).body.revision).toBe(2);
  });

  it("of Discourse goes, but stays if it was Hamlet that had it deleted", async () => {
    const secret = await connect("discourse");
    const destroyed = { headers: { "x-discourse-event": "post_destroyed" } };
    await post("discourse", secret, content);
    await call("POST", `/v1/sites/demo/comments/${ids.discourse}/decision`, {
      key: DEMO_KEY,
      body: { decision: "spam" },
    });
    await post("discourse", secret, content, destroyed);
    expect(await counts()).toEqual({ ...NOTHING, spam: 1 });
    await call("POST", `/v1/sites/demo/comments/${ids.discourse}/decision`, {
      key: DEMO_KEY,
      body: { decision: "undo" },
    });
    await post("discourse", secret, content, destroyed);
    expect(await counts()).toEqual(NOTHING);
  });

  it("of Discourse is nothing where it is a ping, a private message or a note of a moderator", async () => {
    const secret = await connect("discourse");
    const { post: first } = bodies.discourse(content) as { post: Record<string, unknown> };
    const bodiesOfNothing = [
      { ping: "OK" },
      { post: { ...first, topic_archetype: "private_message" } },
      { post: { ...first, post_type: 3 } },
      { topic: { id: 12 } },
    ];
    for (const body of bodiesOfNothing)
      expect((await post("discourse", secret, content, { body })).body).toEqual({ said: "nothing" });
    expect(await counts()).toEqual(NOTHING);
  });
});

describe("more than a site may ask in a minute", () => {
  it("is told when to come back, and stores nothing; who proves nothing is not counted", async () => {
    const owner = { key: ADMIN_TOKEN };
    const integration = { system: "cusdis" };
    const site = await call<{ key: string }>("POST", "/v1/sites", {
      ...owner,
      body: { id: "blog", integration },
    });
    const { body } = await call<{ secret: string }>("POST", "/v1/sites/blog/receiver", owner);
    const limit = vi.spyOn(env.KEY_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const refused = await post("cusdis", body.secret, content, { site: "blog" });
    const forged = await post("cusdis", "x", content, { site: "blog" });
    const asked = limit.mock.calls;
    limit.mockRestore();
    expect([refused.status, refused.headers.get("retry-after"), forged.status]).toEqual([429, "30", 401]);
    expect(asked).toEqual([[{ key: "blog:signed" }]]);
    const { key } = site.body;
    expect((await call("GET", `/v1/sites/blog/comments/${ids.cusdis}`, { key })).status).toBe(404);
  });
});

describe("a site that is connected to another system", () => {
  it("takes what its blog sends by itself as before", async () => {
    await connect("cusdis");
    expect((await submit({ id: "c1", ...doubtful })).status).toBe(201);
  });
});
