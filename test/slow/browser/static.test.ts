import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import released from "../../../src/ui/embed/released.json" with { type: "json" };
import { Moderator } from "../../browser/moderator.ts";
import { aNetwork, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

const STYLE = `body { margin: 1rem; color: #222; background: #fff; font: 16px/1.5 sans-serif }
a { color: #00e } textarea { box-sizing: border-box; inline-size: 100% }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #111 } a { color: #9cf } }`;

/** A page of plain files, with the form of docs/integrations/static.md. */
const pageAt = (hamlet: string, address: string, language: string) => `<!doctype html>
<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>Loops</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css">
<script type="module" src="${hamlet}${released.path}" integrity="${released.integrity}" crossorigin="anonymous"></script></head>
<body><main><h1>Loops</h1>
<p><a class="n" href="${address}#comments" data-hamlet="${hamlet}/f/demo">comments</a></p>
<hamlet-comments id="comments">
<form method="post" action="${hamlet}/f/demo">
<input type="hidden" name="post" value="${address}"><input type="hidden" name="title" value="Loops">
<p><label>Name <input name="name" required></label></p>
<p><label>Mail <input name="email" type="email"></label></p>
<p hidden><label>Leave this empty <input name="homepage" tabindex="-1" autocomplete="off"></label></p>
<p><label>Comment <textarea name="comment" rows="4" required></textarea></label></p>
<p><label><input type="checkbox" name="remember"> Remember me here</label></p>
<button>Send</button></form>
</hamlet-comments>
<p id="hamlet-published" hidden="until-found">Thank you, published.</p>
<p id="hamlet-waits" hidden="until-found">Thank you, it waits.</p>
<p id="hamlet-refused" hidden="until-found">Taken for spam.</p>
</main></body></html>`;

describe.skipIf(browser === undefined)("a blog of plain files", () => {
  let service: Service;
  let anna: Moderator;
  let blog: Server;
  let origin: string;
  let reader: Page | undefined;
  const faults: string[] = [];

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    blog = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? "/", origin);
      if (pathname === "/style.css") return response.setHeader("content-type", "text/css").end(STYLE);
      const language = pathname.startsWith("/ar/") ? "ar" : "en";
      response.setHeader("content-type", "text/html; charset=utf-8");
      // As strict as a page can be.
      response.setHeader(
        "content-security-policy",
        `default-src 'none'; style-src 'self'; script-src ${service.url}; connect-src ${service.url}; form-action ${service.url} ${origin}; base-uri 'none'`,
      );
      return response.end(pageAt(service.url, origin + pathname, language));
    });
    await new Promise<void>((resolve) => blog.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
  });
  afterAll(() => blog?.close());
  beforeEach(() =>
    anna.makeSite({
      form: true,
      url: origin,
      hosts: [new URL(origin).host],
      publishBelow: 0,
      rejectAbove: 1,
    }),
  );
  afterEach(async () => {
    await reader?.context().close();
    await anna.close();
    expect(faults.splice(0)).toEqual([]);
  });

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    await reader?.context().close();
    reader = await (browser as Browser).newPage({ locale: "en", ...options });
    reader.setDefaultTimeout(120_000);
    // Each from a network of her own: from one, no more than ten a minute are taken.
    const network = aNetwork();
    await reader.route(`${service.url}/f/**`, (route) =>
      route.continue({ headers: { ...route.request().headers(), ...network } }),
    );
    // A browser tells by itself of pages that are not there, and of those that refuse.
    reader.on("console", (message) => {
      if (message.type() === "error" && !/status of 4/.test(message.text())) faults.push(message.text());
    });
    reader.on("pageerror", (failure) => faults.push(failure.message));
    await reader.goto(origin + path);
    return reader;
  };

  const fill = async (page: Page, name: string, text: string) => {
    await page.fill("input[name=name]", name);
    await page.fill("textarea[name=comment]", text);
  };

  /** Approves the comment that holds a text, on the queue page, as a moderator does. */
  const approve = async (text: string) => {
    const queue = await anna.visit("/queue");
    const row = queue.locator(".list > .row", { hasText: text });
    const id = ((await row.getAttribute("id")) ?? "").replace("c-demo-", "");
    await anna.choose(id, "approve");
    await expect.poll(() => anna.status(id)).toBe("published");
    await queue.context().close();
    return id;
  };

  /** A page that was read before shows a decision after some seconds. */
  const appears = (page: Page, id: string) =>
    expect
      .poll(async () => {
        await page.reload();
        await page.locator(".hamlet-list").waitFor({ state: "attached" });
        return page.locator(`[id="comment-${id}"]`).count();
      })
      .toBe(1);

  it("takes a comment without a script, and leads back to the words for what became of it", async () => {
    const page = await open("/posts/plain/", { javaScriptEnabled: false });
    await fill(page, "Ada", "Why is the index counted down and not up in this part?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL("**/posts/plain/#hamlet-waits");
    expect(await page.locator("#hamlet-waits").isVisible()).toBe(true);
    expect(await page.locator("#hamlet-published").isVisible()).toBe(false);
  });

  it("gives a text back without a script where it is not taken, and it can be sent again", async () => {
    const page = await open("/posts/again/", { javaScriptEnabled: false });
    await page.fill("input[name=name]", "Ada");
    await page.fill("textarea[name=comment]", "  ");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("There is no text in it.").waitFor();
    await page.fill("textarea[name=comment]", "Which version of the compiler did you use?");
    await page.getByRole("button", { name: "Send it again" }).click();
    await page.waitForURL("**/posts/again/#hamlet-waits");
  });

  it("sends by script, shows her own comment to its author while it waits, and lists it once approved; replies thread", async () => {
    const text = "The diagram shows four arrows, but the text speaks of three.";
    const page = await open("/posts/script/");
    await page.locator(".hamlet-list").waitFor({ state: "attached" });
    await fill(page, "Ada Bauer", text);
    await page.getByRole("button", { name: "Send" }).click();
    const mine = page.locator(".hamlet-list li", { hasText: text });
    await mine.getByText("Waits, visible to you alone").waitFor();
    expect(await page.locator(".hamlet-status").textContent()).toBe("Thank you, it waits.");
    expect(await page.inputValue("textarea[name=comment]")).toBe("");
    const other = await open("/posts/script/");
    await other.locator(".hamlet-list").waitFor({ state: "attached" });
    expect(await other.locator(".hamlet-list li").count()).toBe(0);
    const id = await approve(text);
    await appears(other, id);
    expect(await other.locator(`[id="comment-${id}"] .hamlet-mark`).count()).toBe(0);
    await expect.poll(() => other.locator("a.n").textContent()).toBe("1");

    const answer = "You are right, one of them was left over from an older drawing.";
    await other.getByRole("button", { name: "Reply to Ada Bauer" }).press("Enter");
    expect(await other.evaluate("document.activeElement.name")).toBe("comment");
    await fill(other, "Kim", answer);
    await other.getByRole("button", { name: "Send" }).click();
    await other.locator(`[id="comment-${id}"] ol li`, { hasText: answer }).waitFor();
    const second = await approve(answer);
    await expect
      .poll(async () => {
        await other.reload();
        await other.locator(".hamlet-list").waitFor({ state: "attached" });
        return other.locator(`[id="comment-${id}"] ol [id="comment-${second}"] .hamlet-mark`).count();
      })
      .toBe(0);
    expect(await other.locator(`[id="comment-${id}"] ol [id="comment-${second}"]`).count()).toBe(1);
  });

  it("lets its author change and delete her own comment, by keys, and nobody else", async () => {
    const text = "In the third listing `rows` is read before it is filled.";
    const better = "In the fourth listing `rows` is read before it is filled.";
    const page = await open("/posts/own/");
    await page.locator(".hamlet-list").waitFor({ state: "attached" });
    await fill(page, "Ada", text);
    await page.getByRole("button", { name: "Send" }).click();
    await page
      .locator(".hamlet-list li", { hasText: text })
      .getByRole("button", { name: "Edit" })
      .press("Enter");
    expect(await page.evaluate("document.activeElement.value")).toBe(text);
    expect(await anna.seriousOn(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Edit" }).fill(better);
    await page.getByRole("button", { name: "Save" }).press("Enter");
    const mine = page.locator(".hamlet-list li", { hasText: better });
    await mine.getByText("Waits, visible to you alone").waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Edit");
    const id = ((await mine.getAttribute("id")) ?? "").replace("comment-", "");
    expect(await anna.status(id)).toBe("pending");
    await page.reload();
    page.once("dialog", (dialog) => void dialog.accept());
    await page
      .locator(".hamlet-list li", { hasText: better })
      .getByRole("button", { name: "Delete" })
      .click();
    await page.getByText("Your comment is deleted.").waitFor();
    expect(await page.locator(".hamlet-list li").count()).toBe(0);
    await page.reload();
    await page.locator(".hamlet-list").waitFor({ state: "attached" });
    expect(await page.locator(".hamlet-list li").count()).toBe(0);
  });

  it("computes the proof that the blog asks for, under the strictest policy; without a script the comment waits", async () => {
    await anna.makeSite({
      form: true,
      url: origin,
      hosts: [new URL(origin).host],
      formProof: { kind: "work" },
      publishBelow: 0.998,
      publishBareBelow: 0.998,
      rejectAbove: 0.999,
    });
    const page = await open("/posts/proof/");
    await page.locator(".hamlet-list").waitFor({ state: "attached" });
    for (const text of [
      "Did you measure it with the cache switched off?",
      "Why is the index counted down?",
    ]) {
      await fill(page, "Ada", text);
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator(".hamlet-list li", { hasText: text }).waitFor();
      expect(await page.locator(".hamlet-status").textContent()).toBe("Thank you, published.");
    }
    const plain = await open("/posts/proof/", { javaScriptEnabled: false });
    await fill(plain, "Ada", "Which version of the compiler did you use?");
    await plain.getByRole("button", { name: "Send" }).click();
    await plain.waitForURL("**/posts/proof/#hamlet-waits");
  });

  it.each([
    ["a phone", "/posts/look/", { viewport: { width: 320, height: 700 } }],
    ["the dark", "/posts/look/", { colorScheme: "dark" }],
    ["Arabic", "/ar/posts/look/", { viewport: { width: 320, height: 700 } }],
  ] as const)(
    "is in order on %s: nothing that axe finds, nothing that sticks out",
    async (_, path, options) => {
      const page = await open(path, options);
      await page.locator(".hamlet-list").waitFor({ state: "attached" });
      await fill(page, "Ada", `A very long word: ${"x".repeat(200)} https://example.com/${"y".repeat(100)}`);
      await page.locator("form button:not([type])").click();
      await page.locator(".hamlet-mark").waitFor();
      expect(
        await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
      ).toBe(0);
      expect(await anna.seriousOn(page)).toEqual([]);
    },
  );

  it("remembers who writes in this browser alone, if she asks for it", async () => {
    const page = await open("/posts/remember/");
    await page.locator(".hamlet-list").waitFor({ state: "attached" });
    await fill(page, "Ada", "Does `sort` keep the order of equal elements in that version?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator(".hamlet-mark").waitFor();
    await page.reload();
    expect(await page.inputValue("input[name=name]")).toBe("");
    await page.check("input[name=remember]");
    await fill(page, "Ada", "How would you undo this step if the power fails in the middle?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator(".hamlet-mark").nth(1).waitFor();
    await page.reload();
    expect(await page.inputValue("input[name=name]")).toBe("Ada");
  });
});
