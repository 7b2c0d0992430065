import { existsSync } from "node:fs";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

/** Browsers that people have installed. */
const INSTALLED = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/usr/bin/google-chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser: an installed Chrome, else the one that npm carries (Linux). Undefined, with the reason told: there is none. */
export async function launch(): Promise<Browser | undefined> {
  try {
    const installed = INSTALLED.find((path) => existsSync(path));
    if (installed) return await playwright.launch({ executablePath: installed, args: QUIET });
    if (process.platform !== "linux") throw new Error("no Chrome found");
    // Not its own arguments: they put all into one process and turn the web's security off.
    return await playwright.launch({ executablePath: await chromium.executablePath(), args: QUIET });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message.split("\n")[0] : String(failure);
    if (process.env.CI) throw new Error(`No browser to test in: ${reason}`);
    console.warn(`SKIPPED: no browser to test in: ${reason}`);
    return undefined;
  }
}
