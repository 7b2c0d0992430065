import { reset, runInDurableObject, SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiDocument } from "../../src/app.ts";
import type { SiteView, SiteWithSecrets } from "../../src/contract/site.ts";
import { access } from "../../src/routes.ts";
import { NOW } from "../clock.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  demoSite,
  doubtful,
  plain,
  siteObject,
  submit,
  tell,
} from "../site/blog.ts";
import { signIn } from "./session.ts";

const owner = <T>(method: string, path: string, body?: unknown) =>
  call<T>(method, `/v1/sites${path}`, { key: ADMIN_TOKEN, body });

beforeEach(() => reset());

describe("a site", () => {
  it("is made with a key and secrets that are told once", async () => {
    const made = await owner<SiteWithSecrets>("POST", "", {
      id: "blog",
      name: "Blog",
      hosts: ["blog.example"],
    });
    expect(made.status).toBe(201);
    expect(made.body.key).toMatch(/^[a-z0-9]{12}$/);
    expect(made.body.intakeSecret).toMatch(/^whsec_/);
    expect(made.body.settings).toMatchObject({
      setting: "balanced",
      retention: { spam: 15, discarded: 30, published: 90 },
    });
    const read = await owner<SiteView>("GET", "/blog");
    expect(JSON.stringify(read.body)).not.toContain(made.body.key);
    expect((await owner("POST", "", { id: "blog" })).status).toBe(409);
  });

  it("gives out keys for Akismet's routes alone, which open nothing else and outlive a rotation", async () => {
    await demoSite();
    const made = await owner<{ key: string }>("POST", "/demo/keys", { scope: "akismet" });
    expect(made).toMatchObject({
      status: 201,
      body: { n: 2, scope: "akismet", key: expect.stringMatching(/^[a-z0-9]{12}$/) },
    });
    const refused = await call("GET", "/v1/sites/demo/decisions", { key: made.body.key });
    expect(refused.status).toBe(401);
    for (let i = 0; i < 2; i++) await owner("POST", "/demo/keys");
    const { keys } = (await owner<SiteView>("GET", "/demo")).body;
    expect(keys.map(({ n, scope, revokedAt }) => [n, scope, revokedAt === null])).toEqual([
      [1, "site", false],
      [2, "akismet", true],
      [3, "site", true],
      [4, "site", true],
    ]);
    expect((await owner<{ errors: unknown }>("POST", "/demo/keys", { scope: "all" })).status).toBe(422);
  });

  it("makes a new key for a request without a body, whatever type it claims to have", async () => {
    await demoSite();
    const made = await owner<SiteWithSecrets>("POST", "/demo/keys", "");
    expect([made.status, made.body.keys.length]).toEqual([201, 2]);
    expect((await owner<{ detail: string }>("POST", "/demo/keys", "{")).status).toBe(400);
  });

  it("is changed field by field, and only by what makes sense", async () => {
    await demoSite();
    const changed = await owner<Record<string, unknown>>("PATCH", "/demo", { holdLinks: true });
    expect(changed.body).toMatchObject({ holdLinks: true, name: "Demo" });
    const wrong = await owner<{ errors: unknown }>("PATCH", "/demo", {
      publishBelow: 0.999,
      hosts: ["NOT A HOST"],
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors).toMatchObject([{ pointer: "#/hosts/0" }]);
    expect((await owner<{ errors: unknown }>("PATCH", "/demo", { publishBelow: 0.999 })).body.errors).toEqual(
      [{ pointer: "#/publishBelow", detail: "below rejectAbove (0.99), not 0.999" }],
    );
    expect((await owner("PATCH", "/none", { name: "x" })).status).toBe(404);
  });

  it.each([
    [{ publishBareBelow: 0.01 }, "not below publishBelow (0.02), but 0.01"],
    [{ publishBareBelow: 0.999 }, "below rejectAbove (0.99), not 0.999"],
    [{ publishBelow: 0.1, publishBareBelow: 0.05 }, "not below publishBelow (0.1), but 0.05"],
    [{ publishBareBelow: 0.4, rejectAbove: 0.3 }, "below rejectAbove (0.3), not 0.4"],
  ])("has two publish limits that must fit each other: %j", async (patch, detail) => {
    await demoSite();
    const { status, body } = await owner<{ errors: unknown }>("PATCH", "/demo", patch);
    expect([status, body.errors]).toEqual([422, [{ pointer: "#/publishBareBelow", detail }]]);
  });

  it("names the field of a publish limit that is none", async () => {
    await demoSite();
    const { status, body } = await owner<{ errors: unknown }>("PATCH", "/demo", { publishBareBelow: 2 });
    expect([status, body.errors]).toMatchObject([422, [{ pointer: "#/publishBareBelow" }]]);
  });

  it("that has set one publish limit keeps it for what holds nothing to follow, until it sets the other", async () => {
    await demoSite({ publishBelow: 0 });
    const bare = { content: "Why is the index counted down and not up in this part?" };
    const outcome = async (id: string) => (await submit({ id, ...bare, author: { name: id } })).body.outcome;
    expect(await outcome("c1")).toBe("review");
    const changed = await owner<Record<string, unknown>>("PATCH", "/demo", { publishBareBelow: 0.9 });
    expect(changed.body).toMatchObject({ publishBelow: 0, publishBareBelow: 0.9 });
    expect(await outcome("c2")).toBe("publish");
  });

  it("may reject below the bare limit of its setting: what is rejected is not published", async () => {
    await demoSite({ publishBelow: null, rejectAbove: 0.04 });
    expect((await owner("PATCH", "/demo", { name: "Demo" })).status).toBe(200);
  });

  it("follows its settings at once", async () => {
    await demoSite();
    await owner("PATCH", "/demo", { blocked: ["second loop"] });
    expect((await submit({ id: "c1", ...plain })).body).toMatchObject({
      outcome: "reject",
      policy: [{ rule: "blocked: second loop", effect: "reject" }],
    });
    await owner("PATCH", "/demo", { blocked: [], mode: "log-only" });
    expect((await submit({ id: "c2", ...doubtful })).body).toMatchObject({
      outcome: "publish",
      status: "published",
      would: "review",
    });
  });

  it("keeps the key before the newest, and revokes older and named ones", async () => {
    await demoSite();
    const look = (key: string) =>
      call("GET", "/v1/sites/demo/comments/none", { key }).then(({ status }) => status);
    const second = (await owner<SiteWithSecrets>("POST", "/demo/keys")).body.key;
    expect([await look(DEMO_KEY), await look(second)]).toEqual([404, 404]);
    const third = (await owner<SiteWithSecrets>("POST", "/demo/keys")).body.key;
    expect([await look(DEMO_KEY), await look(second), await look(third)]).toEqual([401, 404, 404]);
    expect((await owner("DELETE", "/demo/keys/2")).status).toBe(204);
    expect([await look(second), await look(third)]).toEqual([401, 404]);
  });

  it("deleted is gone with its comments, and does not come back with its name", async () => {
    await demoSite();
    await submit({ id: "c1", ...doubtful });
    expect((await owner("DELETE", "/demo")).status).toBe(204);
    expect((await tell("c1")).status).toBe(401);
    expect((await env.QUEUE.list()).keys).toEqual([]);
    await demoSite();
    expect((await tell("c1")).status).toBe(404);
  });

  it("stored before a setting was thought of has it at its default, whoever reads it", async () => {
    await demoSite();
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    const older = await runInDurableObject(directory, (_, { storage }) => {
      storage.sql.exec(
        "UPDATE sites SET record = json_remove(record, '$.settings.sendHeld', '$.settings.holdAs')",
      );
      return storage.sql.exec<{ record: string }>("SELECT record FROM sites").one().record;
    });
    await env.QUEUE.put("site/demo", older);
    const settings = { sendHeld: false, holdAs: "auto", name: "Demo" };
    expect((await owner<SiteView>("GET", "/demo")).body.settings).toMatchObject(settings);
    await submit({ id: "c1", ...plain });
    const kept = await runInDurableObject(siteObject(), (_, { storage }) =>
      storage.sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'record'").one(),
    );
    expect(JSON.parse(kept.value).settings).toMatchObject(settings);
  });

  it("is nobody's business but the owner's", async () => {
    await demoSite();
    for (const key of [undefined, DEMO_KEY, "wrong"]) {
      expect((await call("GET", "/v1/sites", { ...(key && { key }) })).status).toBe(401);
      expect((await call("DELETE", "/v1/sites/demo", { ...(key && { key }) })).status).toBe(401);
    }
  });
});

describe("a signed-in owner", () => {
  it("may use her routes by her session; to change something only with its form token", async () => {
    await demoSite();
    const { cookie, csrf } = await signIn();
    const as = async (method: string, headers: Record<string, string>) =>
      (
        await call(method, "/v1/sites/demo", {
          headers,
          ...(method === "PATCH" && { body: { name: "New" } }),
        })
      ).status;
    const token = { "x-csrf-token": csrf };
    expect([
      await as("GET", { cookie }),
      await as("PATCH", { cookie }),
      await as("PATCH", { cookie, "x-csrf-token": "wrong" }),
      await as("PATCH", { ...token }),
      await as("GET", { cookie: "hamlet_session=none" }),
      await as("PATCH", { cookie, ...token, authorization: "Bearer wrong" }),
      await as("PATCH", { cookie, ...token }),
      await as("DELETE", { cookie, ...token }),
    ]).toEqual([200, 401, 401, 401, 401, 401, 200, 204]);
  });
});

describe("a signed submission", () => {
  const send = async (secret: string, body: string, at = new Date(NOW), signed = body) =>
    call("POST", "/v1/sites/blog/comments", {
      body,
      headers: {
        "webhook-id": "msg_1",
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": new Webhook(secret).sign("msg_1", at, signed),
      },
    });

  it("is taken without a key; a tampered or old one is not", async () => {
    const { intakeSecret, deliverySecret } = (await owner<SiteWithSecrets>("POST", "", { id: "blog" })).body;
    const body = JSON.stringify({ id: "c1", ...plain });
    expect((await send(intakeSecret, body)).status).toBe(201);
    expect((await send(intakeSecret, body, new Date(NOW), `${body} `)).status).toBe(401);
    expect((await send(intakeSecret, body, new Date(NOW - 600_000))).status).toBe(401);
    expect((await send(deliverySecret, body)).status).toBe(401);
  });

  const LARGE = "x".repeat(300_000);
  const signedBy = (secret: string, body: string | ReadableStream<Uint8Array>, signed = "", more = {}) =>
    SELF.fetch("https://hamlet.example/v1/sites/blog/comments", {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "webhook-id": "msg_1",
        "webhook-timestamp": String(NOW / 1000),
        "webhook-signature": new Webhook(secret).sign("msg_1", new Date(NOW), signed),
        ...more,
      },
    }).then(({ status }) => status);
  const streamed = (text: string) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let from = 0; from < text.length; from += 10_000)
          controller.enqueue(new TextEncoder().encode(text.slice(from, from + 10_000)));
        controller.close();
      },
    });

  it("larger than a body may be is refused as too large, declared or streamed, whoever sends it", async () => {
    const { intakeSecret } = (await owner<SiteWithSecrets>("POST", "", { id: "blog" })).body;
    expect([
      await signedBy(intakeSecret, LARGE, LARGE),
      await signedBy(intakeSecret, streamed(LARGE), LARGE),
      await signedBy(intakeSecret, LARGE, "", { "webhook-signature": "v1,nothing" }),
    ]).toEqual([413, 413, 413]);
  });

  it("is taken streamed, beside another's signature, and by the secret before the newest alone", async () => {
    const { intakeSecret } = (await owner<SiteWithSecrets>("POST", "", { id: "blog" })).body;
    const bodyOf = (id: string) => JSON.stringify({ id, ...plain });
    expect(await signedBy(intakeSecret, streamed(bodyOf("c1")), bodyOf("c1"))).toBe(201);
    const foreign = `v1,${"A".repeat(43)}= v2,x ${new Webhook(intakeSecret).sign("msg_1", new Date(NOW), bodyOf("c2"))}`;
    expect(await signedBy(intakeSecret, bodyOf("c2"), "", { "webhook-signature": foreign })).toBe(201);
    for (const [id, status] of [
      ["c3", 201],
      ["c4", 401],
    ] as const) {
      await owner("POST", "/blog/keys", {});
      expect([id, await signedBy(intakeSecret, bodyOf(id), bodyOf(id))]).toEqual([id, status]);
    }
  });

  it.each([
    ["no time", { "webhook-timestamp": "" }],
    ["a time that is no number", { "webhook-timestamp": `${NOW / 1000}x` }],
    ["no id", { "webhook-id": "" }],
    ["no signature of this kind", { "webhook-signature": "v1a,x" }],
    ["a time six minutes ahead", { "webhook-timestamp": String(NOW / 1000 + 360) }],
  ])("with %s is refused before its body is read", async (_, headers) => {
    const { intakeSecret } = (await owner<SiteWithSecrets>("POST", "", { id: "blog" })).body;
    expect(await signedBy(intakeSecret, "no JSON", "no JSON", headers)).toBe(401);
  });
});

/** What no developer calls by hand: Telegram itself does. */
const unwritten = ["POST /in/telegram/:bot"];

describe("what is public", () => {
  it("is health, the API's description and its page", async () => {
    expect((await call<{ status: string }>("GET", "/health")).body).toEqual({ status: "ok" });
    const { body } = await call<{ openapi: string; paths: Record<string, object> }>("GET", "/openapi.json");
    // As the build wrote it: `node --import tsx src/build.ts` writes it anew.
    expect(body).toEqual(JSON.parse(JSON.stringify(apiDocument())));
    expect(body.openapi).toBe("3.1.0");
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    expect(described.sort()).toEqual(
      Object.keys(access)
        .filter((route) => / \/(?:v1|in|f)\//.test(route) && !unwritten.includes(route))
        .sort(),
    );
    expect((await call<string>("GET", "/docs")).body).toContain("Submit a comment");
    expect((await call("GET", "/nowhere")).status).toBe(404);
  });
});

describe("too many requests", () => {
  it("of one key are told when to come back, and nothing is stored", async () => {
    const { key } = (await owner<SiteWithSecrets>("POST", "", { id: "blog" })).body;
    const limit = vi.spyOn(env.KEY_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const refused = await call("POST", "/v1/sites/blog/comments", { key, body: { id: "c1", ...plain } });
    expect(refused).toMatchObject({ status: 429, body: { title: "Too many requests" } });
    expect(refused.headers.get("retry-after")).toBe("30");
    expect(limit).toHaveBeenCalledWith({ key: "blog:1" });
    limit.mockRestore();
    expect((await call("GET", "/v1/sites/blog/comments/c1", { key })).status).toBe(404);
  });

  it("to sign in from one address are refused before the token is looked at", async () => {
    vi.spyOn(env.LOGIN_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const refused = await call<string>("POST", "/login", {
      body: `token=${ADMIN_TOKEN}&name=Anna`,
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" },
    });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("60");
    expect(refused.headers.get("set-cookie")).toBeNull();
  });
});
