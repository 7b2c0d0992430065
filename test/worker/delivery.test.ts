import { reset, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ADMIN_TOKEN, call, decide, demoSite, doubtful, siteObject, submit } from "./blog.ts";

interface Delivered {
  readonly type: string;
  readonly data: { readonly id: string; readonly status: string; readonly sequence: number };
}

/** What the blog got, each verified with the delivery secret by the library alone. */
let inbox: Delivered[];
let answer: () => Response;
let secret: string;

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet" });
  secret = (await call<{ deliverySecret: string }>("POST", "/v1/sites/demo/keys", { key: ADMIN_TOKEN })).body
    .deliverySecret;
  inbox = [];
  answer = () => new Response("ok");
  vi.spyOn(globalThis, "fetch").mockImplementation(async (request) => {
    const { headers, body } = {
      headers: (request as Request).headers,
      body: await (request as Request).text(),
    };
    inbox.push(new Webhook(secret).verify(body, Object.fromEntries(headers)) as Delivered);
    return answer();
  });
});

afterEach(() => vi.restoreAllMocks());

/** Makes what waits due, and rings. */
const deliver = async () => {
  await runInDurableObject(siteObject(), (_, { storage }) => {
    storage.sql.exec("UPDATE outbox SET due = 0 WHERE event IS NOT NULL");
  });
  await runDurableObjectAlarm(siteObject());
};
const told = () => inbox.map(({ type, data }) => [type, data.id, data.status]);

describe("a decision", () => {
  it("reaches the blog, signed, with the comment's present status, once", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    await deliver();
    await deliver();
    expect(told()).toEqual([["comment.published", "c1", "published"]]);
  });

  it("undone within its grace is never sent", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    await decide("c1", { decision: "undo" });
    await deliver();
    expect(told()).toEqual([]);
  });

  it("undone after it was sent is taken back, in order", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "spam" });
    await deliver();
    await decide("c1", { decision: "undo" });
    await deliver();
    expect(told()).toEqual([
      ["comment.spam", "c1", "spam"],
      ["comment.reverted", "c1", "pending"],
    ]);
  });

  it("that the blog does not take is sent again, and the later ones of the comment wait for it", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    answer = () => new Response("no", { status: 500 });
    await deliver();
    await decide("c1", { decision: "spam", revision: 2 });
    answer = () => new Response("ok");
    await deliver();
    await deliver();
    expect(told()).toEqual([
      ["comment.published", "c1", "published"],
      ["comment.published", "c1", "spam"],
      ["comment.spam", "c1", "spam"],
    ]);
    const left = await runInDurableObject(siteObject(), (_, { storage }) =>
      storage.sql.exec("SELECT comment, event, state FROM outbox WHERE event IS NOT NULL").toArray(),
    );
    expect(left).toEqual([]);
  });

  it("is never told for a verdict that the answer held already", async () => {
    await submit({
      id: "c1",
      content: "I wonder about `i < 20` in the second loop, did you mean ten? It prints twice here.",
    });
    await deliver();
    expect(told()).toEqual([]);
  });
});

describe("a webhook's address", () => {
  it.each([
    ["http", "http://blog.example/x", "must be https on port 443"],
    ["another port", "https://blog.example:8443/x", "must be https on port 443"],
    ["a foreign host", "https://evil.example/x", "its host evil.example is not among the site's hosts"],
    ["a private address", "https://10.0.0.1/x", "must be a host name, not a network address"],
    ["an IPv6 address", "https://[fd00::1]/x", "must be a host name, not a network address"],
    ["an internal name", "https://db.internal/x", "must be a public host"],
    ["a user name", "https://u:p@blog.example/x", "must not hold a user name or password"],
  ])("that is %s is refused", async (_, webhook, detail) => {
    const reply = await call<{ errors: unknown }>("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { webhook },
    });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: "#/webhook", detail }] } });
  });
});
