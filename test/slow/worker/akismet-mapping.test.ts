import { reset } from "cloudflare:test";
import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { submission } from "../../../src/contract/submission.ts";
import { submissionOf } from "../../../src/http/akismet/fields.ts";
import { unslashed } from "../../../src/http/akismet/wordpress.ts";
import { type Sample, slashed, wordPressForm } from "../../../src/lab/conformance/wordpress.ts";
import { Parameters } from "../../../src/platform/forms/parameters.ts";
import { readUrlencoded } from "../../../src/platform/forms/urlencoded.ts";
import { akismet, akismetKey, BLOG } from "../../http/akismet-client.ts";
import { ADMIN_TOKEN, call } from "../../site/blog.ts";

beforeEach(() => reset());

const names = ["Ada Bauer", "best online casino", "Kim", "Жанна", "李明", "cheap pills", "Anna O'Neil", ""];
const texts = [
  "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`?",
  "Great post! Visit http://cheap-casino.example.com/bonus for <a href='http://casino.example'>casino</a>",
  "Thanks for sharing & keep it up + more = 100%",
  "Спасибо, очень интересная статья о приливах.",
  "潮汐的解释很清楚，谢谢。",
  'Line one\r\nLine two "quoted" \\ backslash 😀 café',
  "[url=http://x.example]pills[/url] buy now!!! $$$ +1 (555) 010-4432",
];

/** The nth of 200 comments of a made-up blog: every field varies, each in a rhythm of its own. */
function sample(n: number): Sample {
  const pick = <T>(list: readonly T[], step: number) => list[Math.floor(n / step) % list.length] as T;
  return {
    type: pick(["comment", "pingback", "comment", "reply"] as const, 5),
    content: `${pick(texts, 1)} (${n})`,
    post: {
      url: `${BLOG}/post-${n % 9}`,
      tags: pick([["tides", "moon"], [], ["läuft"]], 4),
      ...(n % 6 === 0 && { modifiedAt: "2021-03-04T05:06:07Z" }),
    },
    author: {
      ...(pick(names, 2) && { name: pick(names, 2) }),
      ...(n % 3 !== 0 && { email: `reader${n % 11}@example.org` }),
      ...(n % 4 === 0 && { url: `http://site-${n}.example.com/deep/path` }),
      ip: `198.51.100.${n % 50}`,
      userAgent: pick(["Mozilla/5.0 (X11) Firefox/140.0", "python-requests/2.31"], 7),
      ...(n % 40 === 39 && { role: "administrator" }),
    },
    ...(n % 5 === 0 && { referrer: n % 2 ? `${BLOG}/post-1` : "http://elsewhere.example/" }),
    ...(n % 7 === 0 && { language: "en_US" }),
    form: {
      ...(n % 2 === 0 && { elapsed: pick([400, 5000, 60_000], 3) }),
      ...(n % 10 === 9 && { honeypot: "filled" }),
      ...(n % 3 === 1 && { token: pick(["passed", "failed"] as const, 6) }),
      ...(n % 4 === 2 && { inputs: n % 8 }),
    },
  };
}

it("200 comments as WordPress posts them are judged as the same comments by /v1", async () => {
  const keys = new Map<string, string>();
  for (const id of ["own", "wordpress"]) {
    const body = { id, name: id, url: BLOG, hosts: ["blog.example"] };
    const made = await call<{ key: string }>("POST", "/v1/sites", { key: ADMIN_TOKEN, body });
    keys.set(id, made.body.key);
  }
  const key = await akismetKey("wordpress");
  const seen = { own: [] as unknown[], wordpress: [] as unknown[] };
  for (let n = 0; n < 200; n++) {
    const body = { id: `c${n}`, format: "html", ...sample(n) };
    const [own, told] = await Promise.all([
      call("POST", "/v1/sites/own/comments", { key: keys.get("own") as string, body }),
      akismet("comment-check", wordPressForm(sample(n), key, BLOG)),
    ]);
    const theirs = await call("GET", `/v1/sites/wordpress/comments/${told.guid}`, {
      key: keys.get("wordpress") as string,
    });
    const judged = ({ outcome, blatant, score, hits, notRun }: typeof own.body) => ({
      n,
      outcome,
      blatant,
      score,
      hits,
      notRun,
    });
    seen.own.push(judged(own.body));
    seen.wordpress.push(judged(theirs.body));
  }
  expect(seen.wordpress).toEqual(seen.own);
  const outcomes = new Set(seen.own.map((verdict) => (verdict as { outcome: string }).outcome));
  expect([...outcomes].sort()).toEqual(["publish", "reject", "review"]);
});

it("no form whatever is refused, and what comes of it is a comment within its limits", () => {
  const known = [
    "comment_content",
    "comment_author",
    "comment_author_email",
    "comment_author_url",
    "user_ip",
  ];
  const more = [
    "permalink",
    "comment_type",
    "comment_date_gmt",
    "POST_ak_js",
    "POST_ak_bfs",
    "blog_lang",
    "guid",
  ];
  const rest = [
    "user_role",
    "comment_context[]",
    "honeypot_field_name",
    "is_test",
    "blog_charset",
    "recheck_reason",
  ];
  const name = fc.constantFrom(...known, ...more, ...rest);
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc.constantFrom("1", "9".repeat(20), "0000-00-00 00:00:00", "::ffff:1.2.3.4", "x".repeat(5000), "\uD800"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 20 }), (pairs) => {
      const raw = pairs.map(([key, text]) => {
        const value = new TextEncoder().encode(text);
        return {
          valueLength: value.length,
          isNamed: (asked: string) => asked === key,
          name: () => key,
          value: () => value,
        };
      });
      const made = submissionOf(new Parameters([], raw), "").submission;
      expect(submission.safeParse(made).success).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it("takes WordPress' backslashes off, and only those", () => {
  const wordPress = "WordPress/7.1 | Akismet/5.7.2";
  const texts = [String.raw`It\'s \"so\" C:\\temp`, String.raw`It's a C:\temp`, "no slash"];
  expect(texts.map((text) => unslashed(text, wordPress))).toEqual([
    String.raw`It's "so" C:\temp`,
    String.raw`It's a C:\temp`,
    "no slash",
  ]);
  expect(unslashed(texts[0] as string, "Ruby")).toBe(texts[0]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(unslashed(slashed(text), wordPress)).toBe(text);
    }),
  );
});

it("reads forms as URLSearchParams does", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: "binary" }))), (pairs) => {
      const text = new URLSearchParams(pairs).toString();
      const read = readUrlencoded(new TextEncoder().encode(text)).map((field) => [
        field.name(),
        new TextDecoder("utf-8", { ignoreBOM: true }).decode(field.value()),
      ]);
      expect(read).toEqual([...new URLSearchParams(text)]);
    }),
  );
});
