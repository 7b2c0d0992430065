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
}

const DESK = { width: 1180, height: 860 };
const PHONE = { width: 320, height: 640 };

/** Takes every picture, in the order in which a moderator would meet the states. */
export async function shots(session: Session, scene: Scene): Promise<void> {
  const shot = await shooter(session);
  await scene.fill();
  await shot("queue", "/queue", { viewport: DESK }, (page) => page.keyboard.press("j"));
  await shot("queue-dark", "/queue?sort=newest", { viewport: DESK, colorScheme: "dark" });
  await shot("queue-arabic", "/queue", { viewport: DESK, locale: "ar" });
  await shot("focus-phone", "/queue?view=focus", { viewport: PHONE, hasTouch: true });
  await shot("why", "/queue", { viewport: DESK }, async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    await page.locator(".story").waitFor();
  });
  await shot("author", "/queue", { viewport: DESK }, async (page) => {
    await page.locator("a.who").first().click();
    await page.locator("dialog .past").waitFor();
  });
  await shot("after-reload", "/queue", { viewport: DESK }, async (page) => {
    await page.locator("#c-demo-ferry button.approve").click();
    await page.locator("#c-demo-ferry .done button").first().waitFor();
    await page.reload();
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
    await page.locator("html.js").waitFor();
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
  await page.click("button.primary");
  await page.waitForURL(`${url}/queue`);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}
