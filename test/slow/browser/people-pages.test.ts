import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** What has the focus, as a reader of the page knows it, and whether it shows. */
const FOCUSED = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const style = getComputedStyle(at);
  const isShown = style.outlineStyle !== "none" || style.boxShadow !== "none";
  all = window.reached ??= [];
  const isNew = !all.includes(at);
  all.push(at);
  return { isNew, isShown, what: at.outerHTML.slice(0, 120) };
})()`;
/** Controls that are seen and that the keyboard did not reach. */
const MISSED = `[...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && one.type !== "hidden")
  .filter((one) => !window.reached.includes(one) && !(one.type === "radio" && !one.checked))
  .map((one) => one.outerHTML.slice(0, 120))`;

describe.skipIf(browser === undefined)("the pages of people", () => {
  let service: Service;
  let mods: Moderator;
  let anna: string;

  beforeAll(async () => {
    service = await theService();
    mods = new Moderator(browser as Browser, service);
  });
  beforeEach(async () => {
    await mods.makeSite();
    const { body } = await api(service.url, TOKEN, "GET", "/v1/people");
    for (const { id } of (body as { people: { id: string }[] }).people)
      await api(service.url, TOKEN, "DELETE", `/v1/people/${id}`);
    anna = await add("Anna von und zu Langenfeld-Oberschwaben", "anna.langenfeld@a-long-host-name.example");
  });
  afterEach(() => mods.close());

  const add = async (name: string, email: string | null = null): Promise<string> => {
    const given = { name, email, roles: { demo: "moderator" } };
    const { body } = await api(service.url, TOKEN, "POST", "/v1/people", given);
    return (body as { id: string }).id;
  };
  const linkFor = async (id: string): Promise<string> => {
    const { body } = await api(service.url, TOKEN, "POST", `/v1/people/${id}/invitation`);
    return new URL((body as { link: string }).link).pathname;
  };
  const makeToken = async (page: Page): Promise<string> => {
    const form = page.locator('form[action="/account/tokens"]');
    await form.locator("[name=name]").fill("Phone");
    await form.locator("button").click();
    return (await page.locator("code.secret").textContent())?.trim() ?? "";
  };

  it.each([
    ["light, on 320 pixels", "ltr", { viewport: { width: 320, height: 640 } }],
    [
      "dark, on 320 pixels",
      "rtl",
      { viewport: { width: 320, height: 640 }, colorScheme: "dark", locale: "ar" },
    ],
    ["at 200 % zoom", "ltr", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, locale: "de" }],
  ] as const)("hold nothing serious for axe to find and fit, %s, %s", async (_, dir, options) => {
    const found: Record<string, unknown> = {};
    const look = async (name: string) => {
      const isRead = await mods.page.evaluate<string>("document.documentElement.dir");
      found[name] = [await mods.serious(), await mods.sideways(), isRead];
    };
    await mods.visit("/people", options);
    await look("people");
    for (const path of [`/people/${anna}`, "/people/0123456789abcdef", "/sites/demo/people", "/account"]) {
      await mods.goto(path);
      await look(path.replace(anna, "anna"));
    }
    await mods.close();
    const page = await mods.open(options);
    const link = await linkFor(anna);
    await mods.goto(link);
    await look("invitation");
    await page.click("main form button");
    await page.waitForURL("**/account");
    await look("account");
    await makeToken(page);
    await look("token");
    await mods.goto(link);
    await look("invitation that was spent");
    await mods.goto("/people");
    await look("not hers");
    await page.context().clearCookies();
    await mods.goto("/login");
    await page.fill("[name=token]", "wrong");
    await page.keyboard.press("Enter");
    await page.locator("p.fault").waitFor();
    await look("login");
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, [[], 0, dir]])));
  });

  /** Goes through a page by Tab alone: each control is reached, and is seen to be. */
  const tabThrough = async (page: Page): Promise<unknown> => {
    const unseen: string[] = [];
    for (let i = 0; i < 200; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate<{ isNew: boolean; isShown: boolean; what: string } | null>(FOCUSED);
      if (!at?.isNew) break;
      if (!at.isShown) unseen.push(at.what);
    }
    return { unseen, missed: await page.evaluate(MISSED) };
  };

  it("are used with the keyboard alone", async () => {
    const page = await mods.visit("/people");
    const reached = { people: await tabThrough(page) };
    await mods.goto(`/people/${anna}`);
    Object.assign(reached, { anna: await tabThrough(page) });
    await mods.goto("/people");
    await page.focus('form[action="/people"] [name=name]');
    await page.keyboard.type("Bo");
    await page.keyboard.press("Enter");
    const link = new URL((await page.locator("code.secret").textContent()) ?? "").pathname;
    await page.context().clearCookies();
    await mods.goto(link);
    await page.focus("main form button");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/account");
    Object.assign(reached, { account: await tabThrough(page) });
    await page.focus('form[action="/account/tokens"] [name=name]');
    await page.keyboard.type("Phone");
    await page.keyboard.press("Enter");
    await page.locator("code.secret").waitFor();
    const nothing = { unseen: [], missed: [] };
    expect(reached).toEqual({ people: nothing, anna: nothing, account: nothing });
  });

  it("need no script, but for passkeys and notifications", async () => {
    const page = await mods.open({ javaScriptEnabled: false });
    await mods.goto("/login");
    expect(await page.locator('form[action="/login/passkey"] button:visible').count()).toBe(0);
    await page.fill("[name=token]", TOKEN);
    await page.fill("[name=name]", "Otto");
    await page.click("form[action='/login'] .primary");
    await mods.goto("/people");
    await page.fill('form[action="/people"] [name=name]', "Bo");
    await page.selectOption('[name="role demo"]', "moderator");
    await page.click('form[action="/people"] button');
    const link = new URL((await page.locator("code.secret").textContent()) ?? "").pathname;
    await mods.goto("/account");
    await page.click('form[action="/logout"] button');
    await page.waitForURL("**/login");
    await mods.goto(link);
    await page.click("main form button");
    await page.waitForURL("**/account");
    expect(await page.textContent("main")).toContain("Passkeys need JavaScript; a personal token does not.");
    expect(await page.textContent("main")).toContain("Notifications need JavaScript.");
    expect(await page.locator("button.needs-script:visible").count()).toBe(0);
    const token = await makeToken(page);
    await page.context().clearCookies();
    await mods.goto("/login?next=/account");
    await page.fill("[name=token]", token);
    await page.click("form[action='/login'] .primary");
    await page.waitForURL("**/account");
    expect(await page.locator('form[action="/account/sessions/end"] [name=id]').count()).toBe(2);
    await page.click('form[action="/account/sessions/end"]:not(:has([name=id])) button');
    await page.waitForURL("**/account?saved=1");
    expect(await page.locator('form[action="/account/sessions/end"] [name=id]').count()).toBe(1);
    await page.click('form[action="/account/tokens/remove"] button');
    await page.waitForURL("**/account?saved=1");
    expect(await page.textContent("main")).toContain("without one you need a new link to come back");
  });
});
