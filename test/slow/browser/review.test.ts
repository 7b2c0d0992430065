import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoComments } from "../../../src/cli/demo/comments.ts";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, KEY, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("what an owner looks back on", () => {
  let service: Service;
  let anna: Moderator;
  let page: Page;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite({});
    for (const [i, { about: _, ...comment }] of demoComments.entries()) {
      const path = "/v1/sites/demo/comments";
      await api(service.url, KEY, "POST", path, { id: `c${i}`, ...comment });
      const decision = i % 4 === 0 ? "approve" : "spam";
      if (i % 2 === 0) await api(service.url, KEY, "POST", `${path}/c${i}/decision`, { decision, by: "Ben" });
    }
    page = await anna.visit("/queue");
  });
  afterAll(() => anna?.close());

  it.each(["light", "dark"] as const)(
    "has nothing serious for axe to find and fits a phone, %s",
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const found: Record<string, unknown> = {};
      for (const path of [
        "/history",
        "/history?machine=1",
        "/sites/demo/dashboard",
        "/sites/demo/dashboard?days=90",
        "/sites/demo",
        "/sites/demo?try=light",
      ]) {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.goto(service.url + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        await page.setViewportSize({ width: 1200, height: 900 });
        found[path] = [width, await anna.serious()];
      }
      expect([...new Set(Object.values(found).map((one) => JSON.stringify(one)))]).toEqual(["[320,[]]"]);
    },
  );

  it("undoes a decision from the history, and says there that it was taken back", async () => {
    await page.goto(`${service.url}/history?decision=spam`);
    const row = page.locator("tbody tr").first();
    await row.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL("**/history**");
    expect(await page.locator("tbody tr").first().textContent()).toContain("Taken back.");
    await page.goto(`${service.url}/history`);
    expect(await page.locator("tbody tr").first().textContent()).toMatch(/Anna.*Undo.*spam/);
  });

  it("leads from page to page and back, and exports what the filter shows", async () => {
    await page.goto(`${service.url}/history?machine=1`);
    const first = await page.locator("tbody tr").count();
    await page.click("text=Older");
    expect([first, (await page.locator("tbody tr").count()) > 0]).toEqual([50, true]);
    await page.click("text=Back to the newest");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=CSV")]);
    const lines = readFileSync(await download.path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(download.suggestedFilename()).toBe("hamlet-history.csv");
    expect(lines[0]).toBe(
      "at,site,comment,by,what,because,before,after,author,text,reasons,person,about,answer",
    );
    expect(lines.length).toBeGreaterThan(60);
  });

  it("says on the queue page how the sites are, and in the table what the day took", async () => {
    await page.goto(`${service.url}/queue`);
    const strip = page.locator(".health-fold");
    expect(await strip.locator("summary").textContent()).toMatch(/^All well · last comment/);
    await strip.locator("summary").click();
    expect(await strip.textContent()).toMatch(/learned from \d+ spam and \d+ good comments/);
    expect(await strip.locator("tbody tr").first().textContent()).toMatch(/^rows written[\d,]+ \/ 100,000/);
  });
});
