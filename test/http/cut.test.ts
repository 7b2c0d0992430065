import { reset, runInDurableObject } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SiteWithSecrets } from "../../src/contract/site.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { ADMIN_TOKEN, blatant, call, demoSite, plain, siteObject, submit, tell } from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const stored = () =>
  runInDurableObject(siteObject(), (_, { storage }) =>
    storage.sql.exec<{ comment: string }>("SELECT comment FROM comments").toArray(),
  ).then((rows) => rows.map(({ comment }) => JSON.parse(comment)));

const HELD = { rule: "longer than 65,536 bytes: cut", effect: "hold" };

describe("fields over their limits", () => {
  const long = {
    content: plain.content,
    author: {
      name: `${"n".repeat(255)}👩‍🚀 and more`,
      url: `https://ada.example/${"u".repeat(3000)}`,
      userAgent: "a".repeat(600),
    },
    post: { url: "https://blog.example/loops", title: "t".repeat(9000), excerpt: "e".repeat(9000) },
    referrer: `https://r.example/${"r".repeat(3000)}`,
  };
  const cut = [
    { pointer: "#/post/title", detail: "cut to 512 characters" },
    { pointer: "#/post/excerpt", detail: "cut to 4096 characters" },
    { pointer: "#/author/name", detail: "cut to 255 characters" },
    { pointer: "#/author/url", detail: "cut to 2048 characters" },
    { pointer: "#/author/userAgent", detail: "cut to 512 characters" },
    { pointer: "#/referrer", detail: "cut to 2048 characters" },
  ];

  it("are cut between characters, and the answer says so, to a repeat too", async () => {
    const first = await submit({ id: "c1", ...long });
    expect(first).toMatchObject({ status: 201, body: { warnings: cut } });
    expect(await submit({ id: "c1", ...long })).toMatchObject({ status: 200, body: first.body });
    expect(await stored()).toMatchObject([
      {
        author: { name: "n".repeat(255), url: long.author.url.slice(0, 2048), userAgent: "a".repeat(512) },
        post: { title: "t".repeat(512), excerpt: "e".repeat(4096) },
        referrer: long.referrer.slice(0, 2048),
      },
    ]);
    expect("warnings" in (await tell("c1")).body).toBe(false);
  });

  it("are cut by Akismet's protocol as well, and told in a header", async () => {
    const told = await akismet(
      "comment-check",
      fields(await akismetKey(), {
        comment_author: long.author.name,
        comment_author_url: long.author.url,
        user_agent: long.author.userAgent,
        referrer: long.referrer,
      }),
    );
    expect([told.status, told.headers.get("x-hamlet-warnings")]).toEqual([
      200,
      "#/author/name cut to 255 characters, #/author/url cut to 2048 characters, " +
        "#/author/userAgent cut to 512 characters, #/referrer cut to 2048 characters",
    ]);
    expect(await stored()).toMatchObject([
      { author: { name: "n".repeat(255), url: long.author.url.slice(0, 2048) } },
    ]);
  });
});

describe("content that is too long", () => {
  it.each([
    ["70 kB", "Thank you for the second example. ".repeat(2100), 65_536],
    ["27,000 Han characters", "漢字".repeat(13_500), 65_535],
    ["70 kB of spam", `${blatant.content} `.repeat(600), 65_536],
  ])("is cut, judged and held: %s", async (_, content, bytes) => {
    const warnings = [{ pointer: "#/content", detail: `cut to ${bytes} bytes` }];
    const { status, body } = await submit({ id: "c1", content, author: { name: "Ada" } });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { status: "pending", outcome: "review", blatant: false, warnings },
    });
    expect(body.policy).toContainEqual(HELD);
    const [comment] = await stored();
    expect(content.startsWith(comment.content)).toBe(true);
    expect(new TextEncoder().encode(comment.content).length).toBe(bytes);
    expect(await submit({ id: "c1", content, author: { name: "Ada" } })).toMatchObject({ status: 200, body });
  });

  it("is held by Akismet's protocol as well, as the same comment when it is asked about again", async () => {
    const key = await akismetKey();
    const ask = () =>
      akismet("comment-check", fields(key, { comment_content: "Thank you for the example. ".repeat(2700) }));
    const told = await ask();
    expect([told.status, told.body, told.headers.get("x-hamlet-outcome")]).toEqual([200, "false", "review"]);
    expect(told.headers.get("x-hamlet-warnings")).toBe("#/content cut to 65536 bytes");
    expect((await tell(told.guid)).body).toMatchObject({ status: "pending", policy: [HELD] });
    expect((await ask()).guid).toBe(told.guid);
    expect(await stored()).toHaveLength(1);
  });

  it("is held when it comes signed", async () => {
    const { intakeSecret } = (
      await call<SiteWithSecrets>("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "blog", name: "B" } })
    ).body;
    const body = JSON.stringify({ id: "c1", content: "é".repeat(40_000) });
    const at = new Date();
    const headers = {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(intakeSecret).sign("msg_1", at, body),
    };
    expect(await call("POST", "/v1/sites/blog/comments", { body, headers })).toMatchObject({
      status: 201,
      body: { status: "pending", warnings: [{ pointer: "#/content", detail: "cut to 65536 bytes" }] },
    });
  });

  it("is held for that reason too when the site object cannot be reached", async () => {
    const down = vi.spyOn(SiteObject.prototype, "submit").mockReturnValue(new Promise(() => {}) as never);
    const { status, body } = await submit({ id: "c1", content: "漢字".repeat(13_500) });
    down.mockRestore();
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { status: "pending", warnings: [{ pointer: "#/content", detail: "cut to 65535 bytes" }] },
    });
    expect(body.policy).toContainEqual(HELD);
  });

  it("is refused only above the body's limit, 256 KiB", async () => {
    expect((await submit({ id: "c1", content: "x".repeat(262_144 - 40) })).status).toBe(201);
    expect((await submit({ id: "c2", content: "x".repeat(262_144) })).status).toBe(413);
  });
});
