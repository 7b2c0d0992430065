import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { aNetwork, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** ALTCHA's own widget, where npm has put it into the folder of CONTRIBUTING.md: by version, its file and what names the challenge. */
const WIDGETS = (
  [
    ["3", "altcha/dist/main/altcha.min.js", "challenge"],
    ["2", "altcha2/dist/altcha.js", "challengeurl"],
  ] as const
).map(([version, file, attribute]) => ({
  version,
  attribute,
  file: join(process.env.GENERATORS ?? "", "node_modules", file),
}));

describe.skipIf(browser === undefined).each(WIDGETS)(
  "ALTCHA's widget, version $version",
  ({ version, file, attribute }) => {
    const isHere = process.env.GENERATORS !== undefined && existsSync(file);
    if (!isHere)
      console.warn(`SKIPPED: no widget ${version} of ALTCHA; CONTRIBUTING.md says how to have it here`);
    let service: Service;
    let anna: Moderator;
    let blog: Server;
    let origin: string;
    let page: Page;
    const faults: string[] = [];

    beforeAll(async () => {
      service = await theService();
      anna = new Moderator(browser as Browser, service);
      blog = createServer((request, response) => {
        const isScript = request.url === "/altcha.js";
        response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
        if (isScript) return response.end(readFileSync(file));
        return response.end(`<!doctype html><html lang="en"><title>Loops</title>
<script type="module" src="/altcha.js"></script>
<form method="post" action="${service.url}/f/demo"><input type="hidden" name="post" value="${origin}/posts/loops/">
<input name="name" aria-label="Name"><textarea name="comment" aria-label="Comment"></textarea>
<altcha-widget ${attribute}="${service.url}/f/demo/challenge"></altcha-widget><button>Send</button></form>
<p id="hamlet-published">Published</p><p id="hamlet-waits">Waits</p>`);
      });
      await new Promise<void>((resolve) => blog.listen(0, "127.0.0.1", resolve));
      origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
      const limits = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
      const hosts = [new URL(origin).host];
      await anna.makeSite({ form: true, url: origin, hosts, formProof: { kind: "work" }, ...limits });
    });
    afterEach(async () => {
      await page?.context().close();
      expect(faults.splice(0)).toEqual([]);
    });
    afterAll(() => blog?.close());

    const write = async (text: string) => {
      page = await (browser as Browser).newPage({ locale: "en", extraHTTPHeaders: {} });
      page.setDefaultTimeout(120_000);
      const network = aNetwork();
      await page.route(`${service.url}/f/**`, (route) =>
        route.continue({ headers: { ...route.request().headers(), ...network } }),
      );
      page.on("pageerror", (failure) => faults.push(failure.message));
      await page.goto(`${origin}/posts/loops/`);
      await page.fill("[name=name]", "Ada");
      await page.fill("[name=comment]", text);
    };

    it.skipIf(!isHere)("solves Hamlet's challenge, and the comment is judged as any other", async () => {
      await write("Did you measure it with the cache switched off?");
      await page.locator("altcha-widget input[type=checkbox]").click({ force: true });
      await page.locator("altcha-widget [data-state=verified]").waitFor();
      expect(await page.locator("[name=altcha]").inputValue()).not.toBe("");
      await page.getByRole("button", { name: "Send" }).click();
      await page.waitForURL("**/posts/loops/#hamlet-published");
      // Version 2 hides its link to ALTCHA from screen readers and not from keys.
      if (version === "3") expect(await anna.seriousOn(page)).toEqual([]);
    });
  },
);
