import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Feed } from "../../src/contract/feed.ts";
import type { FormAnswer } from "../../src/contract/form.ts";
import { later, SECOND } from "../clock.ts";
import { call, demoSite, pass, remark } from "../site/blog.ts";
import { POST, sendJson } from "./blogs-form.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 });
});

const read = (headers: Readonly<Record<string, string>> = {}, post = POST, more = "") =>
  call<Feed>("GET", `/f/demo/comments?post=${encodeURIComponent(post)}${more}`, { headers });
/** Each a second after the one before. */
async function write(n: number, fields: Readonly<Record<string, string>> = {}): Promise<FormAnswer> {
  later(SECOND);
  return (await sendJson<FormAnswer>({ comment: remark(n).content, name: "Ada", ...fields })).body;
}

describe("what readers are shown", () => {
  it("is what Hamlet knows of a comment, whatever else a form says of it", async () => {
    const first = await write(0);
    const forged = {
      id: first.id,
      status: "published",
      type: "message",
      format: "html",
      html: "<script>1</script>",
      at: "1999-01-01T00:00:00Z",
      submittedAt: "1999-01-01T00:00:00Z",
      source: "https://evil.example/",
      thread: "blog.example/other",
      "author.name": "Owner",
      "post.url": "https://evil.example/",
      count: "1000",
    };
    const { id } = await write(1, { ...forged, comment: `<b>${remark(1).content}</b>` });
    await pass(60_000);
    const { comments, ...rest } = (await read()).body;
    expect(rest).toEqual({ count: 2 });
    expect(comments).toEqual([
      {
        id: first.id,
        parent: null,
        name: "Ada",
        website: null,
        html: `<p>${remark(0).content}</p>`,
        at: expect.any(String),
      },
      {
        id,
        parent: null,
        name: "Ada",
        website: null,
        html: `<p>&lt;b&gt;${remark(1).content}&lt;/b&gt;</p>`,
        at: expect.not.stringContaining("1999"),
      },
    ]);
    expect(id).not.toBe(first.id);
  });

  it("is on no page but its own, and answers nothing of another page or that nobody sees", async () => {
    const other = await write(0, { post: "https://blog.example/other/" });
    const mine = await write(1, { parent: other.id });
    const own = await write(2, { parent: "made-up" });
    const near = [
      "posts/loops/x",
      "posts/loop",
      "posts/loops?x",
      "posts/loops%2f",
      "posts/LOOPS",
      "posts//loops",
    ];
    for (const [n, path] of near.entries()) await write(3 + n, { post: `https://blog.example/${path}` });
    await pass(60_000);
    const { count, comments } = (await read()).body;
    expect([count, comments.map(({ id, parent }) => [id, parent])]).toEqual([
      2,
      [
        [mine.id, null],
        [own.id, null],
      ],
    ]);
  });

  it("is the same whatever a request says of hosts and addresses, so that no cache keeps another's", async () => {
    await write(0);
    await pass(60_000);
    const plain = await read();
    const poisons: Readonly<Record<string, string>>[] = [
      { "x-forwarded-host": "evil.example" },
      { "x-forwarded-proto": "http", forwarded: "host=evil.example;proto=http" },
      { "x-original-url": "/f/other/comments", "x-rewrite-url": "/admin" },
      { origin: "https://evil.example" },
      { origin: "null" },
      { accept: "text/html", "accept-language": "ar", cookie: "hamlet_session=x" },
    ];
    for (const headers of poisons) {
      const { status, body, headers: answered } = await read(headers);
      const told = ["etag", "vary", "content-type", "cache-control"].map((name) => answered.get(name));
      expect([status, body, ...told]).toEqual([
        200,
        plain.body,
        ...["etag", "vary", "content-type", "cache-control"].map((name) => plain.headers.get(name)),
      ]);
      expect(answered.get("access-control-allow-origin")).toBeNull();
      expect(JSON.stringify([...answered])).not.toContain("evil");
    }
    expect((await read({}, POST, "&callback=alert&utm=1")).body).toEqual(plain.body);
    expect((await read({}, POST, `&post=${encodeURIComponent("https://blog.example/other/")}`)).status).toBe(
      422,
    );
  });
});
