import { check, multipart, type Quirk } from "./quirk.ts";
import { FORM, send, sendOld, type Target } from "./target.ts";

const path = "/1.1/comment-check";
const verdict = /^(?:true|false)$/;
const fields = (target: Target) => Object.fromEntries(new URLSearchParams(check(target)));

/** A body that ends in a content of raw bytes, percent-encoded or not. */
const withContent = (target: Target, content: string, more: Readonly<Record<string, string>> = {}) =>
  Buffer.from(`${check(target, { comment_content: "", ...more })}&comment_content=${content}`, "latin1");

/** How a request is written. */
export const encodingQuirks: readonly Quirk[] = [
  {
    what: "the content type may name a charset",
    client: "WordPress, gothick/php-akismet",
    send: (target) => ({ path, type: `${FORM}; charset=UTF-8`, body: check(target) }),
    body: verdict,
  },
  {
    what: "a content type that is none is a form all the same",
    client: "akismet (npm)",
    send: (target) => ({ path, type: "charset=utf-8", body: check(target) }),
    body: verdict,
  },
  {
    what: "multipart/form-data for a check",
    client: "TijsVerkoyen/Akismet, as in Flarum and SilverStripe",
    send: async (target) => {
      return send(target, { path, ...(await multipart(fields(target))) });
    },
    body: verdict,
  },
  {
    what: "multipart/form-data for verify-key",
    client: "TijsVerkoyen/Akismet",
    send: async (target) => {
      const form = await multipart({ key: target.key, blog: target.blog });
      return send(target, { path: "/1.1/verify-key", ...form });
    },
    body: "valid",
  },
  {
    what: "GET with a query for a check",
    client: "SebastianCzoch/akismet-go",
    send: (target) => ({ method: "GET", path: `${path}?${check(target)}` }),
    body: verdict,
  },
  {
    what: "GET with a query for a report",
    client: "SebastianCzoch/akismet-go",
    send: (target) => ({ method: "GET", path: `/1.1/submit-spam?${check(target)}` }),
    body: "Thanks for making the web a better place.",
  },
  {
    what: "HTTP/1.0, and the connection is closed after the answer",
    client: "the documentation's PHP sample, WordPress",
    send: (target) =>
      target.url.protocol === "http:"
        ? sendOld(target, "/1.1/verify-key", `key=${target.key}&blog=${encodeURIComponent(target.blog)}`)
        : { path: "/1.1/verify-key", body: `key=${target.key}&blog=${encodeURIComponent(target.blog)}` },
    body: "valid",
  },
  ...[
    "comment_context[]=tides&comment_context[]=moon",
    "comment_context[0]=tides",
    "comment_context=tides",
  ].map(
    (context, i): Quirk => ({
      what: `the page's tags as ${context}`,
      client: ["the documentation, the PHP SDK", "WordPress, @cedx/akismet", "the SDK's specification"][
        i
      ] as string,
      send: (target) => ({ path, body: `${check(target)}&${context}` }),
      body: verdict,
    }),
  ),
  {
    what: "Latin-1 that blog_charset names",
    client: "old WordPress blogs",
    send: (target) => ({ path, body: withContent(target, "Gr%FC%DFe", { blog_charset: "ISO-8859-1" }) }),
    body: verdict,
  },
  {
    what: "Latin-1 that charset names, unescaped",
    client: "python-akismet",
    send: (target) => ({ path, body: withContent(target, "Gr\u00fc\u00dfe", { charset: "iso-8859-1" }) }),
    body: verdict,
  },
  {
    what: "broken UTF-8 is no reason to fail",
    client: "any that cuts texts by bytes",
    send: (target) => ({ path, body: withContent(target, "caf%C3", { blog_charset: "UTF-8" }) }),
    body: verdict,
  },
  {
    what: "a charset that nobody knows is no reason to fail",
    client: "blogs with a mistyped setting",
    send: (target) => ({ path, body: withContent(target, "caf%E9", { blog_charset: "utf8mb4" }) }),
    body: verdict,
  },
  {
    what: "an incomplete escape stands for itself",
    client: "hand-written clients",
    send: (target) => ({ path, body: withContent(target, "100%+sure%2") }),
    body: verdict,
  },
  {
    what: "a whole environment beside the comment is ignored",
    client: "TijsVerkoyen/Akismet",
    send: (target) => ({
      path,
      body: check(target, {
        DB_PASSWORD: "secret",
        HTTP_ACCEPT: "*/*",
        PATH: "/usr/bin",
        _: "x".repeat(300_000),
      }),
    }),
    body: verdict,
  },
];
