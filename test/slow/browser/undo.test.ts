import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { wave } from "../../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("what was done last", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterEach(() => anna.close());

  const lists = async () => {
    const { body } = await api(anna.url, TOKEN, "GET", "/v1/sites/demo");
    const { settings } = body as { settings: { allowed: string[]; blocked: string[] } };
    return { allowed: settings.allowed.length, blocked: settings.blocked.length };
  };
  const toast = (page: Page, text: string) => page.locator(".toast", { hasText: text }).waitFor();
  const numbers = async (page: Page) => {
    const tabs = await page.locator(".tabs .n").all();
    return Object.fromEntries(
      await Promise.all(
        tabs.map(async (tab) => [
          await tab.getAttribute("data-status"),
          Number(await tab.getAttribute("data-n")),
        ]),
      ),
    );
  };

  it("is what z takes back, be it a decision, a trust or a block", async () => {
    const [decided = "", listed = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue");
    await page.keyboard.press("d");
    await expect.poll(() => anna.status(decided)).toBe("discarded");
    await page.keyboard.press("t");
    await toast(page, "Trusted");
    await page.keyboard.press("b");
    await toast(page, "Blocked");
    expect(await lists()).toEqual({ allowed: 0, blocked: 1 });
    await page.keyboard.press("z");
    await toast(page, "Undone");
    expect(await lists()).toEqual({ allowed: 1, blocked: 0 });
    await page.keyboard.press("z");
    await expect.poll(lists).toEqual({ allowed: 0, blocked: 0 });
    expect(await anna.status(decided)).toBe("discarded");
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(decided)).toBe("pending");
    expect(await anna.status(listed)).toBe("pending");
  });

  it("is what the message names, whichever answer comes first", async () => {
    const [first = "", second = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue");
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/queue/decide", async (route) => {
      if (route.request().postData()?.includes("discard")) await held;
      await route.continue();
    });
    for (const key of ["d", "s"]) await page.keyboard.press(key);
    await expect.poll(() => anna.status(second)).toBe("spam");
    release();
    await expect.poll(() => anna.status(first)).toBe("discarded");
    expect(await page.textContent(".slims li")).toContain("Spam");
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(second)).toBe("pending");
    expect(await anna.status(first)).toBe("discarded");
  });

  it("is not what somebody decided before, when the decision is refused while z is pressed", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    await anna.decide(id, "spam", "Anna");
    const page = await anna.visit("/queue?tab=spam&seen=all");
    await page.route("**/queue/decide", (route) =>
      route.request().postData()?.includes("approve")
        ? route.fulfill({ status: 503, json: { detail: "The site does not answer." } })
        : route.continue(),
    );
    for (const key of ["a", "z"]) await page.keyboard.press(key);
    await anna.row(id).getByRole("alert").waitFor();
    await page.unroute("**/queue/decide");
    await anna.row(id).getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => anna.status(id)).toBe("published");
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(id)).toBe("spam");
  });

  it("counts right when a group is taken back, without a reload", async () => {
    for (const comment of wave(12)) await anna.submit(comment);
    await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    const before = await numbers(page);
    await page.keyboard.press("s");
    await toast(page, "12 comments done.");
    expect(await numbers(page)).toEqual({ ...before, pending: 1, spam: 12 });
    await page.keyboard.press("z");
    await toast(page, "Undone: 12 comments done.");
    expect(await numbers(page)).toEqual(before);
    await page.reload();
    expect(await numbers(page)).toEqual(before);
  });
});
