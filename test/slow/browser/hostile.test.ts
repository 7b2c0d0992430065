import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import released from "../../../src/ui/embed/released.json" with { type: "json" };
import { Moderator } from "../../browser/moderator.ts";
import { aNetwork, api, TOKEN, theBrowser, theService } from "../../browser/session.ts";

const browser: Browser | undefined = await theBrowser();

/** Each would set `pwned`, or open a dialog, wherever it became part of a page. */
const PAYLOADS = [
  `<script>pwned=1</script>`,
  `<img src=x onerror=pwned=1>`,
  `"><svg/onload=pwned=1>`,
  `' onmouseover='pwned=1' x='`,
  `</textarea></noscript></template></style></title><script>pwned=1</script>`,
  `]]></content><script xmlns="http://www.w3.org/1999/xhtml">pwned=1</script>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;">`,
  `<svg><style><img src=x onerror=pwned=1></style></svg>`,
  `<a href="&#106;avascript:pwned=1">x</a> <a href="java\tscript:pwned=1">y</a>`,
  `<form id=hamlet-waits action=https://evil.example><input name=comment><button>Send</button></form>`,
  `<hamlet-comments><form action="https://evil.example"></form></hamlet-comments>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example"><base href=https://evil.example/>`,
  `<a href="https://x.example" style="position:fixed;inset:0" id="comments" class="btn" onclick="pwned=1">x</a>`,
  `{{constructor.constructor('pwned=1')()}} \${pwned=1} <%= pwned %> {% raw %}`,
  `&lt;script&gt;pwned=1&lt;/script&gt; &amp;lt;img src=x onerror=pwned=1&amp;gt;`,
  `\u0000\u0008\ufffe\u202e\u2066<b>\u0001x`,
  `<![CDATA[<script>pwned=1</script>]]><!--><script>pwned=1</script>-->`,
  `[x](javascript:pwned=1) ![x](x"onerror="pwned=1) <javascript:pwned=1>`,
  `javascript:pwned=1`,
  `data:text/html,<script>pwned=1</script>`,
];

/** What a comment may become on a page of the blog. */
const ELEMENTS =
  "OL LI ARTICLE HEADER A TIME BDI DIV P BUTTON BR B STRONG I EM U S DEL CODE PRE BLOCKQUOTE UL SUB SUP".split(
    " ",
  );
const ATTRIBUTES = "class id href rel dir datetime type aria-label".split(" ");

describe.skipIf(browser === undefined)("hostile text in every field", () => {
  let service: Service;
  let anna: Moderator;
  let blog: Server;
  let origin: string;
  let address: string;
  let ids: string[];

  beforeAll(async () => {
    service = await theService();
    anna = new Moderator(browser as Browser, service);
    // No policy of the page's own helps it here.
    blog = createServer((_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!doctype html><html lang="en"><title>Loops</title>
<script type="module" src="${service.url}${released.path}" integrity="${released.integrity}" crossorigin="anonymous"></script>
<hamlet-comments id="comments"><form method="post" action="${service.url}/f/demo">
<input type="hidden" name="post" value="${address}"><input name="name"><textarea name="comment"></textarea><button>Send</button></form></hamlet-comments>`);
    });
    await new Promise<void>((resolve) => blog.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(blog.address() as AddressInfo).port}`;
    address = `${origin}/posts/loops/`;
    await anna.makeSite({
      form: true,
      url: origin,
      hosts: [new URL(origin).host],
      publishBelow: 0,
      rejectAbove: 1,
    });
    ids = await posted();
  });
  afterAll(async () => {
    await anna?.close();
    blog?.close();
  });

  /** Every payload in every field: by the form as text and as Markdown, and as HTML by the API. */
  async function posted(): Promise<string[]> {
    const all: string[] = [];
    for (const markdown of [false, true]) {
      await api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { markdown });
      for (const payload of PAYLOADS) {
        const fields = { post: address, comment: `${payload} ${markdown}`, name: payload, website: payload };
        const answer = await fetch(`${service.url}/f/demo`, {
          method: "POST",
          headers: { accept: "application/json", ...aNetwork() },
          body: new URLSearchParams({
            ...fields,
            title: payload,
            parent: payload,
            email: payload,
            token: payload,
          }),
        });
        expect([payload, answer.status]).toEqual([payload, 201]);
        all.push(((await answer.json()) as { id: string }).id);
      }
    }
    for (const [n, payload] of PAYLOADS.entries())
      all.push(
        await anna.submit({
          id: `html-${n}`,
          format: "html",
          content: `<p>${payload}</p>`,
          author: { name: payload, url: `https://x.example/${payload}` },
          post: { url: address, title: payload },
        } as { id: string }),
      );
    return all;
  }

  const pwned = (page: Page) => page.evaluate("window.pwned");

  it("is harmless to the moderator who reads and approves it", async () => {
    await anna.visit("/queue");
    for (const id of ids.slice(0, 3)) {
      await anna.read(id);
      expect(await pwned(anna.page)).toBeUndefined();
    }
    for (const id of ids) {
      await anna.goto(`/queue/demo/${id}`);
      expect([
        id,
        await pwned(anna.page),
        await anna.page.locator(".reading script, .reading iframe").count(),
      ]).toEqual([id, undefined, 0]);
    }
    await anna.close();
    for (const id of ids) await anna.decide(id, "approve", "Anna");
    const statuses = await anna.statuses(ids);
    expect(new Set(statuses)).toEqual(new Set(["published"]));
  });

  it("becomes allowed elements and attributes on the blog's page, and no script of it runs", async () => {
    const page = await (browser as Browser).newPage({ locale: "en" });
    page.setDefaultTimeout(120_000);
    const faults: string[] = [];
    page.on("pageerror", (failure) => faults.push(failure.message));
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => faults.push("a dialog")));
    page.on("request", (request) => {
      if (![service.url, origin].some((own) => request.url().startsWith(own))) faults.push(request.url());
    });
    await expect
      .poll(async () => {
        await page.goto(address);
        await page.locator(".hamlet-list").waitFor({ state: "attached" });
        return page.locator(".hamlet-list li[id]").count();
      })
      .toBe(ids.length);
    const found =
      (await page.evaluate(`[...document.querySelectorAll(".hamlet-list, .hamlet-list *")].flatMap((one) =>
      [one.tagName, ...[...one.attributes].map(({ name }) => name), ...(one.href ? [new URL(one.href).protocol] : [])])`)) as string[];
    const allowed = new Set([...ELEMENTS, ...ATTRIBUTES, "http:", "https:"]);
    expect([...new Set(found)].filter((one) => !allowed.has(one))).toEqual([]);
    for (const link of await page.locator(".hamlet-list a").all()) await link.dispatchEvent("mouseover");
    expect([await pwned(page), faults, new URL(page.url()).origin]).toEqual([undefined, [], origin]);
    await page.context().close();
  });

  it("is well-formed in the feed for feed readers, and plain JSON in the other", async () => {
    const at = `${service.url}/f/demo/comments?post=${encodeURIComponent(address)}`;
    const json = await fetch(at);
    expect([json.headers.get("content-type"), json.headers.get("x-content-type-options")]).toEqual([
      "application/json",
      "nosniff",
    ]);
    const { comments } = (await json.json()) as { comments: { name: string; website: string | null }[] };
    expect(comments).toHaveLength(ids.length);
    expect(comments.filter(({ website }) => website !== null && !/^https?:\/\//.test(website))).toEqual([]);
    const atom = await (await fetch(`${at}&format=atom`)).text();
    const page = await (browser as Browser).newPage();
    const read = await page.evaluate((text: string) => {
      const feed = new DOMParser().parseFromString(text, "application/xml");
      const foreign = [...feed.querySelectorAll("*")].filter(
        ({ namespaceURI }) => namespaceURI !== "http://www.w3.org/2005/Atom",
      );
      return [
        feed.querySelectorAll("parsererror").length,
        foreign.length,
        feed.querySelectorAll("entry").length,
      ];
    }, atom);
    await page.context().close();
    expect(read).toEqual([0, 0, Math.min(50, ids.length)]);
  });
});
