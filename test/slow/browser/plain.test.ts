import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { wave } from "../../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("without JavaScript", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterEach(() => anna.close());

  const plain = { javaScriptEnabled: false };

  const choose = (id: string, decision: string) =>
    anna.row(id).locator(`.acts button[value=${decision}]`).click();

  it("decides, takes back, and tells why", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    expect(await anna.row(id).locator(".lede h2").textContent()).toMatch(/^Waits because/);
    await choose(id, "approve");
    await page.waitForURL("**/queue");
    expect(await anna.status(id)).toBe("published");
    expect(await page.textContent(".slims")).toContain("Approved");
    await page.locator("form.undo-last button").click();
    expect(await anna.status(id)).toBe("pending");
    await anna.row(id).locator("a.deep").click();
    expect(await page.locator("tfoot").textContent()).toContain("Together");
  });

  it("opens a comment in its row on a phone, and leads on to the next and back", async () => {
    const [first = "", second = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue", { ...plain, viewport: { width: 390, height: 844 } });
    expect(await page.locator(".reading:visible").count()).toBe(0);
    await anna.row(first).locator("a.line").click();
    await anna.row(first).locator(".acts").waitFor();
    await page.locator("a.to-after").click();
    await anna.row(second).locator(".acts").waitFor();
    await page.locator("a.back").click();
    await expect.poll(() => page.locator(".reading:visible").count()).toBe(0);
  });

  it("searches, sorts, changes tabs and pages", async () => {
    await anna.submitDistinct(55);
    const page = await anna.visit("/queue", plain);
    await page.locator(".more .next").click();
    expect(await page.locator(".list > .row").count()).toBe(5);
    await page.getByText("Back to the first").click();
    await page.fill("input[name=q]", "Reader");
    await page.selectOption("select[name=sort]", "riskiest");
    await page.getByRole("button", { name: "Show" }).click();
    expect(new URL(page.url()).search).toBe("?q=Reader&sort=riskiest");
    expect(await page.textContent(".found [role=status]")).toContain("55 comments found");
    await page.locator(".tabs a").nth(1).click();
    expect(new URL(page.url()).search).toBe("?tab=spam&q=Reader");
  });

  it("decides on a selection, names what failed, asks before many, and undoes all of it", async () => {
    const ids = await anna.submitDistinct(25);
    const page = await anna.visit("/queue", plain);
    const pick = (id: string) => anna.row(id).locator("input[name=pick]").check({ force: true });
    for (const id of ids.slice(0, 3)) await pick(id);
    await anna.decide(ids[1] ?? "", "approve", "Ben");
    await page.locator(".picked button[value=spam]").click();
    expect(await page.textContent("h1")).toBe("Spam · learned: 2 comments done.");
    expect(await page.textContent(".failed")).toMatch(/by the blog’s key 1, for Ben/);
    await page.getByRole("button", { name: "Undo all" }).click();
    expect(await anna.status(ids[0] ?? "")).toBe("pending");
    await anna.goto("/queue");
    for (const box of await page.locator("input[name=pick]").all()) await box.check({ force: true });
    await page.locator(".picked button[value=discard]").click();
    expect(await page.textContent("h1")).toBe("Decide on 24 comments at once?");
    await page.getByRole("button", { name: "Do it" }).click();
    await page.waitForURL("**/queue");
    expect(await page.textContent(".slims")).toContain("24 comments");
    expect(await anna.status(ids[0] ?? "")).toBe("discarded");
  });

  it("decides a wave as one, or shows what it holds", async () => {
    for (const comment of wave(3)) await anna.submit(comment);
    const page = await anna.visit("/queue", plain);
    await page.locator('.said a[href$="/behind"]').click();
    expect(await page.locator(".list > .row").count()).toBe(2);
    await anna.goto("/queue");
    await page.locator(".acts button[value=spam]").click();
    await expect.poll(() => anna.status("wave-2")).toBe("spam");
  });

  it("tells of a stale decision, and lets one change it", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    await anna.decide(id, "approve", "Ben");
    await choose(id, "spam");
    expect(await page.textContent("[role=alert]")).toMatch(/by the blog’s key 1, for Ben\./);
    await page.locator(".acts button[value=spam]").click();
    expect(await anna.status(id)).toBe("spam");
  });

  it("blocks an author and takes it back", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    await anna.row(id).locator("a.who-else").click();
    await page.locator("button.spam").click();
    expect(await page.textContent(".notice")).toContain("Blocked");
    await page.getByRole("button", { name: "Neither" }).click();
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("looks through what the filter stopped", async () => {
    await anna.makeSite({ publishBelow: 0, rejectAbove: 0.0001 });
    const [id = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue?tab=spam", plain);
    expect(await page.locator(".list > .row").count()).toBe(2);
    await page.getByRole("button", { name: "I looked through these 2" }).click();
    expect(await page.textContent(".empty")).toContain("Everything the filter stopped was looked through.");
    await page.getByText("All that is marked as spam").click();
    expect(await anna.row(id).count()).toBe(1);
  });
});
