import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import PostalMime, { type Email } from "postal-mime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configWithMail } from "../../../src/cli/mail-config.ts";
import type { Service } from "../../../src/cli/service.ts";
import { Moderator } from "../../browser/moderator.ts";
import { api, aService, TOKEN, theBrowser } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();
const ANNA = "anna@mail.example";

/** Sends mail by the binding of this machine's runtime, which writes each message to a file. */
describe.skipIf(browser === undefined)("mails by the binding", () => {
  let service: Service & { clean: () => Promise<void> };
  let files: string;
  let mods: Moderator;
  let page: Page;
  const usual = process.env.TMPDIR;

  const received = async (): Promise<Email[]> => {
    const names = readdirSync(files, { recursive: true, encoding: "utf8" });
    const mails = names.filter((name) => name.endsWith(".eml"));
    const all = await Promise.all(mails.map((name) => PostalMime.parse(readFileSync(join(files, name)))));
    return all.sort((a, b) => (a.subject ?? "").localeCompare(b.subject ?? ""));
  };
  const header = (mail: Email | undefined, name: string) =>
    mail?.headers.find(({ key }) => key === name)?.value ?? "";

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), "hamlet-mails-"));
    process.env.TMPDIR = files;
    service = await aService({ secrets: 'MAIL_FROM="hamlet@blog.example"\n', config: configWithMail() });
    mods = new Moderator(browser as Browser, service);
    await mods.makeSite({ publishBelow: 0, rejectAbove: 1, mailText: true, mailAct: true });
  });
  afterAll(async () => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    await page?.context().close();
    await service?.clean();
    rmSync(files, { recursive: true, force: true, maxRetries: 5 });
  });

  it("are chosen without a script, tried, come by the alarm, are read, decided by, and stopped by one click", async () => {
    const body = { name: "Anna", email: ANNA, roles: { demo: "moderator" } };
    const added = await api(service.url, TOKEN, "POST", "/v1/people", body);
    const { id } = added.body as { id: string };
    const made = await api(service.url, TOKEN, "POST", `/v1/people/${id}/invitation`);
    page = await (browser as Browser).newPage({ locale: "en", javaScriptEnabled: false });
    page.setDefaultTimeout(120_000);
    const { link } = made.body as { link: string };
    await page.goto(link.replace(/^https?:\/\/[^/]+/, service.url));
    await page.click("main form button");
    await page.waitForURL("**/account");
    await page.selectOption('[name="when demo"]', "at-once");
    await page.selectOption('[name="zone"]', "Europe/Berlin");
    await page.click('form[action="/account/mails"] .primary');
    await page.waitForURL("**/account?saved=1**");
    expect(await page.inputValue('[name="zone"]')).toBe("Europe/Berlin");
    await page.click('form[action="/account/mails/test"] button');
    await page.getByText("The mail was sent.").waitFor();

    const said = {
      content: "Thanks <b>for</b> this, see http://some-blog.example.net/page",
      author: { name: "Kim" },
    };
    await mods.submit({ id: "c1", ...said });
    await expect
      .poll(async () => (await received()).map(({ subject }) => subject))
      .toEqual(["Demo: 0 comments wait for you", "Demo: 1 comment waits for you"]);
    const [, mail] = await received();
    expect([mail?.from, mail?.to]).toEqual([
      { name: "Hamlet", address: "hamlet@blog.example" },
      [{ name: "", address: ANNA }],
    ]);
    expect(mail?.text).toContain("Kim: Thanks <b>for</b> this, see http: //some-blog[.]example[.]net/page");

    // As a mail program shows it: nothing is fetched, and it is readable in light and dark.
    const shown = await mods.open();
    const fetched: string[] = [];
    shown.on("request", (request) => fetched.push(request.url()));
    for (const colorScheme of ["light", "dark"] as const) {
      await shown.emulateMedia({ colorScheme });
      await shown.setContent(mail?.html ?? "");
      expect(await shown.locator(".said p").first().textContent()).toContain("Thanks <b>for</b> this");
      expect(await mods.serious()).toEqual([]);
    }
    expect(fetched).toEqual([]);
    const act = (await shown.locator(".said a").getAttribute("href")) ?? "";
    await mods.close();

    for (let i = 0; i < 3; i++) expect((await fetch(act)).status).toBe(200);
    expect(await mods.status("c1")).toBe("pending");
    await page.context().clearCookies();
    await page.goto(act);
    await page.click("button[value=approve]");
    await page.getByText("Approved.").waitFor();
    expect(await mods.status("c1")).toBe("published");
    expect((await fetch(act)).status).toBe(410);

    const stop = header(mail, "list-unsubscribe").slice(1, -1);
    for (let i = 0; i < 3; i++) expect((await fetch(stop)).status).toBe(200);
    const oneClick = () =>
      fetch(stop, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) });
    expect([(await oneClick()).status, (await oneClick()).status]).toEqual([200, 410]);
  });
});
