import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR, later, MIDNIGHT, SECOND } from "../clock.ts";
import {
  ADMIN_TOKEN,
  call,
  decide,
  demoSite,
  doubtful,
  pass,
  submit,
  tell,
  theRecord,
} from "../site/blog.ts";

const HAMLET = "https://hamlet.example";
const BOT = "https://api.telegram.org/bot77:sEcret-Token/sendMessage?chat_id=-5";
const MINUTE = 60 * SECOND;
const form = { "content-type": "application/x-www-form-urlencoded", origin: HAMLET };

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: Record<string, unknown>;
}
interface Key {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}
type Answer = Readonly<Record<string, unknown>>;

/** What Telegram was asked to do, and what it answers. */
let asked: Asked[];
let answer: () => Response;

const last = (method: string) => asked.filter((one) => one.method === method).at(-1);
const secretOf = () => String(last("setWebhook")?.body.secret_token);
const rows = () =>
  (last("sendMessage")?.body.reply_markup as { inline_keyboard: Key[][] } | undefined)?.inline_keyboard ?? [];
const data = (row = 0, column = 0) => rows()[row]?.[column]?.callback_data ?? "";

const set = (notify: object) =>
  call<{ errors: unknown; notify: object }>("PATCH", "/v1/sites/demo", {
    key: ADMIN_TOKEN,
    body: { notify: { kind: "telegram", url: BOT, when: "at-once", text: true, buttons: true, ...notify } },
  });

/** By which bot, and with which proof. */
interface Via {
  readonly bot?: string;
  readonly secret?: string;
}
/** Tells Hamlet something as Telegram does. */
const post = (body: unknown, { bot = "77", secret = secretOf() }: Via = {}) =>
  call<Answer>("POST", `/in/telegram/${bot}`, {
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
  });
const press = (who: number, pressed = data(), more: object = {}) => {
  const message = {
    message_id: 9,
    chat: { id: -5, type: "group" },
    reply_markup: { inline_keyboard: rows() },
  };
  const query = {
    id: "q1",
    from: { id: who, is_bot: false, first_name: "A" },
    data: pressed,
    message,
    ...more,
  };
  return post({ update_id: 1, callback_query: query });
};
const write = (who: number, text: string, { type = "private", ...via }: { type?: string } & Via = {}) =>
  post({ update_id: 2, message: { message_id: 1, from: { id: who }, chat: { id: who, type }, text } }, via);

/** Adds somebody who comes by her link. */
async function comes(name: string, roles: Record<string, string> = { demo: "moderator" }) {
  const body = { name, roles };
  const { id } = (await call<{ id: string }>("POST", "/v1/people", { key: ADMIN_TOKEN, body })).body;
  const made = await call<{ link: string }>("POST", `/v1/people/${id}/invitation`, { key: ADMIN_TOKEN });
  const opened = await call("POST", new URL(made.body.link).pathname, { body: "", headers: form });
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = async () => (await call<string>("GET", "/account", { headers: { cookie } })).body;
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(await page())?.[1] ?? "";
  const send = (path: string, fields: Record<string, string> = { bot: "77" }) =>
    call<string>("POST", path, {
      body: new URLSearchParams({ csrf, ...fields }).toString(),
      headers: { cookie, ...form },
    });
  const code = async (bot = "77") => {
    const { body } = await send("/account/telegram", { bot });
    return /<code class="secret" dir="ltr">\s*(\S+?)\s*<\/code>/.exec(body)?.[1] ?? "";
  };
  const history = async (language = "en") => {
    const headers = { cookie, "accept-language": language };
    return (await call<string>("GET", "/history", { headers })).body.replace(/<[^>]*>/g, "");
  };
  const read = async (path: string) => (await call<string>("GET", path, { headers: { cookie } })).body;
  return { id, page, send, code, history, read };
}

/** Somebody whose account of Telegram is linked. */
async function linked(name: string, account: number, roles?: Record<string, string>) {
  const person = await comes(name, roles);
  await write(account, `/start ${await person.code()}`);
  return person;
}

const status = async (id: string) => (await tell(id)).body.status;
/** Has a message go out that tells of held comments. */
async function told(...ids: string[]): Promise<void> {
  for (const id of ids) await submit({ id, ...doubtful, content: `${doubtful.content} ${id}` });
  await pass(10 * MINUTE);
}

beforeEach(async () => {
  vi.setSystemTime(MIDNIGHT);
  await reset();
  await demoSite();
  asked = [];
  answer = () => new Response('{"ok":true}');
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    const { pathname } = new URL(request.url);
    asked.push({ method: pathname.split("/")[2] ?? "", url: request.url, body: await request.json() });
    return answer();
  });
});

describe("the bot of a site's messages", () => {
  it("is kept sealed, and Telegram is told where its buttons lead", async () => {
    expect((await set({})).body.notify).toMatchObject({
      url: "https://api.telegram.org/…d=-5",
      buttons: true,
    });
    expect(last("setWebhook")).toEqual({
      method: "setWebhook",
      url: "https://api.telegram.org/bot77:sEcret-Token/setWebhook",
      body: {
        url: `${HAMLET}/in/telegram/77`,
        secret_token: expect.stringMatching(/^[0-9a-f]{64}$/),
        allowed_updates: ["message", "callback_query"],
        max_connections: 5,
      },
    });
    const kept = [
      await theRecord(),
      await env.QUEUE.get("site/demo"),
      (await call<string>("GET", "/v1/sites/demo/backup", { key: ADMIN_TOKEN })).body,
      (await call<string>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body,
    ];
    expect(JSON.stringify(kept)).not.toContain("sEcret-Token");
    await told("c1");
    expect(last("sendMessage")?.url).toBe(BOT);
  });

  it("that Telegram does not know changes nothing, and its token is not told", async () => {
    answer = () =>
      new Response('{"ok":false,"description":"bot77:sEcret-Token is unknown"}', { status: 401 });
    expect(await set({})).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            pointer: "#/notify/buttons",
            detail: 'Telegram did not take it: 401 {"ok":false,"description":"…',
          },
        ],
      },
    });
    expect((await theRecord()).settings.notify).toBeNull();
  });

  it("has no buttons without texts, and no other service has any", async () => {
    expect(await set({ text: false })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/notify/buttons" }] },
    });
    const url = "https://hooks.slack.com/services/T0/B0/x";
    expect((await set({ kind: "slack", url })).body.notify).toMatchObject({ buttons: false });
    expect(asked).toEqual([]);
  });

  it("is read as earlier versions kept it, whole, and is sealed when it is next saved", async () => {
    await set({ buttons: false });
    const { sealed: _, ...plain } = (await theRecord()).settings.notify ?? ({} as never);
    await runInDurableObject(
      env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")),
      async (_, { storage }) => {
        const record = await theRecord();
        const settings = { ...record.settings, notify: { ...plain, url: BOT } };
        const stored = JSON.stringify({ ...record, version: record.version + 1, settings });
        storage.sql.exec("UPDATE sites SET record = ? WHERE id = 'demo'", stored);
      },
    );
    await told("c1");
    expect(last("sendMessage")?.url).toBe(BOT);
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { notify: { ...plain, url: "https://api.telegram.org/…d=-5" } },
    });
    expect(JSON.stringify(await theRecord())).not.toContain("sEcret-Token");
    await told("c2");
    expect(last("sendMessage")?.url).toBe(BOT);
  });
});

describe("linking a Telegram account", () => {
  beforeEach(() => set({}));

  it("takes a code that serves once, for ten minutes, from a chat with the bot alone", async () => {
    const anna = await comes("Anna");
    expect(await anna.page()).toContain("Link an account");
    const code = await anna.code();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect((await write(1, code, { type: "group" })).body).toEqual({});
    expect((await write(1, code)).body).toEqual({
      method: "sendMessage",
      chat_id: 1,
      text: "Linked: here you decide as Anna.",
    });
    expect((await anna.page()).includes("Linked since")).toBe(true);
    const bad =
      "This code is not good: it serves once, for ten minutes. Make a new one on your account page.";
    expect((await write(2, code)).body.text).toBe(bad);
    const late = await anna.code();
    later(10 * MINUTE);
    expect((await write(2, late)).body.text).toBe(bad);
    const [first, second] = [await anna.code(), await anna.code()];
    expect((await write(2, first)).body.text).toBe(bad);
    expect((await write(2, second.toLowerCase().replace("-", ""))).body.text).toMatch(/^Linked/);
    const { body } = await call<{ people: object[] }>("GET", "/v1/people", { key: ADMIN_TOKEN });
    const linkedAt = new Date(MIDNIGHT + 10 * MINUTE).toISOString();
    expect(body.people).toMatchObject([{ name: "Anna", telegrams: [{ bot: "77", linkedAt }] }]);
  });

  it("counts for the bot that its code was made for alone: who reads what another's gets can do nothing with it", async () => {
    const mine = secretOf();
    const body = { id: "other", name: "Other", hosts: ["blog.example"] };
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body });
    const notify = { kind: "telegram", url: BOT.replace("77", "78"), text: true, buttons: true };
    await call("PATCH", "/v1/sites/other", { key: ADMIN_TOKEN, body: { notify } });
    const other = { bot: "78", secret: secretOf() };
    const anna = await comes("Anna", { demo: "moderator", other: "moderator" });
    const page = (await anna.page()).replace(/<[^>]*>/g, " ");
    expect([page.match(/Link an account/g)?.length, page.includes("Other")]).toEqual([2, true]);
    const code = await anna.code("78");
    expect((await write(66, code, { secret: mine })).body.text).toMatch(/^This code is not good/);
    expect((await write(66, code, other)).body.text).toBe("Linked: here you decide as Anna.");
    await submit({ id: "c1", ...doubtful });
    await pass(10 * MINUTE);
    const query = { id: "q", from: { id: 66 }, data: data() };
    const pressed = await post({ callback_query: query }, { secret: mine });
    expect([pressed.body.text, await status("c1")]).toEqual([
      "Only who linked this Telegram account on her account page decides here.",
      "pending",
    ]);
    // Nor by the bot that it is linked for: another site's comments are not told by it.
    expect((await post({ callback_query: query }, other)).body.text).toMatch(/^Your role does not reach/);
    expect(await anna.code("79")).toBe("");
    const bo = await comes("Bo");
    expect([await bo.code("78"), (await bo.code("77")).length]).toEqual(["", 9]);
  });

  it("is ended by whoever owns all, on the page of people and by the API, and her name stands beside it", async () => {
    const anna = await linked("Anna", 1);
    const olga = await comes("Olga", { "*": "owner" });
    await told("c1");
    const own = await olga.read(`/people/${anna.id}`);
    expect(own).toContain(`action="/people/${anna.id}/telegram/remove"`);
    expect((await olga.send(`/people/${anna.id}/telegram/remove`)).status).toBe(303);
    expect(await olga.read(`/people/${anna.id}`)).not.toContain("/telegram/remove");
    const stranger = "Only who linked this Telegram account on her account page decides here.";
    expect([(await press(1)).body.text, await status("c1")]).toEqual([stranger, "pending"]);
    expect(await olga.history()).toMatch(/Olga\s*unlinked a Telegram account: Anna/);
    const end = (id: string) => call("DELETE", `/v1/people/${id}/telegram`, { key: ADMIN_TOKEN });
    expect((await end(anna.id)).body).toEqual({ unlinked: 0 });
    await write(1, await anna.code());
    expect((await end(anna.id)).body).toEqual({ unlinked: 1 });
    expect((await press(1)).body.text).toBe(stranger);
    expect((await end("0".repeat(16))).status).toBe(404);
    expect(await olga.history()).toMatch(/owner\s*\(owner’s token\)\s*unlinked a Telegram account: Anna/);
  });

  it("moves an account to who linked it last, keeps no number of it, and is written down", async () => {
    const anna = await linked("Anna", 123_456_789);
    const bo = await linked("Bo", 123_456_789, { "*": "owner" });
    expect([
      (await anna.page()).includes("Linked since"),
      (await bo.page()).includes("Linked since"),
    ]).toEqual([false, true]);
    const kept = await runInDurableObject(
      env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")),
      (_, { storage }) => JSON.stringify(storage.sql.exec("SELECT * FROM telegram_links").toArray()),
    );
    expect(kept).not.toContain("123456789");
    await bo.send("/account/telegram/remove");
    const lines = await bo.history();
    expect(lines).toMatch(/Bo\s*unlinked a Telegram account: Bo/);
    expect(lines).toMatch(/Bo\s*linked a Telegram account: Bo/);
    expect(lines).toMatch(/Anna\s*linked a Telegram account: Anna/);
  });
});

describe("a button in a message", () => {
  beforeEach(() => set({}));

  it("stands under each comment whose text the message holds", async () => {
    await told("c1", "c2");
    expect(String(last("sendMessage")?.body.text)).toMatch(
      /^Demo: 2 comments wait for you.*\n\S+\n\n1\. .+\n\S+\/queue\/demo\/c1\n\n2\. /s,
    );
    expect(rows().map((row) => row.map((key) => key.text))).toEqual([
      ["1 Approve", "1 Spam", "1 Open"],
      ["2 Approve", "2 Spam", "2 Open"],
    ]);
    expect(rows()[1]?.[2]?.url).toBe(`${HAMLET}/queue/demo/c2`);
    expect(data()).toMatch(/^a\.[0-9a-f]{16}\.demo$/);
  });

  it.each([
    ["de", "Demo: 1 Kommentar wartet auf Sie.", ["1 Freigeben", "1 Spam", "1 Öffnen"], "(ohne Namen): "],
    ["ar", "Demo: تعليق واحد ينتظرك.", ["1 قبول", "1 مزعج", "1 فتح"], "(بلا اسم): "],
  ])("speaks the language of the site's messages: %s", async (language, head, labels, noName) => {
    expect((await set({ language })).body.notify).toMatchObject({ language });
    await submit({ id: "c1", ...doubtful, author: {} });
    await pass(10 * MINUTE);
    const text = String(last("sendMessage")?.body.text);
    expect([text.split("\n")[0], text.includes(`1. ${noName}`)]).toEqual([head, true]);
    expect(rows().map((row) => row.map((key) => key.text))).toEqual([labels]);
  });

  it("decides once, under the name of her who pressed it, and goes from the message", async () => {
    const anna = await linked("Anna", 1);
    const bo = await linked("Bo", 2);
    await told("c1", "c2");
    expect((await press(1)).body).toEqual({
      method: "answerCallbackQuery",
      callback_query_id: "q1",
      text: "Approved.",
      show_alert: false,
    });
    const comment = (await tell("c1")).body as unknown as { status: string; history: { by: string }[] };
    expect([comment.status, comment.history.map(({ by }) => by)]).toEqual(["published", ["Anna"]]);
    await vi.waitFor(() =>
      expect(last("editMessageReplyMarkup")?.body).toEqual({
        chat_id: -5,
        message_id: 9,
        reply_markup: { inline_keyboard: [rows()[1]] },
      }),
    );
    expect((await press(1)).body.text).toBe("Decided before: Approved.");
    expect((await press(2, data(0, 1))).body).toMatchObject({
      text: "Decided before by Anna: Approved.",
      show_alert: true,
    });
    await decide("c1", { decision: "undo" });
    expect((await press(2, data(0, 1))).body.text).toBe("It was changed meanwhile. Open it.");
    expect(await status("c1")).toBe("pending");
    expect(await bo.read("/history")).toContain(`person=${anna.id}`);
  });

  it("pressed by two at once decides once", async () => {
    await linked("Anna", 1);
    await linked("Bo", 2);
    await told("c1");
    const answers = await Promise.all([press(1), press(2, data(0, 1)), press(1, data(0, 1)), press(2)]);
    expect(answers.filter(({ body }) => body.show_alert === false)).toHaveLength(1);
    expect(((await tell("c1")).body as unknown as { history: unknown[] }).history).toHaveLength(1);
  });

  it("does nothing for a stranger, for who has no role here or none any more, and for who was taken out", async () => {
    const anna = await linked("Anna", 1);
    const bo = await linked("Bo", 2);
    await call("PATCH", `/v1/people/${bo.id}`, { key: ADMIN_TOKEN, body: { roles: { other: "owner" } } });
    await told("c1");
    const stranger = "Only who linked this Telegram account on her account page decides here.";
    const notYours = "Your role does not reach this site, or its buttons are switched off.";
    const said = async (who: number) => (await press(who)).body.text;
    expect([await said(99), await said(2)]).toEqual([stranger, notYours]);
    await call("PATCH", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN, body: { roles: {} } });
    expect(await said(1)).toBe(notYours);
    await call("DELETE", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN });
    expect(await said(1)).toBe(stranger);
    const cleo = await linked("Cleo", 3);
    await cleo.send("/account/telegram/remove");
    expect(await said(3)).toBe(stranger);
    expect([await status("c1"), asked.some(({ method }) => method === "editMessageReplyMarkup")]).toEqual([
      "pending",
      false,
    ]);
  });

  it("is no good after a day, when switched off, made up, another site's or another bot's", async () => {
    await linked("Anna", 1, { "*": "owner" });
    await told("c1");
    const good = data();
    const said = async (pressed: string, more?: object) => (await press(1, pressed, more)).body.text;
    const old = "This button is not good any more. Open the queue.";
    const notYours = "Your role does not reach this site, or its buttons are switched off.";
    for (const bent of [
      "",
      "a",
      "x".repeat(64),
      good.replace(/^a/, "d"),
      good.replace(/\.demo$/, "."),
      `${good}\n`,
    ])
      expect([bent, await said(bent)]).toEqual([bent, old]);
    expect(await said(good.replace(/\.[0-9a-f]{16}\./, ".0123456789abcdef."))).toBe(old);
    expect(await said(good.replace("demo", "none"))).toBe(notYours);
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other", name: "Other" } });
    expect(await said(good.replace("demo", "other"))).toBe(notYours);
    await set({ buttons: false });
    expect(await said(good)).toBe(notYours);
    await set({ url: BOT.replace("77", "78") });
    const other = secretOf();
    await set({});
    const query = { id: "q", from: { id: 1 }, data: good };
    const elsewhere = await post({ callback_query: query }, { bot: "78", secret: other });
    expect(elsewhere.body.text).toMatch(/^Only who linked/);
    later(24 * HOUR + 1);
    expect(await said(good)).toBe(old);
    later(-24 * HOUR - 1);
    expect(await status("c1")).toBe("pending");
    expect(await said(good)).toBe("Approved.");
  });

  it("speaks the language of her account, or of her Telegram", async () => {
    const anna = await linked("Anna", 1);
    await told("c1");
    const from = { id: 99, language_code: "de-AT" };
    expect((await press(99, data(), { from })).body.text).toMatch(/^Hier entscheidet nur/);
    await call("PATCH", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN, body: { language: "ar" } });
    expect((await press(1)).body.text).toBe("تمت الموافقة.");
  });
});

describe("what comes to the webhook", () => {
  beforeEach(() => set({}));

  it("with the secret that the bot was given for another origin is refused", async () => {
    await linked("Anna", 1);
    await told("c1");
    await set({ link: "https://elsewhere.example" });
    expect(last("setWebhook")?.body.url).toBe("https://elsewhere.example/in/telegram/77");
    expect([(await press(1)).status, await status("c1")]).toEqual([401, "pending"]);
  });

  it("has no buttons for a comment of which the message shows a part", async () => {
    const long = `${doubtful.content} ${"and kind words ".repeat(20)}`;
    await submit({ id: "c1", ...doubtful, content: long });
    await submit({ id: "c2", ...doubtful, author: { name: "Kim", url: "https://kim.example" } });
    await submit({ id: "c3", ...doubtful, content: "Short words on http://some-blog.example/ here" });
    await pass(10 * MINUTE);
    const keys = new Set(
      rows()
        .flat()
        .flatMap(({ callback_data: given }) => given?.split(".")[1] ?? []),
    );
    expect(keys.size).toBe(1);
    await linked("Anna", 1);
    await press(1);
    const statuses = await Promise.all(["c1", "c2", "c3"].map(status));
    expect(statuses.filter((one) => one !== "pending").length).toBe(1);
    expect(statuses[2]).not.toBe("pending");
  });

  it("without the secret of this bot is refused and changes nothing", async () => {
    await linked("Anna", 1);
    await told("c1");
    const query = { id: "q", from: { id: 1 }, data: data() };
    const proofs = [
      { secret: "" },
      { secret: "0".repeat(64) },
      { secret: "0".repeat(5_000) },
      { bot: "77x" },
      { bot: "78" },
    ];
    for (const proof of proofs)
      expect([proof, (await post({ callback_query: query }, proof)).status]).toEqual([proof, 401]);
    expect(await status("c1")).toBe("pending");
  });

  const privately = { from: { id: 1 }, chat: { type: "private" } };
  const nonsense: readonly (readonly [string, unknown, number])[] = [
    ["nothing", "", 400],
    ["no JSON", "{", 400],
    ["a text", '"x"', 200],
    ["null", "null", 200],
    ["something new", { update_id: 1, poll: { id: "x" } }, 200],
    ["numbers for texts", { callback_query: { id: 1, from: { id: "1" }, data: 5 } }, 200],
    ["a message without a text", { message: privately }, 200],
    ["a text that is no code", { message: { ...privately, text: "hello" } }, 200],
    ["deep nesting", `${"[".repeat(200)}${"]".repeat(200)}`, 400],
    ["too much", `"${"x".repeat(70_000)}"`, 413],
  ];

  it("and is not for Hamlet says nothing, whatever it is", async () => {
    for (const [what, body, expected] of nonsense) {
      const reply = await post(body);
      expect([what, reply.status, reply.status === 200 ? reply.body : {}]).toEqual([what, expected, {}]);
    }
  });
});
