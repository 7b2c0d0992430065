import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { launch } from "../../src/cli/browser.ts";
import { api, aService, KEY, TOKEN } from "./session.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser: Browser | undefined = await launch();
const hostile = `<script>document.title = "owned"</script><img src=x onerror="document.title='owned'">\u202Etxet ${"x".repeat(60_000)}`;

describe.skipIf(browser === undefined)("the queue page", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  let page: Page;
  let faults: string[];
  let run = 0;

  beforeAll(async () => {
    service = await aService();
    await api(service.url, TOKEN, "POST", "/v1/sites", {
      id: "demo",
      name: "Demo",
      url: "https://blog.example",
      hosts: ["blog.example"],
    });
  });
  afterAll(async () => {
    await service?.clean();
    await browser?.close();
  });
  beforeEach(() => {
    run++;
    faults = [];
  });
  afterEach(async () => {
    await page?.context().close();
    expect(faults).toEqual([]);
  });

  /** A new browser window; what a policy blocks and what fails in a script is noted. */
  const open = async (options: BrowserContextOptions = {}) => {
    page = await (browser as Browser).newPage(options);
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 4|status of 5/.test(message.text()))
        faults.push(message.text());
    });
    page.on("pageerror", (failure) => faults.push(failure.message));
    return page;
  };

  /** Signed in without spending an attempt for each test: the cookie is kept. */
  let cookie: string | undefined;
  const signIn = async (options: BrowserContextOptions = {}) => {
    await open(options);
    if (cookie === undefined) {
      await page.goto(`${service.url}/queue`);
      await page.fill("[name=token]", TOKEN);
      await page.fill("[name=name]", "Anna");
      await page.click("button.primary");
      await page.waitForURL("**/queue");
      cookie = (await page.context().cookies()).find(({ name }) => name === "hamlet_session")?.value;
    } else {
      await page.context().addCookies([{ name: "hamlet_session", value: cookie, url: service.url }]);
      await page.goto(`${service.url}/queue`);
    }
  };

  const submit = async (id: string, comment: object) => {
    const reply = await api(service.url, KEY, "POST", "/v1/sites/demo/comments", {
      id: `${id}-${run}`,
      ...comment,
    });
    expect(reply.status).toBe(201);
    return `${id}-${run}`;
  };
  const doubtful = (n: number) => ({
    content: `Number ${n}: interesting, more on http://some-blog.example.net/page/${n}-${run}`,
    author: { name: `Kim ${n}` },
  });
  const status = async (id: string) =>
    ((await api(service.url, KEY, "GET", `/v1/sites/demo/comments/${id}`)).body as { status: string }).status;
  const row = (id: string) => page.locator(`[id="c-demo-${id}"]`);
  const serious = async () => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (
        window as never as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(),
    );
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  it("asks for the token, refuses a wrong one, and leads on to where one wanted to go", async () => {
    await open();
    await page.goto(`${service.url}/queue?tab=spam`);
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

  it("shows what waits with its reasons, decides without a reload and undoes", async () => {
    const id = await submit("js", doubtful(1));
    await signIn();
    expect(await row(id).locator(".reasons li").count()).toBe(3);
    const pending = async () => Number(await page.textContent('.count[data-status="pending"]'));
    const before = await pending();
    await row(id).locator("button.spam").click();
    await row(id).getByText("Marked spam · learned").waitFor();
    expect(await pending()).toBe(before - 1);
    expect(await status(id)).toBe("spam");
    await row(id).getByRole("button", { name: "Undo" }).click();
    await row(id).locator("button.approve").waitFor();
    expect(await status(id)).toBe("pending");
  });

  it("is worked by keys alone", async () => {
    const first = await submit("k1", doubtful(1));
    const second = await submit("k2", doubtful(2));
    await signIn();
    const waiting = await page.locator(".row").count();
    for (let i = 0; i < waiting; i++) await page.keyboard.press(i === 0 ? "j" : "d");
    await page.keyboard.press("d");
    await page.waitForFunction(() => document.querySelectorAll(".row:not(.slim)").length === 0);
    await expect
      .poll(async () => [await status(first), await status(second)])
      .toEqual(["discarded", "discarded"]);
    await page.keyboard.press("z");
    await expect.poll(() => status(second)).toBe("pending");
  });

  it("does all of it without JavaScript", async () => {
    const id = await submit("plain", doubtful(1));
    await signIn({ javaScriptEnabled: false });
    await row(id).locator("button.approve").click();
    await page.waitForURL(`**/queue?did=demo%2F${id}`);
    expect(await status(id)).toBe("published");
    expect(await page.textContent(".did p")).toContain("Approved · learned as ham");
    await page.locator(".did button.undo").click();
    expect(await status(id)).toBe("pending");
    await row(id).locator("a.why").click();
    expect(await page.locator("tfoot").textContent()).toContain("Score in log-odds");
  });

  it("tells the second moderator what the first decided, and takes back what it showed", async () => {
    const id = await submit("two", doubtful(1));
    await signIn();
    await api(service.url, KEY, "POST", `/v1/sites/demo/comments/${id}/decision`, {
      decision: "approve",
      by: "Ben",
    });
    await row(id).locator("button.spam").click();
    await row(id).getByRole("alert").waitFor();
    expect(await row(id).getByRole("alert").textContent()).toMatch(
      /^Approved · learned as ham just now by Ben/,
    );
    expect(await status(id)).toBe("published");
  });

  it("shows hostile comments as text, at 320 px without sideways scrolling", async () => {
    const id = await submit("evil", {
      content: hostile,
      author: { name: "<b>Eve</b>", url: "javascript:alert(1)" },
    });
    await signIn({ viewport: { width: 320, height: 640 } });
    await page.goto(`${service.url}/queue?tab=all`);
    expect(await row(id).locator(".text").textContent()).toContain(
      '<script>document.title = "owned"</script>',
    );
    expect(await row(id).locator(".acting").first().textContent()).toBe("U+202E");
    expect(await row(id).locator("img, script, b i").count()).toBe(0);
    expect(await page.title()).not.toBe("owned");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`${service.url}/queue/demo/${id}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it.each(["light", "dark"] as const)(
    "has nothing serious for axe to find in any view, %s",
    async (colorScheme) => {
      const id = await submit(`axe-${colorScheme}`, doubtful(1));
      await signIn({ colorScheme });
      const found: Record<string, string[]> = {};
      for (const path of [
        "/queue",
        "/queue?tab=all",
        `/queue/demo/${id}`,
        "/sites",
        "/sites/demo",
        "/docs",
        "/queue/demo/none",
      ]) {
        await page.goto(service.url + path);
        found[path] = await serious();
      }
      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    },
  );

  it("makes, changes and deletes a site, and names the field that was wrong", async () => {
    await signIn();
    await page.goto(`${service.url}/sites`);
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
    await signIn();
    const post = (headers: Record<string, string>, body: string) =>
      fetch(`${service.url}/queue/decide`, {
        method: "POST",
        redirect: "manual",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          cookie: `hamlet_session=${cookie}`,
          ...headers,
        },
        body,
      });
    expect((await post({ origin: "https://evil.example" }, "decision=spam")).status).toBe(403);
    expect((await post({ origin: service.url }, "decision=spam&site=demo&id=x&csrf=wrong")).status).toBe(403);
  });
});
