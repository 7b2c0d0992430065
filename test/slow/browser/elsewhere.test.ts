import { importJWK, jwtVerify } from "jose";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, aService, TOKEN, theBrowser } from "../../browser/session.ts";
import { AUDIENCE, Elsewhere } from "./elsewhere.ts";

const browser: Browser | undefined = await theBrowser();
const HOUR = 3_600_000;
const BOT = "/bot77:sEcret/sendMessage?chat_id=-5";

describe.skipIf(browser === undefined)("people who come from elsewhere, and hear there", () => {
  let service: Service & { clean: () => Promise<void> };
  let url: string;
  let mods: Moderator;
  const elsewhere = new Elsewhere();
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    await elsewhere.start();
    const secrets = `ALLOW_LOCAL_TARGETS="true"\nACCESS_TEAM="${elsewhere.url}"\nACCESS_AUDIENCE="${AUDIENCE}"\n`;
    service = await aService({ secrets });
    url = service.url.replace("127.0.0.1", "localhost");
    mods = new Moderator(browser as Browser, service);
    await mods.makeSite();
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await service?.clean();
    elsewhere.stop();
  });

  const open = async (more: Parameters<Browser["newContext"]>[0] = {}) => {
    const context = await (browser as Browser).newContext({ locale: "en", ...more });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    return { context, page };
  };
  const add = async (name: string, email: string | null = null): Promise<string> => {
    const body = { name, email, roles: { demo: "moderator" } };
    return ((await api(service.url, TOKEN, "POST", "/v1/people", body)).body as { id: string }).id;
  };
  /** Lets somebody in by her link. */
  const comes = async (page: Page, id: string) => {
    const made = await api(service.url, TOKEN, "POST", `/v1/people/${id}/invitation`);
    await page.goto((made.body as { link: string }).link.replace(/^https?:\/\/[^/]+/, url));
    await page.click("main form button");
    await page.waitForURL("**/account");
  };
  const byAccess = 'form[action="/login/access"] button';

  it("sign in as whom Cloudflare Access let through, by its good word alone", async () => {
    await add("Anna", "anna@mail.example");
    const { context, page } = await open();
    const comeWith = async (assertion: string) => {
      await context.setExtraHTTPHeaders({ "cf-access-jwt-assertion": assertion });
      await page.goto(`${url}/login`);
      const posted = await context.request.post(`${url}/login/access`, {
        form: { next: "/queue" },
        headers: { origin: url, "cf-access-jwt-assertion": assertion },
        maxRedirects: 0,
      });
      return [await page.locator(byAccess).count(), posted.status()];
    };
    const anna = "anna@mail.example";
    const hour = { exp: Math.floor(Date.now() / 1000) - 3_600 };
    const bad = {
      "no word": "",
      "another audience": await elsewhere.assertion(anna, { aud: ["b".repeat(64)] }),
      "another team": await elsewhere.assertion(anna, { iss: "https://other.cloudflareaccess.com" }),
      expired: await elsewhere.assertion(anna, hour),
      unsigned: await elsewhere.assertion(anna, {}, { isSigned: false }),
      "somebody else's signature": await elsewhere.assertion(anna, {}, { isOthers: true }),
      "nobody here": await elsewhere.assertion("eve@mail.example"),
    };
    const refused: Record<string, unknown> = {};
    for (const [what, assertion] of Object.entries(bad)) refused[what] = await comeWith(assertion);
    expect(refused).toEqual(Object.fromEntries(Object.keys(bad).map((what) => [what, [0, 401]])));
    expect(await page.textContent(".notice")).toContain("Cloudflare Access let eve@mail.example through");
    expect(await context.cookies()).toEqual([]);

    const good = await elsewhere.assertion("Anna@Mail.example");
    await context.setExtraHTTPHeaders({ "cf-access-jwt-assertion": good });
    const foreign = await context.request.post(`${url}/login/access`, {
      form: {},
      headers: { origin: "https://evil.example", "cf-access-jwt-assertion": good },
    });
    expect(foreign.status()).toBe(403);
    await page.goto(`${url}/login?next=/account`);
    expect(await page.textContent(byAccess)).toBe("Go on as Anna (by Cloudflare Access)");
    await page.click(byAccess);
    await page.waitForURL("**/account");
    expect([await page.textContent("h1"), await page.textContent("main")]).toEqual([
      "Anna",
      expect.stringContaining("by Cloudflare Access"),
    ]);
  });

  it("decide by Telegram's buttons, and find it in the history", async () => {
    const { page } = await open();
    await comes(page, await add("Bo"));
    const notify = { kind: "telegram", url: elsewhere.url + BOT, when: "at-once", text: true, buttons: true };
    const set = await api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { notify });
    expect(set.status).toBe(200);
    const { url: hook, secret_token: secret } = elsewhere.last("/bot77:sEcret/setWebhook").body as Record<
      string,
      string
    >;
    const tell = async (update: object) => {
      const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret ?? "" };
      const told = await fetch(hook ?? "", { method: "POST", headers, body: JSON.stringify(update) });
      return (await told.json()) as Record<string, unknown>;
    };
    await page.goto(`${url}/account`);
    await page.click('form[action="/account/telegram"] button');
    const code = (await page.textContent("code.secret"))?.trim() ?? "";
    expect(await tell({ message: { from: { id: 5 }, chat: { type: "private" }, text: code } })).toMatchObject(
      {
        text: "Linked: here you decide as Bo.",
      },
    );
    const [id = ""] = await mods.submitDistinct(1);
    const sent = "/bot77:sEcret/sendMessage";
    await expect.poll(() => elsewhere.last(sent).path).toBe(BOT);
    const { reply_markup: keyboard } = elsewhere.last(sent).body as {
      reply_markup: { inline_keyboard: { callback_data: string }[][] };
    };
    const data = keyboard.inline_keyboard[0]?.[1]?.callback_data;
    const press = (who: number) =>
      tell({
        callback_query: {
          id: "q",
          from: { id: who },
          data,
          message: { message_id: 3, chat: { id: -5 }, reply_markup: keyboard },
        },
      });
    expect([(await press(6)).show_alert, await mods.status(id)]).toEqual([true, "pending"]);
    expect([(await press(5)).text, await mods.status(id)]).toEqual(["Marked as spam.", "spam"]);
    await expect
      .poll(() => elsewhere.last("/bot77:sEcret/editMessageReplyMarkup").body)
      .toMatchObject({ chat_id: -5, message_id: 3, reply_markup: { inline_keyboard: [] } });
    await page.goto(`${url}/history`);
    expect(await page.locator("tbody tr", { hasText: "Spam" }).first().textContent()).toMatch(/^.*Bo/);
    await api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { notify: null });
  });

  /** As if what the site keeps had come so long ago. */
  const ageBy = async (ms: number) => {
    const path = "/v1/sites/demo";
    const pages: { table: string; columns: string[]; rows: unknown[][] }[] = [];
    let site: unknown;
    for (let cursor: string | null = ""; cursor !== null; ) {
      const query = cursor === "" ? "" : `?cursor=${encodeURIComponent(cursor)}`;
      const { body } = await api(service.url, TOKEN, "GET", `${path}/backup${query}`);
      const read = body as { page: (typeof pages)[number] | null; next: string | null; site?: unknown };
      site ??= read.site;
      if (read.page) pages.push(read.page);
      cursor = read.next;
    }
    const step = (given: object) => api(service.url, TOKEN, "POST", `${path}/restore`, given);
    await step({ step: "begin", force: true });
    for (const { table, columns, rows } of pages) {
      const at = table === "comments" ? columns.indexOf("arrived") : -1;
      const aged = rows.map((row) => row.map((cell, i) => (i === at ? Number(cell) - ms : cell)));
      await step({ step: "rows", table, columns, rows: aged });
    }
    expect((await step({ step: "finish", site })).status).toBe(200);
  };

  it("are told on a device that something has waited for an hour", async () => {
    await mods.submitDistinct(1);
    await ageBy(2 * HOUR);
    const { context, page } = await open({ permissions: ["notifications"] });
    await comes(page, await add("Cleo"));
    // The browser's own push service is on the Internet; this one takes its place, the rest is the browser's.
    const endpoint = `${elsewhere.url}/push/cleo`;
    await page.addInitScript(
      `PushManager.prototype.subscribe = async function (options) {
        window.asked = options;
        return { endpoint: ${JSON.stringify(endpoint)} };
      };`,
    );
    await page.goto(`${url}/account`);
    const form = page.locator('form[action="/account/devices"]');
    const key = (await form.getAttribute("data-push")) ?? "";
    await form.locator("[name=hours]").fill("1");
    await form.locator("button").click();
    await page.waitForURL("**/account?saved=1#devices");
    expect(await page.locator("#devices li").textContent()).toContain("Chrome, Linux");

    await expect.poll(() => elsewhere.last("/push/cleo").path).toBe("/push/cleo");
    const rung = elsewhere.last("/push/cleo");
    const [, proof = "", sent] = /^vapid t=(\S+), k=(\S+)$/.exec(rung.authorization ?? "") ?? [];
    const [x, y] = [1, 33].map((from) =>
      Buffer.from(key, "base64url")
        .subarray(from, from + 32)
        .toString("base64url"),
    );
    const verified = await jwtVerify(
      proof,
      await importJWK({ kty: "EC", crv: "P-256", x, y } as never, "ES256"),
    );
    expect([sent, rung.body, verified.payload.aud, verified.payload.sub]).toEqual([
      key,
      {},
      elsewhere.url,
      url,
    ]);

    // What the push service does next, the browser's tools do. This browser has nowhere to show a notice.
    const [worker] = context.serviceWorkers();
    await worker?.evaluate(`self.shown = [];
      ServiceWorkerRegistration.prototype.showNotification = async (...notice) => void self.shown.push(notice);`);
    const tools = await context.newCDPSession(page);
    const registrations: string[] = [];
    tools.on("ServiceWorker.workerRegistrationUpdated", (event) => {
      for (const { registrationId } of event.registrations) registrations.push(registrationId);
    });
    await tools.send("ServiceWorker.enable");
    await expect.poll(() => registrations.length).toBeGreaterThan(0);
    const [registrationId = ""] = registrations;
    await tools.send("ServiceWorker.deliverPushMessage", { origin: url, registrationId, data: "" });
    await expect
      .poll(() => worker?.evaluate("self.shown"))
      .toEqual([["Comments wait for you", { tag: "waiting", icon: "/icon.svg", lang: "en" }]]);

    await page.click('form[action="/account/devices/remove"] button');
    await page.waitForURL("**/account?saved=1#devices");
    expect(await page.locator("#devices li").count()).toBe(0);
  });
});
