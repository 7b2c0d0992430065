import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Format } from "../../../src/core/comment.ts";
import { asSent, linkedDomains } from "../../../src/core/reading/subject.ts";
import { aSubject } from "../a-comment.ts";

/** The links of a text: host, path, and the piece of the text as it was sent. */
const links = (content: string, format: Format = "text") => {
  const subject = aSubject({ content, format });
  return subject.links.map((link) => {
    const { start, end } = asSent(subject, link);
    return [link.host, link.path, content.slice(start, end)];
  });
};

describe("a link in running text", () => {
  it.each([
    ["https://evil.example/x, I think", [["evil.example", "/x", "https://evil.example/x"]]],
    ["(see HTTP://Evil.Example./x).", [["evil.example", "/x", "HTTP://Evil.Example./x"]]],
    ["ftp://files.evil.example/x", [["files.evil.example", "/x", "ftp://files.evil.example/x"]]],
    ["https:/evil.example/x", [["evil.example", "/x", "https:/evil.example/x"]]],
    ["https:\\\\evil.example/x", [["evil.example", "/x", "https:\\\\evil.example/x"]]],
    ["http://http://evil.example", [["evil.example", "", "http://evil.example"]]],
    ["end.http://evil.example/x", [["evil.example", "/x", "http://evil.example/x"]]],
    ["www.evil.example is down", [["evil.example", "", "www.evil.example"]]],
    ["end.www.evil.example", [["evil.example", "", "www.evil.example"]]],
    [
      "http://www.evil.example:8080/x?y=1#z",
      [["evil.example", "/x?y=1#z", "http://www.evil.example:8080/x?y=1#z"]],
    ],
    ["http://paypal.com@evil.example/", [["evil.example", "/", "http://paypal.com@evil.example/"]]],
    ["http://u:p@x@evil.example:80/a", [["evil.example", "/a", "http://u:p@x@evil.example:80/a"]]],
    ["http://3232235777/a", [["192.168.1.1", "/a", "http://3232235777/a"]]],
    ["http://0xc0.0xa8.1.1", [["192.168.1.1", "", "http://0xc0.0xa8.1.1"]]],
    ["http://0300.0250.01.01/", [["192.168.1.1", "/", "http://0300.0250.01.01/"]]],
    ["http://127.1", [["127.0.0.1", "", "http://127.1"]]],
    ["http://[2001:DB8::1]:8080/a", [["[2001:db8::1]", "/a", "http://[2001:DB8::1]:8080/a"]]],
    ["https://ev%69l.example/", [["evil.example", "/", "https://ev%69l.example/"]]],
    [
      "https://müller.de und xn--mller-kva.de",
      [
        ["xn--mller-kva.de", "", "https://müller.de"],
        ["xn--mller-kva.de", "", "xn--mller-kva.de"],
      ],
    ],
    ["https://ev\u200bil.example/x", [["evil.example", "/x", "https://ev\u200bil.example/x"]]],
    ["https://evil\u2060.example/x", [["evil.example", "/x", "https://evil\u2060.example/x"]]],
    [
      "ht\u00adtps://e\u2062v\u2068i\u034fl.example",
      [["evil.example", "", "ht\u00adtps://e\u2062v\u2068i\u034fl.example"]],
    ],
    ["https://evil．example/x", [["evil.example", "/x", "https://evil．example/x"]]],
    ["https://evil。example/x", [["evil.example", "/x", "https://evil。example/x"]]],
    ["https://evil｡example/x", [["evil.example", "/x", "https://evil｡example/x"]]],
    ["https://ｅｖｉｌ．ｅｘａｍｐｌｅ/x", [["evil.example", "/x", "https://ｅｖｉｌ．ｅｘａｍｐｌｅ/x"]]],
    ["https://𝐞𝐯𝐢𝐥.example", [["evil.example", "", "https://𝐞𝐯𝐢𝐥.example"]]],
    ["见 https://example.com。谢谢大家", [["example.com", "", "https://example.com"]]],
    ["网址：https://example.com，欢迎", [["example.com", "", "https://example.com"]]],
    [
      "https://example.com,很好 https://example.com.这是",
      [
        ["example.com", "", "https://example.com"],
        ["example.com", "", "https://example.com"],
      ],
    ],
    ["https://example.com这是", [["example.com", "", "https://example.com"]]],
    ["https://example.com/a，欢迎", [["example.com", "/a", "https://example.com/a"]]],
    ["http://", []],
    ["http://localhost:3000/x", []],
    ["https://...", []],
    ["http://1.2.3.4.5/", []],
    ["awww.cute", []],
    ["www. is a prefix", []],
  ])("%j", (content, expected) => {
    expect(links(content)).toEqual(expected);
  });
});

describe("the target of a link in markup", () => {
  it.each([
    ['<a href="//evil.example/x">here</a>', "evil.example", "//evil.example/x"],
    ["<a href='/\\evil.example/x'>", "evil.example", "/\\evil.example/x"],
    ['<a href="\\\\evil.example">', "evil.example", "\\\\evil.example"],
    ["<a href=https:evil.example>", "evil.example", "https:evil.example"],
    ["<a href='https:/evil.example/x'>", "evil.example", "https:/evil.example/x"],
    ['<a href="https:\\\\evil.example">', "evil.example", "https:\\\\evil.example"],
    ['<a href="ht\ntps://ev\til.example/x">', "evil.example", "ht\ntps://ev\til.example/x"],
    ['<a href = " \u0001//evil.example ">', "evil.example", "//evil.example"],
    ['<a href="/tides" ping="//evil.example/p">here</a>', "evil.example", "//evil.example/p"],
    ['<img src="//evil.example/1.png">', "evil.example", "//evil.example/1.png"],
    ["[here](//evil.example/x)", "evil.example", "//evil.example/x"],
    ["[here](<https:evil.example>)", "evil.example", "https:evil.example"],
    ["[1]: //evil.example/x", "evil.example", "//evil.example/x"],
    ["[url=//evil.example]x[/url]", "evil.example", "//evil.example"],
    ["[url]https:evil.example[/url]", "evil.example", "https:evil.example"],
    ["[img]//evil.example/1.png[/img]", "evil.example", "//evil.example/1.png"],
    ["[here](https://:@evil.example/x)", "evil.example", "https://:@evil.example/x"],
    ["[here](///evil.example/x)", "evil.example", "///evil.example/x"],
    ["](https:](https:](//evil.example/x)", "evil.example", "//evil.example/x"],
  ])("%j", (content, host, piece) => {
    expect(links(content).map(([host, , piece]) => [host, piece])).toEqual([[host, piece]]);
  });

  it.each([
    '<a href="/tides">',
    "[here](tides.md)",
    "[1](see below)",
    '<a href="#top">',
    // A browser takes the backtick for the beginning of a path; CommonMark wants a scheme.
    "<a href=`//evil.example/x`>here</a>",
    "<//evil.example/x>",
    '<img srcset="/small.png 1x, /large.png 2x">',
    "a[0](x)",
    "[10:30]: late",
  ])("is on the page's own site: %j", (content) => {
    expect(links(content)).toEqual([]);
  });
});

describe("a target of no host", () => {
  it.each([
    "[here](https:)",
    "[here](https:](https:](https://",
    "[here](//)",
    "[here](https:///?a.example)",
    "[here](https:#a.example)",
    "<a href=https: a.example>",
    "[url]https:[/url]",
  ])("leads nowhere: %j", (content) => {
    expect(links(content).filter(([, , piece]) => piece?.startsWith("http"))).toEqual([]);
  });
});

describe("an image for other screens", () => {
  it.each([
    ['<img srcset="/small.png 1x, //evil.example/2.png 2x">', ["//evil.example/2.png"]],
    ["<img srcset='/small.png 1x,//evil.example/2.png 2x'>", ["//evil.example/2.png"]],
    ["<img srcset=/small.png,//evil.example/2.png>", ["//evil.example/2.png"]],
    ['<source srcset="/a.png 1x,\n /\\evil.example/2.png 2x">', ["/\\evil.example/2.png"]],
    ['<link imagesrcset="/a.png 1x, https:evil.example/2.png 2x">', ["https:evil.example/2.png"]],
    [
      '<img srcset="https://evil.example/1.png 1x, //evil.example/2.png 2x, https://evil.example/3.png 3x">',
      [
        "https://evil.example/1.png 1x, //evil.example/2.png 2x, https://evil.example/3.png 3x",
        "//evil.example/2.png",
        "https://evil.example/3.png",
      ],
    ],
  ])("is a link, too: %j", (content, pieces) => {
    expect(links(content, "html")).toEqual(
      pieces.map((piece) => ["evil.example", expect.any(String), piece]),
    );
  });

  it("is looked for in time that grows with the length", () => {
    expect(links(`<img srcset="${"/a 1x, //x ".repeat(5000)}">`, "html")).toEqual([]);
    expect(links(`<img srcset="${", //evil.example/x".repeat(3000)}">`, "html")).toHaveLength(100);
  });
});

describe("a frame that holds its page", () => {
  it.each([
    ['<iframe srcdoc="<a href=//evil.example/x>here</a>">', "//evil.example/x"],
    ['<iframe srcdoc="&lt;a href=&quot;//evil.example/x&quot;&gt;here">', "//evil.example/x"],
    ['<iframe srcdoc="&lt;base href=&quot;https:evil.example/x&quot;&gt;">', "https:evil.example/x"],
  ])("leads where its links do: %j", (content, piece) => {
    expect(links(content, "html")).toEqual([["evil.example", "/x", piece]]);
  });
});

describe("a character reference", () => {
  it.each([
    ["at https://ev&#105;l.example/x today", "https://ev&#105;l.example/x"],
    ["at https://ev&#x69;l.example/x", "https://ev&#x69;l.example/x"],
    ["at https://ev&#105l.example/x", "https://ev&#105l.example/x"],
    ["at https://ev&#0000000105;l.example/x", "https://ev&#0000000105;l.example/x"],
    ["https&#58;//evil.example/x", "https&#58;//evil.example/x"],
    ["https:&#47;&#47;evil.example/x", "https:&#47;&#47;evil.example/x"],
    ["https&colon;&sol;&sol;evil&period;example/x", "https&colon;&sol;&sol;evil&period;example/x"],
    ['<a href="&#104;ttps://evil.example/x">', "&#104;ttps://evil.example/x"],
    ['<a href="ht&Tab;tps://evil.example/x">', "ht&Tab;tps://evil.example/x"],
    ['<a href="/&#x2f;evil.example/x">', "/&#x2f;evil.example/x"],
    ["https://e&ZeroWidthSpace;vil.example/x", "https://e&ZeroWidthSpace;vil.example/x"],
    ["https://&efr;vil.example/x", "https://&efr;vil.example/x"],
  ])("in a link is what browsers read: %j", (content, piece) => {
    expect(links(content, "html")).toEqual([["evil.example", "/x", piece]]);
  });

  it("stays as it is in a plain text, which shows it", () => {
    expect(links("at https://ev&#105;l.example/x")).toEqual([]);
    expect(aSubject({ content: "c&#97;sino" }).words).toEqual(["c", "97", "sino"]);
  });

  it.each([
    ["try the c&#97;sino", "try the casino"],
    ["caf&eacute; &Uuml;bung gar&ccedil;on stra&szlig;e", "cafe ubung garcon straße"],
    ["Tom &amp; Jerry&nbsp;again", "tom jerry again"],
    ["if a &lt; b &amp;&amp; b &gt; c", "if a b b c"],
    ["I&#8217;m &#146;ere", "i’m ere"],
    ["a &unknown; b &#xFFFFFFFF; &#0; &#xD800;", "a unknown b"],
    ["cas&#8203;ino &#x1F600;", "casino"],
    ["https://a.example/?x=1&copy=2", ""],
  ])("in a word is what people read: %j", (content, words) => {
    expect(aSubject({ content, format: "html" }).words.join(" ")).toBe(words);
    expect(aSubject({ content, format: "markdown" }).words.join(" ")).toBe(words);
  });
});

describe("a domain without a scheme", () => {
  it.each([
    ["see my-shop.com.au today", "my-shop.com.au"],
    ["my-shop.agency", "my-shop.agency"],
    ["at shop.life, now", "shop.life"],
    ["LOANS.CA!", "loans.ca"],
    ["loans.jp/x", "loans.jp"],
    ["(casino.com)", "casino.com"],
    ["Casino.Com", "casino.com"],
    ["//casino.com/x", "casino.com"],
    ["https:casino.com", "casino.com"],
    ["casino.com:8080/x", "casino.com"],
    ["casino.com's", "casino.com"],
    ["163.com", "163.com"],
    ["müller.de", "xn--mller-kva.de"],
    ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
    ["例子.中国", "xn--fsqu00a.xn--fiqs8s"],
    ["请访问casino.com查看", "casino.com"],
    ["скачатьcasino.com", "casino.com"],
    ["ｃａｓｉｎｏ．ｃｏｍ", "casino.com"],
    ["casi\u200bno.com", "casino.com"],
    ["youtu.be/x", "youtu.be"],
    ["github.com/a/main.rs", "github.com"],
    ["main.rs/x", "main.rs"],
    ["sklep.firma.pl and tanie-kredyty.pl", "sklep.firma.pl"],
  ])("%j", (content, host) => {
    expect(links(content)[0]?.[0]).toBe(host);
  });

  it.each([
    "README.md tells it",
    "main.py and lib.rs",
    "run.sh, then script.ps",
    "docs.zip",
    "clip.mov",
    "libc.so",
    "test.pl",
    "Node.js and Next.js",
    "style.css",
    "index.html",
    "app.ts",
    "ASP.NET and VB.NET",
    "Program.cs",
    "main.java",
    "end.Next sentence",
    "I saw it.It was red",
    "great post.it helped",
    "yes.no",
    "конец.Начало",
    "e.g. this",
    "i.e. that",
    "et.al",
    "a.m. or p.m.",
    "U.S.A.",
    "v1.2.io",
    "version 1.2.3",
    "3.14",
    "at 10.30",
    "model.fit(x)",
    "user.name = 1",
    "$site.com",
    "list.com()",
    "foo.bar.baz",
    "console.log",
    "this.state",
    "docs/readme.com",
    "../casino.com",
    "git://casino.com",
    "kim@casino.com",
    "kim.casino.com@mail",
    "@casino.com",
    "casino.unknown",
    "casino.",
    ".com",
    "-casino-.com",
    "ca_sino.com",
    "我喜欢。网站很好",
    "com.au",
    `${"a".repeat(64)}.com`,
    `${"a.".repeat(130)}com`,
  ])("is none: %j", (content) => {
    expect(links(content)).toEqual([]);
  });
});

describe("the registered domain", () => {
  it.each([
    ["https://a.b.my-shop.com.au/", "my-shop.com.au"],
    ["https://www.example.co.uk", "example.co.uk"],
    ["https://a.blogspot.com/x", "a.blogspot.com"],
    ["https://b.a.github.io", "a.github.io"],
    ["https://a.b.example", "b.example"],
    ["http://0x7f.1/", "127.0.0.1"],
    ["http://[::1]/", "[::1]"],
  ])("%s", (content, domain) => {
    expect(aSubject({ content }).links.map((link) => link.domain)).toEqual([domain]);
  });

  it("is listed once, the author's too, and never the blog's own", () => {
    const subject = aSubject(
      {
        content: "https://a.one.example https://b.one.example https://blog.example/x https://post.example/y",
        author: { url: "two.example/me" },
        post: { url: "https://post.example/tides" },
      },
      ["https://www.blog.example"],
    );
    expect(linkedDomains(subject)).toEqual(["one.example", "two.example"]);
  });
});

describe("the author's address", () => {
  it.each([
    ["https://Müller.de/x", { host: "xn--mller-kva.de", domain: "xn--mller-kva.de", path: "/x" }],
    ["kim.example", { host: "kim.example", domain: "kim.example", path: "" }],
    ["kim.example:8080/me", { host: "kim.example", domain: "kim.example", path: "/me" }],
    ["//kim.example", { host: "kim.example", domain: "kim.example", path: "" }],
    [" http://k\u200bim.example\n", { host: "kim.example", domain: "kim.example", path: "" }],
    ["http:\\\\kim.example\\me", { host: "kim.example", domain: "kim.example", path: "\\me" }],
    ["http://2130706433", { host: "127.0.0.1", domain: "127.0.0.1", path: "" }],
    ["nonsense", undefined],
    ["1", undefined],
    ["2130706433", undefined],
    ["http://", undefined],
    ["http://a..b/", undefined],
    ["http://%zz.example/", undefined],
    ["", undefined],
  ])("%j", (url, expected) => {
    expect(aSubject({ author: { url } }).site).toEqual(expected);
  });
});

describe("reading any text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "https://",
      "//",
      "\\\\",
      "www.",
      ".com",
      "casino",
      "&#46;",
      "&period;",
      "&#x200b;",
      "\u200b",
      "．",
      "。",
      "ｃｏｍ",
      'href="',
      '"',
      "](",
      ")",
      "[url=",
      "]",
      "<",
      ">",
      " ",
      "\n",
      "@",
      "[::1]",
      "%2e",
      "xn--",
      "ü",
      "漢",
      "🎉",
      "&",
      ";",
      "-",
    ),
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

  it("finds links in order, each with a host, a domain of it, and a piece of the text as sent", () => {
    fc.assert(
      fc.property(text, fc.constantFrom<Format>("text", "html", "markdown"), (content, format) => {
        const subject = aSubject({ content, format, author: { url: content } });
        let last = 0;
        for (const link of subject.links) {
          const { start, end } = asSent(subject, link);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(content.length);
          expect(link.host).toMatch(/^(?:[^.\s]+(?:\.[^.\s]+)+|\[[\da-f:.]+\])$/);
          expect(`.${link.host}`.endsWith(`.${link.domain}`)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("reads a host again as itself", () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const { host } of aSubject({ content }).links)
          expect(aSubject({ author: { url: `http://${host}` } }).site?.host).toBe(host);
      }),
      { numRuns: 1000 },
    );
  });
});
