import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { importJWK, jwtVerify } from "jose";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { base64url, bytesOfBase64url } from "../../src/platform/base64.ts";
import { HOUR, MIDNIGHT } from "../clock.ts";
import { ADMIN_TOKEN, call, decide, demoSite, doubtful, pass, submit } from "./blog.ts";
import { insideOf } from "./inside.ts";
import { mailbox } from "./mailbox.ts";

const HAMLET = "https://hamlet.example";
const ENDPOINT = "https://updates.push.services.mozilla.com/wpush/v2/gAAAAsecret";
const origin = { origin: HAMLET };
const agent = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };

let sent: Request[];
let answer: () => Response;
let anna: Awaited<ReturnType<typeof comes>>;
/** No mail is sent here: devices need none. */
const worker = mailbox();

async function comes(name: string) {
  const body = { name, roles: { demo: "moderator" } };
  const { id } = (await call<{ id: string }>("POST", "/v1/people", { key: ADMIN_TOKEN, body })).body;
  const made = await call<{ link: string }>("POST", `/v1/people/${id}/invitation`, { key: ADMIN_TOKEN });
  const opened = await worker.call("POST", new URL(made.body.link).pathname, {}, origin);
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = async () => (await worker.call("GET", "/account", undefined, { cookie })).body;
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(await page())?.[1] ?? "";
  const send = (path: string, fields: Record<string, string>) =>
    worker.call("POST", path, { csrf, ...fields }, { cookie, ...origin, ...agent });
  const add = (endpoint = ENDPOINT, hours = "3") => send("/account/devices", { endpoint, hours });
  return { id, page, send, add };
}

/** Lets hours pass one by one; answers in which a device was told. */
async function hours(n: number): Promise<number[]> {
  const told = [];
  for (let i = 1; i <= n; i++) {
    const before = sent.length;
    await pass(HOUR);
    if (sent.length > before) told.push(i);
  }
  return told;
}
const devices = () =>
  runInDurableObject(env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")), (_, { storage }) =>
    storage.sql.exec("SELECT endpoint FROM devices").toArray(),
  );

beforeEach(async () => {
  vi.setSystemTime(MIDNIGHT);
  await reset();
  await demoSite();
  sent = [];
  answer = () => new Response(null, { status: 201 });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    sent.push(given as Request);
    return answer();
  });
  anna = await comes("Anna");
});

describe("a device", () => {
  it("is told once that something has waited for so long, with a proof and without a word", async () => {
    await anna.add();
    expect(await anna.page()).toContain("Firefox, Linux</bdi>");
    await submit({ id: "c1", ...doubtful });
    expect(await hours(12)).toEqual([3]);
    const [request] = sent as [Request];
    expect([request.url, request.method, await request.text(), request.headers.get("ttl")]).toEqual([
      ENDPOINT,
      "POST",
      "",
      "14400",
    ]);
    const [, token = "", k = ""] =
      /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
    const point = bytesOfBase64url(k);
    const [x, y] = [base64url(point.slice(1, 33)), base64url(point.slice(33))];
    const key = await importJWK({ kty: "EC", crv: "P-256", x, y }, "ES256");
    const { payload } = await jwtVerify(token, key, { currentDate: new Date(), algorithms: ["ES256"] });
    expect([point.length, payload]).toEqual([
      65,
      { aud: "https://updates.push.services.mozilla.com", exp: expect.any(Number), sub: HAMLET },
    ]);
    expect(await anna.page()).toContain(`data-push="${k}"`);
    await submit({ id: "c2", ...doubtful, content: `${doubtful.content} two` });
    await decide("c2", { decision: "approve" });
    expect(await hours(6)).toEqual([]);
  });

  it.each([404, 410])("that its push service does not know any more, %i, is forgotten", async (status) => {
    await anna.add();
    answer = () => new Response("gone", { status });
    await submit({ id: "c1", ...doubtful });
    await hours(4);
    expect([sent.length, await devices()]).toEqual([1, []]);
    await hours(30);
    expect(sent).toHaveLength(1);
  });

  it("whose push service is down is told later", async () => {
    await anna.add();
    answer = () => new Response("busy", { status: 503, headers: { "retry-after": "7200" } });
    await submit({ id: "c1", ...doubtful });
    expect(await hours(4)).toEqual([3]);
    answer = () => new Response(null, { status: 201 });
    expect(await hours(6)).toEqual([1]);
  });

  it.each([
    ["https://evil.example/push", "is not at a push service that is known"],
    ["https://fcm.googleapis.com.evil.example/x", "is not at a push service that is known"],
    ["https://evil.example/fcm.googleapis.com", "is not at a push service that is known"],
    ["https://xpush.apple.com/x", "is not at a push service that is known"],
    ["https://fcm.googleapis.com:8443/x", "must be https on port 443"],
    ["http://fcm.googleapis.com/x", "must be https on port 443"],
    ["https://u:p@fcm.googleapis.com/x", "must not hold a user name or password"],
    ["https://169.254.169.254/x", "is not at a push service that is known"],
    ["nonsense", "not an address"],
  ])("at %s is not taken", async (endpoint, why) => {
    const refused = await anna.add(endpoint);
    expect([refused.status, refused.body.includes(`the device’s address ${why}`), await devices()]).toEqual([
      422,
      true,
      [],
    ]);
  });

  it.each([
    "https://fcm.googleapis.com/fcm/send/x",
    "https://api.push.apple.com/x",
    "https://db5p.notify.windows.com/w/?token=x",
  ])("at %s is taken", async (endpoint) => {
    expect((await anna.add(endpoint)).status).toBe(303);
    expect(await devices()).toEqual([{ endpoint }]);
  });

  it("is told nothing once it is removed, or she or her role is gone; a site never keeps its address", async () => {
    await anna.add();
    const stored = () =>
      insideOf("demo")((_, storage) => JSON.stringify(storage.sql.exec("SELECT * FROM meta").toArray()));
    expect([(await stored()).includes("recipients"), (await stored()).includes("secret")]).toEqual([
      true,
      false,
    ]);
    const [, id = ""] = /name="id" value="([0-9a-f]{32})"/.exec(await anna.page()) ?? [];
    const bo = await comes("Bo");
    await bo.send("/account/devices/remove", { id });
    expect(await devices()).toHaveLength(1);
    await anna.send("/account/devices/remove", { id });
    expect(await devices()).toEqual([]);
    await anna.add();
    await call("PATCH", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN, body: { roles: {} } });
    await submit({ id: "c1", ...doubtful });
    expect(await hours(5)).toEqual([]);
    await call("DELETE", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN });
    expect(await devices()).toEqual([]);
  });

  it("that another person signs in on is hers from then on", async () => {
    const bo = await comes("Bo");
    await anna.add();
    await bo.add();
    expect([await devices(), (await anna.page()).includes("Firefox, Linux</bdi>")]).toEqual([
      [{ endpoint: ENDPOINT }],
      false,
    ]);
  });
});
