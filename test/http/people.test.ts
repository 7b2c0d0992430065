import { reset, runInDurableObject, SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Sessions } from "../../src/directory/people/sessions.ts";
import { DAY, HOUR, later, SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, doubtful, submit, theRecord } from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";
import { signIn } from "./session.ts";

const MINUTE = 60 * SECOND;
const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" };
const owner = <T>(method: string, path: string, body?: unknown) =>
  call<T & { detail?: string }>(method, `/v1/people${path}`, {
    key: ADMIN_TOKEN,
    ...(body !== undefined && { body }),
  });

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

const add = async (name: string, roles: Record<string, string>, email: string | null = null) =>
  (await owner<Person>("POST", "", { name, roles, email })).body.id;
const linkOf = async (id: string) =>
  new URL((await owner<{ link: string }>("POST", `/${id}/invitation`)).body.link).pathname;
const cookieIn = (headers: Headers) => (headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const open = (path: string, cookie = "") =>
  call<string>("POST", path, { body: "", headers: { ...form, ...(cookie && { cookie }) } });

/** Somebody's pages and forms, by her cookie. */
async function as(cookie: string) {
  const get = (path: string) => call<string>("GET", path, { headers: { cookie } });
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec((await get("/account")).body)?.[1] ?? "";
  const post = (path: string, fields: Record<string, string> = {}) =>
    call<string>("POST", path, {
      body: new URLSearchParams({ csrf, ...fields }).toString(),
      headers: { cookie, ...form },
    });
  return { cookie, csrf, get, post };
}

/** Adds somebody who comes by her link. */
async function comes(name: string, roles: Record<string, string>) {
  const id = await add(name, roles);
  return { id, ...(await as(cookieIn((await open(await linkOf(id))).headers))) };
}

beforeEach(async () => {
  await reset();
  await demoSite();
  await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other", name: "Other" } });
});

describe("a person", () => {
  it("is added, changed and taken out", async () => {
    const added = await owner<Person>("POST", "", { name: " Anna  Berg ", roles: { demo: "moderator" } });
    expect(added).toMatchObject({
      status: 201,
      body: { name: "Anna Berg", email: null, language: null, roles: { demo: "moderator" }, joinedAt: null },
    });
    const { id } = added.body;
    const changed = await owner("PATCH", `/${id}`, { email: "ANNA@BÜCHER.example", language: "ar" });
    expect(changed.body).toMatchObject({
      name: "Anna Berg",
      email: "anna@xn--bcher-kva.example",
      language: "ar",
    });
    expect((await owner("DELETE", `/${id}`)).status).toBe(204);
    expect((await owner<{ people: unknown }>("GET", "")).body.people).toEqual([]);
    expect((await owner("DELETE", `/${id}`)).status).toBe(404);
  });

  it.each([
    [{ name: "", roles: {} }, "#/name"],
    [{ name: "\u202eannA", roles: {} }, "#/name"],
    [{ name: "\u200b\u200d", roles: {} }, "#/name"],
    [{ name: "Hamlet", roles: {} }, "#/name"],
    [{ name: "x".repeat(61), roles: {} }, "#/name"],
    [{ name: "Bo", roles: { demo: "king" } }, "#/roles/demo"],
    [{ name: "Bo", roles: { "no site": "owner" } }, "#/roles/no site"],
    [{ name: "Bo", roles: {}, email: "no address" }, "#/email"],
    [{ name: "Bo", roles: {}, email: "bo@[127.0.0.1]" }, "#/email"],
    [{ name: "Bo" }, "#/roles"],
  ])("with a field that is not acceptable is not added: %j", async (body, pointer) => {
    const refused = await owner<{ errors: { pointer: string }[] }>("POST", "", body);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([422, pointer]);
  });

  it.each([
    ["name", "ANNA berg", "new@mail.example"],
    ["name", "Anna\u200d Berg", null],
    ["email", "Bo", "Anna@MAIL.example"],
  ])("has her %s for herself: %s, %s", async (field, name, email) => {
    await add("Anna Berg", {}, "anna@mail.example");
    const refused = await owner<{ errors: { pointer: string }[] }>("POST", "", { name, email, roles: {} });
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([409, `#/${field}`]);
  });

  it("is not known by an address whose letters only fold into hers", async () => {
    await add("Kim", {}, "kim@mail.example");
    const eve = (email: string) => owner("POST", "", { name: "Eve", email, roles: {} });
    // A Kelvin sign is a k to most that compare; a dotted capital I becomes an i.
    expect([
      (await eve("\u212Aim@mail.example")).status,
      (await eve("K\u0130m@mail.example")).status,
    ]).toEqual([422, 201]);
  });
});

describe("an invitation", () => {
  it("changes nothing when it is looked at, and lets in once", async () => {
    const path = await linkOf(await add("Anna", { demo: "moderator" }));
    for (let i = 0; i < 3; i++)
      expect(await call("GET", path)).toMatchObject({
        status: 200,
        body: expect.stringContaining("Welcome, Anna"),
      });
    const spent = await open(path);
    expect([spent.status, spent.headers.get("location")]).toEqual([303, "/account"]);
    const cookie = spent.headers.get("set-cookie");
    expect(cookie).toMatch(
      /^__Host-hamlet_session=[0-9a-f]{64}\.[0-9a-f]{32}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect((await open(path)).status).toBe(410);
    expect((await call("GET", path)).status).toBe(410);
  });

  it("is spent by one of two who open it at once", async () => {
    const path = await linkOf(await add("Anna", { demo: "moderator" }));
    const both = await Promise.all([open(path), open(path)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  it("ends after seven days, when it is withdrawn, and when there is a newer one", async () => {
    const id = await add("Anna", { demo: "moderator" });
    const first = await linkOf(id);
    const second = await linkOf(id);
    expect((await open(first)).status).toBe(410);
    expect((await owner("DELETE", `/${id}/invitation`)).status).toBe(204);
    expect((await owner("DELETE", `/${id}/invitation`)).status).toBe(404);
    expect((await open(second)).status).toBe(410);
    const third = await linkOf(id);
    later(7 * DAY);
    expect((await call("GET", third)).status).toBe(410);
    expect((await open(third)).status).toBe(410);
  });

  it("of somebody who was taken out opens nothing", async () => {
    const id = await add("Anna", { demo: "moderator" });
    const path = await linkOf(id);
    await owner("DELETE", `/${id}`);
    expect((await open(path)).status).toBe(410);
  });

  it("opened by somebody else who is signed in signs her out", async () => {
    const bo = await comes("Bo", { demo: "moderator" });
    const path = await linkOf(await add("Anna", { demo: "moderator" }));
    expect((await call<string>("GET", path, { headers: { cookie: bo.cookie } })).body).toContain(
      "Bo is signed in",
    );
    const anna = await as(cookieIn((await open(path, bo.cookie)).headers));
    expect((await anna.get("/account")).body).toContain("<bdi>Anna</bdi>");
    expect((await bo.get("/account")).status).toBe(303);
  });

  it("is kept as a hash alone, and what was guessed asks nobody", async () => {
    const path = await linkOf(await add("Anna", { demo: "moderator" }));
    const secret = path.split("/").at(-1) ?? "";
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    expect(JSON.stringify(await directory.members(Date.now()))).not.toContain(secret.slice(0, 16));
    const wrong = path.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    expect((await open(wrong)).status).toBe(410);
  });
});

describe("a moderator", () => {
  it("sees and decides on her own sites, and no others, in bulk neither", async () => {
    await submit({ id: "mine", ...doubtful });
    const others = await call<{ key: string }>("POST", "/v1/sites/other/keys", { key: ADMIN_TOKEN });
    const { key } = others.body;
    await call("POST", "/v1/sites/other/comments", { key, body: { id: "theirs", ...doubtful } });
    const mo = await comes("Mo", { demo: "moderator" });
    const queue = (await mo.get("/queue")).body;
    expect([queue.includes("/queue/demo/mine"), queue.includes("theirs")]).toEqual([true, false]);
    expect((await mo.get("/queue?site=other")).body).not.toContain("theirs");
    expect((await mo.get("/queue?q=site%3Aother+sharing")).body).not.toContain("theirs");
    expect((await mo.get("/queue/counts")).body).toMatchObject({ pending: 1 });
    expect((await mo.get("/queue/counts?site=other")).body).toMatchObject({ pending: 0 });
    expect((await mo.get("/history?site=other&machine=1")).body).not.toContain("theirs");
    expect((await mo.get("/history/export?site=other&machine=1")).body).not.toContain("theirs");
    await mo.post("/queue/decide", { site: "other", id: "theirs", revision: "1", decision: "spam" });
    await mo.post("/queue/bulk", { decision: "spam", pick: "other 1 theirs" });
    await mo.post("/queue/bulk", { decision: "spam", all: "1", until: String(Date.now()), site: "other" });
    expect((await call("GET", "/v1/sites/other/comments/theirs", { key })).body).toMatchObject({
      status: "pending",
    });
    const decided = await mo.post("/queue/bulk", { decision: "spam", all: "2", until: String(Date.now()) });
    expect(decided.status).toBeLessThan(400);
    expect((await call("GET", "/v1/sites/other/comments/theirs", { key })).body).toMatchObject({
      status: "pending",
    });
    expect((await mo.get("/queue/other/theirs")).status).toBe(403);
    expect((await mo.get("/queue/nowhere/theirs")).status).toBe(403);
    expect((await mo.get("/sites")).body).not.toContain("Other");
  });

  it("meets those who have a role in her sites, and no others", async () => {
    await add("Olga", { "*": "owner" });
    await add("Bo", { demo: "moderator", other: "moderator" });
    await add("Cy", { other: "owner" });
    await add("Di", {});
    const { get } = await comes("Anna", { demo: "moderator" });
    const { body } = await get("/history");
    expect(["Anna", "Olga", "Bo", "Cy", "Di"].filter((name) => body.includes(`>${name}</option>`))).toEqual([
      "Anna",
      "Olga",
      "Bo",
    ]);
  });

  it("loses her role with the site: another made under its id is not hers", async () => {
    const mo = await comes("Mo", { other: "moderator" });
    await call("DELETE", "/v1/sites/other", { key: ADMIN_TOKEN });
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other" } });
    expect((await mo.get("/sites/other/dashboard")).status).toBe(403);
  });

  it("has what is changed at once, and is out at once", async () => {
    const mo = await comes("Mo", { demo: "moderator" });
    expect((await mo.get("/sites/demo/dashboard")).status).toBe(200);
    await owner("PATCH", `/${mo.id}`, { roles: { other: "moderator" } });
    expect((await mo.get("/sites/demo/dashboard")).status).toBe(403);
    await owner("DELETE", `/${mo.id}`);
    const out = await mo.get("/queue");
    expect([out.status, out.headers.get("location")]).toEqual([303, "/login?next=%2Fqueue"]);
    expect((await mo.post("/queue/decide", { site: "demo", id: "c1", decision: "spam" })).status).toBe(303);
  });
});

describe("the last owner", () => {
  it("cannot be taken out or made less; of two one can", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    expect((await owner("DELETE", `/${anna.id}`)).status).toBe(409);
    expect((await owner("PATCH", `/${anna.id}`, { roles: { demo: "owner" } })).status).toBe(409);
    const invited = await add("Bo", { "*": "owner" });
    // Who has never signed in may never do.
    expect((await owner("DELETE", `/${anna.id}`)).status).toBe(409);
    await open(await linkOf(invited));
    expect((await owner("PATCH", `/${anna.id}`, { roles: { demo: "owner" } })).status).toBe(200);
    expect((await owner("DELETE", `/${invited}`)).status).toBe(409);
  });
});

describe("a session", () => {
  it("ends when it is not used for a week, and after a month however much it is used", async () => {
    const idle = await comes("Anna", { demo: "moderator" });
    later(6 * DAY);
    expect((await idle.get("/queue")).status).toBe(200);
    later(7 * DAY + 2 * HOUR);
    expect((await idle.get("/queue")).status).toBe(303);
    const busy = await comes("Bo", { demo: "moderator" });
    const statuses = [];
    for (let week = 0; week < 6; week++) {
      later(6 * DAY);
      statuses.push((await busy.get("/queue")).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 303]);
  });

  it("is listed by its device, and ended alone or with all others", async () => {
    const id = await add("Anna", { demo: "moderator" });
    const on = async (userAgent: string) => {
      const path = await linkOf(id);
      const { headers } = await call("POST", path, {
        body: "",
        headers: { ...form, "user-agent": userAgent },
      });
      return as(cookieIn(headers));
    };
    const phone = await on(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1",
    );
    const desk = await on("Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0");
    const tablet = await on("Mozilla/5.0 (Linux; Android 16) Chrome/150.0.0.0 Mobile Safari/537.36");
    const { body } = await owner<{ sessions: { id: string; device: string }[] }>("GET", `/${id}/sessions`);
    expect(body.sessions.map(({ device }) => device).sort()).toEqual([
      "Chrome, Android",
      "Firefox, Linux",
      "Safari, iPhone",
    ]);
    const ofPhone = body.sessions.find(({ device }) => device === "Safari, iPhone")?.id ?? "";
    await desk.post("/account/sessions/end", { id: ofPhone });
    expect([(await phone.get("/queue")).status, (await tablet.get("/queue")).status]).toEqual([303, 200]);
    await desk.post("/account/sessions/end");
    expect([(await tablet.get("/queue")).status, (await desk.get("/queue")).status]).toEqual([303, 200]);
    expect((await owner<{ ended: number }>("DELETE", `/${id}/sessions`)).body).toEqual({ ended: 1 });
    expect((await desk.get("/queue")).status).toBe(303);
  });

  it("was proved when she proved who she is, which may be before it was opened, and not after", async () => {
    const { id } = await comes("Anna", { demo: "moderator" });
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    const at = Date.now();
    const provedOf = async (hash: string, proved?: number) => {
      await directory.openFor(id, { hash, way: "access", device: "", proved }, at);
      return (await directory.session(hash, at))?.proved;
    };
    expect([await provedOf("a", at - HOUR), await provedOf("b", at + HOUR), await provedOf("c")]).toEqual([
      at - HOUR,
      at,
      at,
    ]);
  });

  it("of another cannot be ended by its name", async () => {
    const anna = await comes("Anna", { demo: "moderator" });
    const bo = await comes("Bo", { demo: "moderator" });
    const { body } = await owner<{ sessions: { id: string }[] }>("GET", `/${anna.id}/sessions`);
    await bo.post("/account/sessions/end", { id: body.sessions[0]?.id ?? "" });
    expect((await anna.get("/queue")).status).toBe(200);
  });
});

describe("a personal token", () => {
  const signInBy = (token: string) =>
    call<string>("POST", "/login", { body: new URLSearchParams({ token }).toString(), headers: form });

  it("is shown once, signs in without a name, and can be taken back", async () => {
    const mo = await comes("Mo", { demo: "moderator" });
    const made = await mo.post("/account/tokens", { name: "Work laptop" });
    const token = /hamlet_[0-9a-f]{64}\.[0-9a-f]{32}/.exec(made.body)?.[0] ?? "";
    expect((await mo.get("/account")).body).not.toContain(token);
    const again = await as(cookieIn((await signInBy(token)).headers));
    expect((await again.get("/account")).body).toContain("<bdi>Mo</bdi>");
    expect((await call("GET", "/v1/sites/demo", { key: token })).status).toBe(401);
    const { body } = await owner<{ tokens: { id: string; name: string }[] }>("GET", `/${mo.id}/tokens`);
    expect(body.tokens.map(({ name }) => name)).toEqual(["Work laptop"]);
    expect((await owner("DELETE", `/${mo.id}/tokens/${body.tokens[0]?.id}`)).status).toBe(204);
    expect((await signInBy(token)).status).toBe(401);
  });

  it("of somebody who was taken out opens nothing", async () => {
    const id = await add("Mo", { demo: "moderator" });
    const { token } = (await owner<{ token: string }>("POST", `/${id}/tokens`, { name: "A" })).body;
    expect((await signInBy(token)).status).toBe(303);
    await owner("DELETE", `/${id}`);
    expect((await signInBy(token)).status).toBe(401);
  });
});

describe("proving again who she is", () => {
  it("is asked before doors are opened, and the form is not lost", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const { token } = (await owner<{ token: string }>("POST", `/${anna.id}/tokens`, { name: "A" })).body;
    later(11 * MINUTE);
    const asked = await anna.post("/sites/other/delete", { confirm: "other" });
    expect([asked.status, asked.body]).toEqual([
      403,
      expect.stringMatching(/action="\/sites\/other\/delete".*name="confirm" value="other"/s),
    ]);
    const wrong = await anna.post("/sites/other/delete", { confirm: "other", proof: "wrong" });
    expect([wrong.status, wrong.body]).toEqual([403, expect.stringContaining("That does not prove it.")]);
    const bo = await add("Bo", { "*": "owner" });
    const bos = (await owner<{ token: string }>("POST", `/${bo}/tokens`, { name: "B" })).body.token;
    expect((await anna.post("/sites/other/delete", { confirm: "other", proof: bos })).status).toBe(403);
    expect((await anna.post("/sites/other/delete", { confirm: "other", proof: token })).status).toBe(303);
    expect((await call("GET", "/v1/sites/other", { key: ADMIN_TOKEN })).status).toBe(404);
    // For ten minutes it is known.
    expect((await anna.post("/people", { name: "Cy", "role demo": "moderator" })).status).toBe(201);
  });

  it("is asked of scripts, too", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const headers = { cookie: anna.cookie, "x-csrf-token": anna.csrf };
    expect((await call("GET", "/v1/sites/demo/backup", { headers })).status).toBe(200);
    later(11 * MINUTE);
    expect((await call("GET", "/v1/sites/demo/backup", { headers })).status).toBe(403);
    expect((await call("DELETE", "/v1/sites/demo", { headers })).status).toBe(403);
  });

  it("is slow for whoever guesses", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    later(11 * MINUTE);
    vi.spyOn(env.LOGIN_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    expect((await anna.post("/people", { name: "Cy", proof: ADMIN_TOKEN })).status).toBe(429);
  });
});

describe("the owner's token", () => {
  it("makes the first account, which goes on as its own", async () => {
    const { cookie } = await signIn("Anna");
    const byToken = await as(cookie);
    const made = await byToken.post("/account/own", { name: "Anna", email: "anna@mail.example" });
    expect([made.status, made.headers.get("location")]).toEqual([303, "/account"]);
    const anna = await as(cookieIn(made.headers));
    expect((await anna.get("/people")).body).toContain("owner: All sites");
    expect((await byToken.get("/queue")).status).toBe(303);
  });

  it("signs nobody in under a person's name", async () => {
    await add("Anna", { "*": "owner" });
    const body = new URLSearchParams({ token: ADMIN_TOKEN, name: "anna" }).toString();
    const refused = await call<string>("POST", "/login", { body, headers: form });
    expect([refused.status, refused.headers.get("set-cookie")]).toEqual([422, null]);
  });

  it("can be kept for the way back: then it reaches the people for a quarter of an hour, and nothing else", async () => {
    const early = await as((await signIn("Way")).cookie);
    expect((await early.post("/account/owners-token", { daily: "off" })).status).toBe(409);
    const anna = await comes("Anna", { "*": "owner" });
    expect((await anna.post("/account/owners-token", { daily: "off" })).status).toBe(303);
    const back = await as((await signIn("Way")).cookie);
    const statuses = async (...paths: string[]) =>
      Promise.all(paths.map(async (path) => (await back.get(path)).status));
    expect(await statuses("/people", `/people/${anna.id}`, "/sites/demo", "/sites/demo/dashboard")).toEqual([
      200, 200, 403, 403,
    ]);
    expect((await back.get("/sites")).body).not.toContain("/sites/demo");
    expect((await back.post("/people", { name: "Bo", "role demo": "owner" })).status).toBe(201);
    later(16 * MINUTE);
    expect(await statuses("/people")).toEqual([303]);
    expect((await call("GET", "/v1/sites", { key: ADMIN_TOKEN })).status).toBe(200);
    expect((await anna.post("/account/owners-token", { daily: "on", proof: ADMIN_TOKEN })).status).toBe(303);
  });
});

describe("sessions of before there were accounts", () => {
  it("go on as the owner's token's", async () => {
    const { cookie } = await signIn("Anna");
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    await runInDurableObject(directory, (_, { storage: { sql } }) => {
      const [{ hash, expires }] = sql.exec("SELECT hash, expires FROM sessions").toArray() as never as [
        { hash: string; expires: number },
      ];
      sql.exec("DROP TABLE sessions");
      sql.exec(
        "CREATE TABLE sessions (hash TEXT PRIMARY KEY, name TEXT NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID",
      );
      sql.exec("INSERT INTO sessions VALUES (?, 'Anna', ?)", hash, expires);
    });
    await runInDurableObject(directory, (_, { storage: { sql } }) => {
      new Sessions(sql, Date.now());
    });
    const anna = await as(cookie);
    expect((await anna.get("/sites/demo")).status).toBe(200);
    later(11 * MINUTE);
    expect((await anna.post("/people", { name: "Bo", "role demo": "moderator" })).status).toBe(403);
  });
});

describe("the history", () => {
  it("says whose doing each decision and each change was, by her account, whatever anybody calls herself", async () => {
    await submit({ id: "c1", ...doubtful });
    await submit({
      id: "c2",
      ...doubtful,
      content: "Another one of http://some-blog.example.net/other, thanks",
    });
    const anna = await comes("Anna", { "*": "owner" });
    const mo = await comes("Mo", { demo: "moderator" });
    await mo.post("/queue/decide", { site: "demo", id: "c1", revision: "1", decision: "spam" });
    // The blog's program may say any name.
    await call("POST", "/v1/sites/demo/comments/c2/decision", {
      key: DEMO_KEY,
      body: { decision: "approve", by: "Mo" },
    });
    await anna.post("/sites/demo/keys", { after: "1" });
    await owner("PATCH", `/${mo.id}`, { name: "Moira" });
    const lines = async (query: string) => {
      const address = `https://hamlet.example/history/export?format=jsonl&${query}`;
      const answer = await SELF.fetch(address, { headers: { cookie: anna.cookie } });
      const read = (await answer.text()).split("\n").filter((line) => line !== "");
      return read.map((line) => JSON.parse(line) as Record<string, string | null>);
    };
    const told = (all: Record<string, string | null>[]) =>
      all.map(({ by, person, what, comment, about }) => [by, person, what, comment || about || null]);
    expect(told(await lines(`person=${mo.id}`)).sort()).toEqual([
      ["Mo", mo.id, "invitation used", null],
      ["Mo", mo.id, "spam", "c1"],
    ]);
    const all = told(await lines(""));
    expect(all).toContainEqual(["Mo", "key:1", "approve", "c2"]);
    const page = (await anna.get("/history")).body.replace(/<(?!a )[^>]*>/g, "");
    expect(page).toContain("the blog’s key 1, for Mo");
    expect(page).toMatch(new RegExp(`<a href="/history\\?person=${mo.id}">Mo`));
    expect(all).toContainEqual(["Anna", anna.id, "key made", "site, generation 2"]);
    expect(all).toContainEqual([
      "owner",
      "token",
      "person changed",
      "Mo (moderator of demo) → Moira (moderator of demo)",
    ]);
    const own = (await mo.get("/history")).body;
    expect([own.includes("Moira"), own.includes("invitation")]).toEqual([true, false]);
  });

  it("keeps the name of somebody who was taken out, and nothing else of her", async () => {
    const id = await add("Mo", { demo: "moderator" }, "mo@mail.example");
    await owner("DELETE", `/${id}`);
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    await runInDurableObject(directory, (_, { storage: { sql } }) => {
      const tables = ["members", "invitations", "sessions", "passkeys", "tokens", "changes"];
      const kept = tables.flatMap((table) => sql.exec(`SELECT * FROM ${table}`).toArray());
      expect([JSON.stringify(kept).includes("mo@mail"), JSON.stringify(kept).includes('"Mo"')]).toEqual([
        false,
        true,
      ]);
    });
  });

  it("goes on page by page, changes and decisions together, each line once", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    for (let i = 0; i < 60; i++) {
      later(1000);
      await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { name: `Demo ${i}` } });
    }
    const first = (await anna.get("/history")).body;
    const next = /href="(\/history\?after=[^"]+)"/.exec(first)?.[1] ?? "";
    const second = (await anna.get(next.replaceAll("&amp;", "&"))).body;
    const count = (page: string) => page.split("changed settings: name").length - 1;
    expect([count(first), count(second)]).toEqual([50, 10]);
  });
});

describe("an attack", () => {
  it("by what is no person's id leads nowhere, whatever it holds", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const nasty = [
      "%0d%0aset-cookie:x=1",
      "..%2f..%2fsites",
      "__proto__",
      "constructor",
      "%00",
      "x".repeat(500),
    ];
    const statuses = [];
    for (const id of nasty) {
      statuses.push((await anna.get(`/people/${id}`)).status);
      statuses.push((await anna.post(`/people/${id}/invitation/withdraw`)).status);
      statuses.push((await owner("PATCH", `/${id}`, {})).status);
    }
    expect(new Set(statuses)).toEqual(new Set([404, 422]));
  });

  it("by a site that is named as a part of every object opens nothing", async () => {
    const mo = await comes("Mo", { demo: "moderator" });
    const statuses = [];
    for (const site of ["constructor", "valueof", "to-string", "hasownproperty"])
      statuses.push((await mo.get(`/sites/${site}/dashboard`)).status);
    expect(statuses).toEqual([403, 403, 403, 403]);
  });

  it("by a form from elsewhere, with another's form token or none, changes nothing", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const bo = await comes("Bo", { "*": "owner" });
    const fields = { name: "Eve", "role *": "owner" };
    const send = (csrf: string, origin: string) =>
      call("POST", "/people", {
        body: new URLSearchParams({ csrf, ...fields }).toString(),
        headers: { cookie: anna.cookie, ...form, origin },
      });
    const statuses = [
      (await send(anna.csrf, "https://evil.example")).status,
      (await send(bo.csrf, "https://hamlet.example")).status,
      (await send("", "https://hamlet.example")).status,
    ];
    expect(statuses).toEqual([403, 403, 403]);
    const names = (await owner<{ people: Person[] }>("GET", "")).body.people.map(({ name }) => name);
    expect(names).toEqual(["Anna", "Bo"]);
  });

  it("by an invitation's button pressed from elsewhere, or by a cookie made up, signs nobody in", async () => {
    const path = await linkOf(await add("Anna", { "*": "owner" }));
    const elsewhere = await call("POST", path, {
      body: "",
      headers: { ...form, origin: "https://evil.example" },
    });
    expect([elsewhere.status, elsewhere.headers.get("set-cookie")]).toEqual([403, null]);
    const made = `__Host-hamlet_session=${"a".repeat(64)}.${"b".repeat(32)}`;
    expect((await call("GET", "/people", { headers: { cookie: made } })).status).toBe(303);
  });

  it("by a role that somebody gives herself fails: people are an owner's, of all", async () => {
    const mo = await comes("Mo", { "*": "moderator" });
    const bo = await comes("Bo", { demo: "owner" });
    for (const { cookie, csrf, post, id } of [mo, bo]) {
      expect((await post(`/people/${id}`, { name: "Me", "role *": "owner" })).status).toBe(403);
      expect((await post("/account/own", { name: "Me" })).status).toBe(403);
      const headers = { cookie, "x-csrf-token": csrf };
      const api = await call("PATCH", `/v1/people/${id}`, { headers, body: { roles: { "*": "owner" } } });
      expect(api.status).toBe(403);
    }
    expect((await mo.get("/history")).body).not.toContain("invitation");
  });

  it("by two owners who take each other out at once leaves one", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const bo = await comes("Bo", { "*": "owner" });
    await Promise.all([anna.post(`/people/${bo.id}/remove`), bo.post(`/people/${anna.id}/remove`)]);
    expect((await owner<{ people: unknown[] }>("GET", "")).body.people).toHaveLength(1);
  });

  it("by a passkey's answer that nobody made opens nothing, and proves nothing", async () => {
    const anna = await comes("Anna", { "*": "owner" });
    const answers = [
      "{}",
      "{",
      "[]",
      "null",
      '{"id":"x","response":{}}',
      `{"id":"${"x".repeat(2_000)}","response":{}}`,
    ];
    later(11 * MINUTE);
    const statuses = [];
    for (const proof of answers) {
      const body = new URLSearchParams({ proof }).toString();
      statuses.push((await call("POST", "/login/passkey", { body, headers: form })).status);
      statuses.push((await anna.post("/people", { name: "Eve", proof })).status);
    }
    expect(new Set(statuses)).toEqual(new Set([401, 403]));
    const forged = await anna.post("/account/passkeys", { name: "x", answer: "{}", proof: ADMIN_TOKEN });
    expect(forged.status).toBe(422);
  });
});

describe("a blog's key", () => {
  it("stands wherever a decision is told as the key that it is, whatever name it gives", async () => {
    for (const id of ["c1", "c2"]) await submit({ id, ...doubtful, content: `${doubtful.content} ${id}` });
    const mo = await comes("Mo", { demo: "moderator" });
    const decide = (id: string, body: object) =>
      call<Record<string, unknown>>("POST", `/v1/sites/demo/comments/${id}/decision`, {
        key: DEMO_KEY,
        body,
      });
    const first = await decide("c1", { decision: "approve", by: "Mo" });
    expect(first.body).toMatchObject({ history: [{ by: "Mo", key: 1 }] });
    expect((await decide("c1", { decision: "spam", by: "Anna" })).body).toMatchObject({ by: "Mo", key: 1 });
    await decide("c2", { decision: "spam" });
    const texts = async (path: string) => (await mo.get(path)).body.replace(/<[^>]*>/g, "");
    const asKey = "the blog’s key 1, for Mo";
    for (const path of ["/queue?tab=published", "/queue/demo/c1", "/history"])
      expect([path, (await texts(path)).includes(asKey)]).toEqual([path, true]);
    expect(await texts("/queue/demo/c2")).toMatch(/the blog’s key 1: Spam/);
    const { body } = await call<{ detail: string }>("POST", "/queue/decide", {
      body: `csrf=${mo.csrf}&site=demo&id=c1&revision=1&decision=spam`,
      headers: { cookie: mo.cookie, ...form, accept: "application/json" },
    });
    expect(body.detail).toContain(asKey);
    expect((await texts(`/history?person=${mo.id}`)).includes("c1")).toBe(false);
  });

  it("by Akismet's protocol does, too", async () => {
    const key = await akismetKey();
    const { guid } = await akismet("comment-check", fields(key));
    await akismet("submit-spam", fields(key, { guid }));
    expect((await call("GET", `/v1/sites/demo/comments/${guid}`, { key: DEMO_KEY })).body).toMatchObject({
      history: [{ decision: "spam", key: 2 }],
    });
  });
});

describe("a moderator and the lists", () => {
  const lists = async () => {
    const { blocked, allowed } = (await theRecord()).settings;
    return { blocked, allowed };
  };

  it("trusts and blocks the author of a comment before her, on her sites, and enters nothing else into the lists", async () => {
    await submit({ id: "c1", ...doubtful, author: { name: "Kim", email: "kim@mail.example" } });
    const mo = await comes("Mo", { demo: "moderator" });
    const bo = await comes("Bo", { other: "owner" });
    const list = (who: typeof mo, listing: string, id = "c1") =>
      who.post(`/queue/demo/${id}/author`, { listing, back: "/queue", blocked: "casino" });
    expect([(await list(bo, "blocked")).status, await lists()]).toEqual([403, { blocked: [], allowed: [] }]);
    expect((await list(mo, "blocked", "none")).status).toBe(404);
    await list(mo, "blocked");
    const { blocked } = await lists();
    expect([blocked.length, blocked[0]?.endsWith(" Kim")]).toEqual([1, true]);
    await list(mo, "allowed");
    expect(await lists()).toEqual({ blocked: [], allowed: blocked });
    await list(mo, "nobody knows this list");
    expect(await lists()).toEqual({ blocked: [], allowed: [] });
    const settings = { blocked: "casino", group: "lists" };
    for (const path of ["/sites/demo", "/sites/demo/preview"])
      expect([path, (await mo.post(path, settings)).status]).toEqual([path, 403]);
    const text = (await mo.get("/history")).body.replace(/<[^>]*>/g, " ");
    expect(text).toMatch(/Mo\s+changed settings: blocked, allowed/);
  });
});

describe("somebody with the owner's token", () => {
  it.each(["Hamlet", " hAM\u200blet ", "OWNER", "blog", "link"])("does not sign in as %s", async (name) => {
    const body = new URLSearchParams({ token: ADMIN_TOKEN, name }).toString();
    const { status, headers, body: page } = await call<string>("POST", "/login", { body, headers: form });
    expect([status, headers.get("set-cookie"), page.includes("This name stands for something else")]).toEqual(
      [422, null, true],
    );
  });
});
