import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { FORM, send, type Target } from "../../../src/lab/conformance/target.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("the page about Akismet's clients", () => {
  let service: Service;
  let anna: Moderator;
  let page: Page;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite({ mode: "log-only" });
    page = await anna.visit("/queue");
  });
  afterAll(() => anna?.close());

  const check = (key: string, more: Record<string, string>) => {
    const target: Target = { url: new URL(service.url), key, blog: "https://blog.example" };
    const fields = {
      api_key: key,
      blog: target.blog,
      user_ip: "203.0.113.9",
      permalink: "https://blog.example/a",
    };
    return send(target, {
      path: "/1.1/comment-check",
      type: FORM,
      body: new URLSearchParams({ ...fields, ...more }).toString(),
    });
  };

  it("makes a key, shows it once, and then what the client asked and what was refused", async () => {
    await page.goto(`${service.url}/sites/demo/wire`);
    await page.locator('#akismet a[href="/sites/demo/akismet"]').click();
    await page.getByRole("button", { name: "Make a key" }).click();
    const key = (await page.locator(".secrets code").nth(1).textContent()) ?? "";
    expect(key).toMatch(/^[a-z0-9]{12}$/);
    expect((await check(key, { comment_content: "Hello", comment_author: "Kim" })).body).toBe("false");
    expect((await check("wrongwrong12", { comment_content: "Hello" })).body).toBe("invalid");
    await expect
      .poll(async () => {
        await page.goto(`${service.url}/sites/demo/akismet`);
        return (await page.locator("tbody tr").allTextContents()).map((text) =>
          text.replace(/^.*?(?=comment-check)/, ""),
        );
      })
      .toEqual([
        "comment-checkConformance/1.0 | Hamlet/1.0blog.examplea key that nobody has wr… (12 characters)",
        "comment-checkConformance/1.0 | Hamlet/1.02, validfalse",
      ]);
    expect(await page.content()).not.toContain(key);
    expect(await anna.serious()).toEqual([]);
  });

  it("compares in log-only mode what would have been done with what people did", async () => {
    await page.goto(`${service.url}/sites/demo/akismet`);
    await page.click("text=Make a key");
    const key = (await page.locator(".secrets code").nth(1).textContent()) ?? "";
    const spam = {
      comment_author: "akismet-guaranteed-spam",
      comment_content: "I like tides",
      comment_author_email: "a@b.example",
    };
    const { body, headers } = await check(key, spam);
    expect(body).toBe("false");
    await page.goto(`${service.url}/queue/demo/${headers["x-akismet-guid"]}`);
    // The page of one comment loads again once it is decided on.
    await Promise.all([page.waitForEvent("load"), page.locator(".acts button[value=approve]").click()]);
    await page.goto(`${service.url}/sites/demo/log-only`);
    const cells = await page.locator("tbody tr").last().locator("td").allTextContents();
    expect(cells).toEqual(["1", "0", "0", "0"]);
    expect(await page.locator("ol.rows li.card").textContent()).toContain("Hamlet: rejected. Anna: Approve.");
    expect(await anna.serious()).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
