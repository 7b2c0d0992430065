/** One kind of request that anybody can send, without a key. */
export interface Stranger {
  readonly what: string;
  readonly path: string | ((i: number) => string);
  readonly method?: "GET" | "POST";
  readonly headers?: (i: number) => Readonly<Record<string, string>>;
  readonly body?: (i: number) => string | ReadableStream<Uint8Array>;
}

const FORM = "application/x-www-form-urlencoded";
const form = () => ({ "content-type": FORM });
const json = () => ({ "content-type": "application/json" });
/** Never the same: no memory of what was asked before helps. */
const key = (i: number) => `zz${String(i).padStart(10, "0")}`;
const filled = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const HALF_MB = 512 * 1024 - 100;
/** As much as a form in parts may have, less what stands around its last one. */
const IN_PARTS = 64 * 1024 - 200;
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const inParts = (i: number, rest: string) => `${part("api_key", key(i))}${part("c", rest)}--x--`;

/** A key in the first of so many parts and one more. */
const parted = (i: number, name: string, count: number) => inParts(i, part(name, "b").repeat(count));

/** A body of so many pieces of 8 kB, whose length is not told. */
function pieces(start: string, count: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const piece = encoder.encode(filled("%41", 8_000));
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(start));
      for (let n = 0; n < count; n++) controller.enqueue(piece);
      controller.close();
    },
  });
}

const check = (what: string, body: (i: number) => string, type = FORM): Stranger => ({
  what: `comment-check, ${what}`,
  path: "/1.1/comment-check",
  method: "POST",
  headers: () => ({ "content-type": type }),
  body,
});
const multipart = "multipart/form-data; boundary=x";

/** Where a request is received, body and all, and nothing is done with it. */
export const RECEIVED = "/received";

/** The same request to the bare route. */
export const received = ({ path, ...request }: Stranger): Stranger => ({
  ...request,
  path: typeof path === "string" && path.includes("?") ? RECEIVED + path.slice(path.indexOf("?")) : RECEIVED,
});

/** A hostile form to sign in with, of so many bytes and fields that nobody needs. */
const login = (what: string, body: () => string): Stranger => ({
  what: `login, ${what}`,
  path: "/login",
  method: "POST",
  headers: form,
  body,
});

/** A form of a page of the demo blog's, as anybody can write one. */
const blogForm = (what: string, body: () => string, more: Partial<Stranger> = {}): Stranger => ({
  what: `a blog's form, ${what}`,
  path: "/f/demo",
  method: "POST",
  headers: form,
  body,
  ...more,
});

export const strangers: readonly Stranger[] = [
  { what: "/health", path: "/health" },
  { what: "/openapi.json", path: "/openapi.json" },
  { what: "/docs", path: "/docs" },
  { what: "/1.1/test", path: "/1.1/test" },
  { what: "/1.2/compatible-plugins", path: "/1.2/compatible-plugins" },
  { what: "/hamlet-akismet.zip", path: "/hamlet-akismet.zip" },
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
    what: "login, form from elsewhere",
    path: "/login",
    method: "POST",
    headers: (i) => ({ ...form(), origin: `https://other-${i}.example` }),
    body: () => "name=Mo",
  },
  { what: "/f/…/token", path: "/f/demo/token" },
  {
    what: "/f/…/comments of a made-up page",
    path: (i) => `/f/demo/comments?post=https://blog.example/${i}`,
  },
  { what: "/f/…/counts", path: "/f/demo/counts?post=https://blog.example/" },
  { what: "/f/…/comments of another host's page", path: "/f/demo/comments?post=https://other.example/" },
  blogForm("of no site", () => "comment=x", { path: (i) => `/f/none-${i}` }),
  blogForm("from elsewhere", () => filled("a=&", 200_000), {
    headers: (i) => ({ ...form(), origin: `https://other-${i}.example` }),
  }),
  blogForm("that names no page", () => "comment=Hello"),
  blogForm("250 kB of fields", () => filled("a=&", 250_000)),
  blogForm("512 kB", () => filled("a=&", HALF_MB)),
  login("4 kB of fields", () => filled("%41=&", 4_000)),
  login("4 kB of a name", () => `name=${filled("%41", 3_900)}`),
  login("512 kB", () => filled("a=&", HALF_MB)),
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
    what: "/v1/connect, made-up code",
    path: "/v1/connect",
    method: "POST",
    headers: json,
    body: (i) => JSON.stringify({ code: `AAAA-${String(1000 + (i % 9000))}` }),
  },
  {
    what: "/v1/connect, 250 kB",
    path: "/v1/connect",
    method: "POST",
    headers: json,
    body: () => filled("[", 250_000),
  },
  {
    what: "/in/isso, made-up proof, 250 kB",
    path: "/in/isso/demo",
    method: "POST",
    headers: json,
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
  check("wrong key, 180 kB not escaped", (i) => `api_key=${key(i)}&comment_content=${filled("é", 90_000)}`),
  check("512 kB not escaped", (i) => `comment_content=${filled("%41", HALF_MB - 60)}é&api_key=${key(i)}`),
  check("wrong key among 1,000 fields", (i) => `${filled("a=b&", 3_980)}api_key=${key(i)}`),
  check("512 kB of &", () => filled("&", HALF_MB)),
  check("512 kB of a=&", () => filled("a=&", HALF_MB)),
  check("multipart, 64 kB of line ends", (i) => inParts(i, filled("\n", IN_PARTS)), multipart),
  check("multipart, 64 kB of near boundaries", (i) => inParts(i, filled("\n--", IN_PARTS)), multipart),
  check("multipart, 512 kB", (i) => inParts(i, filled("\n", HALF_MB - 200)), multipart),
  check("multipart, 1,000 parts", (i) => parted(i, "a", 1_000), multipart),
  check("multipart, 198 parts", (i) => parted(i, "a", 198), multipart),
  check("multipart, 198 long heads", (i) => parted(i, "a".repeat(200), 198), multipart),
  {
    what: "comment-check, 512 kB in pieces",
    path: "/1.1/comment-check",
    method: "POST",
    headers: form,
    body: (i) => pieces(`api_key=${key(i)}&a=`, 64),
  },
  {
    what: "a host that is a made-up key's",
    path: "/health",
    headers: (i) => ({ host: `${key(i)}.localhost` }),
  },
  { what: "a query of 8 kB", path: `/1.1/verify-key?${filled("a=&", 8_000)}` },
  { what: "a query of 8 kB to a page", path: `/login?${filled("next=%41&", 8_000)}` },
  { what: "a query of 12 kB", path: `/1.1/verify-key?${filled("a=&", 12_000)}` },
  {
    what: "cookies of 8 kB",
    path: "/login",
    headers: () => ({
      cookie: `hamlet_session=x; hamlet_language=x; ${filled(`${"a".repeat(40)}=b; `, 8_100)}`,
    }),
  },
  { what: "cookies of 8 kB, 2,000", path: "/login", headers: () => ({ cookie: filled("a=; ", 8_100) }) },
  {
    what: "cookies of 8 kB, one name",
    path: "/login",
    headers: () => ({ cookie: filled(`hamlet_language=${"x".repeat(24)}; `, 8_100) }),
  },
  { what: "cookies of 32 kB", path: "/login", headers: () => ({ cookie: filled("a=b; ", 32_000) }) },
  { what: "languages of 512 B", path: "/login", headers: () => ({ "accept-language": filled("ar,", 510) }) },
  {
    what: "languages of 12 kB",
    path: "/login",
    headers: () => ({ "accept-language": filled("ar,", 12_000) }),
  },
  {
    what: "an authorization of 4 kB",
    path: "/v1/sites",
    headers: () => ({ authorization: `Bearer${filled(" ", 2_000)}${filled("x", 2_000)}` }),
  },
];
