import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Connected } from "../../src/contract/connect.ts";
import type { SiteView } from "../../src/contract/site.ts";
import { later } from "../clock.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  plain,
  submit,
  tell,
} from "../site/blog.ts";
import { signIn } from "./session.ts";

const MINUTE = 60_000;
const BLOG = {
  name: "Tides",
  url: "https://www.tides.example/",
  events: "https://www.tides.example/wp-json/hamlet/v1/events",
};

const connect = (code: string, more: object = {}) =>
  call<Connected & { detail?: string }>("POST", "/v1/connect", { body: { code, ...BLOG, ...more } });
const owner = <T = SiteView>(method: string, path: string, body?: object) =>
  call<T>(method, `/v1/sites${path}`, { key: ADMIN_TOKEN, ...(body && { body }) });

const codeIn = (page: string) => /id="connect-code">([A-Z0-9-]+)</.exec(page)?.[1] ?? "";

/** Presses the button on a page and follows it, as a browser does. */
async function press(page: string) {
  const { cookie, get, post } = await signIn();
  const { status, headers } = await post(page);
  const given = headers.getSetCookie().map((one) => one.split(";")[0]);
  const path = headers.get("location") ?? "";
  const shown = await call<string>("GET", path, { headers: { cookie: [cookie, ...given].join("; ") } });
  return { status, path, permit: given.join("; "), shown, get };
}

/** A code as the owner makes it on a page. */
const makeCode = async (page = "/sites/demo/wire") => codeIn((await press(page)).shown.body);

beforeEach(async () => {
  await reset();
  vi.spyOn(env.LOGIN_RATE, "limit").mockResolvedValue({ success: true });
  await demoSite();
});

describe("a one-time code", () => {
  it("is of letters and digits that can be read out, and gives the blog of a site its key", async () => {
    const code = await makeCode();
    expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
    const { status, body, headers } = await connect(code);
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      site: "demo",
      key: DEMO_KEY,
      deliverySecret: expect.stringMatching(/^whsec_/),
      webhook: null,
    });
  });

  it.each(["/sites/demo/wire", "/wire"])(
    "is shown once at %s: a reload neither makes nor shows one",
    async (page) => {
      const { status, path, permit, shown, get } = await press(page);
      const code = codeIn(shown.body);
      expect([status, path]).toEqual([303, page]);
      expect(permit).not.toContain(code);
      expect(shown.headers.get("set-cookie")).toMatch(/^hamlet_code=;.*Max-Age=0/);
      expect(codeIn((await get(path)).body)).toBe("");
      expect((await connect(code)).status).toBe(200);
    },
  );

  it("is shown to nobody else, and on no other page", async () => {
    await owner("POST", "", { id: "other", name: "Other" });
    const anna = await signIn();
    const ben = await signIn("Ben");
    const made = await anna.post("/sites/demo/wire");
    const permit = made.headers.getSetCookie().map((one) => one.split(";")[0])[0] ?? "";
    const shownTo = async (cookie: string, path: string) =>
      codeIn((await call<string>("GET", path, { headers: { cookie: `${cookie}; ${permit}` } })).body) !== "";
    expect(await shownTo(ben.cookie, "/sites/demo/wire")).toBe(false);
    expect(await shownTo(anna.cookie, "/sites/other/wire")).toBe(false);
    expect(await shownTo(anna.cookie, "/wire")).toBe(false);
    expect(await shownTo(anna.cookie, "/sites/demo/wire")).toBe(true);
  });

  it("serves once, however it is written", async () => {
    const code = await makeCode();
    expect((await connect(code.toLowerCase().replace("-", ""))).status).toBe(200);
    expect((await connect(code)).status).toBe(401);
  });

  it("serves one of two that come at once", async () => {
    const code = await makeCode();
    const both = await Promise.all([connect(code), connect(code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it("serves for ten minutes", async () => {
    const [first, code] = [await makeCode("/wire"), await makeCode()];
    later(10 * MINUTE - 1);
    expect((await connect(code)).status).toBe(200);
    later(1);
    expect((await connect(first)).status).toBe(401);
  });

  it("is not good any more once another is made for the site, or the site is deleted", async () => {
    const [first, second] = [await makeCode(), await makeCode()];
    expect((await connect(first)).status).toBe(401);
    await owner("DELETE", "/demo");
    expect((await connect(second)).status).toBe(401);
  });

  it("that nobody made opens nothing, and a request that is not whole spends none", async () => {
    const code = await makeCode();
    expect((await connect("ABCD-EFGH")).status).toBe(401);
    for (const more of [{ url: "tides" }, { url: "javascript:alert(1)" }, { code: "ABC" }, { events: 7 }])
      expect((await connect(code, more)).status).toBe(422);
    expect((await connect(code)).status).toBe(200);
  });

  it("makes the site of a blog that has none, named by its host, with its webhook", async () => {
    const { body } = await connect(await makeCode("/wire"));
    expect(body).toMatchObject({ site: "tides-example", webhook: BLOG.events });
    const { settings } = (await owner("GET", "/tides-example")).body;
    expect(settings).toMatchObject({
      name: "Tides",
      url: BLOG.url,
      hosts: ["www.tides.example"],
      webhook: BLOG.events,
      holdAs: "auto",
    });
    const sent = await call("POST", "/v1/sites/tides-example/comments", { key: body.key, body: plain });
    expect(sent.status).toBe(201);
    const second = await connect(await makeCode("/wire"), { name: " " });
    expect(second.body.site).toBe("tides-example-2");
  });

  it("sets a webhook only on a host of the site's own", async () => {
    await owner("PATCH", "/demo", { url: "https://blog.example", hosts: ["blog.example"] });
    const foreign = await connect(await makeCode(), { events: "https://evil.example/x" });
    expect(foreign.body.webhook).toBeNull();
    const own = await connect(await makeCode(), { events: "https://blog.example/wp-json/hamlet/v1/events" });
    expect(own.body.webhook).toBe("https://blog.example/wp-json/hamlet/v1/events");
    expect((await owner("GET", "/demo")).body.settings.url).toBe("https://blog.example");
  });

  it("gives a site without an address the blog's", async () => {
    await owner("POST", "", { id: "bare", name: "Bare" });
    const { body } = await connect(await makeCode("/sites/bare/wire"));
    expect(body.webhook).toBe(BLOG.events);
    expect((await owner("GET", "/bare")).body.settings).toMatchObject({
      url: BLOG.url,
      hosts: ["www.tides.example"],
    });
  });

  it("gives no key that was revoked", async () => {
    await owner("DELETE", "/demo/keys/1");
    const { body } = await connect(await makeCode());
    expect(body.key).not.toBe(DEMO_KEY);
    expect((await call("GET", "/v1/sites/demo", { key: body.key })).status).toBe(200);
  });

  it("cannot be guessed fast", async () => {
    vi.spyOn(env.LOGIN_RATE, "limit").mockResolvedValue({ success: false });
    const { status, headers } = await connect("ABCD-EFGH");
    expect([status, headers.get("retry-after")]).toEqual([429, "60"]);
  });
});

describe("what a site key may ask", () => {
  const ask = (method: string, path: string, body?: object) =>
    call<Record<string, unknown>>(method, `/v1/sites/demo${path}`, { key: DEMO_KEY, ...(body && { body }) });

  it("its own site, without what is the owner's", async () => {
    await owner("PATCH", "/demo", { blocked: ["casino"] });
    const { status, body } = await ask("GET", "");
    expect([status, Object.keys(body)]).toEqual([200, ["id", "settings"]]);
    expect(Object.keys(body.settings as object).sort()).toEqual(
      ["hosts", "languages", "mode", "name", "personsByKey", "url", "webhook"].sort(),
    );
    expect((await owner("GET", "/demo")).body.settings.blocked).toEqual(["casino"]);
  });

  it("persons only if the owner allows it, and that stands in the history without a name", async () => {
    const person = { email: "ada@post.example" };
    await submit({ id: "c1", ...doubtful, author: { name: "Ada", ...person } });
    for (const path of ["/export", "/erasure"]) expect((await ask("POST", path, person)).status).toBe(403);
    expect((await tell("c1")).status).toBe(200);
    await owner("PATCH", "/demo", { personsByKey: true });
    expect((await ask("POST", "/export", person)).body.comments).toHaveLength(1);
    expect((await ask("POST", "/erasure", person)).body.comments).toBe(1);
    const { cookie } = await signIn();
    const pageIn = async (language: string) => {
      const headers = { cookie, "accept-language": language };
      return (await call<string>("GET", "/history", { headers })).body.replace(/<[^>]*>/g, " ");
    };
    const page = await pageIn("en");
    expect(page).toMatch(
      /the blog’s key 1\s+the blog erased a commenter’s data.*the blog exported a commenter’s data/s,
    );
    expect(await pageIn("de")).toMatch(/der Schlüssel 1 des Blogs\s+das Blog hat die Daten/);
    expect(await pageIn("ar")).toContain("مفتاح المدونة 1");
    expect(page).not.toContain("ada@post.example");
    expect((await ask("GET", "/decisions")).body.events).toEqual([]);
  });

  it("to have a comment wait again, whatever was decided", async () => {
    await submit({ id: "c1", ...plain });
    const held = await decide("c1", { decision: "hold", by: "Anna" });
    expect(held.body).toMatchObject({ status: "pending", history: [{ decision: "hold", by: "Anna" }] });
    expect((await decide("c1", { decision: "hold" })).body.history).toHaveLength(1);
    await decide("c1", { decision: "spam", by: "Ben" });
    const refused = await decide("c1", { decision: "hold", by: "Anna" });
    expect([refused.status, refused.body]).toEqual([
      409,
      expect.objectContaining({ decision: "spam", by: "Ben" }),
    ]);
    const { revision } = (await tell("c1")).body;
    expect((await decide("c1", { decision: "hold", revision })).body.status).toBe("pending");
    expect((await decide("c1", { decision: "undo" })).status).toBe(409);
  });

  it("to delete a comment and keep what it taught", async () => {
    await submit({ id: "c1", ...doubtful });
    await submit({ id: "c2", ...doubtful, author: { name: "Kim Two" } });
    for (const id of ["c1", "c2"]) await decide(id, { decision: "spam" });
    const learned = async () => (await owner<{ learned: object }>("GET", "/demo/integrity")).body.learned;
    const both = await learned();
    expect((await ask("DELETE", "/comments/c2?keep=everything")).status).toBe(422);
    expect((await ask("DELETE", "/comments/c1?keep=lesson")).status).toBe(204);
    expect([(await tell("c1")).status, await learned()]).toEqual([404, both]);
    expect((await ask("DELETE", "/comments/c2")).status).toBe(204);
    expect([both, await learned()]).toEqual([
      { lessons: 2, differing: 0, unfounded: 0 },
      { lessons: 1, differing: 0, unfounded: 0 },
    ]);
  });
});
