import { describe, expect, it } from "vitest";
import type { Comment } from "../../src/core/comment.ts";
import { read } from "../../src/core/reading/subject.ts";
import { fittedSignals } from "../../src/core/signals/fitted.ts";
import { priorSignals } from "../../src/core/signals/priors.ts";
import { aComment, aHistory, aPolicy } from "./a-comment.ts";

type Example = string | Partial<Comment>;

const found = (name: string, example: Example): boolean => {
  const comment = aComment(typeof example === "string" ? { content: example } : example);
  const subject = read(comment, ["blog.example"]);
  const fitted = fittedSignals.find((signal) => signal.name === name);
  const prior = priorSignals.find((signal) => signal.name === name);
  const finding = fitted
    ? fitted.detect(subject)
    : prior?.detect(subject, aHistory(), aPolicy({ languages: ["en"] }));
  return finding !== undefined;
};

/** What each signal sees, and what it must leave alone: every mistake that is reported becomes a line here. */
const tables: Readonly<Record<string, { fires: readonly Example[]; quiet: readonly Example[] }>> = {
  "link-syntax": {
    fires: ["<a href='http://x.example'>x</a>", "[url=http://x.example]x[/url]", "[x](http://x.example)"],
    quiet: ["http://x.example alone", "an [array] index", "a < b and c > d", "[1](see below)"],
  },
  "link-place": {
    fires: ["http://x.example is where I found it", "I found it here: http://x.example."],
    quiet: ["no link", "The page http://x.example explains it, and I agree with most of what stands there."],
  },
  "link-repeated": {
    fires: ["http://x.example/a and http://x.example/b"],
    quiet: ["http://x.example/a and http://y.example/b", "http://blog.example/a and http://blog.example/b"],
  },
  "link-mostly": {
    fires: ["http://x.example/a/very/long/path/indeed hi"],
    quiet: [
      "A long sentence that says something, then https://x.example/",
      "http://blog.example/some/long/path yes",
    ],
  },
  "link-disguise": {
    fires: [
      "https://bit.ly/3xYz",
      "http://192.168.4.4/x",
      "http://xn--80ak6aa92e.com/",
      "http://paypal.com@evil.example/",
    ],
    quiet: ["https://www.example.org/bit.ly", "version 1.2.3.4 is out", "mail me at a@b.example"],
  },
  "own-link": {
    fires: ["as in http://blog.example/tides", { author: { url: "https://www.blog.example" } }],
    quiet: ["http://otherblog.example", "blog.example.evil.test"],
  },
  contact: {
    fires: [
      "write to a@b.example",
      "call +1 (555) 010-4432",
      "on WhatsApp",
      "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
    ],
    quiet: ["in 2019 and 2020", "room 12345", "the what's app question", "see @mira"],
  },
  "hard-wrap": {
    fires: ["this was posted by a\ntool that breaks lines"],
    quiet: ["One paragraph.\n\nAnother one.", "- a list\n- of things", "HELLO\nWORLD"],
  },
  "mixed-script": {
    fires: ["ріzza", "Сliсk hеrе"],
    quiet: ["Привет, hello", "5 µm and Δx", "日本語 and English", "naïve café"],
  },
  "styled-letters": {
    fires: ["𝓯𝓻𝓮𝓮 𝓶𝓸𝓷𝓮𝔂", "ｆｒｅｅ ｍｏｎｅｙ"],
    quiet: ["ℝ and 𝔼[X]", "plain words", "１２３"],
  },
  "hidden-characters": {
    fires: ["ca\u200bsino", "so\u00adft", "\u202egnp.exe"],
    quiet: ["می\u200cخواهم", "क्\u200dष", "👨‍👩‍👧", "plain"],
  },
  "combining-marks": { fires: ["h\u0301\u0302\u0303\u0304ello"], quiet: ["Việt Nam", "הַשָּׁלוֹם", "नमस्ते", "é"] },
  "spaced-letters": { fires: ["v i a g r a", "c-a-s-i-n-o"], quiet: ["a b c", "I, too, am", "x = y + z"] },
  shouting: {
    fires: ["BUY CHEAP WATCHES ONLINE TODAY", "КУПИТЕ ДЕШЁВЫЕ ЧАСЫ СЕГОДНЯ"],
    quiet: [
      "GREAT POST!!!",
      "これはとても面白い記事でした。ありがとうございます。",
      "The NASA and ESA data differ from what I read.",
    ],
  },
  exclamation: { fires: ["wow!!", "すごい！！"], quiet: ["wow!", "a != b", "!important"] },
  money: {
    fires: ["$500 a day", "5000 руб", "earn 300 dollars"],
    quiet: ["$x is a variable", "500 people", "dollars and cents"],
  },
  question: { fires: ["why?", "为什么？", "لماذا؟"], quiet: ["why not", "no question"] },
  code: {
    fires: ["use `map` here", "console.log(x)", "const a = 1;"],
    quiet: ["I use it daily", "e.g. this one", "a map of the town"],
  },
  quote: { fires: ["> as you said\nno", "@Jonas no"], quiet: ["a > b", "mail@example", "at home"] },
  emoji: { fires: ["nice 🎉"], quiet: ["nice :)", "1 2 3"] },
  repetition: {
    fires: ["aaaaaaaaaaa", `${"buy now ".repeat(12)}`],
    quiet: ["soooo good", "-----------", "He said that she said that they said it."],
  },
  gibberish: {
    fires: ["asdfghjklqwrt text", { author: { name: "xkcdvbnm" } }],
    quiet: ["strengths and rhythms", "HTTP and XML", "Żółć", { author: { name: "Schmidt" } }],
  },
  template: {
    fires: ["{Hello|Hi} there", "visit %keyword%"],
    quiet: ["const { a, b } = c", "a | b", "100% sure", "if (a || b) { c }"],
  },
  praise: {
    fires: ["Great article!", "Thanks for sharing", "I really like this"],
    quiet: ["The great wall is long", "What a mess", "Danke!"],
  },
  "self-promotion": {
    fires: ["please visit my website", "best SEO agency"],
    quiet: ["we visited my aunt", "the site is down", "on the other side"],
  },
  "name-commercial": {
    fires: [{ author: { name: "Cheap Essay Writing" } }],
    quiet: [{ author: { name: "Andressa" } }, { author: { name: "Seoyeon Kim" } }],
  },
  "name-link": {
    fires: [
      { author: { name: "http://x.example" } },
      { author: { name: "quickloan", url: "http://quickloan.example" } },
    ],
    quiet: [{ author: { name: "Ada" } }, { author: { name: "Ada", url: "http://bauer.example" } }],
  },
  "author-link": {
    fires: [{ author: { url: "http://x.example/a" } }],
    quiet: [{ author: { url: "https://blog.example" } }, { author: { url: "nonsense" } }, {}],
  },
  honeypot: {
    fires: [{ form: { honeypot: "x" } }],
    quiet: [
      { form: { honeypot: "" } },
      { form: { honeypot: "  " } },
      {},
      { type: "pingback", form: { honeypot: "x" } },
    ],
  },
  "form-speed": {
    fires: [{ form: { elapsed: 400 } }, { form: { elapsed: 5000 } }, { form: { elapsed: 2e8 } }],
    quiet: [{ form: { elapsed: 30_000 } }, {}, { type: "webmention", form: { elapsed: 1 } }],
  },
  "form-token": {
    fires: [{ form: { token: "failed" } }],
    quiet: [{ form: { token: "passed" } }, { form: {} }, {}, { type: "pingback", form: { token: "failed" } }],
  },
  "form-input": {
    fires: [{ form: { inputs: 0 } }],
    quiet: [{ form: { inputs: 1 } }, { form: {} }, {}, { type: "webmention", form: { inputs: 0 } }],
  },
  "user-agent": {
    fires: [{ author: { userAgent: "python-requests/2.31" } }],
    quiet: [{ author: { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" } }, {}],
  },
  "foreign-referrer": {
    fires: [{ referrer: "https://elsewhere.example/x" }],
    quiet: [{ referrer: "https://blog.example/tides" }, { referrer: "" }, {}],
  },
  "random-mail": {
    fires: [{ author: { email: "x84736251@mail.example" } }],
    quiet: [
      { author: { email: "ada.bauer@mail.example" } },
      { author: { email: "jo1984@mail.example" } },
      {},
    ],
  },
  "foreign-script": {
    fires: ["Купите дешёвые часы сегодня"],
    quiet: ["Buy cheap watches", "the word Привет means hello"],
  },
  "off-topic-link": {
    fires: [
      {
        content: "Really helpful, I have bookmarked this page, more at http://x.example",
        post: { title: "Sourdough without schedule", excerpt: "Cold dough forgives" },
      },
    ],
    quiet: [
      {
        content: "My dough never rises, see the picture at http://x.example/picture I made",
        post: { title: "Sourdough without schedule", excerpt: "Cold dough forgives" },
      },
      "no title http://x.example",
    ],
  },
  "quotes-post": {
    fires: [
      {
        content: "You say that cold dough forgives you, and I can confirm that.",
        post: { excerpt: "As I said: cold dough forgives you." },
      },
    ],
    quiet: [{ content: "I can confirm that.", post: { excerpt: "Cold dough forgives you." } }, {}],
  },
};

describe.each(Object.entries(tables))("%s", (name, { fires, quiet }) => {
  it.each(fires.map((example) => [JSON.stringify(example).slice(0, 80), example] as const))(
    "fires on %s",
    (_, example) => {
      expect(found(name, example)).toBe(true);
    },
  );

  it.each(quiet.map((example) => [JSON.stringify(example).slice(0, 80), example] as const))(
    "stays quiet on %s",
    (_, example) => {
      expect(found(name, example)).toBe(false);
    },
  );
});
