import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "../../src/lab/browser.ts";
import { actionToken } from "../../src/secrets/action-token.ts";
import { NOW } from "../clock.ts";
import { api, aService, KEY, SECRET, TOKEN } from "./session.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser: Browser | undefined = await launch();

describe.skipIf(browser === undefined)("the pages of a site", () => {
  let service: Awaited<ReturnType<typeof aService>>;
  let cookie: string;

  beforeAll(async () => {
    service = await aService();
    await api(service.url, TOKEN, "POST", "/v1/sites", {
      id: "demo",
      name: "Demo",
      hosts: ["blog.example"],
      webhook: "https://blog.example/hamlet",
      notify: {
        kind: "slack",
        url: "https://hooks.slack.com/services/T/B/x",
        act: true,
      },
    });
    const page = await (browser as Browser).newPage();
    await page.goto(`${service.url}/queue`);
    await page.fill("[name=token]", TOKEN);
    await page.fill("[name=name]", "Anna");
    await page.click("button.primary");
    await page.waitForURL("**/queue");
    cookie = (await page.context().cookies()).find(({ name }) => name === "hamlet_session")?.value ?? "";
    await page.context().close();
  });
  afterAll(async () => {
    await service?.clean();
    await browser?.close();
  });

  const held = async (id: string): Promise<string> => {
    const content = "Interesting, thanks for sharing. More on http://some-blog.example.net/page";
    const author = { name: "Kim", email: "kim@mail.example" };
    await api(service.url, KEY, "POST", "/v1/sites/demo/comments", { id, content, author });
    const token = await actionToken(SECRET, "demo", 1, { id, revision: 1, expires: NOW });
    return `/act/demo/${token}`;
  };

  /** Opens a page on a phone; answers it with what scripts and policies had against it. */
  const open = async (path: string, { locale = "en", signedIn = true } = {}) => {
    const page = await (browser as Browser).newPage({ viewport: { width: 360, height: 740 }, locale });
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (failure) => faults.push(failure.message));
    if (signedIn)
      await page.context().addCookies([{ name: "hamlet_session", value: cookie, url: service.url }]);
    await page.goto(service.url + path);
    return { page, faults };
  };

  const violations = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      (
        window as never as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(),
    );
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  it.each(["en", "ar"])(
    "are readable by all on a phone, and nothing is blocked or wider than the screen: %s",
    async (locale) => {
      const link = await held(`axe-${locale}`);
      const found: Record<string, unknown> = {};
      const paths = ["deliveries", "notices", "person", "privacy"].map((name) => `/sites/demo/${name}`);
      for (const path of [...paths, `/queue/demo/axe-${locale}`, link]) {
        const { page, faults } = await open(path, { locale });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        const dir = await page.evaluate(() => document.documentElement.dir);
        found[path] = [await violations(page), faults, wide, dir];
        await page.context().close();
      }
      const fine = [[], [], false, locale === "ar" ? "rtl" : "ltr"];
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, fine])));
    },
  );

  it("let a commenter's data be shown and erased, after a tick", async () => {
    await held("kims");
    const { page } = await open("/sites/demo/person");
    await page.fill("[name=email]", "Kim@Mail.example");
    await page.click("button.primary");
    expect(await page.textContent("[role=status]")).toContain("comments");
    await page.click("button.spam");
    expect(new URL(page.url()).pathname).toBe("/sites/demo/person");
    await page.check("[type=checkbox]");
    await page.click("button.spam");
    await page.waitForURL("**/person/erase");
    expect(await page.textContent(".notice")).toContain("Erased:");
    await page.context().close();
  });

  it("decide by a link out of a message without signing in, once, with the button and not by opening", async () => {
    const link = await held("linked");
    const { page } = await open(link, { signedIn: false });
    await page.click("button.approve");
    await page.waitForSelector("h1[role=status]");
    expect(await page.textContent("h1")).toBe("Approved.");
    const { body } = await api(service.url, KEY, "GET", "/v1/sites/demo/comments/linked");
    expect(body).toMatchObject({ status: "published", history: [{ by: "link", decision: "approve" }] });
    await page.goto(service.url + link);
    expect(await page.textContent("h1")).toContain("not good any more");
    await page.context().close();
  });
});
