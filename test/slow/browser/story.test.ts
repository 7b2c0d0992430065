import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { aNetwork, aService, theBrowser } from "../../browser/session.ts";
import { Blog, generators, POSTS, pathOf, versionOf } from "./generators.ts";

const browser: Browser | undefined = await theBrowser();

const STYLE = `body { margin: 1rem; color: #222; background: #fff; font: 16px/1.5 sans-serif; overflow-wrap: anywhere }
textarea { box-sizing: border-box; inline-size: 100% } [id^="hamlet-"]:target { display: block; content-visibility: visible }`;

/** Serves pages on this machine. */
async function serve(
  page: (path: string) => string | undefined,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname === "/style.css") return response.setHeader("content-type", "text/css").end(STYLE);
    const found = page(pathname);
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.writeHead(found === undefined ? 404 : 200).end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let service: Service & { clean: () => Promise<void> };
let anna: Moderator;

beforeAll(async () => {
  if (browser === undefined) return;
  // Webmentions of this machine's own sites are read by this one setting, which is for trying out alone.
  service = await aService({ secrets: 'ALLOW_LOCAL_TARGETS="true"\n' });
  anna = new Moderator(browser, service);
});
afterAll(() => service?.clean());

describe.each(generators.map((one) => ({ ...one, version: versionOf(one), generator: one })))(
  "a blog by $name",
  ({ name, version, generator }) => {
    const isHere = browser !== undefined && version !== undefined;
    if (!isHere) console.warn(`SKIPPED: no ${name}, or no browser; CONTRIBUTING.md says how to have it here`);
    let blog: Blog;
    let server: Server;
    let origin: string;
    let reader: Page | undefined;
    const faults: string[] = [];

    beforeAll(async () => {
      if (!isHere) return;
      ({ server, origin } = await serve((path) => blog.page(path)));
      await makeSite();
      const connection = await anna.visit("/sites/demo/wire");
      const snippet = await connection.locator("#snippet").inputValue();
      await anna.close();
      blog = new Blog(generator, origin, snippet);
      blog.build();
    });
    beforeEach(() => (isHere ? makeSite() : undefined));
    afterEach(async () => {
      await reader?.context().close();
      await anna?.close();
      expect(faults.splice(0)).toEqual([]);
    });
    afterAll(() => {
      server?.close();
      blog?.clean();
    });

    const makeSite = () =>
      anna.makeSite({
        url: origin,
        hosts: [new URL(origin).host],
        form: true,
        webmentions: true,
        publishBelow: 0,
        rejectAbove: 1,
      });
    const open = async (post: string, options: BrowserContextOptions = {}) => {
      await reader?.context().close();
      reader = await (browser as Browser).newPage({ locale: "en", ...options });
      reader.setDefaultTimeout(120_000);
      const network = aNetwork();
      await reader.route(`${service.url}/f/**`, (route) =>
        route.continue({ headers: { ...route.request().headers(), ...network } }),
      );
      reader.on("console", (message) => {
        if (message.type() === "error" && !/status of 4/.test(message.text())) faults.push(message.text());
      });
      reader.on("pageerror", (failure) => faults.push(failure.message));
      reader.on("dialog", (dialog) => {
        faults.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await reader.goto(origin + pathOf(post));
      if (options.javaScriptEnabled !== false) await listed(reader);
      return reader;
    };
    const listed = (page: Page) => page.locator(".hamlet-list").waitFor({ state: "attached" });
    const write = async (page: Page, author: string, text: string) => {
      await page.fill("input[name=name]", author);
      await page.fill("textarea[name=comment]", text);
      await page.getByRole("button", { name: "Send" }).click();
    };

    /** Finds what waits by its text and approves it, on the queue page. */
    const approve = async (text: string) => {
      await anna.visit("/queue");
      const row = anna.page.locator(".list > .row", { hasText: text });
      await expect
        .poll(async () => {
          await anna.goto("/queue");
          return row.count();
        })
        .toBe(1);
      const id = ((await row.getAttribute("id")) ?? "").replace("c-demo-", "");
      await anna.choose(id, "approve");
      await expect.poll(() => anna.status(id)).toBe("published");
      await anna.close();
      return id;
    };
    /** Loads the page again until it shows something so often. */
    const shows = (page: Page, selector: string, n = 1) =>
      expect
        .poll(async () => {
          await page.reload();
          await listed(page);
          return page.locator(selector).count();
        })
        .toBe(n);

    it.skipIf(!isHere)(
      "takes comments without a script and with it, shows them once approved, in threads, and builds them in",
      async () => {
        const [post = ""] = POSTS;
        const question = "Why is the index counted down and not up in this part?";
        const plain = await open(post, { javaScriptEnabled: false });
        await write(plain, "Ada <img src=x onerror=alert(1)>", question);
        await plain.waitForURL(`**${pathOf(post)}#hamlet-waits`);
        expect(await plain.locator("#hamlet-waits").isVisible()).toBe(true);
        const id = await approve(question);

        const page = await open(post);
        await shows(page, `[id="comment-${id}"]`);
        const answer = "Because elements are removed on the way, and what follows would move.";
        await page.getByRole("button", { name: "Reply to Ada" }).click();
        await write(page, "Kim", answer);
        await page
          .locator(`[id="comment-${id}"] ol li`, { hasText: answer })
          .getByText("Waits, visible to you alone")
          .waitFor();
        const reply = await approve(answer);
        const other = await open(post);
        await shows(other, `[id="comment-${id}"] ol [id="comment-${reply}"]`);

        blog.fetchComments(service.url, POSTS.map((one) => origin + pathOf(one)).join("\n"));
        blog.build();
        const built = await open(post, { javaScriptEnabled: false });
        expect(await built.locator("noscript li b").allTextContents()).toEqual([
          "Ada <img src=x onerror=alert(1)>",
          "Kim",
        ]);
        expect(await built.locator("noscript li p").allTextContents()).toEqual([question, answer]);
        expect(await built.locator("img").count()).toBe(0);
        expect(await anna.seriousOn(await open(post))).toEqual([]);
      },
    );

    it.skipIf(!isHere)(
      "receives webmentions of another site on this machine, as its pages say where",
      async () => {
        const [, post = ""] = POSTS;
        const target = origin + pathOf(post);
        const words = "I tried the second way of that article, and it took half the time.";
        const elsewhere = await serve((path) => {
          const what =
            path === "/like"
              ? `<a class="u-like-of" href="${target}">liked</a>`
              : `<a class="u-in-reply-to" href="${target}">re</a><p class="e-content">${words}</p>`;
          return `<!doctype html><title>A note</title><article class="h-entry"><a class="p-author h-card" href="/">Eve</a>${what}</article>`;
        });
        const page = await open(post);
        const endpoint = (await page.locator("link[rel=webmention]").getAttribute("href")) ?? "";
        for (const path of ["/reply", "/like"]) {
          const body = new URLSearchParams({ source: elsewhere.origin + path, target });
          expect((await fetch(endpoint, { method: "POST", body, headers: aNetwork() })).status).toBe(202);
        }
        const id = await approve(words);
        await approve("likes this page");
        elsewhere.server.close();
        await shows(page, `[id="comment-${id}"] a[href="${elsewhere.origin}/reply"]`);
        await expect
          .poll(async () => {
            await page.reload();
            await listed(page);
            return page.locator(".hamlet-reactions").textContent();
          })
          .toBe("Likes: 1");
      },
    );

    it.skipIf(!isHere).each([320, 390])(
      "is in order on a phone of %i pixels: nothing that axe finds, nothing that sticks out",
      async (width) => {
        const page = await open(POSTS[2] ?? "", { viewport: { width, height: 700 } });
        await write(
          page,
          "Ada",
          `A very long word: ${"x".repeat(200)} https://example.com/${"y".repeat(100)}`,
        );
        await page.locator(".hamlet-mark").waitFor();
        expect(
          await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
        ).toBe(0);
        expect(await anna.seriousOn(page)).toEqual([]);
      },
    );
  },
);
