import { reset, SELF } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DirectoryObject } from "../../src/directory/directory-object.ts";
import { call, DEMO_KEY, demoSite } from "../site/blog.ts";
import { signIn } from "./session.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const post = (path: string, body: string) =>
  SELF.fetch(`https://hamlet.example${path}`, {
    method: "POST",
    redirect: "manual",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" },
  }).then(({ status }) => status);

describe("a form of anybody", () => {
  it("is refused when it is larger than a name and a token are, before anything is looked at", async () => {
    const large = `name=Mo&token=${"x".repeat(5_000)}`;
    expect([await post("/login", large), await post("/act/demo/made-up", large)]).toEqual([413, 413]);
  });

  it("to a moderator's page leads to sign-in, whatever its size and its shape", async () => {
    expect([await post("/queue/decide", "&".repeat(600_000)), await post("/queue/decide", "%")]).toEqual([
      303, 303,
    ]);
  });
});

describe("a form of more fields than a page of anybody has", () => {
  it("is refused before it is taken apart", async () => {
    const fields = (count: number) => Array(count).fill("a=1").join("&");
    expect([
      await post("/login", fields(20)),
      await post("/login", fields(21)),
      await post("/act/demo/made-up", fields(21)),
    ]).toEqual([401, 400, 400]);
  });
});

describe("a long form of Akismet's protocol", () => {
  /** A form that tells its length, or comes in uneven pieces: how much of these was asked for is counted. */
  async function check(text: string, { told }: { readonly told: boolean }) {
    const bytes = new TextEncoder().encode(text);
    let sent = 0;
    const pieces = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          const piece = bytes.slice(sent, sent + 7_001);
          sent += piece.length;
          if (piece.length > 0) controller.enqueue(piece);
          else controller.close();
        },
      });
    const response = await SELF.fetch("https://hamlet.example/1.1/comment-check", {
      method: "POST",
      body: told ? bytes : pieces(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    const why = response.headers.get("x-akismet-debug-help");
    return { answer: await response.text(), why, part: sent / bytes.length };
  }

  it.each([
    ["shorter than what is looked at first", 20_000],
    ["just as long", 32_768],
    ["longer by one", 32_769],
    ["as long as it may be", 524_288],
  ])("is read to its end, where the key is: %s", async (_, length) => {
    const end = `&api_key=${DEMO_KEY}&blog=https://blog.example&user_ip=203.0.113.9`;
    const text = `comment_content=${"%41".repeat(200_000)}`.slice(0, length - end.length) + end;
    expect(text).toHaveLength(length);
    for (const told of [true, false]) expect((await check(text, { told })).why).toBe(null);
  });

  it("is refused by its beginning when that has too many fields, and the rest is left", async () => {
    const text = `${"a=&".repeat(170_000)}api_key=${DEMO_KEY}`;
    const refused = { answer: "invalid", why: "The request may have at most 1000 fields" };
    expect(await check(text, { told: true })).toMatchObject(refused);
    const { part, ...answer } = await check(text, { told: false });
    expect(answer).toEqual(refused);
    expect(part).toBeLessThan(0.5);
  });

  it("may have its last field where another would be one too many", async () => {
    const fields = (count: number) => `api_key=${DEMO_KEY}${"&a=".repeat(count - 1)}`;
    const why = async (count: number) => (await check(fields(count), { told: true })).why;
    expect([await why(1_000), await why(1_001)]).toEqual([
      'Empty "blog" value',
      "The request may have at most 1000 fields",
    ]);
  });

  it("is refused when more comes than may, though it does not say so", async () => {
    const { answer, why } = await check(`api_key=${DEMO_KEY}&a=${"%41".repeat(180_000)}`, { told: false });
    expect([answer, why]).toEqual(["invalid", "The request may have at most 524288 bytes"]);
  });
});

describe("an address", () => {
  const path = (length: number) => `/login?next=/${"x".repeat(length)}`;

  it("is refused when it is longer than servers commonly read", async () => {
    const longest = 8_192 - "https://hamlet.example/login?next=/".length;
    const [most, more] = [await call("GET", path(longest)), await call("GET", path(longest + 1))];
    expect([most.status, more.status]).toEqual([200, 414]);
    expect(more.body).toMatchObject({
      title: "Address too long",
      detail: "The address may have at most 8192 characters.",
    });
  });

  it("that is long is no place to come back to", async () => {
    const { headers } = await call("GET", `/history?site=${"x".repeat(3_000)}`);
    expect(headers.get("location")).toBe("/login?next=%2Fqueue");
  });
});

describe("headers that are read before anybody is known", () => {
  it("are refused when they hold more cookies than any browser keeps", async () => {
    const status = (count: number) =>
      call("GET", "/login", { headers: { cookie: Array(count).fill("a=b").join("; ") } }).then(
        (answer) => answer.status,
      );
    expect([await status(201), await status(202)]).toEqual([200, 431]);
  });

  const statusWith = (name: string, length: number, path = "/login") =>
    call("GET", path, { headers: { [name]: "x".repeat(length) } }).then(({ status }) => status);

  it.each([
    ["accept-language", 512],
    ["cookie", 8_192],
    ["authorization", 4_096],
    ["content-type", 1_024],
  ])("are refused when they are longer than any browser or client sends them: %s", async (name, most) => {
    expect([await statusWith(name, most), await statusWith(name, most + 1)]).toEqual([200, 431]);
    const { body } = await call("GET", "/login", { headers: { [name]: "x".repeat(most + 1) } });
    expect(body).toMatchObject({
      title: "Headers too large",
      detail: `The header ${name} may have at most ${most} characters.`,
    });
  });

  it("are refused on every route, before it is looked for", async () => {
    const paths = ["/health", "/v1/sites", "/1.1/comment-check", "/nothing"];
    expect(await Promise.all(paths.map((path) => statusWith("cookie", 20_000, path)))).toEqual(
      paths.map(() => 431),
    );
  });
});

describe("a site's name in an address", () => {
  it("that no site may have is a page that is not there, and leads nowhere", async () => {
    const mo = await signIn();
    for (const site of ["a%00b", "a%0d%0ab", "A", "..%2f..", "x".repeat(41)]) {
      const answers = [
        await mo.post(`/sites/${site}/deliveries/replay`),
        await mo.get(`/sites/${site}`),
        await mo.get(`/queue/${site}/c1`),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    }
  });
});

describe("a session's cookie", () => {
  it("is the host's own over https", async () => {
    const { cookie } = await signIn();
    expect(cookie).toMatch(/^__Host-hamlet_session=[0-9a-f]{64}\.[0-9a-f]{32}$/);
  });

  it("that was made up costs no question of the directory, and one with a good mark is looked up", async () => {
    const { cookie } = await signIn();
    const asked = vi.spyOn(DirectoryObject.prototype, "session");
    const madeUp = [
      `${cookie.slice(0, -1)}${cookie.endsWith("0") ? "1" : "0"}`,
      "__Host-hamlet_session=none",
      `__Host-hamlet_session=${"0".repeat(64)}.${"0".repeat(32)}`,
      cookie.replace("__Host-", ""),
    ];
    for (const one of madeUp)
      expect((await call("GET", "/queue", { headers: { cookie: one } })).status).toBe(303);
    expect(asked).toHaveBeenCalledTimes(0);
    expect((await call("GET", "/queue", { headers: { cookie } })).status).toBe(200);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});

describe("a link out of a message", () => {
  it("that was made up costs no question of the directory or the site, however well it is formed", async () => {
    await call("GET", "/sites/demo/privacy");
    const asked = vi.spyOn(DirectoryObject.prototype, "site");
    for (let i = 0; i < 20; i++)
      expect((await call("GET", `/act/demo/${"0".repeat(32)}.zzzzzzzzz.1.c${i}`)).status).toBe(410);
    expect(asked).toHaveBeenCalledTimes(0);
  });
});

describe("a document that is made once", () => {
  it.each(["/openapi.json", "/docs"])("is not sent again to whoever has it: %s", async (path) => {
    const first = await call("GET", path);
    const etag = first.headers.get("etag") ?? "";
    const again = await call("GET", path, { headers: { "if-none-match": `"other", W/${etag}` } });
    const other = await call("GET", path, { headers: { "if-none-match": '"other"' } });
    expect([first.status, again.status, other.status]).toEqual([200, 304, 200]);
    expect([first.headers.get("cache-control"), again.headers.get("etag")]).toEqual([
      "public, max-age=300",
      etag,
    ]);
    expect(other.body).toEqual(first.body);
  });
});
