import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, plain, tell } from "../site/blog.ts";
import { akismet, akismetKey, BLOG, fields, NEWEST } from "./akismet-client.ts";

const FILE = `${NEWEST} | Hamlet/1.0.0`;
const GUID = /^[0-9a-f]{32}$/;
const NEVER = "315360000";

let key: string;

beforeEach(async () => {
  await reset();
  await demoSite();
  key = await akismetKey();
});

const check = (more: Readonly<Record<string, string>> = {}, client = NEWEST) =>
  akismet("comment-check", fields(key, more), { client });

/** A row of WordPress' table, as the plugin asks about it again. */
const row = (more: Readonly<Record<string, string>>) => ({
  comment_ID: "12",
  comment_post_ID: "7",
  comment_author_IP: "203.0.113.9",
  comment_agent: "Mozilla/5.0",
  comment_approved: "0",
  comment_type: "comment",
  ...more,
});

describe("an Akismet key", () => {
  it("is of the characters that WordPress' form lets through", async () => {
    for (const made of [key, await akismetKey(), await akismetKey()]) expect(made).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe("what waits for a person", () => {
  it("is kept pending by the newest plugin, for longer than anybody waits", async () => {
    const { body, guid, headers } = await check();
    expect([body, headers.get("x-akismet-recheck-after"), headers.get("x-hamlet-status")]).toEqual([
      "false",
      NEVER,
      "pending",
    ]);
    expect([guid, (await tell(guid)).body.status]).toEqual([expect.stringMatching(GUID), "pending"]);
  });

  it.each([
    ["WordPress/7.1 | Akismet/5.7.2", "false", NEVER],
    ["WordPress/6.8 | Akismet/5.5", "false", NEVER],
    ["WordPress/6.8 | Akismet/10.0", "false", NEVER],
    ["WordPress/6.4 | Akismet/5.4", "false", null],
    ["WordPress/6.4 | Akismet/5.0.2 | Hamlet/1.0.0", "false", NEVER],
    ["Discourse/3.5.0 | discourse-akismet/1.1.0", "true", null],
    ["Flarum/1.8 | Akismet/1.2", "true", null],
    ["phpBB/3.3.1 | Gothick\\AkismetClient\\Client/1.0", "true", null],
    ["Joomla/4.2 | AkeebaEngage/3.1", "false", null],
    ["Rails/8.0 | Rakismet/1.5.4", "false", null],
    ["Node.js/22.0 | Akismet/16.2.1", "false", null],
    ["", "false", null],
  ])("is told so that nobody's comment is lost: %s", async (client, body, after) => {
    const told = await check({ comment_author: `Kim of ${client.length}` }, client);
    expect([told.body, told.headers.get("x-akismet-recheck-after")]).toEqual([body, after]);
    expect((await tell(told.guid)).body.status).toBe("pending");
  });

  it.each([
    ["spam", "true"],
    ["ham", "false"],
  ])("is told %s where the owner says so, whoever asks", async (holdAs, body) => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { holdAs } });
    const told = await check();
    expect([told.body, told.headers.get("x-akismet-recheck-after")]).toEqual([body, null]);
  });

  it.each([
    ["the moderator's recheck, which changes nothing then", "recheck_queue", NEWEST, "false"],
    ["cron with Hamlet's file, which keeps it pending", "retry", FILE, "false"],
    ["cron without it, which would publish what is not spam", "retry", NEWEST, "true"],
    ["an edit", "edit", FILE, "false"],
  ])("is asked about again by %s", async (_, recheck_reason, client, body) => {
    const first = await check();
    const again = await check(row({ recheck_reason, guid: first.guid }), client);
    expect([again.body, again.guid, again.headers.get("x-akismet-recheck-after")]).toEqual([
      body,
      first.guid,
      null,
    ]);
  });

  it("is kept under the guid that was made up while Hamlet was away", async () => {
    const guid = "0".repeat(31).concat("a");
    const told = await check(row({ recheck_reason: "retry", guid }), FILE);
    expect([told.guid, (await tell(guid)).body.status]).toEqual([guid, "pending"]);
  });

  it("is not stored twice if it had come before its answer was lost", async () => {
    const first = await check();
    const again = await check(row({ recheck_reason: "retry", guid: "f".repeat(32) }), FILE);
    expect([again.guid, (await tell("f".repeat(32))).status]).toEqual([first.guid, 404]);
  });
});

describe("every answer to a comment-check has a guid, or WordPress' own rules decide", () => {
  it.each([
    ["a key that nobody has", { api_key: "0123456789ab" }, "invalid"],
    ["no key", { api_key: "" }, "invalid"],
    ["no blog", { blog: "" }, "Missing required field: blog."],
    ["too large a body", { filler: "x".repeat(512 * 1024) }, "invalid"],
    ["a test", { is_test: "1" }, "false"],
    ["spam", { comment_author: "akismet-guaranteed-spam" }, "true"],
  ])("%s", async (_, more, body) => {
    const told = await check(more as Record<string, string>);
    expect([told.body, told.guid]).toEqual([body, expect.stringMatching(GUID)]);
  });

  it("other calls have none", async () => {
    const form = new URLSearchParams({ key: "0123456789ab", blog: BLOG });
    expect((await akismet("verify-key", form)).guid).toBe("");
  });
});

describe("a pingback's first question, which has no text yet", () => {
  const first = (more: Readonly<Record<string, string>> = {}) =>
    check({
      akismet_pre_check: "1",
      comment_type: "pingback",
      comment_author: "",
      comment_author_email: "",
      comment_content: "",
      comment_author_url: "https://diary.example/bread",
      comment_pingback_target: `${BLOG}/tides`,
      ...more,
    });

  it("is answered without a hold, and stores nothing", async () => {
    const told = await first();
    expect([told.body, told.headers.get("x-akismet-recheck-after")]).toEqual(["false", null]);
    expect((await tell(told.guid)).status).toBe(404);
  });

  it("refuses what is spam beyond doubt alone", async () => {
    const doubted = await first({ comment_author: "akismet-guaranteed-spam" });
    const sure = await first({ comment_author_url: blatant.author.url, comment_content: blatant.content });
    expect([doubted.body, sure.body]).toEqual(["false", "true"]);
  });
});

describe("what a moderator does on the blog and Akismet has no word for", () => {
  const move = (guid: string, comment_status: string) =>
    akismet(
      "comment-status",
      new URLSearchParams({ api_key: key, blog: BLOG, guid, comment_status, reporter: "anna" }),
      { client: FILE },
    );
  const THANKS = "Thanks for making the web a better place.";

  it("moves the comment here: trash, restore, hold", async () => {
    const { guid } = await check();
    const seen: unknown[] = [];
    for (const status of ["trash", "restore", "hold"]) {
      expect((await move(guid, status)).body).toBe(THANKS);
      seen.push((await tell(guid)).body.status);
    }
    expect(seen).toEqual(["discarded", "pending", "pending"]);
    expect((await tell(guid)).body.history).toMatchObject([
      { decision: "discard", by: "anna" },
      { decision: "undo", by: "anna" },
    ]);
  });

  it("holds what was published or approved, and unlearns the approval", async () => {
    const published = await check({ comment_content: plain.content, comment_author: plain.author.name });
    const approved = await check();
    await decide(approved.guid, { decision: "approve", by: "Ben" });
    for (const { guid } of [published, approved]) await move(guid, "hold");
    const places = await Promise.all(
      [published, approved].map(async ({ guid }) => (await tell(guid)).body.status),
    );
    expect(places).toEqual(["pending", "pending"]);
  });

  it("takes a deleted comment out of the queue, and knows it no more", async () => {
    const { guid } = await check();
    await move(guid, "delete");
    expect((await tell(guid)).status).toBe(404);
    expect((await move(guid, "delete")).body).toBe(THANKS);
  });

  it("says what is missing", async () => {
    const { guid } = await check();
    expect([(await move(guid, "burn")).body, (await move("", "trash")).body]).toEqual([
      "Missing required field: comment_status.",
      "Missing required field: guid.",
    ]);
  });
});
