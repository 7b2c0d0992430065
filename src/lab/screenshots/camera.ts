import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface Session {
  readonly url: string;
  readonly token: string;
  readonly out: string;
  readonly browser: Browser;
}

/** What happens to the service between the pictures. */
export interface Scene {
  readonly fill: () => Promise<void>;
  /** A month that went before. */
  readonly past: () => Promise<void>;
  /** Somebody else decides on a comment of the first blog. */
  readonly decide: (id: string, decision: string, by: string) => Promise<unknown>;
}

export const DESK = { width: 1440, height: 900 };

interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Act = (page: Page) => Promise<unknown>;

/** Opens a page signed in, does what leads to the state, and takes its picture; without a name none. */
export type Shot = (
  name: string | undefined,
  path: string,
  options: BrowserContextOptions,
  act?: Act,
  clip?: Cut,
) => Promise<void>;

/** A camera of somebody who is signed in. */
export async function shooter(session: Session): Promise<Shot> {
  const { url, out, browser } = session;
  const storageState = await signIn(session);
  return async (name, path, options, act, clip) => {
    const page = await browser.newPage({ locale: "en", storageState, serviceWorkers: "block", ...options });
    await page.goto(url + path);
    if (path.startsWith("/queue")) await page.locator("html.js").waitFor();
    await act?.(page);
    if (name) await page.screenshot({ path: join(out, `${name}.png`), ...(clip && { clip }) });
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
