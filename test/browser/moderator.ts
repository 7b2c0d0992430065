import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import type { Service } from "../../src/cli/service.ts";
import { distinct } from "../../src/lab/screenshots/sample-comments.ts";
import { aNetwork, api, KEY, TOKEN } from "./session.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What the network and refused requests log by themselves. */
const EXPECTED = /status of 4|status of 5|net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/;

/** A busy machine is waited for, milliseconds. */
const PATIENCE = 120_000;

/** Does something with each of many, so many at once. */
async function inTurn<T, R>(all: readonly T[], atOnce: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += atOnce)
    done.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))));
  return done;
}

/** A moderator in a browser: signs in once, and notes what a policy blocks and what fails in a script. */
export class Moderator {
  readonly faults: string[] = [];
  readonly #service: Service;
  readonly #browser: Browser;
  #cookie: string | undefined;
  #page: Page | undefined;
  #isPlain = false;

  constructor(browser: Browser, service: Service) {
    this.#browser = browser;
    this.#service = service;
  }

  get url(): string {
    return this.#service.url;
  }

  get page(): Page {
    if (!this.#page) throw new Error("no page is open");
    return this.#page;
  }

  /** A new demo site; without settings of its own it holds everything, whatever it learns. */
  async makeSite(settings: object = { publishBelow: 0, rejectAbove: 1 }): Promise<void> {
    const site = { id: "demo", name: "Demo", url: "https://blog.example", hosts: ["blog.example"] };
    await api(this.url, TOKEN, "DELETE", "/v1/sites/demo");
    await api(this.url, TOKEN, "POST", "/v1/sites", { ...site, ...settings });
  }

  async open(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.#browser.newPage({
      locale: "en",
      serviceWorkers: "block",
      extraHTTPHeaders: aNetwork(),
      ...options,
    });
    page.setDefaultTimeout(PATIENCE);
    this.#page = page;
    this.#isPlain = options.javaScriptEnabled === false;
    page.on("console", (message) => {
      if (message.type() === "error" && !EXPECTED.test(message.text())) this.faults.push(message.text());
    });
    page.on("pageerror", (failure) => this.faults.push(failure.message));
    return page;
  }

  /** Opens a page signed in. Without spending an attempt each time: the cookie is kept. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.open(options);
    if (this.#cookie === undefined) {
      await page.goto(`${this.url}/login`);
      await page.fill("[name=token]", TOKEN);
      await page.fill("[name=name]", "Anna");
      await page.click("form[action='/login'] .primary");
      await page.waitForURL("**/queue");
      const cookies = await page.context().cookies();
      this.#cookie = cookies.find(({ name }) => name === "hamlet_session")?.value;
    } else {
      await page.context().addCookies([{ name: "hamlet_session", value: this.#cookie, url: this.url }]);
    }
    await this.goto(path);
    return page;
  }

  get cookie(): string {
    return this.#cookie ?? "";
  }

  /** To another path; the script has started when this is done. */
  async goto(path: string): Promise<void> {
    await this.page.goto(this.url + path);
    await this.scripted();
  }

  async scripted(): Promise<void> {
    if (this.#isPlain || (await this.page.locator('script[src="/queue.js"]').count()) === 0) return;
    await this.page.locator("html.js").waitFor();
  }

  async close(): Promise<void> {
    await this.#page?.context().close();
    this.#page = undefined;
    expect(this.faults.splice(0)).toEqual([]);
  }

  async submit(comment: object & { readonly id: string }): Promise<string> {
    const { status } = await api(this.url, KEY, "POST", "/v1/sites/demo/comments", comment);
    expect(status).toBe(201);
    return comment.id;
  }

  /** Comments that all differ, and that the filter is unsure of; no two calls make the same. */
  async submitDistinct(n: number): Promise<string[]> {
    const comments = distinct(this.#made, this.#made + n);
    this.#made += n;
    // A few come in order, many at once.
    return inTurn(comments, n > 10 ? 10 : 1, (comment) => this.submit(comment));
  }
  #made = 0;

  /** By the API; a site that is busy for so long that it is taken for down is asked again. */
  async decide(id: string, decision: string, by: string): Promise<void> {
    const path = `/v1/sites/demo/comments/${id}/decision`;
    const decided = async () => (await api(this.url, KEY, "POST", path, { decision, by })).status;
    await expect.poll(decided, { timeout: PATIENCE }).toBe(200);
  }

  async status(id: string): Promise<string> {
    const { body } = await api(this.url, KEY, "GET", `/v1/sites/demo/comments/${id}`);
    return (body as { status: string }).status;
  }

  statuses(ids: readonly string[]): Promise<string[]> {
    return inTurn(ids, 10, (id) => this.status(id));
  }

  row(id: string) {
    return this.page.locator(`[id="c-demo-${id}"]`);
  }

  /** Opens a comment, as a click on its row does. */
  async read(id: string) {
    await this.row(id).locator("a.line").click();
    const reading = this.row(id).locator(".reading:not(.is-bones)");
    await reading.waitFor();
    return reading;
  }

  /** Decides on a comment by the buttons under it. */
  async choose(id: string, decision: string): Promise<void> {
    const reading = await this.read(id);
    await reading.locator(`.acts button[value=${decision}]`).click();
  }

  /** Comments that the done line counts. */
  async done(): Promise<number> {
    return Number(await this.page.locator(".thumb").getAttribute("data-done"));
  }

  /** Rows that are still there. */
  left(): Promise<number> {
    return this.page.locator(".list > .row:not([hidden])").count();
  }

  async doneAndLeft(): Promise<readonly [done: number, left: number]> {
    return [await this.done(), await this.left()];
  }

  /** The number of a tab. */
  async counted(status: string): Promise<number> {
    return Number(await this.page.locator(`.tabs .n[data-status="${status}"]`).getAttribute("data-n"));
  }

  /** What axe finds that is serious, or worse. */
  serious(): Promise<string[]> {
    return this.seriousOn(this.page);
  }

  /** The same on a page of somebody else's. */
  async seriousOn(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    return found.violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  /** Pixels that stick out at the side. */
  async sideways(): Promise<number> {
    return this.page.evaluate<number>(
      "Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)",
    );
  }
}
