import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { access } from "../../../src/routes.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, aService, TOKEN, theBrowser } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** A browser of somebody's own, with an authenticator that knows her. */
async function somebody(): Promise<{ context: BrowserContext; page: Page; authenticator: string }> {
  const context = await (browser as Browser).newContext({ locale: "en" });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const session = await context.newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page, authenticator: authenticatorId };
}

const places: Readonly<Record<string, string>> = { site: "demo", id: "c1", n: "1", token: "made-up" };
const filled = (path: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => places[name] ?? "0123456789abcdef");

describe.skipIf(browser === undefined)("people with passkeys", () => {
  let service: Service & { clean: () => Promise<void> };
  let url: string;
  let mods: Moderator;
  let waiting: string[];

  beforeAll(async () => {
    service = await aService();
    url = service.url.replace("127.0.0.1", "localhost");
    mods = new Moderator(browser as Browser, service);
    await mods.makeSite();
    waiting = await mods.submitDistinct(2);
  });
  afterAll(() => service?.clean());

  const addPasskey = async (page: Page, name: string) => {
    await page.fill('form[action="/account/passkeys"] [name=name]', name);
    await page.click('form[action="/account/passkeys"] button');
    await page.waitForURL("**/account?saved=1");
    expect(await page.textContent("main")).toContain(name);
  };

  it("come from the first start to a moderator who is taken out", async () => {
    const anna = await somebody();
    await anna.page.goto(`${url}/login`);
    await anna.page.fill("[name=token]", TOKEN);
    await anna.page.fill("[name=name]", "Anna");
    await anna.page.click('form[action="/login"] button');
    await anna.page.waitForURL("**/queue");
    await anna.page.goto(`${url}/people`);
    await anna.page.click('form[action="/account/own"] button');
    await anna.page.waitForURL("**/account");
    await addPasskey(anna.page, "Anna's phone");
    await addPasskey(anna.page, "the same again").catch(() => undefined);

    // She comes back by it.
    await anna.context.clearCookies();
    await anna.page.goto(`${url}/login`);
    await anna.page.click('form[action="/login/passkey"] button');
    await anna.page.waitForURL("**/queue");

    await anna.page.goto(`${url}/people`);
    await anna.page.fill('form[action="/people"] [name=name]', "Mo");
    await anna.page.selectOption('[name="role demo"]', "moderator");
    await anna.page.click('form[action="/people"] button');
    const link = (await anna.page.textContent("code.secret")) ?? "";
    expect(link).toContain(`${url}/invitation/`);

    const mo = await somebody();
    await mo.page.goto(link);
    await mo.page.click("main form button");
    await mo.page.waitForURL("**/account");
    await addPasskey(mo.page, "Mo's laptop");
    await mo.context.clearCookies();
    await mo.page.goto(`${url}/login`);
    await mo.page.click('form[action="/login/passkey"] button');
    await mo.page.waitForURL("**/queue");
    await mo.page.locator("button[value=approve] >> visible=true").first().click();
    await expect.poll(async () => (await mods.statuses(waiting)).includes("published")).toBe(true);

    const refused = Object.entries(access).filter(([, caller]) => /owner\(/.test(caller));
    expect(refused.length).toBeGreaterThan(50);
    const csrf = await mo.page.locator("input[name=csrf]").first().getAttribute("value");
    const letIn = [];
    for (const [route] of refused) {
      const [method = "", path = ""] = route.split(" ");
      const isApi = path.startsWith("/v1/");
      const response = await mo.context.request.fetch(url + filled(path), {
        method,
        maxRedirects: 0,
        headers: { origin: url, "x-csrf-token": csrf ?? "" },
        ...(method !== "GET" && (isApi ? { data: {} } : { form: { csrf: csrf ?? "" } })),
      });
      if (response.status() !== 403 && response.status() !== 401) letIn.push(`${route} ${response.status()}`);
    }
    expect(letIn).toEqual([]);

    await anna.page.goto(`${url}/people`);
    await anna.page.click('ul.cards a >> text="Mo"');
    await anna.page.click("button.spam");
    await anna.page.waitForURL("**/people");
    await mo.page.goto(`${url}/queue`);
    expect(mo.page.url()).toContain("/login");
    await mo.page.click('form[action="/login/passkey"] button');
    await mo.page.locator("p.fault").waitFor();
    await Promise.all([anna.context.close(), mo.context.close()]);
  });

  it("find no passkey good at another address of this Hamlet, are told so, and come in by a token", async () => {
    const added = await api(service.url, TOKEN, "POST", "/v1/people", {
      name: "Cleo",
      roles: { demo: "moderator" },
    });
    const { id } = added.body as { id: string };
    const made = await api(service.url, TOKEN, "POST", `/v1/people/${id}/invitation`);
    const { context, page } = await somebody();
    await page.goto((made.body as { link: string }).link.replace(/^https?:\/\/[^/]+/, url));
    await page.click("main form button");
    await page.waitForURL("**/account");
    expect(await page.textContent("main")).toContain("A passkey opens localhost alone");
    await addPasskey(page, "Cleo's phone");
    await page.fill('form[action="/account/tokens"] [name=name]', "In the drawer");
    await page.click('form[action="/account/tokens"] button');
    const token = (await page.textContent("code.secret"))?.trim() ?? "";

    const other = url.replace("localhost", "moved.localhost");
    await page.goto(`${other}/login`);
    await page.click('form[action="/login/passkey"] button');
    await page.getByText("Nothing came of it. Try again, or use a token.").first().waitFor();
    await page.fill("[name=token]", token);
    await page.click('form[action="/login"] button');
    await page.waitForURL("**/queue");
    await page.goto(`${other}/account`);
    const text = await page.textContent("main");
    expect(text).toContain("A passkey opens moved.localhost alone");
    expect(text).toContain("is for localhost: it does not open this address");
    await page.goto(`${url}/login`);
    await page.click('form[action="/login/passkey"] button');
    await page.waitForURL("**/queue");
    await context.close();
  });
});
