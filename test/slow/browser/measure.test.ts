import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** Rows that show from edge to edge, and where the first begins. */
const seen = `(() => {
  const list = document.querySelector(".scroll-list").getBoundingClientRect();
  const thumb = document.querySelector(".thumb").getBoundingClientRect();
  const end = Math.min(list.bottom, innerHeight, thumb.top > list.top ? thumb.top : innerHeight);
  const rows = [...document.querySelectorAll(".list > .row:not([hidden])")].map((row) => row.querySelector(".line").getBoundingClientRect());
  return { rows: rows.filter(({ top, bottom }) => top >= 0 && bottom <= end).length, top: Math.round(rows[0].top) };
})()`;

/** What can be tapped or clicked and is smaller than so many pixels; links inside sentences apart. */
const small = (
  least: number,
) => `[...document.querySelectorAll("a, button, input, select, summary, label.pick")]
  .filter((one) => one.checkVisibility() && !one.matches("p a, .found a, .skip, .unseen, input.box, .slims *, input[type=hidden]"))
  .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width > 0 && (height < ${least} - 0.5 || width < Math.min(${least}, 24) - 0.5))
  .map(([html, { width, height }]) => html + " " + Math.round(width) + "x" + Math.round(height))`;

describe.skipIf(browser === undefined)("what the design asks of the queue page", () => {
  let service: Service;
  let anna: Moderator;
  const told: Record<string, unknown> = {};

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite();
    await anna.submitDistinct(60);
  });
  afterEach(async () => {
    console.info(JSON.stringify(told));
    await anna.close();
  });

  const look = (page: Page) => page.evaluate<{ rows: number; top: number }>(seen);

  it("shows nine rows at once on a desk, and the first of a phone near its top", async () => {
    const page = await anna.visit("/queue", DESK);
    told.desk = await look(page);
    await anna.close();
    told.phone = await look(await anna.visit("/queue", PHONE));
    expect((told.desk as { rows: number }).rows).toBeGreaterThanOrEqual(9);
    expect((told.phone as { top: number }).top).toBeLessThanOrEqual(130);
  });

  it("weighs at most 70 KB with fifty rows, and its script 60 KB", async () => {
    const page = await anna.visit("/queue", DESK);
    expect(await page.locator(".list > .row").count()).toBe(50);
    const size = async (path: string) => (await (await page.request.get(anna.url + path)).body()).length;
    told.page = await size("/queue");
    told.script = await size("/queue.js");
    told.style = await size("/style.css");
    expect(told.page).toBeLessThanOrEqual(70 * 1024);
    expect(told.script).toBeLessThanOrEqual(60 * 1024);
  });

  it("has targets of 24 pixels on a desk and of 44 on a phone", async () => {
    const page = await anna.visit("/queue", DESK);
    told.smallOnDesk = await page.evaluate(small(24));
    await anna.close();
    const phone = await anna.visit("/queue", PHONE);
    told.smallOnPhone = await phone.evaluate(small(44));
    expect([told.smallOnDesk, told.smallOnPhone]).toEqual([[], []]);
  });

  it("scrolls sideways at no width", async () => {
    const page = await anna.visit("/queue", DESK);
    const wide: Record<number, number> = {};
    for (const width of [320, 390, 700, 720, 1024, 1100, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const pixels = await anna.sideways();
      if (pixels > 0) wide[width] = pixels;
    }
    expect(wide).toEqual({});
  });

  it("has the next comment there within 100 milliseconds of the key", async () => {
    const page = await anna.visit("/queue", DESK);
    const times = [];
    for (let n = 0; n < 20; n++) {
      // A reader takes at least a second for a comment.
      await page.waitForTimeout(1000);
      times.push(
        await page.evaluate<number>(`new Promise((resolve) => {
          const start = performance.now();
          const look = () => document.querySelector(".row.is-open:not([data-old]) .lede") ? resolve(performance.now() - start) : requestAnimationFrame(look);
          document.querySelector(".row.is-open").dataset.old = "";
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", code: "KeyJ", bubbles: true }));
          look();
        })`),
      );
    }
    times.sort((a, b) => a - b);
    told.nextRow = { median: Math.round(times[10] ?? 0), slowest: Math.round(times.at(-1) ?? 0) };
    expect(times[10]).toBeLessThanOrEqual(100);
  });
});
