import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { SiteView } from "../../src/contract/site.ts";
import { HOUR, later } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, tell } from "../site/blog.ts";

let anna: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await reset();
  await demoSite();
  anna = await signIn();
});

const keys = async () => {
  const { body } = await call<SiteView>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
  return body.keys.map(({ n, scope, revokedAt }) => `${scope} ${n}${revokedAt === null ? "" : " revoked"}`);
};
/** Text of a page, without its marks. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
/** Follows a redirect as a browser does, with the cookies that came with it. */
const follow = async ({ headers }: { headers: Headers }) => {
  const given = headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const path = headers.get("location") ?? "";
  const cookie = [anna.cookie, ...given].join("; ");
  return { path, cookie, page: await call<string>("GET", path, { headers: { cookie } }) };
};
const secretsIn = (html: string) =>
  [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, text]) => text ?? "");
const make = (after: string) => anna.post("/sites/demo/keys", { after });

describe("a new key", () => {
  it("is asked about first: what stops working, and what stays until the next", async () => {
    await make("1");
    const { body } = await anna.get("/sites/demo/keys/new");
    expect(textOf(body)).toContain("Key 1 stops working at once");
    expect(textOf(body)).toContain("Key 2 and its secrets stay valid until the next new key");
    expect(await keys()).toEqual(["site 1", "site 2"]);
  });

  it("is shown once, on a page whose address holds nothing of it, and no reload makes or shows another", async () => {
    const made = await make("1");
    expect(made.status).toBe(303);
    const { path, cookie, page } = await follow(made);
    expect(path).toBe("/sites/demo/keys/2");
    const [key = "", ...secrets] = secretsIn(page.body);
    expect([key, secrets.length]).toEqual([expect.stringMatching(/^[a-z0-9]{12}$/), 2]);
    expect(cookie).not.toContain(key);
    expect((await call("GET", "/v1/sites/demo/decisions", { key })).status).toBe(200);
    expect(page.headers.get("set-cookie")).toMatch(/^hamlet_made=;.*Max-Age=0/);
    const again = await anna.get(path);
    expect([again.status, secretsIn(again.body)]).toEqual([410, []]);
    expect(await keys()).toEqual(["site 1", "site 2"]);
  });

  it("is made once by a form sent twice, and by none that was not asked", async () => {
    const answers = await Promise.all([make("1"), make("1")]);
    const last = await make("1");
    const unasked = await anna.post("/sites/demo/keys");
    const places = [...answers, last, unasked].map(({ headers }) => headers.get("location"));
    expect(places.toSorted()).toEqual(["/sites/demo/keys/2", ...Array(3).fill("/sites/demo/keys/new")]);
    expect(await keys()).toEqual(["site 1", "site 2"]);
  });

  it("is shown to nobody with a made-up permit, one of another session, or after five minutes", async () => {
    const made = await make("1");
    const { cookie } = await follow(made);
    const other = await signIn("Ben");
    const permit = cookie.split("; ").find((one) => one.startsWith("hamlet_made=")) ?? "";
    const shownTo = async (cookie: string) =>
      secretsIn((await call<string>("GET", "/sites/demo/keys/2", { headers: { cookie } })).body).length;
    expect(permit).not.toBe("");
    expect(await shownTo(`${other.cookie}; ${permit}`)).toBe(0);
    expect(await shownTo(`${anna.cookie}; hamlet_made=demo.2.99999999999999.AAAA`)).toBe(0);
    later(HOUR);
    expect(await shownTo(`${anna.cookie}; ${permit}`)).toBe(0);
  });

  it("of Akismet's clients and that of a new site are made by no reload either", async () => {
    const akismet = await follow(await anna.post("/sites/demo/akismet"));
    expect([akismet.path, secretsIn(akismet.page.body).length]).toEqual(["/sites/demo/akismet", 2]);
    expect(secretsIn((await anna.get(akismet.path)).body).length).toBe(1);
    const site = await follow(await anna.post("/sites", { id: "second", name: "Second" }));
    expect([site.path, secretsIn(site.page.body).length]).toEqual(["/sites/second/keys/1", 3]);
    expect(await keys()).toEqual(["site 1", "akismet 2"]);
  });
});

describe("a key", () => {
  it("is revoked only after a page that says what that means", async () => {
    const { body } = await anna.get("/sites/demo/keys/1/revoke");
    expect(textOf(body)).toContain("It stops working at once and for good");
    expect(await keys()).toEqual(["site 1"]);
    await anna.post("/sites/demo/keys/1/revoke");
    expect(await keys()).toEqual(["site 1 revoked"]);
    expect((await tell("none")).status).toBe(401);
  });

  it("is shown with its last use, which is noted once an hour", async () => {
    const shown = async () =>
      /Key 1 · made [\d-]+ · ([^·]*?) Revoke/.exec(textOf((await anna.get("/sites/demo/wire")).body))?.[1];
    expect(await shown()).toBe("no use seen");
    later(2 * HOUR);
    expect((await call("GET", "/v1/sites/demo/decisions", { key: DEMO_KEY })).status).toBe(200);
    await expect.poll(shown).toBe("last used just now");
    later(HOUR / 2);
    await call("GET", "/v1/sites/demo/decisions", { key: DEMO_KEY });
    expect(await shown()).toBe("last used 30 minutes ago");
    later(HOUR);
    await call("GET", "/v1/sites/demo/decisions", { key: DEMO_KEY });
    await expect.poll(shown).toBe("last used just now");
  });
});
