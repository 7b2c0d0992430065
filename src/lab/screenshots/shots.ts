import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

interface Session {
  readonly url: string;
  readonly token: string;
  readonly out: string;
  readonly browser: Browser;
}

/** What happens to the service between the pictures. */
interface Scene {
  readonly fill: () => Promise<void>;
  /** A month that went before. */
  readonly past: () => Promise<void>;
}

const DESK = { width: 1440, height: 900 };
const TABLET = { width: 1024, height: 768 };
const PHONE = { width: 390, height: 844 };

/** Takes every picture, in the order in which a moderator would meet the states. */
export async function shots(session: Session, scene: Scene): Promise<void> {
  const shot = await shooter(session);
  await scene.fill();
  const phone = { viewport: PHONE, hasTouch: true };
  await shot("queue", "/queue?open=demo/6", { viewport: DESK });
  await shot("queue-dark", "/queue?open=demo/5", { viewport: DESK, colorScheme: "dark" });
  await shot("queue-wave", "/queue?open=demo/wave-0", { viewport: DESK });
  await shot("queue-tablet", "/queue?open=demo/ferry", { viewport: TABLET });
  await shot("queue-arabic", "/queue?open=demo/arabic", { viewport: DESK, locale: "ar" });
  await shot("queue-german", "/queue?open=demo/7", { viewport: DESK, locale: "de" });
  await shot("phone-list", "/queue", phone);
  await shot("focus-phone", "/queue?open=demo/6", { ...phone, colorScheme: "dark" });
  await shot("why", "/queue?open=demo/6", { viewport: DESK }, async (page) => {
    await page.locator("a.deep").click();
    await page.locator(".waterfall").waitFor();
    await page.locator(".waterfall").scrollIntoViewIfNeeded();
  });
  await shot("author", "/queue?open=demo/6", { viewport: DESK }, async (page) => {
    await page.locator("a.who-else").click();
    await page.locator("dialog .past").waitFor();
  });
  await scene.past();
  await shot("overview", "/sites/demo/dashboard", { viewport: { width: 1440, height: 1800 } });
  await shot("filter", "/sites/demo?try=light", { viewport: { width: 1440, height: 1500 } });
  await shot("connection", "/sites/demo/wire", { viewport: DESK, colorScheme: "dark" });
  await shot("site-phone", "/sites/demo/dashboard", phone);
  await shot("after-reload", "/queue", { viewport: DESK }, async (page) => {
    await page.keyboard.press("a");
    await page.keyboard.press("s");
    await page.waitForTimeout(1000);
    await page.reload();
    await page.locator("html.js").waitFor();
    await page.locator(".done-fold summary").click();
  });
}

type Act = (page: Page) => Promise<unknown>;

/** Opens a page signed in, does what leads to the state, and takes its picture. */
async function shooter(session: Session) {
  const { url, out, browser } = session;
  const storageState = await signIn(session);
  return async (name: string, path: string, options: BrowserContextOptions, act?: Act) => {
    const page = await browser.newPage({ locale: "en", storageState, ...options });
    await page.goto(url + path);
    if (path.startsWith("/queue")) await page.locator("html.js").waitFor();
    await act?.(page);
    await page.screenshot({ path: join(out, `${name}.png`) });
    await page.context().close();
  };
}

/** One sign-in for all pictures: attempts are counted. */
async function signIn({ url, token, browser }: Session) {
  const page = await browser.newPage();
  await page.goto(`${url}/login`);
  await page.fill("[name=token]", token);
  await page.fill("[name=name]", "Anna");
  await page.click("form[action='/login'] .primary");
  await page.waitForURL(`${url}/queue`);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}
