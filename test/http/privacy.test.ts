import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonErased, PersonExport } from "../../src/contract/privacy.ts";
import { submission } from "../../src/contract/submission.ts";
import { kvInbox } from "../../src/queue/inbox.ts";
import { mailHash, maskMail } from "../../src/secrets/identity.ts";
import { intakeOf } from "../../src/service/take-in.ts";
import { later } from "../clock.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  pass,
  plain,
  siteObject,
  submit,
  theRecord,
} from "../site/blog.ts";
import { signIn } from "./session.ts";

const EVE = "Eve.Adams@mail.example";
const SECRET = "test-secret-of-more-than-thirty-two-characters";
const by = (name: string, email: string, content: string) => ({
  content: `${content} More on http://some-blog.example.net/page`,
  author: { name, email, ip: "192.0.2.7" },
});
const owner = <T>(route: "export" | "erasure", email: string, site = "demo", key = ADMIN_TOKEN) =>
  call<T>("POST", `/v1/sites/${site}/${route}`, { key, body: { email } });

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet", sendHeld: true });
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("no", { status: 500 }));
});

const learned = () =>
  runInDurableObject(siteObject(), (_, { storage }) => {
    const [row] = storage.sql
      .exec<{ state: ArrayBuffer; standings: string }>("SELECT * FROM learned")
      .toArray();
    return { state: [...new Uint8Array(row?.state ?? new ArrayBuffer(0))], standings: row?.standings };
  });

/** Everything that is stored of a site, in one text: all rows of all tables, all keys, values and metadata of KV. */
async function everything(): Promise<string> {
  const rows = await runInDurableObject(siteObject(), (_, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray();
    return tables.map(({ name }) => {
      const all = storage.sql.exec(`SELECT * FROM "${name}"`).toArray();
      const text = (value: unknown) =>
        value instanceof ArrayBuffer ? String.fromCharCode(...new Uint8Array(value).slice(0, 50_000)) : value;
      return JSON.stringify([name, all.map((row) => Object.values(row).map(text))]);
    });
  });
  const { keys } = await env.QUEUE.list();
  const values = await Promise.all(
    keys.map(async (key) => JSON.stringify([key, await env.QUEUE.get(key.name)])),
  );
  return [...rows, ...values].join("\n").toLowerCase();
}

/** A site on which Eve did all that a commenter can: held, published, rejected, undone, given up, in the inbox. */
async function eveComments() {
  for (const id of ["held", "good", "bad", "undone", "dead"]) {
    later(1);
    await submit({ id, ...by("Eve", EVE, `On ${id}.`) });
  }
  await decide("good", { decision: "approve" });
  await decide("bad", { decision: "spam" });
  await decide("undone", { decision: "approve" });
  await pass(10_000);
  await decide("undone", { decision: "undo" });
  await decide("dead", { decision: "discard" });
  await pass(10_000);
  const late = submission.parse({ id: "late", ...by("Eve", EVE, "Too late.") });
  await kvInbox(env.QUEUE).put(
    "demo",
    await intakeOf({ submission: late, warnings: [] }, await theRecord(), SECRET, Date.now()),
  );
}

describe("a commenter's erasure", () => {
  it("leaves nothing of the address anywhere, nor of what her comments taught", async () => {
    await submit({ id: "ada", ...by("Ada", "ada@mail.example", "About loops.") });
    await decide("ada", { decision: "approve" });
    const before = await learned();
    await eveComments();
    const traces = [EVE, maskMail(EVE), await mailHash(SECRET, await theRecord(), EVE)].map((one) =>
      one.toLowerCase(),
    );
    const there = await everything();
    expect(traces.slice(1).map((one) => there.includes(one))).toEqual([true, true]);
    expect(await learned()).not.toEqual(before);
    const erased = await owner<PersonErased>("erasure", ` ${EVE.toUpperCase()} `);
    expect(erased).toMatchObject({
      status: 200,
      body: { comments: 5, inbox: 1, standing: true, mentions: [], listed: [] },
    });
    expect(erased.body.remains.map(({ what }) => what)).toEqual([
      "queue",
      "backups",
      "recovery",
      "record",
      "blog",
    ]);
    await pass(10_000);
    const left = await everything();
    expect(traces.map((one) => left.includes(one))).toEqual([false, false, false]);
    expect(left).not.toContain("on held.");
    expect(await learned()).toEqual(before);
    expect((await call("GET", "/v1/sites/demo/comments/ada", { key: DEMO_KEY })).status).toBe(200);
    expect((await owner<PersonErased>("erasure", EVE)).body).toMatchObject({ comments: 0, inbox: 0 });
  });

  it("reaches what is left of comments that retention let go", async () => {
    await submit({ id: "c1", ...by("Eve", EVE, "Long ago.") });
    await decide("c1", { decision: "approve" });
    await runInDurableObject(siteObject(), (_, { storage }) => {
      storage.sql.exec("DELETE FROM comments");
    });
    expect((await owner<PersonExport>("export", EVE)).body.standing).toEqual({
      approved: 1,
      spam: 0,
      discarded: 0,
    });
    expect((await owner<PersonErased>("erasure", EVE)).body).toMatchObject({ comments: 0, standing: true });
    const { state, standings } = await learned();
    expect([standings, state.some((byte) => byte !== 0)]).toEqual(["[]", false]);
  });

  it("takes as many calls as it needs, where an export says that it is not all", async () => {
    const words = "We talked about the second loop and its bound. ".repeat(1200);
    for (let i = 0; i < 103; i++) await submit({ id: `c${i}`, ...by("Eve", EVE, `${i} ${words}`) });
    const { body } = await owner<PersonExport>("export", EVE);
    expect(body.more).toBe(true);
    expect(body.comments.length).toBeLessThan(103);
    expect((await owner<PersonErased>("erasure", EVE)).body).toMatchObject({ comments: 103 });
    expect((await owner<PersonExport>("export", EVE)).body).toMatchObject({ comments: [], more: false });
  });

  it("says where else the address stands: in others' comments and in the owner's own lists", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { blocked: [EVE] } });
    await submit({ id: "c1", content: `Write to ${EVE}, she knows.`, author: { name: "Ada" } });
    const { body } = await owner<PersonErased>("erasure", EVE);
    expect(body).toMatchObject({ comments: 0, mentions: ["c1"], listed: ["blocked"] });
    expect(body.remains.map(({ what }) => what)).toEqual([
      "mentions",
      "lists",
      "backups",
      "recovery",
      "record",
      "blog",
    ]);
  });
});

describe("what tells of a commenter elsewhere", () => {
  const text = `I am Rosalind, of 7 Mill Lane. Write to ${EVE} about the second loop.`;
  const quote = (content: string, id?: string) => ({ parent: { content, ...(id && { id }) } });

  it("goes out of others' quotes, and their comments stay", async () => {
    await submit({
      id: "a1",
      content: text,
      author: { name: "Rosalind Quill", email: EVE, ip: "192.0.2.7" },
    });
    const bo = { ...doubtful, author: { name: "Bo" } };
    await submit({ id: "b1", ...bo, content: "The first answer, on loops.", ...quote(text) });
    await submit({ id: "b2", ...bo, content: "The second one, on bounds.", ...quote("cut …", "a1") });
    await submit({ id: "b3", ...bo, content: "A third, on tides.", ...quote(`<p>${text}</p>`, "wp-7") });
    await submit({ id: "b4", ...bo, content: "A fourth, on shells.", ...quote("Somebody else's words.") });
    await submit({ id: "b5", ...bo, content: "Ask Rosalind Quill, she knows." });
    const erased = await owner<PersonErased>("erasure", EVE);
    expect(erased.body).toMatchObject({ comments: 1, quotes: 3, mentions: ["b5"], standing: false });
    const left = await everything();
    expect([left.includes("mill lane"), left.includes("somebody else's words")]).toEqual([false, true]);
    expect((await call("GET", "/v1/sites/demo/comments/b1", { key: DEMO_KEY })).status).toBe(200);
  });

  it("goes out of the lists where trust or block put it", async () => {
    await submit({
      id: "a1",
      content: text,
      author: { name: "Rosalind Quill", email: EVE, ip: "192.0.2.7" },
    });
    await submit({ id: "a2", ...doubtful, author: { name: "Rosalind Quill", ip: "192.0.2.9" } });
    await submit({
      id: "o1",
      ...doubtful,
      author: { name: "Ogre", ip: "192.0.2.9" },
      content: "Other words",
    });
    const record = await theRecord();
    const entries = await Promise.all(["a1", "a2", "o1"].map((id) => siteObject().author(id, record)));
    const blocked = [...entries.map((found) => found?.entry ?? ""), EVE, "casino"];
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { blocked, allowed: [blocked[0]] } });
    expect((await owner<PersonExport>("export", EVE)).body.listed).toEqual(["blocked", "allowed"]);
    expect((await owner<PersonErased>("erasure", EVE)).body).toMatchObject({
      unlisted: ["blocked", "allowed"],
      listed: ["blocked"],
    });
    const { settings } = await theRecord();
    expect([settings.blocked, settings.allowed]).toEqual([blocked.slice(2), []]);
  });

  it.each([`mailto:${EVE}`, `MAILTO:${EVE.toUpperCase()}?subject=x`, `Eve Adams <${EVE}>`, ` <${EVE}> `])(
    "is found by the address as people paste it: %s",
    async (address) => {
      await submit({ id: "c1", ...by("Eve", EVE, "Once.") });
      expect((await owner<PersonErased>("erasure", address)).body).toMatchObject({ comments: 1 });
    },
  );

  it.each([
    "xmpp:eve@mail.example",
    "eve@mail.example, bo@mail.example",
    "Eve <eve>",
    "eve@",
    "<>",
    "a b@c.d",
  ])("is not looked for by what is no address: %s", async (address) => {
    const { status, body } = await owner<{ errors: { pointer: string }[] }>("erasure", address);
    expect([status, body.errors[0]?.pointer]).toEqual([422, "#/email"]);
  });
});

describe("a commenter's export", () => {
  it("holds each of her comments as kept, why it was judged so and what became of it, and nobody else's", async () => {
    await submit({ id: "other", ...plain });
    await submit({ id: "anonymous", ...doubtful });
    await eveComments();
    const { body } = await owner<PersonExport>("export", EVE);
    expect(body.comments.map(({ id, status }) => [id, status])).toEqual([
      ["held", "pending"],
      ["good", "published"],
      ["bad", "spam"],
      ["undone", "pending"],
      ["dead", "discarded"],
    ]);
    expect(body).toMatchObject({ more: false, inbox: 1, standing: { approved: 1, spam: 1, discarded: 1 } });
    expect(body.lessons.map(({ source, label, weight }) => [source, label, weight])).toEqual([
      ["decision", "ham", 1],
      ["decision", "spam", 1],
    ]);
    expect(body.comments[1]).toMatchObject({
      comment: { content: by("", "", "On good.").content, author: { name: "Eve", email: "E…@mail.example" } },
      verdict: { outcome: "review" },
      history: [{ type: "comment.held" }, { type: "comment.published", by: "blog" }],
    });
  });

  it("is the owner's to ask for, of a site that there is, for an address", async () => {
    const statuses = [
      (await owner("export", EVE, "demo", DEMO_KEY)).status,
      (await owner("erasure", EVE, "demo", DEMO_KEY)).status,
      (await owner("export", EVE, "none")).status,
      (await owner("erasure", EVE, "none")).status,
      (await owner("export", "no address")).status,
    ];
    expect(statuses).toEqual([403, 403, 404, 404, 422]);
  });
});

describe("the public page of a site", () => {
  const text = async (headers = {}) => {
    const page = await call<string>("GET", "/sites/demo/privacy", { headers });
    return { ...page, body: page.body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") };
  };

  it("tells anybody what is kept, for how long and where it goes, from the settings as they are", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { retention: { spam: 1, discarded: 0, published: null }, webhook: null },
    });
    const page = await text();
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
    expect(page.body).toContain("How comments on Demo are processed");
    expect(page.body).toContain("Published comments until the owner deletes them");
    expect(page.body).toContain("Rejected comments 1 day Discarded comments less than a day");
    expect(page.body).toContain("Where it is sent Nowhere else.");
    expect(page.body).toContain("processed: https://hamlet.example/sites/demo/privacy");
    expect((await call("GET", "/sites/none/privacy")).status).toBe(404);
  });

  it("names every call to elsewhere by its host, and no secret", async () => {
    const url = "https://hooks.slack.com/services/T0/B0/secretsecret";
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { notify: { kind: "slack", url, text: true }, mode: "enforce" },
    });
    const { body } = await text();
    expect(body).toContain("to the site’s own server blog.example.");
    expect(body).toContain("To hooks.slack.com: that comments wait, with the start of their texts");
    expect(body).not.toContain("secretsecret");
  });

  it("speaks Arabic to who asks for it", async () => {
    const { body } = await text({ "accept-language": "ar" });
    expect(body).toContain("كيف تُعالج التعليقات على Demo");
  });
});

describe("the owner's page for a commenter's data", () => {
  it("shows what is kept, and erases it after asking", async () => {
    await eveComments();
    const moderator = await signIn();
    const shown = await moderator.post("/sites/demo/person", { email: EVE });
    expect(shown.body).toContain("5 comments, 1 on their way.");
    expect(shown.body).toContain("&quot;id&quot;: &quot;held&quot;");
    const erased = await moderator.post("/sites/demo/person/erase", { email: EVE });
    expect(erased.body).toContain("Erased: 5 comments, 1 on their way.");
    expect((await moderator.post("/sites/demo/person", { email: EVE })).body).toContain(
      "0 comments, 0 on their way.",
    );
    expect((await moderator.post("/sites/demo/person", { email: "nobody" })).status).toBe(422);
    expect((await moderator.get("/sites/none/person")).status).toBe(404);
    const nobody = await call("POST", "/sites/demo/person/erase", {
      body: "email=eve@mail.example",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" },
    });
    expect([nobody.status, nobody.headers.get("location")]).toEqual([303, "/login?next=%2Fqueue"]);
  });
});
