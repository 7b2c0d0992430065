import type { Browser } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../src/cli/service.ts";
import { everyday } from "../../src/lab/screenshots/sample-comments.ts";
import { Moderator } from "./moderator.ts";
import { TOKEN, theBrowser, theService } from "./session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("the queue page", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite();
  });
  afterEach(() => anna.close());

  it("asks for the token, refuses a wrong one, and leads on to where one wanted to go", async () => {
    const page = await anna.open();
    await page.goto(`${anna.url}/queue?tab=spam`);
    await page.fill("[name=token]", "wrong");
    await page.fill("[name=name]", "Anna");
    await page.click("button.primary");
    expect(await page.textContent("[role=alert]")).toBe("That is not the token.");
    await page.fill("[name=token]", TOKEN);
    await page.click("button.primary");
    await page.waitForURL("**/queue?tab=spam");
    expect(await page.textContent(".tabs [aria-current]")).toContain("Spam");
    const [session] = (await page.context().cookies()).filter(({ name }) => name === "hamlet_session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  it("says what is true when nothing waits", async () => {
    const page = await anna.visit("/queue");
    expect(await page.textContent(".empty")).toContain("0 published and 0 stopped since yesterday.");
  });

  it("shows what waits with its reasons, decides without a reload and undoes", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    const row = anna.row(id);
    expect(await row.locator(".reasons li").count()).toBe(3);
    const pending = async () => Number(await page.textContent('.count[data-status="pending"]'));
    const before = await pending();
    await row.locator("button.spam").click();
    await row.getByText("Marked spam · learned").waitFor();
    expect(await pending()).toBe(before - 1);
    expect(await anna.status(id)).toBe("spam");
    await row.getByRole("button", { name: "Undo" }).click();
    await row.locator("button.approve").waitFor();
    expect(await anna.status(id)).toBe("pending");
    expect(await pending()).toBe(before);
  });

  it("opens a comment in its place: the points add up to the score, and reasons light their evidence", async () => {
    const id = await anna.submit(everyday[0] as (typeof everyday)[number]);
    const page = await anna.visit("/queue");
    const row = anna.row(id);
    await row.locator("a.why").click();
    await row.locator(".waterfall").waitFor();
    const points = async (selector: string) =>
      (await row.locator(selector).allTextContents()).map((text) => Number(text.replace("−", "-")));
    const sum = (await points(".waterfall tbody .number")).reduce((all, one) => all + one, 0);
    const [score = 0] = await points(".waterfall tfoot .number");
    expect(Math.abs(sum - score)).toBeLessThan(0.5);
    expect(await row.locator(".details").textContent()).toContain("Checks that were not made");
    await row.locator(".reasons li[tabindex]").first().focus();
    expect(await row.locator("mark.lit").count()).toBeGreaterThan(0);
    await row.locator("a.why").click();
    expect(await row.locator(".details").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/queue");
  });

  it("finds by words and conditions, and says what it did not understand", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const name = `Reader ${id.replace("many-", "")}`;
    const page = await anna.visit("/queue");
    await page.keyboard.press("/");
    await page.keyboard.type(`author:"${name}" score>0.001 before:yesterday`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/queue?q=*");
    expect(await page.textContent(".found [role=status]")).toBe("1 comment found");
    expect(await page.textContent(".found .bad")).toBe("Not understood, and left out: before:yesterday");
    expect(await page.locator(".row").count()).toBe(1);
    await anna.goto("/queue?q=nothing-like-it");
    expect(await page.textContent(".empty")).toContain("No comment here matches.");
  });

  it("tells of an author, and blocks and unblocks", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    await anna.row(id).locator("a.who").click();
    const drawer = page.locator("dialog");
    await drawer.getByText("Known by the mail address").waitFor();
    expect(await drawer.locator(".past li").count()).toBe(1);
    await drawer.locator("button.spam").click();
    await page.locator(".toast", { hasText: "Blocked: what this author writes is rejected." }).waitFor();
    await anna.row(id).locator("a.who").click();
    await drawer.locator(".notice").waitFor();
    await drawer.getByText("Neither").click();
    await page.locator(".toast", { hasText: "Undone" }).waitFor();
  });

  it("makes, changes and deletes a site, and names the field that was wrong", async () => {
    const page = await anna.visit("/sites");
    await page.fill("[name=id]", "second");
    await page.fill("[name=name]", "Second blog");
    await page.click("button.primary");
    expect(await page.locator(".secrets code").first().textContent()).toMatch(/^[a-z0-9]{12}$/);
    await page.goto(`${service.url}/sites/second`);
    await page.fill("[name=publishBelow]", "2");
    await page.click("text=Save");
    expect(await page.textContent("[role=alert]")).toContain("publishBelow");
    await page.fill("[name=publishBelow]", "0.01");
    await page.click("text=Save");
    expect(await page.textContent("[role=status].notice")).toBe("Saved.");
    expect(await page.inputValue("[name=publishBelow]")).toBe("0.01");
    await page.fill("[name=confirm]", "other");
    await page.click("button.spam");
    expect(await page.textContent("[role=alert]")).toContain("nothing was deleted");
    await page.fill("[name=confirm]", "second");
    await page.click("button.spam");
    await page.waitForURL("**/sites");
    expect(await page.content()).not.toContain("Second blog");
  });

  it("refuses a form from elsewhere and one without its token", async () => {
    await anna.visit("/queue");
    const post = (path: string, headers: Record<string, string>, body: string) =>
      fetch(service.url + path, {
        method: "POST",
        redirect: "manual",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          cookie: `hamlet_session=${anna.cookie}`,
          ...headers,
        },
        body,
      });
    for (const path of ["/queue/decide", "/queue/bulk", "/queue/undo", "/queue/demo/x/author"]) {
      expect((await post(path, { origin: "https://evil.example" }, "decision=spam")).status).toBe(403);
      const wrong = "decision=spam&site=demo&id=x&batch=1-a&csrf=wrong";
      expect((await post(path, { origin: service.url }, wrong)).status).toBe(403);
    }
  });
});
