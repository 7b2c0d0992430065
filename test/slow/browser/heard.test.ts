import type { Browser } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { heard } from "../../browser/heard.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("the queue, heard and not seen", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite();
  });
  afterEach(() => anna.close());

  const lines = async () => (await heard(anna.page)).map((line) => line.trim());
  const focused = async () => (await lines()).filter((line) => line.includes("focused=true")).at(-1);
  const said = () => anna.page.locator("#live").textContent();

  it("tells how much waits, who, what and why, and what can be done; then what became of it, and how it is taken back", async () => {
    const ids = await anna.submitDistinct(3);
    const page = await anna.visit("/queue", { viewport: { width: 1440, height: 900 } });
    const arrived = await heard(page);
    console.info(arrived.join("\n"));
    const essential = [
      /^RootWebArea "3 decisions · Hamlet"/,
      /^link "Skip to the content"$/,
      /^navigation "Pages"$/,
      /^link "Needs you 3"$/,
      /^searchbox "Search comments"/,
      /^checkbox "Select all 3 shown" checked=false$/,
      /^heading "3 decisions" level=1$/,
      /^list "Needs you"$/,
      /^checkbox "Select the comment of Reader 0" checked=false$/,
      /^link "Reader 0 .+… Unsure link, and \d+% sure"/,
      /^article "Waits because it holds a link and the filter is only \d+% sure it is spam\."$/,
      /^heading "Waits because it holds a link .+" level=2$/,
      /^image "\d+% on the scale from published to spam"$/,
      /^heading "Reader 0" level=3$/,
      /^StaticText "http:\/\/diary-0\.example\/notes"$/,
      /^heading "What speaks for and against" level=3$/,
      /^list "Points: plus speaks for spam, minus for a good comment"$/,
      /^StaticText "Together: \d+% spam"$/,
      /^heading "About the author" level=3$/,
      /^button "Approve" keyshortcuts=a$/,
      /^button "Spam" keyshortcuts=s$/,
      /^button "Discard" keyshortcuts=d$/,
      /^link "Reader 1 .+… Unsure link, and \d+% sure"/,
      /^status "" live=polite$/,
    ];
    const inOrder = arrived.map((line) => line.trim());
    for (const one of essential) {
      const at = inOrder.findIndex((line) => one.test(line));
      expect([String(one), at >= 0]).toEqual([String(one), true]);
      inOrder.splice(0, at + 1);
    }
    await page.keyboard.press("s");
    await expect.poll(said).toBe("Spam Reader 0. 2 left.");
    await expect.poll(focused).toMatch(/^link "Reader 1 /);
    await expect.poll(() => anna.statuses(ids)).toEqual(["spam", "pending", "pending"]);
    const after = await lines();
    expect(after).toContain('heading "2 decisions" level=1');
    expect(after).toContain('link "Needs you 2"');
    expect(after.filter((line) => line.startsWith('button "Undo"'))).toEqual([
      'button "Undo" keyshortcuts=z',
    ]);
    await page.keyboard.press("z");
    await expect.poll(said).toBe("Undone: Reader 0");
    await expect.poll(focused).toMatch(/^link "Reader 0 /);
    await expect.poll(() => anna.statuses(ids)).toEqual(["pending", "pending", "pending"]);
  });

  it("says aloud what was not done, and how many are selected and were decided at once", async () => {
    const page = await anna.visit("/queue", { viewport: { width: 1440, height: 900 } });
    await page.keyboard.press("Shift+X");
    expect(await lines()).toContain('StaticText "3 selected"');
    await page.keyboard.press("Shift+S");
    await page.locator("dialog[open]").waitFor();
    expect((await lines()).find((line) => line.startsWith("dialog"))).toMatch(/^dialog ".+"/);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await page.context().setOffline(true);
    await page.locator("#offline").waitFor();
    expect(await lines()).toContainEqual(expect.stringMatching(/^(alert|status) "" live=/));
    await page.context().setOffline(false);
    await page.locator("#offline").waitFor({ state: "detached" });
  });
});
