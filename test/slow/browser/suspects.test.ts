import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** Spam that stood published, so that its label and its look disagree. */
const suspect = (n: number) => ({
  source: "wordpress",
  id: `odd${n}`,
  label: "ham",
  comment: {
    content: `Great post ${n}! Visit http://cheap-casino-${n}.example.com/bonus for free casino bonus <a href='http://cheap-casino-${n}.example.com/bonus'>casino</a>`,
    author: { name: `best online casino ${n}`, url: `http://cheap-casino-${n}.example.com/bonus` },
    submittedAt: `2019-03-${10 + n}T10:00:00Z`,
  },
});

describe.skipIf(browser === undefined)("comments of the past whose label and look disagree", () => {
  let service: Service;
  let anna: Moderator;
  let page: Page;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(async () => {
    await anna.makeSite({});
    const lines = [0, 1, 2, 3].map((n) => JSON.stringify(suspect(n))).join("\n");
    const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/x-ndjson" };
    await fetch(`${service.url}/v1/sites/demo/history`, { method: "POST", headers, body: lines });
  });
  afterEach(() => anna.close());

  const left = async () => {
    const { body } = await api(service.url, TOKEN, "GET", "/v1/sites/demo/history");
    return (body as { suspects: number }).suspects;
  };
  const shown = () => page.locator("#suspects article:visible b").allTextContents();
  const hint = () => page.locator("#suspects [data-left]").textContent();

  it("are decided by click and by the queue's keys, and the page stays where it is", async () => {
    page = await anna.visit("/sites/demo/imports");
    const [first, second, third, fourth] = (await shown()) as [string, string, string, string];
    expect(await hint()).toContain("Left: 4.");
    await page.keyboard.press("s");
    expect(await shown()).toEqual([first, second, third, fourth]);
    await page.locator("#suspects article").first().getByRole("button", { name: "It is spam" }).click();
    await expect.poll(left).toBe(3);
    expect(await shown()).toEqual([second, third, fourth]);
    expect(await hint()).toContain("Left: 3.");
    expect(await page.locator("#live").textContent()).toBe("It is spam");
    for (const key of ["j", "ArrowDown", "k", "s"]) await page.keyboard.press(key);
    await expect.poll(left).toBe(2);
    expect(await shown()).toEqual([second, fourth]);
    await page.keyboard.press("Control+s");
    await page.keyboard.press("k");
    expect(await page.locator("article.is-current b").textContent()).toBe(second);
    expect(await anna.serious()).toEqual([]);
    await page.keyboard.press("a");
    await expect.poll(left).toBe(1);
    await page.keyboard.press("a");
    await expect.poll(left).toBe(0);
    expect(await page.locator("#suspects").isVisible()).toBe(false);
  });

  const decided = () => page.locator("#decided article:visible :is(b, strong)").allTextContents();

  it("wait again, at their places, when a word is taken back: by the key, by its button, after a reload, from the history", async () => {
    page = await anna.visit("/sites/demo/imports");
    const names = await shown();
    const [first = "", second = ""] = names;
    for (const [n, key] of ["j", "s", "a"].entries()) {
      await page.keyboard.press(key);
      if (n > 0) await expect.poll(left).toBe(4 - n);
    }
    expect(await decided()).toEqual([second, "It is fine", first, "It is spam"]);
    expect(await page.locator(".toast").textContent()).toBe(`It is fine ${second}Undoz`);
    await page.keyboard.press("z");
    await expect.poll(left).toBe(3);
    await expect.poll(shown).toEqual(names.slice(1));
    expect(await page.locator("#live").textContent()).toBe("Undone");
    expect(await anna.serious()).toEqual([]);
    await page.locator("#decided").getByRole("button", { name: "Undo" }).click();
    await expect.poll(left).toBe(4);
    await expect.poll(shown).toEqual(names);
    await page.keyboard.press("s");
    await expect.poll(left).toBe(3);
    await page.reload();
    await page.keyboard.press("z");
    await expect.poll(left).toBe(4);
    await expect.poll(shown).toEqual(names);
    await page.locator("#suspects article").first().getByRole("button", { name: "It is spam" }).click();
    await expect.poll(left).toBe(3);
    await page.goto(`${service.url}/history`);
    const line = page.getByRole("row", { name: /judged a comment of the past/ }).first();
    expect(await line.textContent()).toContain("published → spam");
    const loaded = page.waitForEvent("load");
    await line.getByRole("button", { name: "Undo" }).click();
    await loaded;
    expect(await left()).toBe(4);
    expect(await page.getByRole("row", { name: /took back a judgement/ }).count()).toBe(4);
  });

  it("come back with a sentence where a decision did not arrive", async () => {
    page = await anna.visit("/sites/demo/imports");
    const before = await shown();
    await page.context().setOffline(true);
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.locator("#suspects .fault").waitFor();
    expect(await shown()).toEqual(before);
    expect(await hint()).toContain("Left: 4.");
    await page.context().setOffline(false);
    await page.keyboard.press("k");
    await page.keyboard.press("s");
    await expect.poll(left).toBe(3);
  });

  it("are decided without the script, too", async () => {
    page = await anna.visit("/sites/demo/imports", { javaScriptEnabled: false });
    const loaded = page.waitForEvent("load");
    await page.locator("#suspects article").first().getByRole("button", { name: "It is fine" }).click();
    await loaded;
    expect(await page.locator("#suspects article").count()).toBe(3);
    expect(await left()).toBe(3);
    const again = page.waitForEvent("load");
    await page.locator("#decided").getByRole("button", { name: "Undo" }).click();
    await again;
    expect(await left()).toBe(4);
  });
});
