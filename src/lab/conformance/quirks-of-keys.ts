import { check, form, type Quirk } from "./quirk.ts";

const WRONG = "wrongwrong12";
const verify = "/1.1/verify-key";

/** Where the key is, and what a wrong one is answered with. */
export const keyQuirks: readonly Quirk[] = [
  {
    what: "verify-key takes the key as key, on the bare host",
    client: "WordPress, Discourse, rakismet and most others",
    send: ({ key, blog }) => ({ path: verify, body: form({ key, blog }) }),
    body: "valid",
  },
  {
    what: "verify-key takes the key as api_key",
    client: "akismet.py, @cedx/akismet, the documentation since 2022",
    send: ({ key, blog }) => ({ path: verify, body: form({ api_key: key, blog }) }),
    body: "valid",
  },
  {
    what: "key wins over api_key on verify-key: a new key is tried beside the stored one",
    client: "WordPress",
    send: ({ key, blog }) => ({ path: verify, body: form({ key: WRONG, api_key: key, blog }) }),
    body: "invalid",
  },
  {
    what: "and the other way round",
    client: "WordPress",
    send: ({ key, blog }) => ({ path: verify, body: form({ key, api_key: WRONG, blog }) }),
    body: "valid",
  },
  {
    what: "api_key wins over key everywhere else",
    client: "the official PHP SDK",
    send: (target) => ({ path: "/1.1/comment-check", body: check(target, { key: WRONG }) }),
    body: /^(?:true|false)$/,
  },
  {
    what: "key alone will do everywhere",
    client: "WordPress before 5.0 plugins",
    send: (target) => ({ path: "/1.1/comment-check", body: check(target, { api_key: "", key: target.key }) }),
    body: /^(?:true|false)$/,
  },
  {
    what: "the case of a key does not matter",
    client: "any that knows the key as a host name only",
    send: ({ key, blog }) => ({ path: verify, body: form({ key: key.toUpperCase(), blog }) }),
    body: "valid",
  },
  {
    what: "the key stands in the host name alone",
    client: "akismet (npm), akismet-api, rakismet, Net::Akismet and all other old clients",
    send: (target) => ({
      label: target.key,
      path: "/1.1/comment-check",
      body: check(target, { api_key: "" }),
    }),
    body: /^(?:true|false)$/,
  },
  {
    what: "the case of a host name does not matter",
    client: "any resolver that plays with the case",
    send: (target) => ({
      label: target.key.toUpperCase(),
      path: "/1.1/comment-check",
      body: check(target, { api_key: "" }),
    }),
    body: /^(?:true|false)$/,
  },
  {
    what: "a host that holds a key serves nothing but this protocol",
    client: "nobody: such names are public",
    send: ({ key }) => ({ method: "GET", label: key, path: "/queue" }),
    status: 404,
    body: /1\.1/,
  },
  {
    what: "a wrong key is status 200, invalid, and says why",
    client: "@cedx/akismet, which takes any other word for spam",
    send: (target) => ({ path: "/1.1/comment-check", body: check(target, { api_key: WRONG }) }),
    body: "invalid",
  },
  {
    what: "no key at all is invalid, too",
    client: "every client without settings",
    send: (target) => ({ path: "/1.1/comment-check", body: check(target, { api_key: "" }) }),
    body: "invalid",
  },
  {
    what: "verify-key without a blog is invalid and says so",
    client: "gothick/php-akismet",
    send: ({ key }) => ({ path: verify, body: form({ key }) }),
    body: "invalid",
    headers: { "x-akismet-debug-help": 'Empty "blog" value' },
  },
];
