import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { wave } from "../../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** A thumb from the left to the right over the comment that shows. */
const swipe = `{
  const body = document.querySelector(".row.is-open .r-body");
  const touch = (x) => new Touch({ identifier: 1, target: body, clientX: x, clientY: 200 });
  const fire = (type, touches) => body.dispatchEvent(new TouchEvent(type, { touches, bubbles: true }));
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

  it("puts what was decided into one line, opens the next, and undoes by the key and after a reload", async () => {
    const [id = "", second = ""] = await anna.submitDistinct(3);
    const page = await anna.visit("/queue");
    await page.keyboard.press("d");
    expect(await page.locator(".row.is-open").getAttribute("id")).toBe(`c-demo-${second}`);
    await page.keyboard.press("s");
    await expect.poll(() => anna.statuses([id, second])).toEqual(["discarded", "spam"]);
    await expect.poll(() => anna.doneAndLeft()).toEqual([2, 1]);
    expect(await page.textContent("#live")).toMatch(/^Spam Reader \d+\. 1 left\.$/);
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(second)).toBe("pending");
    await expect.poll(() => anna.doneAndLeft()).toEqual([1, 2]);
    await page.reload();
    await anna.scripted();
    expect(await page.locator(".slims li").first().textContent()).toMatch(
      /Discarded Reader \d+ · nothing learned/,
    );
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(id)).toBe("pending");
  });

  it("decides a wave once, and takes all of it back", async () => {
    const ids = await Promise.all(wave(12).map((comment) => anna.submit(comment)));
    const page = await anna.visit("/queue");
    expect(await page.locator(".row").count()).toBe(1);
    expect(await page.textContent(".face.many")).toBe("12");
    expect(await page.textContent(".lede h2")).toContain("12 comments say almost the same");
    await page.locator(".acts button[value=spam]").click();
    await page.locator(".toast", { hasText: "12 comments done." }).waitFor();
    expect(new Set(await anna.statuses(ids))).toEqual(new Set(["spam"]));
    await page.keyboard.press("z");
    await page.locator(".toast", { hasText: "Undone: 12 comments done." }).waitFor();
    expect(new Set(await anna.statuses(ids))).toEqual(new Set(["pending"]));
  });

  it("answers what waits by a key: Ctrl+Enter sends, the comment is approved, and z takes only that back", async () => {
    const webhook = "https://blog.example/hamlet";
    await anna.makeSite({ publishBelow: 0, rejectAbove: 1, sendReplies: true, webhook });
    const [first = "", second = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue", { viewport: { width: 320, height: 640 } });
    await page.keyboard.press("r");
    const text = page.locator("dialog textarea");
    await text.fill("Thanks, and well");
    expect([await anna.serious(), await anna.sideways()]).toEqual([[], 0]);
    await page.keyboard.press("Escape");
    // Keys are for the queue again once the field is gone.
    await text.waitFor({ state: "detached" });
    await page.keyboard.press("r");
    expect(await text.inputValue()).toBe("Thanks, and well");
    await text.press("End");
    await text.pressSequentially(" spotted!");
    await text.press("Control+Enter");
    await expect.poll(() => anna.status(first)).toBe("published");
    await expect.poll(() => page.textContent("#live")).toContain("Answered");
    await expect.poll(() => anna.doneAndLeft()).toEqual([1, 1]);
    await page.keyboard.press("z");
    await expect.poll(() => anna.status(first)).toBe("pending");
    await anna.goto(`/queue/demo/${first}`);
    expect(await page.textContent("main")).toContain("Not sent: the comment was not published any more.");
    await anna.goto(`/queue/demo/${second}`);
    await page.keyboard.press("r");
    await text.fill("And you.");
    await Promise.all([page.waitForEvent("load"), page.locator("dialog .btn.main").click()]);
    expect(await page.textContent("main .answer")).toBe("And you.");
    await anna.makeSite();
  });

  it("tells the second moderator what the first decided, and lets her change it", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    await anna.visit("/queue");
    await anna.decide(id, "approve", "Ben");
    await anna.choose(id, "spam");
    const note = anna.row(id).locator(".note");
    await note.waitFor();
    expect(await note.textContent()).toMatch(
      /^Approved (just now|\d+ (second|minute)s? ago) by the blog’s key 1, for Ben\. Your “Spam” was not applied\./,
    );
    expect(await anna.status(id)).toBe("published");
    await note.getByRole("button", { name: "Change it to Spam" }).click();
    await expect.poll(() => anna.status(id)).toBe("spam");
  });

  it("loses no decision without a word when the connection or the session is gone", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await page.context().setOffline(true);
    await page.locator("#offline").waitFor();
    await page.keyboard.press("s");
    await expect
      .poll(() => page.locator("#offline").textContent())
      .toContain("kept on this device until they are sent: 1.");
    expect(await anna.status(id)).toBe("pending");
    await page.context().setOffline(false);
    await expect.poll(() => anna.status(id)).toBe("spam");
    await page.locator("#sent", { hasText: "Connected again. Decisions sent: 1." }).waitFor();
    await page.context().clearCookies({ name: "hamlet_session" });
    await page.keyboard.press("z");
    const told = page.locator("#not-undone");
    await told.getByText("Your session has ended.").waitFor();
    expect(await told.locator("a").getAttribute("href")).toMatch(/^\/login\?next=%2Fqueue/);
  });

  it("leaves keys alone in fields, with modifiers, and when they are switched off", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await page.keyboard.press("Control+d");
    await page.focus("input[type=search]");
    await page.keyboard.type("sad");
    expect(await page.inputValue("input[type=search]")).toBe("sad");
    await page.locator("h1").evaluate("document.activeElement.blur()");
    await page.keyboard.press("?");
    await page.locator("dialog input[type=checkbox]").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("s");
    await page.reload();
    await anna.scripted();
    await page.keyboard.press("s");
    expect(await anna.left()).toBe(1);
    expect(await anna.status(id)).toBe("pending");
  });

  it("shows one at a time on a phone, takes swipes, and leads back to the list", async () => {
    const [first = "", second = ""] = await anna.submitDistinct(2);
    const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
    const page = await anna.visit("/queue", phone);
    expect(await page.locator(".reading:visible").count()).toBe(0);
    await page.locator("a.one").click();
    await anna.row(first).locator(".acts").waitFor();
    expect(await page.textContent(".where")).toBe("1 of 2");
    await page.evaluate(swipe);
    await expect.poll(() => anna.status(first)).toBe("published");
    await anna.row(second).locator(".acts").waitFor();
    await page.locator(".toast button").click();
    await expect.poll(() => anna.status(first)).toBe("pending");
    await page.goBack();
    expect(await page.locator(".reading:visible").count()).toBe(0);
  });
});
