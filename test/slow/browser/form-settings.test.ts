import type { Browser } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

describe.skipIf(browser === undefined)("a form on the blog's own pages", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite({ form: true, publishBelow: 0, rejectAbove: 1 }));
  afterEach(() => anna.close());

  it("is told by keys alone what it asks of readers; what is missing is named at its field", async () => {
    const page = await anna.visit("/sites/demo/wire", { viewport: { width: 390, height: 800 } });
    const group = page.locator("#readers");
    await group.getByRole("combobox").focus();
    await page.keyboard.type("Cloudflare");
    await page.keyboard.press("Tab");
    const loaded = page.waitForEvent("load");
    await page.keyboard.press("Enter");
    await loaded;
    const key = group.locator("[name='formProof.siteKey']");
    expect([
      await key.getAttribute("aria-invalid"),
      await group.locator('[id="fault-formProof.siteKey"]').count(),
    ]).toEqual(["true", 1]);
    expect([await anna.serious(), await anna.sideways()]).toEqual([[], 0]);
    await key.focus();
    await page.keyboard.type("0x4AAAkey");
    await page.keyboard.press("Tab");
    await page.keyboard.type("0x4AAA-the-secret");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Shift+Tab");
    await Promise.all([page.waitForURL("**saved=1**"), page.keyboard.press("Enter")]);
    const { body } = await api(service.url, TOKEN, "GET", "/v1/sites/demo");
    const { formProof, markdown } = (body as { settings: Record<string, unknown> }).settings;
    expect([formProof, markdown]).toEqual([{ kind: "turnstile", siteKey: "0x4AAAkey", secret: "…" }, true]);
    expect(await page.content()).not.toContain("0x4AAA-the-secret");
    expect([await anna.serious(), await page.locator("#snippet").inputValue()]).toEqual([
      [],
      expect.stringContaining(
        '<div class="cf-turnstile" data-sitekey="0x4AAAkey" data-action="comment"></div>',
      ),
    ]);
  });

  it("shows what came before it was switched on once its owner presses the button", async () => {
    await anna.makeSite();
    const early = { id: "early", content: "Was this written for the old compiler?" };
    await anna.submit({ ...early, post: { url: "https://blog.example/posts/early/" } } as typeof early);
    await anna.decide("early", "approve", "Anna");
    await api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { form: true });
    const shown = async () => {
      const query = "post=https://blog.example/posts/early/";
      const { body } = await api(service.url, TOKEN, "GET", `/f/demo/comments?${query}`);
      return (body as { comments: { id: string }[] }).comments.map(({ id }) => id);
    };
    expect(await shown()).toEqual([]);
    const page = await anna.visit("/sites/demo/wire");
    const button = page.getByRole("button", { name: "Show readers earlier comments, too" });
    await Promise.all([page.waitForURL("**saved=1**"), button.press("Enter")]);
    await expect.poll(shown).toEqual(["early"]);
  });
});
