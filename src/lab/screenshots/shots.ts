import type { Page } from "playwright-core";
import { DESK, type Scene, type Session, shooter } from "./camera.ts";
import { states } from "./states.ts";

const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Takes every picture, in the order in which a moderator would meet the states. */
export async function shots(session: Session, scene: Scene): Promise<void> {
  const shot = await shooter(session);
  await scene.fill();
  await shot(undefined, "/queue", { viewport: DESK }, decideNine);
  const phone = { viewport: PHONE, hasTouch: true };
  await shot("queue", "/queue?open=demo/6", { viewport: DESK });
  await shot("queue-dark", "/queue?open=demo/5", { viewport: DESK, colorScheme: "dark" });
  await shot("queue-wave", "/queue?open=demo/wave-0", { viewport: DESK }, (page) =>
    page.hover('[id="c-brot-arabic"] a.line'),
  );
  await shot("queue-tablet", "/queue?open=demo/6", { viewport: TABLET });
  await shot("queue-arabic", "/queue?open=brot/arabic", { viewport: DESK, locale: "ar" });
  await shot("queue-german", "/queue?open=brot/karin-3", { viewport: DESK, locale: "de" });
  await shot("phone-list", "/queue", phone);
  await shot("phone-wave", "/queue?open=demo/wave-0", phone, (page) =>
    page.click(".row.is-open .menu > summary"),
  );
  await shot("phone-selection", "/queue", { ...phone, colorScheme: "dark" }, async (page) => {
    for (const id of ["6", "5"]) await page.check(`[id="c-demo-${id}"] input[name=pick]`, { force: true });
  });
  await shot("focus-phone", "/queue?open=demo/6", { ...phone, colorScheme: "dark" });
  await shot("why", "/queue?open=demo/6", { viewport: DESK }, async (page) => {
    await page.locator("a.deep").click();
    await page.locator(".waterfall").waitFor();
    await page.locator(".waterfall").scrollIntoViewIfNeeded();
  });
  await shot("author", "/queue?open=brot/karin-3", { viewport: DESK }, async (page) => {
    await page.locator(".row.is-open a.who-else").click();
    await page.locator("dialog .past").waitFor();
  });
  await shot("answer", "/queue?open=demo/6", { viewport: DESK }, async (page) => {
    await page.keyboard.press("r");
    await page.fill(
      "dialog textarea",
      "It is the epoch: mine are from 1998. Thank you, I will use your table.",
    );
  });
  await states(shot, scene);
  await scene.past();
  await shot("overview", "/sites/demo/dashboard", { viewport: { width: 1440, height: 1800 } });
  await shot("filter", "/sites/demo?try=light", { viewport: { width: 1440, height: 1500 } });
  await shot("connection", "/sites/demo/wire", { viewport: DESK, colorScheme: "dark" });
  await shot("site-phone", "/sites/demo/dashboard", phone);
}

/** What was done this morning: it stands in one line over the list. */
async function decideNine(page: Page): Promise<void> {
  const morning = ["a", "a", "s", "d", "a", "s", "a", "a", "s"];
  for (const [n, key] of morning.entries()) {
    await page.keyboard.press(key);
    await page.locator(`.thumb[data-done="${n + 1}"]`).waitFor();
    await page.waitForTimeout(300);
  }
  await page.waitForTimeout(1000);
}
