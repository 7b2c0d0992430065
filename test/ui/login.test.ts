import { SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await SELF.fetch(`https://hamlet.example${path}`, { headers })).text();
const refused = async (form: Record<string, string>, headers: Record<string, string> = {}) =>
  (
    await SELF.fetch("https://hamlet.example/login", {
      method: "POST",
      body: new URLSearchParams(form),
      headers: { origin: "https://hamlet.example", ...headers },
    })
  ).text();

const next = (html: string) => [...html.matchAll(/name="next" value="([^"]*)"/g)].map((match) => match[1]);
const named = (html: string) => /name="name" [^>]*value="([^"]*)"/.exec(html)?.[1];
const languages = (html: string) => [...html.matchAll(/href="(\/language[^"]*)"/g)].map((match) => match[1]);
const challenge = (html: string) => /&quot;challenge&quot;:&quot;([\w-]+)&quot;/.exec(html)?.[1];
const fault = (html: string) => /<p class="fault" role="alert">([^<]*)<\/p>/.exec(html)?.[1];

describe("the page to sign in", () => {
  it("leads each reader back to where she came from, in the language she chooses there", async () => {
    const html = await page("/login?next=%2Fqueue%3Fa%3D1%26b%3D%22");
    expect(next(html)).toEqual(["/queue?a=1&amp;b=&quot;", "/queue?a=1&amp;b=&quot;"]);
    expect(languages(html)).toEqual([
      "/language?to=de&amp;next=%2Flogin%3Fnext%3D%252Fqueue%253Fa%253D1%2526b%253D%2522",
      "/language?to=ar&amp;next=%2Flogin%3Fnext%3D%252Fqueue%253Fa%253D1%2526b%253D%2522",
    ]);
    expect(next(await page("/login"))).toEqual(["/queue", "/queue"]);
  });

  it("gives each reader a challenge of her own", async () => {
    const challenges = [challenge(await page("/login")), challenge(await page("/login"))];
    expect(new Set(challenges)).toHaveProperty("size", 2);
    expect(challenges).not.toContain(undefined);
  });

  it("says what was wrong, keeps the name that was typed as text, and no page after it does", async () => {
    const typed = `"><script>\ue000\ue001 $& Mo`;
    const html = await refused({ name: typed, token: "x" });
    expect([fault(html), named(html)]).toEqual([
      "That is not the token.",
      "&quot;&gt;&lt;script&gt;\ue000\ue001 $&amp; Mo",
    ]);
    expect(named(await refused({ name: "Jo", token: "x" }))).toBe("Jo");
    const clean = await page("/login");
    expect([fault(clean), named(clean)]).toEqual([undefined, ""]);
  });

  it("is in each reader's own language, after a mistake, too", async () => {
    const german = { "accept-language": "de" };
    const pages = [await page("/login", german), await refused({ token: "x" }, german), await page("/login")];
    expect(pages.map((html) => /<html lang="(\w+)"/.exec(html)?.[1])).toEqual(["de", "de", "en"]);
    expect(fault(pages[1] as string)).not.toBe(fault(await refused({ token: "x" })));
  });

  it("puts the passkey first where one served before", async () => {
    const order = (html: string) => [...html.matchAll(/action="(\/login[^"]*)"/g)].map((match) => match[1]);
    expect(order(await page("/login"))).toEqual(["/login", "/login/passkey"]);
    expect(order(await page("/login", { cookie: "hamlet_way=passkey" }))).toEqual([
      "/login/passkey",
      "/login",
    ]);
  });
});
