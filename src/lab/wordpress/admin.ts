import type { Browser, Page } from "playwright-core";
import type { Blog } from "./blog.ts";

interface Connection {
  readonly address: string;
  readonly word: string;
  readonly secret: string;
}

/** The wait for WordPress to unpack a plugin, milliseconds. */
const UPLOAD = 60_000;

/** Of a picture, pixels; and of the bar above it, which is left out, as is the menu. */
const HEIGHT = 560;
const BAR = 32;

/** A field that is shown by a click. */
export interface Field {
  readonly name: string;
  readonly behind: string;
}

/** That for a key on the Akismet plugin's page. */
export const KEY: Field = { name: "#key", behind: ".akismet-enter-api-key-box__reveal" };

/** Somebody in wp-admin, with a real browser. */
export class Admin {
  readonly #blog: Pick<Blog, "url" | "isNetwork">;
  readonly #page: Page;

  private constructor(blog: Pick<Blog, "url" | "isNetwork">, page: Page) {
    this.#blog = blog;
    this.#page = page;
  }

  static async signIn(browser: Browser, blog: Blog, user: string, password: string): Promise<Admin> {
    const page = await (await browser.newContext({ viewport: { width: 1300, height: 900 } })).newPage();
    await page.goto(`${blog.url}/wp-login.php`);
    await page.fill("#user_login", user);
    await page.fill("#user_pass", password);
    await page.click("#wp-submit");
    await page.waitForURL(/wp-admin/);
    return new Admin(blog, page);
  }

  /** The same person in another blog of the network. */
  of(blog: string): Admin {
    return new Admin({ url: blog, isNetwork: true }, this.#page);
  }

  /** Fills in the connection page; answers what it says. */
  async connect({ address, word, secret }: Connection): Promise<string> {
    await this.#open("options-general.php?page=hamlet");
    await this.#page.fill("#hamlet-address", address);
    await this.#page.fill("#hamlet-word", word);
    await this.#page.fill("#hamlet-secret", secret);
    return this.#send("Connect");
  }

  /** Uploads a zip on the plugins screen and activates what is in it; answers what WordPress says. */
  async upload(file: string): Promise<string> {
    await this.#open(`${this.#blog.isNetwork ? "network/" : ""}plugin-install.php?tab=upload`);
    await this.#page.setInputFiles("#pluginzip", file);
    await this.#page.click("#install-plugin-submit");
    const activate = this.#page.locator("a", { hasText: /Activate Plugin|Network Activate/ });
    const why = this.#page.locator("#wpbody-content");
    await activate.click({ timeout: UPLOAD }).catch(async () => {
      throw new Error(
        `WordPress did not take ${file}: ${(await why.textContent())?.replaceAll(/\s+/g, " ")}`,
      );
    });
    return ((await this.#page.locator("#message, .notice-success").first().textContent()) ?? "").trim();
  }

  /** Activates a plugin by its file, such as akismet/akismet.php. */
  async activate(file: string): Promise<void> {
    await this.#open("plugins.php");
    await this.#page.click(`tr[data-plugin="${file}"] .activate a`);
    await this.#page.waitForLoadState();
  }

  /** Types a key into the Akismet plugin's form; answers what it says. */
  async akismetKey(key: string): Promise<string> {
    await this.#open("options-general.php?page=akismet-key-config");
    const reveal = this.#page.locator(KEY.behind);
    if ((await reveal.count()) > 0) await reveal.first().click();
    await this.#page.locator(KEY.name).first().fill(key);
    await this.#page.locator("form:has(#key) input[type=submit]").first().click();
    await this.#page.waitForLoadState();
    const said = this.#page.locator(".akismet-alert, .notice");
    const texts = await said.allTextContents();
    return texts.join(" ").replaceAll(/\s+/g, " ").trim();
  }

  async disconnect(): Promise<string> {
    await this.#open("options-general.php?page=hamlet");
    return this.#send("Disconnect");
  }

  async #send(button: string): Promise<string> {
    await this.#page.getByRole("button", { name: button, exact: true }).click();
    const said = this.#page.locator(".wrap .notice p").first();
    return (
      (await said.textContent().catch(async () => {
        const seen = (await this.#page.locator("body").textContent())?.replaceAll(/\s+/g, " ");
        throw new Error(`WordPress said nothing to ${button} at ${this.#page.url()}: ${seen?.slice(-600)}`);
      })) ?? ""
    );
  }

  /** Clicks an action of a comment's row: approve, unapprove, spam, trash, unspam, untrash, delete. */
  async row(id: number, action: string, view = "all"): Promise<void> {
    await this.#open(`edit-comments.php?comment_status=${view}`);
    const row = this.#page.locator(`#comment-${id}`);
    await row.hover();
    const answered = this.#page.waitForResponse((response) => response.url().includes("admin-ajax.php"));
    await row.locator(`.row-actions .${action} a`).first().click();
    await answered;
  }

  /** Ticks comments and chooses a bulk action. */
  async bulk(ids: readonly number[], action: string, view = "all"): Promise<void> {
    await this.#open(`edit-comments.php?comment_status=${view}`);
    for (const id of ids) await this.#page.check(`#cb-select-${id}`);
    await this.#page.selectOption("#bulk-action-selector-top", action);
    await this.#page.click("#doaction");
    await this.#page.waitForLoadState();
  }

  /** Changes a comment's text by quick edit. */
  async quickEdit(id: number, text: string): Promise<void> {
    await this.#open("edit-comments.php");
    const row = this.#page.locator(`#comment-${id}`);
    await row.hover();
    await row.locator(".row-actions .quickedit button").click();
    await this.#page.fill("#replycontent", text);
    const answered = this.#page.waitForResponse((response) => response.url().includes("admin-ajax.php"));
    await this.#page.locator("#replyrow .save.button, #replyrow .save .button, #savebtn").first().click();
    await answered;
  }

  /** What the column says of a comment, and where it leads. */
  async column(id: number, view = "all"): Promise<{ text: string; link: string | null }> {
    await this.#open(`edit-comments.php?comment_status=${view}`);
    const cell = this.#page.locator(`#comment-${id} .column-hamlet`);
    const text = ((await cell.textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
    const links = cell.locator("a");
    return { text, link: (await links.count()) > 0 ? await links.first().getAttribute("href") : null };
  }

  /** Comments shown as waiting for Hamlet, and what the screen says on top. */
  async waiting(): Promise<{ rows: number; view: string; notice: string }> {
    await this.#open("edit-comments.php?hamlet=waiting");
    const view = this.#page.locator(".subsubsub .hamlet");
    const notice = this.#page.locator(".notice-warning");
    return {
      rows: await this.#page.locator("#the-comment-list tr[id^=comment-]").count(),
      view: (await view.count()) > 0 ? ((await view.textContent())?.trim() ?? "") : "",
      notice: (await notice.count()) > 0 ? ((await notice.first().textContent()) ?? "") : "",
    };
  }

  /** Takes a picture of a page, or of its part about a field for which something has to be clicked. */
  async picture(address: string, file: string, field?: Field): Promise<void> {
    await this.#open(address);
    let y = BAR;
    if (field !== undefined) {
      await this.#page.locator(field.behind).first().click();
      const box = await this.#page.locator(field.name).boundingBox();
      y = Math.max(y, (box?.y ?? 0) - HEIGHT / 2);
    }
    await this.#page.screenshot({ path: file, clip: { x: 160, y, width: 1140, height: HEIGHT } });
  }

  async #open(address: string): Promise<void> {
    await this.#page.goto(`${this.#blog.url}/wp-admin/${address}`);
  }
}
