import { SELF } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { namedSignals } from "../../src/core/signals/names.ts";
import { ar } from "../../src/ui/messages/ar.ts";
import { en } from "../../src/ui/messages/en.ts";

const login = async (headers: Record<string, string>) => {
  const page = await (await SELF.fetch("https://hamlet.example/login", { headers })).text();
  return /<html[^>]*>/.exec(page)?.[0];
};
const ENGLISH = '<html lang="en" dir="ltr">';
const GERMAN = '<html lang="de" dir="ltr">';
const ARABIC = '<html lang="ar" dir="rtl">';

describe("the language of the pages", () => {
  it.each([
    ["what the browser asks for", "ar-EG,ar;q=0.9,en;q=0.5", ARABIC],
    ["the first of its languages that there is", "fr,ar;q=0.5,en;q=0.4", ARABIC],
    ["English, when there is none of them", "fr-CA, it;q=0.5", ENGLISH],
    ["German", "fr, de-AT;q=0.5", GERMAN],
    ["English, when the browser says nothing sensible", ";;;q=9,*", ENGLISH],
  ])("is %s", async (_, wanted, html) => {
    expect(await login({ "accept-language": wanted })).toBe(html);
  });

  it("is what the reader chose, whatever the browser asks for, and leads back to the page", async () => {
    const url = "https://hamlet.example/language?to=ar&next=%2Fqueue%3Ftab%3Dspam";
    const chosen = await SELF.fetch(url, { redirect: "manual" });
    expect([chosen.status, chosen.headers.get("location")]).toEqual([303, "/queue?tab=spam"]);
    const cookie = chosen.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await login({ "accept-language": "en", cookie })).toBe(ARABIC);
  });

  it("is not changed to one that there is not, nor leads elsewhere", async () => {
    const url = "https://hamlet.example/language?to=constructor&next=%2F%2Fevil.example";
    const chosen = await SELF.fetch(url, { redirect: "manual" });
    expect([chosen.headers.get("set-cookie"), chosen.headers.get("location")]).toEqual([null, "/queue"]);
  });
});

/** The paths of all messages, and the kind of each. */
const shape = (messages: object, path = ""): string[] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === "object" ? shape(value, `${path}${name}.`) : `${path}${name}: ${typeof value}`,
  );

describe("Arabic", () => {
  it("has every message that English has, and no other", () => {
    const { signals: _, ...english } = en;
    const { signals: __, ...arabic } = ar;
    expect(shape(arabic).sort()).toEqual(shape(english).sort());
  });

  it("names every signal", () => {
    const names = [...namedSignals.map(({ name }) => name), "history"];
    expect(Object.keys(ar.signals).sort()).toEqual(names.sort());
  });

  it("counts as Arabic does", () => {
    expect([1, 2, 3, 11, 100].map(ar.queue.alike)).toEqual([
      "مثله تعليق واحد",
      "مثله تعليقان",
      "مثله 3 تعليقات",
      "مثله 11 تعليقًا",
      "مثله 100 تعليق",
    ]);
  });
});
