import { createExecutionContext, reset, waitOnExecutionContext } from "cloudflare:test";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { app } from "../../src/app.ts";
import type { FormAnswer } from "../../src/contract/form.ts";
import type { PersonExport } from "../../src/contract/privacy.ts";
import type { ReaderAsk } from "../../src/contract/reader.ts";
import { readerToken } from "../../src/secrets/reader-token.ts";
import type { Site } from "../../src/site/site.ts";
import { DAY, HOUR, SECOND } from "../clock.ts";
import { BLOG, POST } from "../http/blogs-form.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  decide,
  demoSite,
  pass,
  remark,
  siteObject,
  tell,
  theRecord,
} from "./blog.ts";
import { insideOf } from "./inside.ts";
import { mailbox, type Received } from "./mailbox.ts";

const MINUTE = 60 * SECOND;
const ADA = "ada@mail.example";
const SECRET = "test-secret-of-more-than-thirty-two-characters";

let post: ReturnType<typeof mailbox>;

/** A change of settings by a Hamlet that sends mail. */
async function set(body: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  const context = createExecutionContext();
  const request = new Request("https://hamlet.example/v1/sites/demo", {
    method: "PATCH",
    body: JSON.stringify(body),
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/json" },
  });
  const response = await app.fetch(request, post.env, context);
  const answer = await response.json();
  await waitOnExecutionContext(context);
  return { status: response.status, body: answer };
}

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 });
  post = mailbox();
  await post.reopen("demo");
  expect((await set({ mailReaders: true })).status).toBe(200);
});

afterEach(() => {
  vi.restoreAllMocks();
});

interface Written {
  readonly email?: string;
  readonly name?: string;
  readonly parent?: string;
  readonly replies?: string;
  readonly comment?: string;
  readonly post?: string;
}

/** Posts the form of the blog's page, as its script does. */
async function write(
  n: number,
  fields: Written = {},
  headers: Record<string, string> = {},
): Promise<FormAnswer> {
  const given = { post: POST, comment: remark(n).content, name: "Ada Bauer", ...fields };
  const sent = { origin: BLOG, accept: "application/json", "cf-connecting-ip": "203.0.113.7", ...headers };
  const { body } = await post.call("POST", "/f/demo", given as Record<string, string>, sent);
  return JSON.parse(body);
}
/** A reader who wants to be told. */
const ask = (n: number, fields: Written = {}) => write(n, { email: ADA, replies: "yes", ...fields });
const answer = (n: number, parent: string, fields: Written = {}) =>
  write(n, { name: "Bo Stern", email: "bo@mail.example", parent, ...fields });

const pathIn = ({ mail }: Received, kind: string) =>
  new RegExp(`https://hamlet\\.example(/${kind}/\\S+)`).exec(mail.text ?? "")?.[1] ?? `no ${kind} in it`;
const last = () => post.box.at(-1) as Received;
const mails = () => post.box.map(({ to, mail }) => `${to} ${mail.subject}`);
const CONFIRM = `${ADA} Demo: be told of answers?`;
const TOLD = `${ADA} Demo: 1 new answer`;

/** Time enough for what waits for two minutes, and for what that leaves. */
async function while_(ms = 3 * MINUTE) {
  await pass(ms);
  await pass(10 * SECOND);
}
const open = (path: string, method = "GET") =>
  post.call(method, path, method === "GET" ? undefined : {}, { origin: "https://hamlet.example" });
async function confirmed(n: number, fields: Written = {}): Promise<string> {
  const { id } = await ask(n, fields);
  await while_();
  await open(pathIn(last(), "answers"), "POST");
  return id;
}
const kept = () => insideOf("demo")((_, storage) => storage.sql.exec("SELECT * FROM readers").toArray());
const siteOf = (object: unknown) => (Reflect.get(object as object, "opened") as { site: Site }).site;

describe("a reader who ticked that she wants to be told of answers", () => {
  it("is asked by mail, confirms, is told of what answers her, and leaves by one click", async () => {
    const { id } = await ask(0);
    await while_();
    expect(mails()).toEqual([CONFIRM]);
    const asked = last();
    expect(`${asked.mail.text}${asked.mail.html}`).not.toMatch(/Ada|loops|second loop/);
    expect(asked.mail.html).not.toMatch(/<img|<link|<script|url\(|src=/);
    const page = await open(pathIn(asked, "answers"));
    expect([page.status, page.body.includes(POST), page.body.includes("Yes, tell me of answers")]).toEqual([
      200,
      true,
      true,
    ]);
    await answer(1, id);
    await while_(HOUR);
    expect(mails()).toEqual([CONFIRM]);
    const yes = await open(pathIn(asked, "answers"), "POST");
    expect([yes.status, yes.body.includes("You will be told of answers on Demo.")]).toEqual([200, true]);
    await while_();
    expect(mails()).toEqual([CONFIRM, TOLD]);
    const told = last();
    expect(told.mail.text).toContain(`${POST}#comments`);
    expect(`${told.mail.text}${told.mail.html}`).not.toMatch(/Bo Stern|third listing/);
    expect(told.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    const leave = pathIn(told, "leave");
    expect(told.raw).toContain(`List-Unsubscribe: <https://hamlet.example${leave}>`);
    expect((await open(leave)).body).toContain("No more mails");
    expect(await kept()).toHaveLength(1);
    // A mail program says nothing of where it comes from.
    const gone = await post.call("POST", leave, { "List-Unsubscribe": "One-Click" });
    expect([gone.status, gone.body.includes("Your address is erased.")]).toEqual([200, true]);
    expect(await kept()).toEqual([]);
    await answer(2, id);
    await while_(HOUR);
    expect(mails()).toHaveLength(2);
    for (const path of [leave, pathIn(asked, "answers")])
      expect([(await open(path)).status, (await open(path, "POST")).status]).toEqual([410, 410]);
  });

  it("is told of several together, of later ones an hour after, of none twice, and not of her own", async () => {
    const id = await confirmed(0);
    const first = await answer(1, id);
    await answer(2, first.id);
    await write(3, { email: ADA, parent: first.id });
    await write(4, { name: "Cy", email: "cy@mail.example" });
    await while_();
    expect(mails()).toEqual([CONFIRM, `${ADA} Demo: 2 new answers`]);
    await answer(5, first.id);
    await while_(30 * MINUTE);
    expect(mails()).toHaveLength(2);
    await while_(HOUR);
    expect(mails().slice(2)).toEqual([TOLD]);
    await while_(DAY);
    expect(mails()).toHaveLength(3);
  });

  it("is not asked before her comment is published, and never when it is spam", async () => {
    await ask(0, { comment: blatant.content, name: blatant.author.name });
    expect(await kept()).toEqual([]);
    await set({ publishBelow: 0, publishBareBelow: 0 });
    const { id, status } = await ask(1);
    await while_();
    expect([status, mails()]).toEqual(["waits", []]);
    await decide(id, { decision: "approve" });
    await while_();
    expect(mails()).toEqual([CONFIRM]);
    await decide(id, { decision: "spam", revision: 2 });
    await decide(id, { decision: "approve", revision: 3 });
    await while_(DAY);
    expect(mails()).toEqual([CONFIRM]);
  });

  it("is told of an answer that is published, once, whatever becomes of it then; and of none that waits, is spam or was taken down", async () => {
    const id = await confirmed(0);
    await set({ publishBelow: 0, publishBareBelow: 0 });
    const held = await answer(1, id);
    const down = await answer(2, id);
    await answer(3, id, { comment: blatant.content });
    await while_();
    expect(mails()).toEqual([CONFIRM]);
    await decide(down.id, { decision: "approve" });
    await decide(down.id, { decision: "discard", revision: 2 });
    await while_();
    expect(mails()).toEqual([CONFIRM]);
    await decide(held.id, { decision: "approve" });
    await while_();
    expect(mails()).toEqual([CONFIRM, TOLD]);
    await decide(held.id, { decision: "discard", revision: 2 });
    await decide(held.id, { decision: "approve", revision: 3 });
    await while_(2 * HOUR);
    expect(mails()).toEqual([CONFIRM, TOLD]);
  });

  it("is written to in her language", async () => {
    for (const [n, language, subject] of [
      [0, "de", "Demo: Bescheid bei Antworten?"],
      [1, "ar", "Demo: هل نخبرك بالردود؟"],
    ] as const) {
      const email = `${language}@mail.example`;
      await write(n, { email, replies: "yes" }, { "accept-language": language });
      await while_();
      expect([last().to, last().mail.subject]).toEqual([email, subject]);
    }
  });
});

describe("when something fails", () => {
  it("a mail that was under way as the object died goes once more, as the same mail, and nothing is told twice", async () => {
    const id = await confirmed(0);
    await answer(1, id);
    let stored: Record<string, unknown> = {};
    post.take = async () => {
      [stored = {}] = await kept();
    };
    await pass(3 * MINUTE);
    expect(stored).toMatchObject({ sending: Date.now(), tries: 1, sent: expect.any(Number) });
    // What was stored while the mail was on its way is all that is left after a crash.
    await insideOf("demo")((_, storage) => {
      const { sending, tries, due, sent } = stored as Record<string, number>;
      storage.sql.exec(
        "UPDATE readers SET sending = ?, tries = ?, due = ?, sent = ?",
        sending,
        tries,
        due,
        sent,
      );
    });
    post.take = () => undefined;
    await post.reopen("demo");
    await answer(2, id);
    await pass(50 * MINUTE);
    expect(post.box).toHaveLength(2);
    await while_(15 * MINUTE);
    const [first, second] = post.box.slice(1);
    expect(first?.mail.messageId).toMatch(/^<told\.[0-9a-f]{32}\.[0-9a-z]+@blog\.example>$/);
    expect(second?.mail.messageId).toBe(first?.mail.messageId);
    await while_(2 * HOUR);
    await while_(DAY);
    // The answer that came meanwhile is told by another mail.
    expect(mails().slice(1)).toEqual([TOLD, TOLD, TOLD]);
    expect(last().mail.messageId).not.toBe(first?.mail.messageId);
  });

  it("a mail that is refused is tried five times, the owner reads why, without the address; and it ends", async () => {
    const id = await confirmed(0);
    await answer(2, id);
    let tried = 0;
    post.take = () => {
      tried++;
      throw new Error(`destination address ${ADA} is not verified`);
    };
    for (let hour = 0; hour < 48; hour++) await pass(HOUR);
    expect(tried).toBe(5);
    expect(await siteObject().readersState(await theRecord())).toEqual({
      told: 1,
      failure: "no answer destination address … is not verified",
    });
  });
});

describe("who may have mail sent", () => {
  const anybody = (n: number, about: Partial<ReaderAsk> = {}): ReaderAsk => ({
    id: n.toString(16).padStart(32, "0"),
    thread: "blog.example/posts/loops",
    mail: `mail ${n}`,
    box: `box ${n}`,
    network: "one",
    sealed: "sealed",
    language: "en",
    link: "https://hamlet.example",
    page: POST,
    comment: "none",
    ...about,
  });
  const askAll = (asks: readonly ReaderAsk[]) =>
    insideOf("demo")((object) => {
      siteOf(object).meta.adopt({ ...siteOf(object).record });
      return asks.map((one) =>
        (object as unknown as { askReader: (...given: unknown[]) => unknown }).askReader(
          one,
          siteOf(object).record,
        ),
      );
    });

  it("of a thousand from one network ten are kept, and of all networks three hundred a day", async () => {
    const one = await askAll(Array.from({ length: 1_000 }, (_, n) => anybody(n)));
    expect(one.filter((refused) => refused === undefined)).toHaveLength(10);
    expect(await kept()).toHaveLength(10);
    const many = await askAll(
      Array.from({ length: 1_000 }, (_, n) => anybody(5_000 + n, { network: `net ${n}` })),
    );
    expect([many.filter((refused) => refused === "site").length, (await kept()).length]).toEqual([710, 300]);
    // What the object counted in memory it counts again from the rows.
    await post.reopen("demo");
    expect(await askAll([anybody(9_000, { network: "new" })])).toEqual(["site"]);
  });

  it("one mailbox is asked once a day and page, and by three mails that nobody confirms, however it is spelled", async () => {
    for (const [n, email] of [
      "eve@mail.example",
      "EVE@mail.example",
      "e.v.e+1@mail.example",
      "eve+2@mail.example",
    ].entries())
      await write(n, { email, replies: "yes", post: `${BLOG}/posts/${n < 2 ? 0 : n}/` });
    await write(4, { email: "eve@mail.example", replies: "yes", post: `${BLOG}/posts/9/` });
    await while_();
    expect(post.box.map(({ to }) => to)).toEqual([
      "eve@mail.example",
      "e.v.e+1@mail.example",
      "eve+2@mail.example",
    ]);
    await while_(2 * DAY);
    await write(5, { email: "eve@mail.example", replies: "yes", post: `${BLOG}/posts/0/` });
    await while_();
    expect(post.box.map(({ to }) => to).slice(3)).toEqual(["eve@mail.example"]);
  });

  it("whoever wants no such mail gets none, on no page, for a month; the address is gone", async () => {
    await ask(0);
    await while_();
    expect((await open(pathIn(last(), "leave"), "POST")).status).toBe(200);
    expect((await kept()).map(({ sealed }) => sealed)).toEqual([""]);
    await ask(1, { post: `${BLOG}/posts/another/` });
    await ask(2);
    await while_(2 * DAY);
    await ask(3);
    await while_();
    expect(mails()).toEqual([CONFIRM]);
    expect((await open(pathIn(last(), "answers"), "POST")).status).toBe(410);
  });

  it("an address that is none, or would write headers, gets nothing; the comment is taken all the same", async () => {
    const hostile = [
      "",
      "nobody",
      "eve@localhost",
      "eve@mail.example\r\nBcc: all@mail.example",
      "eve@mail.example\nSubject: buy",
      "eve@mail.example,bo@mail.example",
      "eve\u0000@mail.example",
      "<eve@mail.example>",
      '"eve bo"@mail.example',
      "ev\u0435@mail.example",
    ];
    for (const [n, email] of hostile.entries()) {
      const { status } = await write(n, { email, replies: "yes", name: "Eve" });
      expect([email, status]).toEqual([email, "published"]);
    }
    expect(await kept()).toEqual([]);
  });

  it("links that are made up, too old, of another kind, or of nobody open nothing", async () => {
    const { id = "" } = await ask(0).then(async () => (await kept())[0] as { id?: string });
    await while_();
    const linked = { site: "demo", id, expires: Date.now() + DAY };
    const good = await readerToken(SECRET, "confirm", linked);
    const bad = [
      `${good.slice(0, -1)}x`,
      `${"0".repeat(32)}${good.slice(32)}`,
      await readerToken(SECRET, "leave", linked),
      await readerToken(SECRET, "erase", linked),
      await readerToken("another-secret-of-more-than-thirty-two", "confirm", linked),
      await readerToken(SECRET, "confirm", { ...linked, expires: Date.now() - 1 }),
      await readerToken(SECRET, "confirm", { ...linked, id: "0".repeat(32) }),
      await readerToken(SECRET, "confirm", { ...linked, site: "other" }),
      "made-up",
    ];
    for (const token of bad)
      expect([token, (await open(`/answers/${token}`, "POST")).status]).toEqual([token, 410]);
    expect((await kept())[0]).toMatchObject({ confirmed: null });
    const elsewhere = await post.call("POST", `/answers/${good}`, {}, { origin: "https://evil.example" });
    expect([elsewhere.status, (await open(`/answers/${good}`, "POST")).status]).toEqual([403, 200]);
    expect((await open(`/answers/${good}`, "POST")).status).toBe(200);
  });

  it("no mail tells of an answer unless its reader confirmed and did not leave, whatever happens in whatever order", async () => {
    const steps = fc.array(fc.constantFrom("ask", "answer", "confirm", "leave", "wait"), {
      minLength: 3,
      maxLength: 9,
    });
    let page = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const place = `${BLOG}/posts/${page++}/`;
        const email = `reader${page}@mail.example`;
        const words = (n: number) => `${remark(n % 18).content} On page ${page} I saw it again, ${n} times.`;
        const first = await write(0, { post: place, email, comment: words(0) });
        let mayBeTold = false;
        let n = 1;
        for (const step of taken) {
          const before = post.box.length;
          const mine = post.box.filter(({ to }) => to === email);
          const asked = mine.findLast(({ mail }) => mail.subject?.endsWith("?"));
          if (step === "ask") await write(n, { post: place, email, comment: words(n++), replies: "yes" });
          if (step === "answer")
            await write(n, { post: place, email: "bo@mail.example", parent: first.id, comment: words(n++) });
          if (step === "confirm" && asked)
            mayBeTold = (await open(pathIn(asked, "answers"), "POST")).status === 200 || mayBeTold;
          if (step === "leave" && mine.length > 0) {
            const { status } = await open(pathIn(mine.at(-1) as Received, "leave"), "POST");
            if (status === 200) mayBeTold = false;
          }
          if (step === "wait") await while_(2 * HOUR);
          const told = post.box
            .slice(before)
            .filter(({ to, mail }) => to === email && !mail.subject?.endsWith("?"));
          expect(told.length === 0 || mayBeTold).toBe(true);
        }
      }),
      { numRuns: 12, seed: 18 },
    );
  });
});

describe("what is kept of an address", () => {
  it("is encrypted, told in an export, and gone with an erasure", async () => {
    await confirmed(0);
    expect(JSON.stringify(await kept())).not.toContain("ada");
    const person = (what: string) =>
      call<PersonExport>("POST", `/v1/sites/demo/${what}`, { key: ADMIN_TOKEN, body: { email: ADA } });
    expect((await person("export")).body.replies).toEqual([
      { page: POST, asked: expect.stringMatching(/Z$/), confirmed: true },
    ]);
    expect((await person("erasure")).status).toBe(200);
    expect(await kept()).toEqual([]);
  });

  it("goes after a week without a confirmation, after a year without a mail, and the day after the owner offers it no more", async () => {
    await ask(0);
    await while_();
    await while_(3 * DAY);
    expect(await kept()).toHaveLength(1);
    await while_(6 * DAY);
    expect(await kept()).toEqual([]);
    await confirmed(1);
    await while_(300 * DAY);
    expect(await kept()).toHaveLength(1);
    await while_(70 * DAY);
    expect(await kept()).toEqual([]);
    await confirmed(2);
    await set({ mailReaders: false });
    await while_(DAY + HOUR);
    expect(await kept()).toEqual([]);
  });
});

describe("where it is not offered", () => {
  it("no setting can be switched on without mail, nothing is taken down, and the public page says nothing of it", async () => {
    const refused = await call<{ errors: unknown }>("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { mailReaders: true },
    });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: "#/mailReaders", detail: "this Hamlet has no way to send mail" }],
    ]);
    const privacy = async () => (await post.call("GET", "/sites/demo/privacy")).body;
    expect(await privacy()).toContain("also your mail address, encrypted");
    await set({ mailReaders: false });
    await ask(0);
    await while_();
    expect([await kept(), post.box]).toEqual([[], []]);
    expect(await privacy()).not.toContain("also your mail address, encrypted");
  });
});

describe("a commenter who asks to be erased", () => {
  const ERASE = `${ADA} Demo: erase your comments?`;
  const wish = (email: string, headers: Record<string, string> = {}, fields: Record<string, string> = {}) =>
    post.call(
      "POST",
      "/f/demo/erase",
      { email, ...fields },
      { origin: BLOG, "cf-connecting-ip": "203.0.113.9", ...headers },
    );
  const statusOf = async (id: string) => (await tell(id)).status;
  const history = () =>
    insideOf("demo")((_, storage) =>
      storage.sql.exec("SELECT type, actor FROM events WHERE type = 'person.erasure'").toArray(),
    );

  it("by a mailed link sees how many comments it is about, and erases them once, with all else that is kept of her", async () => {
    const first = await confirmed(0);
    const { id } = await write(1, { email: ADA });
    const others = await write(2, { email: "bo@mail.example", name: "Bo Stern" });
    const noted = await wish(" Ada@mail.example ");
    expect([noted.status, noted.body.includes("Your wish was noted.")]).toEqual([202, true]);
    await while_();
    expect(mails()).toEqual([CONFIRM, ERASE]);
    const link = pathIn(last(), "erase");
    const page = await open(link);
    expect([page.status, page.body.includes("2 comments are kept with your address.")]).toEqual([200, true]);
    expect(await statusOf(id)).toBe(200);
    const elsewhere = await post.call("POST", link, {}, { origin: "https://evil.example" });
    expect([elsewhere.status, await statusOf(id)]).toEqual([403, 200]);
    const done = await open(link, "POST");
    expect([done.status, done.body.includes("Erased: 2 comments")]).toEqual([200, true]);
    expect([await statusOf(first), await statusOf(id), await statusOf(others.id)]).toEqual([404, 404, 200]);
    expect([await kept(), await history()]).toEqual([[], [{ type: "person.erasure", actor: "author" }]]);
    expect([(await open(link)).status, (await open(link, "POST")).status]).toEqual([410, 410]);
  });

  it("is answered the same, whether anything is kept of the address or not; of nobody nothing is kept and nothing sent", async () => {
    await write(0, { email: ADA });
    const answers = [];
    for (const email of [ADA, "stranger@mail.example"]) {
      const { status, body, headers } = await wish(email);
      const script = await wish(email, { accept: "application/json" });
      const back = await wish(email, {}, { post: POST });
      answers.push([
        status,
        body,
        [...headers],
        script.status,
        script.body,
        back.status,
        back.headers.get("location"),
      ]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.slice(3)).toEqual([202, '{"status":"asked"}', 303, `${POST}#hamlet-asked`]);
    await while_();
    expect([mails(), (await kept()).length]).toEqual([[ERASE], 1]);
    await while_(DAY);
    expect(mails()).toEqual([ERASE]);
  });

  it("whose link is too old, forged, or of another kind erases nothing", async () => {
    const { id } = await write(0, { email: ADA });
    await wish(ADA);
    await while_();
    const link = pathIn(last(), "erase");
    const row = String((await kept())[0]?.id);
    const linked = { site: "demo", id: row, expires: Date.now() + DAY };
    const bad = [
      await readerToken(SECRET, "confirm", linked),
      await readerToken(SECRET, "leave", linked),
      await readerToken(SECRET, "erase", { ...linked, id: "0".repeat(32) }),
      `${link.slice("/erase/".length, -1)}x`,
    ];
    for (const token of bad)
      expect([token, (await open(`/erase/${token}`, "POST")).status]).toEqual([token, 410]);
    expect((await open(`/answers/${await readerToken(SECRET, "confirm", linked)}`, "POST")).status).toBe(410);
    await while_(2 * DAY + HOUR);
    expect([(await open(link, "POST")).status, await statusOf(id)]).toEqual([410, 200]);
  });

  it("goes to the owner where readers are not mailed: on the page of the site's data, and where messages go, without who", async () => {
    const told: unknown[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
      told.push(await (given as Request).json());
      return new Response("ok");
    });
    const notify = { kind: "slack", url: "https://hooks.slack.com/services/T0/B0/secret", when: "daily" };
    expect((await set({ mailReaders: false, notify })).status).toBe(200);
    const { id } = await write(0, { email: ADA });
    await wish(ADA);
    await wish("stranger@mail.example");
    await while_();
    await while_(HOUR);
    expect(mails()).toEqual([]);
    expect(told).toEqual([
      {
        text: "Demo: A commenter asks to be erased. The page of the site’s data says who.\nhttps://hamlet.example/sites/demo/data#erasures",
        mrkdwn: false,
        unfurl_links: false,
        unfurl_media: false,
      },
    ]);
    const login = new URLSearchParams({ token: ADMIN_TOKEN, name: "Mo" }).toString();
    const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" };
    const cookie =
      ((await call("POST", "/login", { body: login, headers: form })).headers.get("set-cookie") ?? "").split(
        ";",
      )[0] ?? "";
    const data = async () => (await call<string>("GET", "/sites/demo/data", { headers: { cookie } })).body;
    expect([(await data()).includes(ADA), (await data()).includes("stranger@mail.example")]).toEqual([
      true,
      false,
    ]);
    await call("POST", "/v1/sites/demo/erasure", { key: ADMIN_TOKEN, body: { email: ADA } });
    expect([(await data()).includes(ADA), await statusOf(id), await kept()]).toEqual([false, 404, []]);
  });

  it("gets no flood going: twenty a day, ten from a network, no other page's form, and no address that is none", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 30; n++)
      statuses.push(
        (await wish(`reader${n}@mail.example`, { "cf-connecting-ip": `203.0.${n < 15 ? 113 : n}.9` })).status,
      );
    expect([statuses.filter((status) => status === 202).length, statuses[10], statuses.at(-1)]).toEqual([
      20, 429, 429,
    ]);
    const script = { accept: "application/json" };
    expect((await wish(ADA, { origin: "https://evil.example" })).status).toBe(403);
    const none = await wish("ada@mail.example\r\nBcc: all@mail.example", script);
    expect([none.status, JSON.parse(none.body).errors]).toEqual([
      422,
      [{ pointer: "#/email", detail: "That is not a mail address." }],
    ]);
    expect((await post.call("GET", "/f/demo/erase")).body).toContain("Erase your comments on Demo");
    expect((await post.call("GET", "/f/nothing/erase")).status).toBe(404);
  });
});
