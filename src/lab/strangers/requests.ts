/** One kind of request that anybody can send, without a key. */
export interface Stranger {
  readonly what: string;
  readonly path: string | ((i: number) => string);
  readonly method?: "GET" | "POST";
  readonly headers?: (i: number) => Readonly<Record<string, string>>;
  readonly body?: (i: number) => string;
}

const FORM = "application/x-www-form-urlencoded";
const form = () => ({ "content-type": FORM });
const json = () => ({ "content-type": "application/json" });
/** Never the same: no memory of what was asked before helps. */
const key = (i: number) => `zz${String(i).padStart(10, "0")}`;
const filled = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const HALF_MB = 512 * 1024 - 100;
const check = (what: string, body: (i: number) => string, type = FORM): Stranger => ({
  what: `comment-check, ${what}`,
  path: "/1.1/comment-check",
  method: "POST",
  headers: () => ({ "content-type": type }),
  body,
});
const multipart = "multipart/form-data; boundary=x";

/** The route that everything else is compared with. */
export const bare: Stranger = { what: "/health, the bare route", path: "/health" };

export const strangers: readonly Stranger[] = [
  { what: "/openapi.json", path: "/openapi.json" },
  { what: "/docs", path: "/docs" },
  { what: "/1.1/test", path: "/1.1/test" },
  { what: "/login", path: "/login" },
  { what: "/language", path: "/language?to=ar&next=/queue" },
  { what: "/sites/…/privacy", path: "/sites/demo/privacy" },
  { what: "/sites/…/privacy of no site", path: (i) => `/sites/none-${i}/privacy` },
  { what: "nothing there", path: (i) => `/nothing-${i}` },
  { what: "/queue without a session", path: "/queue" },
  {
    what: "/queue, made-up cookie",
    path: "/queue",
    headers: (i) => ({ cookie: `hamlet_session=${"0".repeat(64)}.${String(i).padStart(32, "0")}` }),
  },
  { what: "/act, made-up token", path: (i) => `/act/demo/${"0".repeat(32)}.zzzzzzzzz.1.c${i}` },
  {
    what: "/metrics, wrong token",
    path: "/metrics",
    headers: (i) => ({ authorization: `Bearer ${key(i)}` }),
  },
  {
    what: "login, wrong token",
    path: "/login",
    method: "POST",
    headers: form,
    body: (i) => `name=Mo&token=${key(i)}`,
  },
  {
    what: "login, 512 kB",
    path: "/login",
    method: "POST",
    headers: form,
    body: () => filled("a=&", HALF_MB),
  },
  {
    what: "/queue/decide, 512 kB",
    path: "/queue/decide",
    method: "POST",
    headers: form,
    body: () => filled("a=&", HALF_MB),
  },
  {
    what: "/v1, wrong key, 512 kB",
    path: "/v1/sites/demo/comments",
    method: "POST",
    headers: (i) => ({ ...json(), authorization: `Bearer ${key(i)}` }),
    body: () => filled("[", HALF_MB),
  },
  {
    what: "/v1, made-up signature, 250 kB",
    path: "/v1/sites/demo/comments",
    method: "POST",
    headers: (i) => ({
      ...json(),
      "webhook-id": `m${i}`,
      "webhook-timestamp": String(Math.floor(Date.now() / 1000)),
      "webhook-signature": `v1,${"A".repeat(43)}=`,
    }),
    body: () => filled("[", 250_000),
  },
  {
    what: "/v1/sites, wrong token",
    path: "/v1/sites",
    headers: (i) => ({ authorization: `Bearer ${key(i)}` }),
  },
  check("wrong key", (i) => `api_key=${key(i)}&blog=https://blog.example`),
  check("no key", () => "blog=https://blog.example"),
  check(
    "wrong key, 512 kB of text",
    (i) => `api_key=${key(i)}&comment_content=${filled("%41", HALF_MB - 60)}`,
  ),
  check("512 kB of &", () => filled("&", HALF_MB)),
  check("512 kB of a=&", () => filled("a=&", HALF_MB)),
  check(
    "multipart, wrong key, 512 kB",
    (i) =>
      `--x\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n${key(i)}\r\n--x\r\nContent-Disposition: form-data; name="c"\r\n\r\n${filled("\n--", HALF_MB - 200)}\r\n--x--`,
    multipart,
  ),
  { what: "a query of 12 kB", path: `/1.1/verify-key?${filled("a=&", 12_000)}` },
  { what: "cookies of 12 kB", path: "/login", headers: () => ({ cookie: filled("a=b; ", 12_000) }) },
  {
    what: "languages of 12 kB",
    path: "/login",
    headers: () => ({ "accept-language": filled("ar;q=0.1,", 12_000) }),
  },
  {
    what: "an authorization of 12 kB",
    path: "/v1/sites",
    headers: () => ({ authorization: `Bearer${filled(" ", 6_000)}${filled("x", 6_000)}` }),
  },
];
