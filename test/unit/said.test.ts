import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { integration } from "../../src/contract/integration.ts";
import { mailsChosen } from "../../src/contract/mail.ts";
import { memberRequest } from "../../src/contract/members.ts";
import { contradictions } from "../../src/contract/policy.ts";
import { defaults, settingsPatch, siteRequest } from "../../src/contract/site.ts";
import { publicFault, targetFault } from "../../src/platform/address.ts";
import { languages } from "../../src/ui/messages/messages.ts";
import { evidencePatterns, faultPatterns, notRunPatterns } from "../../src/ui/parts/patterns.ts";
import { evidenceText, said } from "../../src/ui/parts/words.tsx";

const SRC = join(import.meta.dirname, "../../src");
const read = (path: string) => readFileSync(join(SRC, path), "utf8");
const signalFiles = readdirSync(join(SRC, "core/signals")).map((name) => `core/signals/${name}`);

/** What is written between quotes, without what is put into it. */
const literals = (code: string): string[] => [
  ...[...code.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text),
  ...[...code.matchAll(/`([^`]*)`/g)].map(([, text = ""]) => text.replace(/\$\{[^}]*\}/g, "")),
];
const words = (text: string): string[] => text.match(/\p{L}{4,}/gu) ?? [];

const others = ["de", "ar"] as const;
/** Names, and words that the languages share. */
const SHARED =
  /^(?:spam|Emoji|https?|chat|blog|example|HAMLET|SECRET|Hamlet|Telegram|Europe|Berlin|Webhook|Host|Chrome|MSIE|Version|September|slack|hooks)$/;

/** Words of the English rendering that stand in another, apart from what was put into both. */
const left = (english: string, other: string, given: string): string[] =>
  words(english).filter((word) => words(other).includes(word) && !given.includes(word) && !SHARED.test(word));

/** Evidence of each kind, and what of it is not Hamlet's own words. */
const samples: readonly (readonly [signal: string, evidence: string, given?: string])[] = [
  ["letters", "runs of two to four letters"],
  ["classifier", "casino (here in 3 spam, 0 good), tides", "casino tides"],
  ["site-mix", "3 spam, 4 good"],
  ["form-token", "token missing or wrong"],
  ["form-input", "no key, click or touch"],
  ["form-speed", "sent after 1.5 s"],
  ["foreign-script", "80% Cyrillic"],
  ["velocity", "9 in the last hour"],
  ["velocity", "3 in the last minute"],
  ["near-spam", "93% alike"],
  ["link-mostly", "60% links"],
  ["name-link", "cheap in cheap.example", "cheap"],
  ["text-length", "1 characters, 1 lines"],
  ["repetition", "few different words"],
  ["combining-marks", "12 marks on one letter"],
  ["question", "one question"],
  ["question", "3 questions"],
  ["link-place", "begins with a link"],
  ["link-place", "ends with a link"],
  ["domain-record", "shop.example: 3 spam", "shop"],
  ["trusted-author", "4 approved, 0 spam"],
  ["rejected-author", "3 spam, 1 approved"],
  ["link-disguise", "shortener: bit.ly"],
  ["link-disguise", "address: 127.0.0.1"],
  ["link-disguise", "short path: a.example"],
  ["link-disguise", "user name: a.example"],
  ["other-names", "1 other name from there"],
  ["old-browser", "Chrome 41, about 9 years old"],
  ["old-browser", "MSIE 3, about Infinity years old"],
  ["same-text", "under 2 other posts today"],
  ["old-post", "published 2023-09-09"],
  ["old-post", "last changed 2023-09-09"],
  ["shouting", "80% capitals"],
  ["hard-wrap", "line break inside a sentence"],
  ["contact", "mail, phone, messenger, wallet"],
  ["spread-domain", "shop.example: 4 others today", "shop"],
  ["styled-letters", "7 styled letters"],
  ["emoji", "7 emoji"],
];

const found = samples.map(([signal, evidence, given = ""]) => [signal, evidence, given] as const);

describe("what signals found", () => {
  it("has a sample of every pattern", () => {
    const texts = found.map(([signal, evidence]) => `${signal}: ${evidence}`);
    const unmet = Object.entries(evidencePatterns).filter(
      ([, pattern]) => !texts.some((text) => pattern.test(text)),
    );
    expect(unmet.map(([name]) => name)).toEqual([]);
  });

  it("holds no word of Hamlet's own that no pattern knows", () => {
    const known = Object.values(evidencePatterns).map(String).join(" ");
    const code = [...signalFiles, "core/check.ts", "core/abuse/abuse.ts"].flatMap(
      (path) =>
        read(path)
          .replace(/\/\*\*.*?\*\//gs, "")
          .match(/evidence(?::| =) [^\n]*?(?=, (?:span|variants)|\n)/g) ?? [],
    );
    const own = code.flatMap(literals).flatMap(words);
    expect(own.length).toBeGreaterThan(40);
    expect(own.filter((word) => !known.includes(word))).toEqual([]);
  });

  it.each(found)("%s, %s: has no English left in other languages", (signal, evidence, given) => {
    const english = evidenceText("en", { signal, evidence });
    const spoken = others.map((tag) => evidenceText(tag, { signal, evidence }));
    expect(spoken.flatMap((text) => left(`${english} ${evidence}`, text, given))).toEqual([]);
    if (english !== "") expect(spoken).not.toContain(english);
  });

  it("is said as people say it", () => {
    const of = (tag: "en" | "de" | "ar", signal: string, evidence: string) =>
      evidenceText(tag, { signal, evidence });
    expect(of("en", "text-length", "104 characters, 1 lines")).toBe("104 characters, 1 line");
    expect(of("en", "old-post", "published 2023-09-09")).toBe("published September 9, 2023");
    expect(of("de", "foreign-script", "80% Cyrillic")).toBe("80 % Kyrillisch");
    expect(of("de", "form-speed", "sent after 1.5 s")).toBe("nach 1,5 Sekunden gesendet");
    expect(of("ar", "contact", "mail, wallet")).toBe("بريد، محفظة");
  });

  it("leaves a stranger's own words as they are", () => {
    expect(evidenceText("de", { signal: "praise", evidence: "begins with a link" })).toBe(
      "begins with a link",
    );
  });
});

describe("why a check was not made", () => {
  const reasons = signalFiles.flatMap((path) => {
    const [, , code = ""] = /\n {2}missing(:|\()(.*?)\n {2}detect(?:\(|:)/s.exec(read(path)) ?? [];
    return literals(code).filter((text) => text.includes(" "));
  });
  const all = [...reasons, "the site could not be asked"];

  it.each(others)("is said in %s", (tag) => {
    expect(reasons.length).toBeGreaterThan(12);
    expect(
      all.filter((reason) => said(notRunPatterns, languages[tag].messages.notRun, reason) === undefined),
    ).toEqual([]);
  });

  it("has a reason for every pattern", () => {
    const unmet = Object.entries(notRunPatterns).filter(
      ([, pattern]) => !all.some((reason) => pattern.test(reason)),
    );
    expect(unmet).toEqual([]);
  });
});

const long = "x".repeat(5000);
const notes = { kind: "slack", url: "https://hooks.slack.com/services/T/B/x" };
/** Forms with something wrong in each. */
const wrong: readonly {
  readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined;
}[] = [
  ...[
    { name: "" },
    { name: long },
    { url: "x" },
    { hosts: ["X Y"] },
    { hosts: Array(21).fill("a") },
    { languages: ["x"] },
    { setting: "x" },
    { holdAs: "x" },
    { mode: "x" },
    { publishBelow: "x" },
    { publishBelow: -1 },
    { rejectAbove: 2 },
    { retention: { spam: "x", discarded: 1.5, published: -1 } },
    { retention: { spam: 99_999, discarded: 1, published: 1 } },
    { own: [""] },
    { own: [long] },
    { blocked: Array(1001).fill("word") },
    { blocked: ["#word", "a.example, b.example", "10.0.0.0/8", "/casino.*/", "@:80", "http://", "..."] },
    { webhook: "x" },
    { formProof: { kind: "turnstile", siteKey: ">", secret: "" } },
    { formProof: { kind: "x" } },
    { deploy: { url: "x", minutes: 1 } },
    { deploy: { url: "https://a.example", minutes: "x" } },
    { deploy: { minutes: 5 } },
    { notify: { ...notes, url: "x" } },
    { notify: { ...notes, kind: "x", when: "x", hour: Number.NaN } },
    { notify: { ...notes, hour: 24 } },
  ].map((patch) => settingsPatch.safeParse(patch)),
  siteRequest.safeParse({ id: "A B", name: "" }),
  integration.safeParse({ system: "x", endpoint: "x", secret: "" }),
  integration.safeParse({ system: "coral", secret: long }),
  ...[
    { name: "" },
    { name: "a\u0007b" },
    { name: "\u200d" },
    { name: "Hamlet" },
    { name: long },
    { name: "Anna", email: "x" },
    { name: "Anna", language: "x" },
    { name: "Anna", roles: { "A B": "owner" } },
    { name: "Anna", roles: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`s${n}`, "owner"])) },
    {},
  ].map((member) => memberRequest.safeParse({ roles: {}, ...member })),
  mailsChosen.safeParse({
    zone: "x",
    hour: 24,
    weekday: 7,
    hours: 0,
    quiet: null,
    most: 51,
    sites: { demo: "x" },
  }),
];
const site = { ...defaults, name: "Demo", url: "https://blog.example" };
const spoken = [
  ...wrong.flatMap(({ error }) => error?.issues.map(({ message }) => message) ?? ["nothing was wrong"]),
  ...["x", "https://a:b@c.example", "http://c.example", "https://1.2.3.4", "https://a.local"].map(
    (address) => publicFault(address, false) ?? "nothing was wrong",
  ),
  targetFault("https://o.example", site, false),
  ...[
    { form: true, mode: "log-only" as const },
    { publishBelow: 0.9, rejectAbove: 0.5 },
    { publishBelow: 0.3, publishBareBelow: 0.1 },
    { publishBareBelow: 0.999 },
  ].flatMap((patch) => contradictions({ ...site, ...patch }).map(({ detail }) => detail)),
  ...["service/integration.ts", "service/notify-settings.ts", "service/form-proof-settings.ts"].flatMap(
    (path) =>
      [...read(path).matchAll(/(?:detail: |UNREADABLE = )["`]([^"`]+)["`]/g)].map(([, text = ""]) =>
        text.replace(/\$\{\w+\}/, "2048"),
      ),
  ),
  ...[...read("site/notices/notify-fault.ts").matchAll(/return ["`]([^"`]+)["`]/g)].map(([, text = ""]) =>
    text.replace(/\$\{[^}]*\}/g, "…"),
  ),
  "Telegram did not take it: 404 …",
  "the address cannot be read any more: enter it again",
].filter((text) => text !== undefined);

describe("what is wrong with a form", () => {
  it.each(others)("is said in %s, whatever was typed", (tag) => {
    const { faults } = languages[tag].messages;
    const inEnglish = (detail: string) =>
      said(faultPatterns, languages.en.messages.faults.said, detail) ?? detail;
    const spokenThere = spoken.map((detail) => [detail, said(faultPatterns, faults.said, detail)] as const);
    expect(spokenThere.filter(([, text]) => text === undefined).map(([detail]) => detail)).toEqual([]);
    const english = spokenThere.flatMap(([detail, text = ""]) =>
      left(`${inEnglish(detail)} ${detail}`, text, ""),
    );
    expect(english).toEqual([]);
  });

  it("is met by a form of every kind", () => {
    const unmet = Object.entries(faultPatterns).filter(
      ([, pattern]) => !spoken.some((detail) => pattern.test(detail)),
    );
    expect(unmet.map(([name]) => name)).toEqual([]);
  });
});
