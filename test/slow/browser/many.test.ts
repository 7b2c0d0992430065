import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launch } from "../../../src/lab/browser.ts";
import { Moderator } from "../../browser/moderator.ts";
import { aService } from "../../browser/session.ts";

const browser: Browser | undefined = await launch();

/** Fifty comments by keyboard alone, milliseconds, on a machine that has much else to do. */
const LIMIT = 400_000;

describe.skipIf(browser === undefined)("moderating many comments", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  let anna: Moderator;

  beforeAll(async () => {
    service = await aService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterAll(async () => {
    await service?.clean();
    await browser?.close();
  });
  afterEach(() => anna.close());

  const all = (ids: readonly string[], status: string) => ids.map(() => status);

  it("clears fifty comments by the keyboard alone", async () => {
    const ids = await anna.submitDistinct(50);
    const page = await anna.visit("/queue?per=200");
    expect(await anna.left()).toBe(50);
    const start = performance.now();
    for (let i = 0; i < 50; i++) await page.keyboard.press(i % 2 === 0 ? "s" : "a");
    await expect.poll(() => anna.counted("pending"), { timeout: LIMIT }).toBe(0);
    const took = performance.now() - start;
    console.info(`fifty comments by keyboard alone: ${(took / 1000).toFixed(1)} s`);
    expect(took).toBeLessThan(LIMIT);
    expect((await anna.statuses(ids)).sort()).toEqual([
      ...Array(25).fill("published"),
      ...Array(25).fill("spam"),
    ]);
    expect(await anna.counted("pending")).toBe(0);
  });

  it("selects by keys, decides on 200 at once with three that fail, and takes it all back by one undo", async () => {
    const ids = await anna.submitDistinct(200);
    const page = await anna.visit("/queue?per=200");
    expect(await anna.left()).toBe(200);
    const decided = ids.slice(10, 13);
    for (const id of decided) await anna.decide(id, "approve", "Ben");
    await page.keyboard.press("Shift+X");
    await page.keyboard.press("Shift+S");
    await page.locator("dialog .btn.main").click();
    await page.locator("#failed li").first().waitFor({ timeout: LIMIT });
    expect(await page.locator("#failed li").count()).toBe(3);
    expect(await page.locator("#failed").textContent()).toMatch(
      /3 were not changed:.*by the blog’s key 1, for Ben/,
    );
    expect(await page.textContent(".toast")).toContain("197 comments done.");
    await expect.poll(() => anna.left()).toBe(3);
    const others = ids.filter((id) => !decided.includes(id));
    expect(await anna.statuses(others)).toEqual(all(others, "spam"));
    await page.reload();
    await anna.scripted();
    expect(await page.textContent(".slims")).toContain("197 comments");
    await page.keyboard.press("z");
    await page.getByText("197 comments done.").waitFor({ timeout: LIMIT });
    expect(await anna.statuses(others)).toEqual(all(others, "pending"));
    expect(await anna.statuses(decided)).toEqual(all(decided, "published"));
  });

  it("decides on all that match a search, beyond the page", async () => {
    const n = 230;
    await anna.submitDistinct(n);
    const page = await anna.visit("/queue?q=author%3AReader");
    expect(await page.inputValue("input[name=all]")).toBe(String(n));
    await page.check("input[name=all]", { force: true });
    await page.locator(".picked button[value=discard]").click();
    await page.locator("dialog .btn.main").click();
    await page.locator(".slims", { hasText: `${n} comments` }).waitFor({ state: "attached", timeout: LIMIT });
    expect(await anna.counted("pending")).toBe(0);
  });
});
