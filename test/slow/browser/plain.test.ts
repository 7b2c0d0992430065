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

  it("decides, takes back, and tells why", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    await anna.row(id).locator("button.approve").click();
    await page.waitForURL("**/queue");
    expect(await anna.status(id)).toBe("published");
    expect(await page.textContent(".last")).toContain("Approved · learned as ham");
    await page.locator(".last button.undo").click();
    expect(await anna.status(id)).toBe("pending");
    await anna.row(id).locator("a.why").click();
    expect(await page.locator("tfoot").textContent()).toContain("Score in log-odds");
  });

  it("searches, sorts, changes tabs and pages", async () => {
    await anna.submitDistinct(55);
    const page = await anna.visit("/queue", plain);
    await page.locator(".more .next").click();
    expect(await page.locator(".row").count()).toBe(15);
    await page.getByText("Back to the first").click();
    await page.fill("input[name=q]", "Reader");
    await page.selectOption("select[name=sort]", "riskiest");
    await page.getByRole("button", { name: "Show" }).click();
    expect(new URL(page.url()).search).toBe("?q=Reader&sort=riskiest");
    expect(await page.textContent(".found [role=status]")).toBe("55 comments found");
    await page.locator(".tabs a").nth(1).click();
    expect(new URL(page.url()).search).toBe("?tab=spam&q=Reader");
  });

  it("decides on a selection, names what failed, asks before many, and undoes all of it", async () => {
    const ids = await anna.submitDistinct(25);
    const page = await anna.visit("/queue", plain);
    const pick = (id: string) => anna.row(id).locator("input[name=pick]").check();
    for (const id of ids.slice(0, 3)) await pick(id);
    await anna.decide(ids[1] ?? "", "approve", "Ben");
    await page.locator(".bulk button.spam").click();
    expect(await page.textContent("h1")).toBe("Marked spam · learned: 2 comments done.");
    expect(await page.textContent(".failed")).toMatch(/by Ben/);
    await page.getByRole("button", { name: "Undo all" }).click();
    expect(await anna.status(ids[0] ?? "")).toBe("pending");
    await anna.goto("/queue");
    for (const box of await page.locator("input[name=pick]").all()) await box.check();
    await page.locator(".bulk button.discard").click();
    expect(await page.textContent("h1")).toBe("Decide on 24 comments at once?");
    await page.getByRole("button", { name: "Do it" }).click();
    await page.waitForURL("**/queue");
    expect(await page.textContent(".last")).toContain("24 comments");
    expect(await anna.status(ids[0] ?? "")).toBe("discarded");
  });

  it("decides a wave as one, or shows what it holds", async () => {
    for (const comment of wave(3)) await anna.submit(comment);
    const page = await anna.visit("/queue", plain);
    await page.locator("a.behind").click();
    expect(await page.locator(".row").count()).toBe(2);
    await anna.goto("/queue");
    await page.locator(".row button.spam").first().click();
    await expect.poll(() => anna.status("wave-2")).toBe("spam");
  });

  it("tells of a stale decision, and lets one change it", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    await anna.decide(id, "approve", "Ben");
    await anna.row(id).locator("button.spam").click();
    expect(await page.textContent("[role=alert]")).toMatch(/by Ben. You can change it./);
    await page.locator("button.spam").click();
    expect(await anna.status(id)).toBe("spam");
  });

  it("blocks an author and takes it back", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue", plain);
    await anna.row(id).locator("a.who").click();
    await page.locator("button.spam").click();
    expect(await page.textContent(".notice")).toContain("Blocked");
    await page.getByRole("button", { name: "Neither" }).click();
    expect(await page.locator(".notice").count()).toBe(0);
  });
});
