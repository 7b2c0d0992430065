import type { Browser } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { everyday, wave } from "../../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();
const hostile = {
  id: "evil",
  content: `<script>document.title = "owned"</script><img src=x onerror="document.title='owned'">\u202Etxet ${"x".repeat(60_000)}`,
  author: { name: "<b>Eve</b>", url: "javascript:alert(1)" },
};

describe.skipIf(browser === undefined)("every view", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite();
    for (const comment of [...everyday, ...wave(3), hostile]) await anna.submit(comment);
  });
  afterEach(() => anna.close());

  const views = [
    "/login",
    "/queue",
    "/queue?tab=all&sort=riskiest",
    "/queue?tab=discarded",
    "/queue?q=ferry+nonsense:x",
    "/queue?view=focus",
    "/queue?tab=spam",
    "/account",
    "/queue/demo/ferry",
    "/queue/demo/ferry/author",
    "/queue/demo/wave-0/behind",
    "/queue/demo/none",
    "/sites",
    "/sites/demo",
    "/sites/demo/dashboard",
    "/sites/demo/wire",
    "/sites/demo/data",
    "/docs",
  ];

  it.each([
    ["light", "en"],
    ["dark", "ar"],
  ] as const)("holds nothing serious for axe to find, %s, %s", async (colorScheme, locale) => {
    const found: Record<string, string[]> = {};
    const page = await anna.visit("/queue", { colorScheme, locale });
    const look = async (name: string) => {
      const list = await anna.serious();
      if (list.length > 0) found[name] = list;
    };
    for (const path of views) {
      await anna.goto(path);
      await look(path);
    }
    await anna.goto("/queue");
    await page.keyboard.press("?");
    await look("keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+X");
    await look("selection");
    await page.keyboard.press("Shift+X");
    const reading = await anna.read("ferry");
    await reading.locator("a.deep").click();
    await reading.locator(".details").waitFor();
    await look("details");
    await reading.locator("a.who-else").click();
    await page.locator("dialog .past").waitFor();
    await look("author");
    await page.keyboard.press("Escape");
    await reading.locator("button[value=discard]").click();
    await expect.poll(() => anna.status("ferry")).toBe("discarded");
    await look("decided");
    await page.keyboard.press("z");
    await expect.poll(() => anna.status("ferry")).toBe("pending");
    expect(found).toEqual({});
  });

  it.each([
    ["on 320 pixels", { viewport: { width: 320, height: 640 } }],
    ["on 320 pixels, from right to left", { viewport: { width: 320, height: 640 }, locale: "ar" }],
    ["at 200 % zoom", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])("fits %s without sideways scrolling", async (_, options) => {
    await anna.visit("/queue", options);
    const wide: Record<string, number> = {};
    for (const path of [...views, "/queue/demo/evil"]) {
      await anna.goto(path);
      const pixels = await anna.sideways();
      if (pixels > 0) wide[path] = pixels;
    }
    await anna.goto("/queue");
    const reading = await anna.read("ferry");
    await reading.locator("a.deep").click();
    await reading.locator(".details").waitFor();
    wide.details = await anna.sideways();
    expect(wide).toEqual({ details: 0 });
  });

  it("shows hostile comments as text", async () => {
    const page = await anna.visit("/queue?tab=all");
    const row = anna.row("evil");
    expect(await row.locator(".line .text").textContent()).toContain(
      '<script>document.title = "owned"</script>',
    );
    const reading = await anna.read("evil");
    expect(await reading.locator(".words").textContent()).toContain(
      '<script>document.title = "owned"</script>',
    );
    expect(await reading.locator(".acting").first().textContent()).toBe("U+202E");
    await reading.locator("a.deep").click();
    await reading.locator(".details").waitFor();
    expect(await row.locator("img, script, b i").count()).toBe(0);
    expect(await page.title()).not.toBe("owned");
  });

  it("is in the language that the reader wants, Arabic from right to left", async () => {
    const page = await anna.visit("/account", { locale: "en" });
    await page.getByText("العربية").click();
    await page.waitForURL("**/account");
    await anna.goto("/queue");
    expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
    expect(await page.textContent(".tabs [aria-current]")).toContain("بانتظارك");
    await anna.goto("/account");
    await page.getByText("English").click();
    await page.waitForURL("**/account");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });
});
