import type { Page } from "playwright-core";
import { DESK, type Scene, type Shot } from "./camera.ts";

/** The list alone, without the comment beside it. */
const LIST = { x: 68, y: 0, width: 506, height: 460 };
const desk = { viewport: DESK };

/** The states of the list: what was done, what went wrong, what is looked for. Some of them decide, so the order matters. */
export async function states(shot: Shot, scene: Scene): Promise<void> {
  await shot("state-search", "/queue", desk, (page) => page.focus("input[type=search]"), {
    ...LIST,
    x: 840,
    width: 600,
  });
  await shot(
    "state-not-understood",
    "/queue?q=colour:red+domain:tablas-del-mar.example",
    desk,
    undefined,
    LIST,
  );
  await shot(
    "state-selection",
    "/queue",
    desk,
    async (page) => {
      for (const id of ["6", "5", "mika"])
        await page.check(`[id="c-demo-${id}"] input[name=pick]`, { force: true });
    },
    LIST,
  );
  await shot(
    "state-many",
    "/queue?open=demo/wave-0",
    desk,
    async (page) => {
      await page.keyboard.press("s");
      await page.locator("dialog[open]").waitFor();
    },
    { x: 400, y: 330, width: 640, height: 240 },
  );
  await shot(
    "state-trusted",
    "/queue?open=demo/6",
    desk,
    async (page) => {
      await page.keyboard.press("t");
      await page.locator("#alike").waitFor();
    },
    { ...LIST, width: 900, height: 900 },
  );
  await shot("state-offline", "/queue?open=demo/mika", desk, offline, LIST);
  await shot(
    "state-somebody-else",
    "/queue?open=demo/salt",
    desk,
    async (page) => {
      await scene.decide("salt", "approve", "Ben");
      await page.keyboard.press("s");
      await page.locator('[id="c-demo-salt"] > .note').waitFor();
      await page.locator('[id="c-demo-salt"]').scrollIntoViewIfNeeded();
    },
    { ...LIST, y: 400 },
  );
  await shot("after-reload", "/queue", desk, async (page) => {
    await page.locator(".done-fold summary").click();
  });
}

/** A decision that cannot be sent now. */
async function offline(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.keyboard.press("s");
  await page.locator("#offline").waitFor();
}
