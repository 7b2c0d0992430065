import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ADMIN_TOKEN, call, DEMO_KEY, decide, demoSite, doubtful, pass, submit, tell } from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";

const CALLBACK = "https://blog.example/wp-json/akismet/v1/webhook";

/** What WordPress was told, and how it answers. */
let told: { url: string; body: Record<string, unknown> }[];
let answer: (guid: string) => Response;
let key: string;

beforeEach(async () => {
  await reset();
  await demoSite();
  key = await akismetKey();
  told = [];
  answer = (guid) => Response.json({ comments: { [guid]: { status: "success" } } });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    const body = (await request.json()) as { comments: { guid: string }[] };
    told.push({ url: request.url, body });
    return answer(body.comments[0]?.guid ?? "");
  });
});

const check = async (more: Readonly<Record<string, string>> = {}) =>
  (await akismet("comment-check", fields(key, { callback: CALLBACK, comment_post_ID: "7", ...more }))).guid;
const refuses = (guid: string, message: string) =>
  Response.json({ comments: { [guid]: { status: "error", message } } });
const deliveries = async () =>
  (await call<{ counts: object }>("GET", "/v1/sites/demo/deliveries", { key: DEMO_KEY })).body;
const queueKeys = async () => (await env.QUEUE.list({ prefix: "pending/" })).keys.map(({ name }) => name);
const results = () =>
  told.map(({ body }) => (body.comments as { result: string }[]).map(({ result }) => result).join());

describe("a decision on a comment that WordPress asked about", () => {
  it("reaches the address that it named, with the key that it came with", async () => {
    const guid = await check({ comment_parent: "3" });
    await decide(guid, { decision: "approve" });
    await pass(6_000);
    const numbers = { comment_post_ID: "7", comment_parent: "3" };
    const comment = { guid, result: "false", hamlet_status: "published", ...numbers };
    const body = { key, endpoint: "comment-check", comments: [comment, comment] };
    expect(told).toEqual([{ url: CALLBACK, body }]);
    await pass(60_000);
    expect(told).toHaveLength(1);
  });

  it.each([
    ["auto", "pending"],
    ["spam", "true"],
    ["ham", "false,false"],
  ])("undone after it was sent is told as what waits is told: %s", async (holdAs, again) => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { holdAs } });
    const guid = await check();
    await decide(guid, { decision: "approve" });
    await pass(6_000);
    await decide(guid, { decision: "undo" });
    await pass(6_000);
    expect(results()).toEqual(["false,false", again]);
  });

  it("that the blog took itself is not told back, but its undoing is", async () => {
    const guid = await check();
    await akismet("submit-ham", fields(key, { callback: CALLBACK }));
    await pass(6_000);
    expect(results()).toEqual([]);
    await decide(guid, { decision: "undo", by: "Ben" });
    await pass(6_000);
    expect(results()).toEqual(["pending"]);
  });

  it("is tried again while WordPress fails, and given up when it says that it will not", async () => {
    const guid = await check();
    await decide(guid, { decision: "spam" });
    answer = () => new Response("no", { status: 500 });
    await pass(6_000);
    answer = (id) => refuses(id, "Multiple comments matched request.");
    await pass(3_600_000);
    await pass(3_600_000);
    expect(results()).toEqual(["true", "true"]);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 1 });
  });

  it.each([
    ["in English", (id: string) => refuses(id, "Could not find matching comment.")],
    [
      "in another language, by Hamlet's file",
      (id: string) =>
        Response.json({
          comments: { [id]: { status: "error", message: "Kein Kommentar gefunden.", hamlet: "gone" } },
        }),
    ],
    ["by status 410", () => new Response("", { status: 410 })],
  ])(
    "on a comment that WordPress has not any more is noted, and nobody is to do anything: %s",
    async (_, says) => {
      const guid = await check();
      await decide(guid, { decision: "approve" });
      answer = says;
      await pass(6_000);
      await pass(3_600_000);
      expect([told.length, (await deliveries()).counts]).toEqual([1, { waiting: 0, retrying: 0, dead: 0 }]);
      expect((await tell(guid)).body).toMatchObject({
        status: "published",
        history: [{ decision: "approve" }, { type: "comment.gone", decision: null, by: "blog" }],
      });
    },
  );

  it("taken back while WordPress lost the comment leaves nothing in the queue", async () => {
    const guid = await check();
    await decide(guid, { decision: "approve" });
    await pass(6_000);
    await decide(guid, { decision: "undo" });
    answer = (id) => refuses(id, "Could not find matching comment.");
    await pass(6_000);
    await pass(60_000);
    expect([(await tell(guid)).body.status, await queueKeys()]).toEqual(["discarded", []]);
  });

  it("leaves comments of Hamlet's own protocol to the webhook", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { webhook: "https://blog.example/hamlet" },
    });
    const guid = await check();
    await submit({ id: "own", ...doubtful });
    await decide(guid, { decision: "spam" });
    await decide("own", { decision: "spam" });
    await pass(6_000);
    expect(told.map(({ url }) => url).sort()).toEqual(["https://blog.example/hamlet", CALLBACK]);
  });

  it.each([
    ["another host", "https://evil.example/wp-json/akismet/v1/webhook"],
    ["http", "http://blog.example/wp-json/akismet/v1/webhook"],
    ["a network address", "https://10.0.0.1/wp-json/akismet/v1/webhook"],
    ["no address", "javascript:alert(1)"],
  ])("is never sent to %s", async (_, callback) => {
    const guid = await check({ callback });
    await decide(guid, { decision: "spam" });
    await pass(6_000);
    expect([told, (await tell(guid)).body.status]).toEqual([[], "spam"]);
  });

  it("is not sent with a key that was revoked since", async () => {
    const guid = await check();
    await call("DELETE", "/v1/sites/demo/keys/2", { key: ADMIN_TOKEN });
    await decide(guid, { decision: "spam" });
    await pass(6_000);
    expect(told).toEqual([]);
  });
});
