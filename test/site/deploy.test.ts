import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR, SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, decide, demoSite, pass, remark, submit } from "../site/blog.ts";
import { insideOf } from "./inside.ts";

const HOOK = "https://api.build.example/hooks/secret-word-4711";
const POST = "https://blog.example/posts/loops/";
const MINUTE = 60 * SECOND;

let calls: Request[];
let answer: () => Response;

beforeEach(async () => {
  await reset();
  calls = [];
  answer = () => new Response("queued", { status: 201 });
  vi.spyOn(globalThis, "fetch").mockImplementation(async (request) => {
    calls.push(request as Request);
    return answer();
  });
  const limits = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
  await demoSite({ form: true, deploy: { url: HOOK, minutes: 10 }, ...limits });
});

const write = (n: number) => submit({ id: `c${n}`, ...remark(n), post: { url: POST } });
const state = () =>
  insideOf("demo")((_, storage) =>
    JSON.parse(
      storage.sql.exec<{ value: string }>("SELECT value FROM meta WHERE name = 'deploy'").one().value,
    ),
  );

describe("a blog's host", () => {
  it("is called with an empty POST when what readers see has changed", async () => {
    await write(1);
    await pass(20 * SECOND);
    expect(calls).toEqual([]);
    await pass(20 * SECOND);
    expect(calls.map(({ method, url, redirect }) => [method, url, redirect])).toEqual([
      ["POST", HOOK, "manual"],
    ]);
    expect(await calls[0]?.text()).toBe("");
    await pass(HOUR);
    expect(calls).toHaveLength(1);
  });

  it("is called at most every so many minutes, and hears of what came meanwhile", async () => {
    await write(1);
    await pass(MINUTE);
    await decide("c1", { decision: "spam" });
    await pass(8 * MINUTE);
    expect(calls).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(calls).toHaveLength(2);
  });

  it("is not called for what readers never saw", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { publishBelow: 0, publishBareBelow: 0 },
    });
    await write(1);
    await decide("c1", { decision: "spam" });
    await pass(HOUR);
    expect(calls).toEqual([]);
  });

  it.each([
    ["fails", () => new Response("", { status: 500 }), "answered 500"],
    [
      "leads elsewhere",
      () => new Response("", { status: 302, headers: { location: "https://evil.example/" } }),
      "answered 302",
    ],
    ["is not there", () => Response.error(), expect.any(String)],
  ])("that %s is called three times, and again with the next change", async (_, given, failure) => {
    answer = () => {
      const response = given();
      if (response.type === "error") throw new Error(`no route to ${HOOK}`);
      return response;
    };
    await write(1);
    for (let i = 0; i < 5; i++) await pass(15 * MINUTE);
    expect(calls).toHaveLength(3);
    expect(await state()).toMatchObject({ changed: 0, failure });
    expect(JSON.stringify(await state())).not.toContain("secret-word");
    await write(2);
    await pass(15 * MINUTE);
    expect(calls).toHaveLength(4);
  });
});

describe("the address of the hook", () => {
  it("is shown cut, kept encrypted, and stays when it comes back cut", async () => {
    const settings = async () =>
      (await call<{ settings: { deploy: object } }>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body
        .settings.deploy;
    const cut = { url: "https://api.build.example/…4711", minutes: 10 };
    expect(await settings()).toEqual(cut);
    await write(0);
    const stored = await insideOf("demo")(
      (_, storage) =>
        storage.sql.exec<{ value: string }>("SELECT group_concat(value) AS value FROM meta").one().value,
    );
    expect([stored.includes("…4711"), stored.includes("secret-word")]).toEqual([true, false]);
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { deploy: { ...cut, minutes: 30 } } });
    expect(await settings()).toEqual({ ...cut, minutes: 30 });
    await pass(MINUTE);
    expect(calls.map(({ url }) => url)).toEqual([HOOK]);
  });

  it.each([
    "http://api.build.example/x",
    "https://10.0.0.1/x",
    "https://build.internal/x",
    "https://user:word@build.example/",
    "https://169.254.169.254.nip.io/x",
    "https://build.example:8443/x",
  ])("must be a public host's: %s", async (url) => {
    const { status, body } = await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { deploy: { url } },
    });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: "#/deploy/url" }] }]);
  });

  it.each([1, 1_441, 7.5])("is called no oftener than every five minutes: %s", async (minutes) => {
    const { status } = await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { deploy: { url: HOOK, minutes } },
    });
    expect(status).toBe(422);
  });
});
