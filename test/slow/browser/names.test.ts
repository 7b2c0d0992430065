import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** Three letters with 42 marks each, above and below. */
const piled = ["a", "b", "c"].map((letter) => letter + "\u0301\u0323\u0308".repeat(14)).join("");
const long = "W".repeat(120);
/** Runs from right to left and would turn what stands beside it. */
const turned = "\u05e9\u05dc\u05d5\u05dd 12";

const comment = (id: string, name: string) => ({
  id,
  content: `I like tides. More on http://some-blog.example/page ${id}`,
  author: { name, email: `${id}@mail.example` },
});

/**
 * How many places show a name, and of those whose marks could be painted over a neighbour how they stand: the nearest
 * element that clips is higher than three lines.
 */
const spills = (name: string) => `(() => {
  const name = ${JSON.stringify(name)};
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let places = 0;
  const open = [];
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (!data.includes(name) || !parentElement.checkVisibility() || parentElement.closest("pre")) continue;
    places++;
    let box = parentElement;
    while (box && getComputedStyle(box).overflowY === "visible") box = box.parentElement;
    const height = box ? box.getBoundingClientRect().height : Infinity;
    if (height > 3 * parseFloat(getComputedStyle(parentElement).fontSize) * 1.6) open.push(parentElement.outerHTML.slice(0, 60));
  }
  return [places > 0, open];
})()`;

describe.skipIf(browser === undefined)("names of strangers", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    await anna.makeSite();
    for (const [id, name] of Object.entries({ piled, long, turned })) await anna.submit(comment(id, name));
  });
  afterEach(() => anna.close());

  const phone = { viewport: { width: 320, height: 640 } };
  const paths = (id: string) => ["/queue?tab=all", `/queue/demo/${id}`, `/queue/demo/${id}/author`];
  const decided = async (page: Page, id: string) => {
    await anna.goto("/queue?tab=all");
    await anna.choose(id, "discard");
    await expect.poll(() => anna.status(id)).toBe("discarded");
    await anna.goto("/queue");
    await page.locator(".done-fold summary").click();
  };

  it("with marks piled on their letters stay in their own line, wherever they stand", async () => {
    const page = await anna.visit("/queue");
    const found: Record<string, unknown> = {};
    for (const path of paths("piled")) {
      await anna.goto(path);
      found[path] = await page.evaluate(spills(piled));
    }
    await decided(page, "piled");
    found.decided = await page.evaluate(spills(piled));
    await anna.goto("/history");
    found.history = await page.evaluate(spills(piled));
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, [true, []]])));
  });

  it("as long as a line wrap on a phone, before and after a decision", async () => {
    const page = await anna.visit("/queue", phone);
    const wide: Record<string, number> = {};
    await api(service.url, TOKEN, "POST", "/v1/people", {
      name: "W".repeat(60),
      roles: { demo: "moderator" },
    });
    for (const path of [...paths("long"), "/history", "/people"]) {
      await anna.goto(path);
      wide[path] = await anna.sideways();
    }
    await decided(page, "long");
    wide.decided = await anna.sideways();
    expect(wide).toEqual(Object.fromEntries(Object.keys(wide).map((path) => [path, 0])));
  });

  it("turn nothing beside them: each stands isolated", async () => {
    const page = await anna.visit("/queue");
    const bare: string[] = [];
    await decided(page, "turned");
    for (const path of ["", ...paths("turned"), "/queue", "/history"]) {
      if (path !== "") await anna.goto(path);
      bare.push(
        ...(await page.evaluate<string[]>(`(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const bare = [];
          while (walker.nextNode()) {
            const { parentElement, data } = walker.currentNode;
            if (data.includes("\\u05e9") && !parentElement.closest("bdi, pre, [dir=auto], option"))
              bare.push(parentElement.outerHTML.slice(0, 80));
          }
          return bare;
        })()`)),
      );
    }
    expect(bare).toEqual([]);
  });

  it.each(["light", "dark"] as const)("leave nothing for axe to find, %s", async (colorScheme) => {
    const page = await anna.visit("/sites/demo", { colorScheme, locale: "ar", ...phone });
    const found: Record<string, unknown> = {};
    const asked = [
      "/sites/demo",
      "/sites/demo/dashboard",
      "/sites/demo/wire",
      "/sites/demo/keys/new",
      "/sites/demo/keys/1",
      "/sites/demo/keys/1/revoke",
    ];
    for (const path of [...asked, "/sites/demo/deliveries", "/queue?tab=all", "/queue?after=x&tab=spam"]) {
      await page.goto(anna.url + path);
      found[path] = [await anna.serious(), await anna.sideways()];
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((path) => [path, [[], 0]])));
  });
});
