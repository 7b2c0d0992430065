import type { Browser } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import type { HeldSite } from "../../../src/contract/upkeep.ts";
import { actionToken } from "../../../src/secrets/action-token.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, KEY, SECRET, TOKEN, theBrowser, theService } from "../../browser/session.ts";
import { NOW } from "../../clock.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("the pages of a site", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite({
      webhook: "https://blog.example/hamlet",
      notify: { kind: "slack", url: "https://hooks.slack.com/services/T/B/x", act: true },
    });
  });

  const held = async (id: string): Promise<string> => {
    const content = "Interesting, thanks for sharing. More on http://some-blog.example.net/page";
    const author = { name: "Kim", email: "kim@mail.example" };
    await api(service.url, KEY, "POST", "/v1/sites/demo/comments", { id, content, author });
    const { body } = await api(service.url, TOKEN, "GET", "/v1/sites/demo/backup");
    const { site } = body as { site: HeldSite };
    const token = await actionToken(SECRET, site.record, 1, { id, revision: 1, expires: NOW });
    return `/act/demo/${token}`;
  };

  afterEach(() => anna.close());

  const phone = { viewport: { width: 360, height: 740 } };

  it.each(["en", "ar"])(
    "are readable by all on a phone, and nothing is blocked or wider than the screen: %s",
    async (locale) => {
      const link = await held(`axe-${locale}`);
      const found: Record<string, unknown> = {};
      const paths = ["lists", "wire", "notices", "people", "data", "deliveries", "person", "privacy"].map(
        (name) => `/sites/demo/${name}`,
      );
      for (const path of [...paths, `/queue/demo/axe-${locale}`, link]) {
        const page = await anna.visit(path, { ...phone, locale });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        const dir = await page.evaluate(() => document.documentElement.dir);
        found[path] = [await anna.serious(), [...anna.faults], wide, dir];
        await anna.close();
      }
      const fine = [[], [], false, locale === "ar" ? "rtl" : "ltr"];
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, fine])));
    },
  );

  it("have languages as chips: added and taken out by the keyboard, said aloud, saved, and put back by a reset", async () => {
    const languages = async () => {
      const { body } = await api(service.url, TOKEN, "GET", "/v1/sites/demo");
      return (body as { settings: { languages: string[] } }).settings.languages;
    };
    const page = await anna.visit("/sites/demo", phone);
    const form = page.locator("form", { has: page.locator("[data-chips]") });
    const chips = () => form.locator(".chip").allTextContents();
    const live = () => page.locator("#live").textContent();
    expect(await chips()).toEqual([]);
    expect(await form.locator("textarea").isVisible()).toBe(false);
    const choice = form.getByRole("group", { name: "Languages it is written in" }).getByRole("combobox");
    await choice.focus();
    await choice.selectOption({ label: "German" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect([await chips(), await live()]).toEqual([["German"], "German"]);
    await choice.selectOption({ label: "Arabic" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await chips()).toEqual(["German", "Arabic"]);
    expect(await choice.locator("option", { hasText: /^German$/ }).count()).toBe(0);
    const remove = form.getByRole("button", { name: /German/ });
    await remove.focus();
    await page.keyboard.press("Enter");
    expect([await chips(), await live()]).toEqual([["Arabic"], "Remove German"]);
    expect(await anna.serious()).toEqual([]);
    await form.locator("button[type=submit]").click();
    await expect.poll(languages).toEqual(["ar"]);
    await page.locator(".notice", { hasText: "Saved." }).waitFor();
    expect(await chips()).toEqual(["Arabic"]);
    await api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { languages: [] });
  });

  it("let a commenter's data be shown and erased, after a tick", async () => {
    await held("kims");
    const page = await anna.visit("/sites/demo/person", phone);
    await page.fill("[name=email]", "Kim@Mail.example");
    await page.click("button.primary");
    expect(await page.textContent("[role=status]")).toContain("comments");
    await page.click("button.spam");
    expect(new URL(page.url()).pathname).toBe("/sites/demo/person");
    await page.check("[type=checkbox]");
    await page.click("button.spam");
    await page.waitForURL("**/person/erase");
    expect(await page.textContent(".notice")).toContain("Erased:");
  });

  it("decide by a link out of a message without signing in, once, with the button and not by opening", async () => {
    const link = await held("linked");
    const page = await anna.open(phone);
    await page.goto(service.url + link);
    await page.click("button.approve");
    await page.waitForSelector("h1[role=status]");
    expect(await page.textContent("h1")).toBe("Approved.");
    const { body } = await api(service.url, KEY, "GET", "/v1/sites/demo/comments/linked");
    expect(body).toMatchObject({ status: "published", history: [{ by: "link", decision: "approve" }] });
    await page.goto(service.url + link);
    expect(await page.textContent("h1")).toContain("not good any more");
  });
});
