import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("a decision without a connection", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterEach(() => anna.close());

  const offline = async (page: Page) => {
    await page.context().setOffline(true);
    await page.locator("#offline").waitFor();
  };
  const kept = (page: Page, n: number) =>
    expect
      .poll(() => page.locator("#offline").textContent())
      .toContain(`Decisions kept on this device until they are sent: ${n}.`);
  const signIn = async (page: Page, name: string) => {
    await page.goto(`${anna.url}/login`);
    await page.fill("[name=token]", TOKEN);
    await page.fill("[name=name]", name);
    await page.click("form[action='/login'] .primary");
    await page.waitForURL("**/queue");
    await anna.scripted();
  };

  it("is kept, told of once and sent in order; what somebody else decided meanwhile stands, and can be changed", async () => {
    const [first = "", second = "", third = ""] = await anna.submitDistinct(3);
    const page = await anna.visit("/queue");
    await offline(page);
    for (const key of ["a", "s", "d"]) await page.keyboard.press(key);
    await kept(page, 3);
    await expect.poll(() => anna.doneAndLeft()).toEqual([3, 0]);
    expect(await page.locator("#offline").count()).toBe(1);
    expect(await anna.counted("pending")).toBe(0);
    await page.locator(".done-fold summary").click();
    expect(await page.locator(".slims .slim p").allTextContents()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Approved .* · not sent yet$/)]),
    );
    await page.keyboard.press("z");
    await kept(page, 2);
    await expect.poll(() => anna.doneAndLeft()).toEqual([2, 1]);
    await anna.decide(second, "approve", "Ben");
    await page.context().setOffline(false);
    const told = page.locator("#sent");
    await told.waitFor();
    expect(await told.textContent()).toMatch(
      /Decisions sent: 1\. Decided meanwhile by somebody else, which stands:.* by the blog’s key 1, for Ben\./,
    );
    expect(await anna.statuses([first, second, third])).toEqual(["published", "published", "pending"]);
    await told.getByRole("button", { name: "Change it to Spam" }).click();
    await expect.poll(() => anna.status(second)).toBe("spam");
    expect(await page.locator("#offline").count()).toBe(0);
  });

  it("is sent by the page that is opened next, and taken once, though its answer was lost", async () => {
    const [id = "", other = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue");
    await page.route("**/queue/decide", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await anna.choose(id, "spam");
    await kept(page, 1);
    await page.unroute("**/queue/decide");
    await page.reload();
    await anna.scripted();
    await page.locator("#sent", { hasText: "Decisions sent: 1." }).waitFor();
    expect(await anna.statuses([id, other])).toEqual(["spam", "pending"]);
  });

  it("taken back may have arrived: then it is taken back there, too", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await page.route("**/queue/decide", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await anna.choose(id, "spam");
    await kept(page, 1);
    await page.unroute("**/queue/decide");
    await page.keyboard.press("z");
    await expect.poll(() => anna.left()).toBe(1);
    await page.locator("#offline").getByRole("button", { name: "Try now" }).click();
    await expect.poll(() => page.locator("#offline").count()).toBe(0);
    expect(await anna.status(id)).toBe("pending");
  });

  it("on a selection is kept by itself for each", async () => {
    const ids = await anna.submitDistinct(3);
    const page = await anna.visit("/queue");
    await offline(page);
    await page.keyboard.press("Shift+X");
    await page.keyboard.press("Shift+D");
    await page.locator("dialog .btn.main").click();
    await kept(page, 3);
    await page.context().setOffline(false);
    await expect.poll(() => anna.statuses(ids)).toEqual(["discarded", "discarded", "discarded"]);
  });

  it("is never sent by another person's session, and waits for hers", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.open();
    await signIn(page, "Anna");
    await page.route("**/queue/decide", (route) => route.abort());
    await anna.choose(id, "spam");
    await kept(page, 1);
    await page.unroute("**/queue/decide");
    await page.context().clearCookies({ name: "hamlet_session" });
    await signIn(page, "Ben");
    await page.reload();
    await anna.scripted();
    expect([await anna.left(), await page.locator("#offline").count(), await anna.status(id)]).toEqual([
      1,
      0,
      "pending",
    ]);
    await page.context().clearCookies({ name: "hamlet_session" });
    await signIn(page, "Anna");
    await expect.poll(() => anna.status(id)).toBe("spam");
  });

  it("is deleted when its owner signs out, who is asked first", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.open();
    await signIn(page, "Anna");
    await page.route("**/queue/decide", (route) => route.abort());
    await anna.choose(id, "spam");
    await kept(page, 1);
    await anna.goto("/account");
    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.locator("form[action='/logout'] button").click();
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]).toMatch(/^Decisions that are not sent yet: 1\./);
    expect(new URL(page.url()).pathname).toBe("/account");
    page.once("dialog", (dialog) => void dialog.accept());
    await page.locator("form[action='/logout'] button").click();
    await page.waitForURL("**/login");
    await page.unroute("**/queue/decide");
    await signIn(page, "Anna");
    expect([await anna.left(), await page.locator("#offline").count(), await anna.status(id)]).toEqual([
      1,
      0,
      "pending",
    ]);
  });

  it("is told of by a page that the service worker keeps, which keeps no other and no comment", async () => {
    await anna.submitDistinct(1);
    const page = await anna.visit("/queue", { serviceWorkers: "allow" });
    await page.evaluate("navigator.serviceWorker.ready");
    const cached = () =>
      page.evaluate<string[]>(
        "caches.open('offline').then((cache) => cache.keys()).then((all) => all.map(({ url }) => new URL(url).pathname).sort())",
      );
    await expect.poll(cached).toEqual(["/icon.svg", "/icons.svg", "/offline", "/style.css", "/times.js"]);
    expect(await page.evaluate("caches.keys()")).toEqual(["offline"]);
  });
});
