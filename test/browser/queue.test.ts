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
    await page.click("form[action='/login'] .primary");
    expect(await page.textContent("[role=alert]")).toBe("That is not the token.");
    await page.fill("[name=token]", TOKEN);
    await page.click("form[action='/login'] .primary");
    await page.waitForURL("**/queue?tab=spam");
    expect(await page.textContent(".tabs [aria-current]")).toContain("Spam");
    const [session] = (await page.context().cookies()).filter(({ name }) => name === "hamlet_session");
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  });

  it("says what is true when nothing waits", async () => {
    const page = await anna.visit("/queue");
    expect(await page.textContent(".empty")).toContain("Since yesterday 0 were published and 0 stopped.");
  });

  it("shows what waits and why, decides without a reload and undoes", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    await anna.visit("/queue");
    const row = anna.row(id);
    expect(await row.locator(".why").textContent()).toMatch(/^(Likely fine|Unsure|Likely spam).+/);
    expect(await row.locator(".lede h2").textContent()).toMatch(/^Waits because /);
    const before = await anna.counted("pending");
    await row.locator("button[value=spam]").click();
    await expect.poll(() => anna.status(id)).toBe("spam");
    await expect.poll(() => anna.counted("pending")).toBe(before - 1);
    await anna.page.locator(".thumb > button", { hasText: "Undo" }).click();
    await row.locator("button[value=approve]").waitFor();
    expect(await anna.status(id)).toBe("pending");
    expect(await anna.counted("pending")).toBe(before);
  });

  it("opens a comment in its row: the points add up, and reasons light their evidence", async () => {
    const id = await anna.submit(everyday[0] as (typeof everyday)[number]);
    const page = await anna.visit("/queue");
    const reading = await anna.read(id);
    const points = async (selector: string) =>
      (await reading.locator(selector).allTextContents()).map((text) => Number(text.replace("−", "-")));
    const sum = (await points(".reason:not(.tone, .sum) .num")).reduce((all, one) => all + one, 0);
    const [score = 0] = await points(".reason.sum .num");
    expect(Math.abs(sum - score)).toBeLessThan(0.5);
    await reading.locator(".reason[tabindex]").first().focus();
    expect(await reading.locator("mark.lit").count()).toBeGreaterThan(0);
    await reading.locator("a.deep").click();
    await reading.locator(".waterfall").waitFor();
    expect(await reading.locator(".details").textContent()).toContain("Checks that were not made");
    await reading.locator("a.deep").click();
    expect(await reading.locator(".details").count()).toBe(0);
    expect(new URL(page.url()).search).toBe(`?open=demo/${id}`);
  });

  it("finds by words and conditions, and says what it did not understand", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const name = `Reader ${id.replace("many-", "")}`;
    const page = await anna.visit("/queue");
    await page.keyboard.press("/");
    await page.keyboard.type(`author:"${name}" score>0.001 before:yesterday`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/queue?q=*");
    expect(await page.textContent(".found [role=status]")).toContain("1 comment found");
    expect(await page.locator(".note.warm", { hasText: "before:yesterday" }).count()).toBe(1);
    expect(await page.locator(".row").count()).toBe(1);
    await anna.goto("/queue?q=nothing-like-it");
    expect(await page.textContent(".empty")).toContain("No comment here matches.");
  });

  it("tells of an author, and blocks and unblocks", async () => {
    const [id = ""] = await anna.submitDistinct(1);
    const page = await anna.visit("/queue");
    const reading = await anna.read(id);
    await reading.locator("a.who-else").click();
    const drawer = page.locator("dialog");
    await drawer.getByText("Known by the mail address").waitFor();
    expect(await drawer.locator(".past li").count()).toBe(1);
    await drawer.locator("button.spam").click();
    await page.locator(".toast", { hasText: "Blocked: what this author writes is rejected." }).waitFor();
    await page.keyboard.press("z");
    await page.locator(".toast", { hasText: "Undone" }).waitFor();
  });

  it("makes, changes and deletes a site, and names the field that was wrong", async () => {
    const page = await anna.visit("/sites");
    await page.fill("[name=id]", "second");
    await page.fill("[name=name]", "Second blog");
    await page.click("button.primary");
    expect(await page.locator(".secrets code").first().textContent()).toMatch(/^[a-z0-9]{12}$/);
    await page.goto(`${service.url}/sites/second`);
    await page.locator("#limits #own-limits").check();
    await page.fill("[name=publishBelow]", "200");
    await page.locator("#limits .btn.main").click();
    expect(await page.textContent("#fault-publishBelow")).toContain("a number from 0 to 100");
    await page.fill("[name=publishBelow]", "1");
    await page.locator("#limits .btn.main").click();
    expect(await page.textContent("[role=status].notice")).toBe("Saved.");
    expect(await page.inputValue("[name=publishBelow]")).toBe("1");
    await page.goto(`${service.url}/sites/second/data`);
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
