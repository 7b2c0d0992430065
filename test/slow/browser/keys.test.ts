import type { Browser, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** Bits of the protocol for what is held down. */
const held = { Alt: 1, Control: 2, Meta: 4, Shift: 8 } as const;

interface Press {
  /** What the key writes with this layout, and where it is on the keyboard. */
  readonly key: string;
  readonly code: string;
  readonly holding?: keyof typeof held;
  readonly repeats?: number;
}

/** Presses a key as a keyboard of any layout does: the browser makes the event itself. */
async function press(page: Page, { key, code, holding, repeats = 0 }: Press): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const event = { key, code, modifiers: holding ? held[holding] : 0 };
  for (let i = 0; i <= repeats; i++)
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", autoRepeat: i > 0, ...event });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  await session.detach();
}

/** A layout, what a key of it writes, where that key is, whether Shift is held, and what is meant. */
const layouts: readonly (readonly [string, string, string, boolean, string | undefined])[] = [
  ["QWERTY", "a", "KeyA", false, "a"],
  ["QWERTY with Caps Lock", "A", "KeyA", false, "a"],
  ["Dvorak, whose s is elsewhere", "s", "Semicolon", false, "s"],
  ["Dvorak, whose semicolon is at z", ";", "KeyZ", false, undefined],
  ["AZERTY, whose a is at q", "a", "KeyQ", false, "a"],
  ["AZERTY, whose figures need Shift", "&", "Digit1", false, "1"],
  ["QWERTZ, whose z is at y", "z", "KeyY", false, "z"],
  ["Turkish", "ı", "KeyI", false, undefined],
  ["French of Canada", "é", "Slash", false, undefined],
  ["Russian", "ы", "KeyS", false, "s"],
  ["Russian with Caps Lock", "Ы", "KeyS", false, "s"],
  ["Greek", "σ", "KeyS", false, "s"],
  ["Arabic", "س", "KeyS", false, "s"],
  ["Arabic, two letters on a key", "لا", "KeyB", false, "b"],
  ["Arabic, the question mark", "؟", "Slash", false, "/"],
  ["Hebrew", "ד", "KeyS", false, "s"],
  ["Hindi", "े", "KeyS", false, "s"],
  ["Japanese kana", "と", "KeyS", false, "s"],
  ["Japanese, full width", "ｓ", "KeyS", false, "s"],
  ["Persian figures", "۱", "Digit1", false, "1"],
  ["a dead key", "Dead", "KeyA", false, undefined],
  ["an arrow", "ArrowDown", "ArrowDown", false, "ArrowDown"],
  ["a key of a name", "Home", "Home", false, undefined],
  ["QWERTY", "X", "KeyX", true, "Shift+x"],
  ["QWERTY with Caps Lock", "x", "KeyX", true, "Shift+x"],
  ["Russian", "Ч", "KeyX", true, "Shift+x"],
  ["Arabic, a vowel sign", "ِ", "KeyA", true, "Shift+a"],
  ["Arabic, a bracket", "]", "KeyD", true, "Shift+d"],
  ["Hebrew, which has Latin capitals there", "S", "KeyS", true, "Shift+s"],
  ["German, whose slash needs Shift", "/", "Digit7", true, "/"],
  ["AZERTY figures", "1", "Digit1", true, "1"],
  ["QWERTY signs", "!", "Digit1", true, undefined],
  ["Arabic, the question mark", "؟", "Slash", true, "?"],
];

describe.skipIf(browser === undefined)("keys", () => {
  let service: Service;
  let anna: Moderator;

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
  });
  beforeEach(() => anna.makeSite());
  afterEach(() => anna.close());

  const statuses = (ids: readonly string[]) => Promise.all(ids.map((id) => anna.status(id)));

  it("are what people mean by them on keyboards of all layouts", async () => {
    const { keyName } = await import(new URL("../../../src/ui/script/key-name.js", import.meta.url).href);
    const named = layouts.map(([layout, key, code, shiftKey]) => [layout, keyName({ key, code, shiftKey })]);
    expect(named).toEqual(layouts.map(([layout, , , , name]) => [layout, name]));
  });

  it("do with Caps Lock what they do without: one is selected and marked, and z takes it back", async () => {
    const ids = await anna.submitDistinct(8);
    const page = await anna.visit("/queue");
    await page.keyboard.press("X");
    expect(await page.locator("input[name=pick]:checked").count()).toBe(1);
    await page.keyboard.press("S");
    await expect
      .poll(async () => (await statuses(ids)).sort())
      .toEqual([...Array(7).fill("pending"), "spam"]);
    await page.keyboard.press("Z");
    await expect.poll(() => statuses(ids)).toEqual(Array(8).fill("pending"));
    await expect.poll(() => anna.left()).toBe(8);
  });

  it.each([
    ["Russian", "о", "ы", "я"],
    ["Greek", "ξ", "σ", "ζ"],
    ["Arabic", "ت", "س", "ئ"],
    ["Hebrew", "ח", "ד", "ז"],
  ])("move, decide and undo on a keyboard that writes %s", async (_, j, s, z) => {
    const [, id = ""] = await anna.submitDistinct(2);
    const page = await anna.visit("/queue", { locale: "ar" });
    await press(page, { key: j, code: "KeyJ" });
    await press(page, { key: s, code: "KeyS" });
    await expect.poll(() => anna.status(id)).toBe("spam");
    await press(page, { key: z, code: "KeyZ" });
    await expect.poll(() => anna.status(id)).toBe("pending");
  });

  it("held down decide on one comment, not on those after it", async () => {
    const ids = await anna.submitDistinct(4);
    const page = await anna.visit("/queue");
    await press(page, { key: "a", code: "KeyA", repeats: 12 });
    const one = ["pending", "pending", "pending", "published"];
    await expect.poll(async () => (await statuses(ids)).sort()).toEqual(one);
    await expect.poll(() => anna.left()).toBe(3);
    await press(page, { key: "j", code: "KeyJ", repeats: 12 });
    expect(await page.locator(".row").last().getAttribute("class")).toContain("is-open");
  });

  it("decide on a whole page only when one says so once more, however few it holds", async () => {
    const ids = await anna.submitDistinct(3);
    const page = await anna.visit("/queue");
    await page.keyboard.press("Shift+X");
    await page.keyboard.press("Shift+S");
    await page.locator("dialog").waitFor();
    expect(await page.textContent("dialog p")).toContain("3 comments");
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(await statuses(ids)).toEqual(Array(3).fill("pending"));
    await page.keyboard.press("Shift+S");
    await page.locator("dialog .btn.main").click();
    await page.locator(".toast", { hasText: "3 comments done." }).waitFor();
    expect(await statuses(ids)).toEqual(Array(3).fill("spam"));
  });

  it("decide on two of three that are selected without asking", async () => {
    const ids = await anna.submitDistinct(3);
    const page = await anna.visit("/queue");
    for (const key of ["x", "j", "x", "Shift+D"]) await page.keyboard.press(key);
    await page.locator(".toast", { hasText: "2 comments done." }).waitFor();
    expect((await statuses(ids)).sort()).toEqual(["discarded", "discarded", "pending"]);
  });

  it("are the browser's with a modifier, and while text is composed", async () => {
    const ids = await anna.submitDistinct(2);
    const page = await anna.visit("/queue");
    await page.keyboard.press("j");
    for (const holding of ["Alt", "Control", "Meta"] as const)
      await press(page, { key: "s", code: "KeyS", holding });
    await press(page, { key: "Process", code: "KeyS" });
    await page.evaluate(() => {
      const composed = { key: "s", code: "KeyS", bubbles: true, isComposing: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", composed));
      const third = new KeyboardEvent("keydown", { key: "s", code: "KeyS", modifierAltGraph: true });
      document.dispatchEvent(third);
    });
    expect(await anna.left()).toBe(2);
    expect(await statuses(ids)).toEqual(["pending", "pending"]);
  });

  it("are told in their dialog, with what holds of them", async () => {
    const page = await anna.visit("/queue");
    await page.keyboard.press("?");
    const dialog = page.locator("dialog");
    await dialog.waitFor();
    const text = (await dialog.textContent()) ?? "";
    for (const said of ["Caps Lock changes nothing", "held down works once", "asks first"])
      expect(text).toContain(said);
  });
});
