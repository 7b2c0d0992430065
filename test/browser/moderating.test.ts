import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../src/cli/service.ts";
import { wave } from "../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "./moderator.ts";
import { theBrowser, theService } from "./session.ts";

const browser: Browser | undefined = await theBrowser();

/** A thumb from the left to the right over the comment that shows. */
const swipe = `{
  const row = document.querySelector(".row.current");
  const touch = (x) => new Touch({ identifier: 1, target: row, clientX: x, clientY: 200 });
  const fire = (type, touches) => row.dispatchEvent(new TouchEvent(type, { touches, bubbles: true }));
  fire("touchstart", [touch(40)]);
  fire("touchmove", [touch(200)]);
  fire("touchend", []);
}`;

describe.skipIf(browser === undefined)("moderating", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterEach(() => anna.close());

  const all = (ids: readonly string[], status: string) => ids.map(() => status);

  it("undoes by the key, and after a reload", async () => {
    const [id = "", second = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue");
    await page.keyboard.press("j");
    await page.keyboard.press("d");
    await page.keyboard.press("s");
    await anna.row(second).locator(".done button").first().waitFor();
    await page.keyboard.press("z");
    await anna.row(second).locator("button.approve").waitFor();
    expect(await anna.statuses([id, second])).toEqual(["discarded", "pending"]);
    await page.reload();
    await anna.scripted();
    expect(await page.textContent(".last")).toContain("Discarded · nothing learned");
    await page.keyboard.press("z");
    await anna.row(id).locator("button.approve").waitFor();
    expect(await anna.status(id)).toBe("pending");
  });

  it("decides a wave once, and offers to go on with what is alike", async () => {
    const ids = await Promise.all(wave(12).map((comment) => anna.submit(comment)));
    const page = await anna.visit("/queue");
    expect(await page.locator(".row").count()).toBe(1);
    expect(await page.textContent(".group")).toContain("and 11 like this");
    await page.uncheck("input[name=group]");
    await page.locator(".row button.spam").click();
    await page.getByRole("button", { name: "Also apply to 11 like this" }).click();
    await page.locator(".toast", { hasText: "11 comments done." }).waitFor();
    expect(await anna.statuses(ids)).toEqual(all(ids, "spam"));
    await page.locator(".toast button").click();
    await page.locator(".toast", { hasText: "Undone: 11 comments done." }).waitFor();
    await anna.goto("/queue");
    await page.locator(".row button.spam").click();
    await page.locator(".done", { hasText: "11 comments done." }).waitFor();
    expect(await anna.statuses(ids)).toEqual(all(ids, "spam"));
  });

  it("tells the second moderator what the first decided, takes back what it showed, and lets her change it", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    await anna.visit("/queue");
    await anna.decide(id, "approve", "Ben");
    await anna.row(id).locator("button.spam").click();
    const fault = anna.row(id).getByRole("alert");
    await fault.waitFor();
    expect(await fault.textContent()).toMatch(
      /^Approved · learned as ham (just now|\d+ seconds? ago) by Ben/,
    );
    expect(await anna.status(id)).toBe("published");
    await fault.getByRole("button", { name: "Change it: Spam" }).click();
    await anna.row(id).getByText("Marked spam · learned").waitFor();
    expect(await anna.status(id)).toBe("spam");
  });

  it("loses no decision without a word when the connection or the session is gone", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await page.context().setOffline(true);
    await page.locator(".offline").waitFor();
    await anna.row(id).locator("button.spam").click();
    const fault = anna.row(id).getByRole("alert");
    await fault.waitFor();
    expect(await fault.textContent()).toContain("No connection. Nothing was changed.");
    await page.context().setOffline(false);
    await fault.getByRole("button", { name: "Try again" }).click();
    await anna.row(id).getByText("Marked spam · learned").waitFor();
    expect(await anna.status(id)).toBe("spam");
    await page.context().clearCookies({ name: "hamlet_session" });
    await page.keyboard.press("z");
    await fault.getByText("Your session has ended.").waitFor();
    expect(await fault.locator("a").getAttribute("href")).toBe("/login?next=%2Fqueue");
  });

  it("leaves keys alone in fields, with modifiers, and when they are switched off", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await page.keyboard.press("j");
    await page.keyboard.press("Control+d");
    await page.focus("input[type=search]");
    await page.keyboard.type("sad");
    expect(await page.inputValue("input[type=search]")).toBe("sad");
    await page.locator("h1").evaluate("document.activeElement.blur()");
    await page.keyboard.press("?");
    await page.locator("dialog input[type=checkbox]").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.reload();
    await anna.scripted();
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    expect(await page.locator(".slim").count()).toBe(0);
    expect(await anna.status(id)).toBe("pending");
  });

  it("shows one at a time on a phone, and takes swipes", async () => {
    const ids = await anna.submitDistinct(2);
    const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    const page = await anna.visit("/queue?view=focus", phone);
    const shown = () => page.locator(".row:visible").count();
    expect(await shown()).toBe(1);
    const current = () => page.locator(".row.current").getAttribute("id");
    const first = (await current()) ?? "";
    await page.evaluate(swipe);
    await expect.poll(() => anna.status(first.replace("c-demo-", ""))).toBe("published");
    expect(await current()).not.toBe(first);
    expect(await shown()).toBe(1);
    expect(await page.locator(".position").textContent()).toContain("2 of");
    await page.locator(".toast button").click();
    await expect.poll(() => anna.status(first.replace("c-demo-", ""))).toBe("pending");
    expect(ids.length).toBe(2);
  });
});
