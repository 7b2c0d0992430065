import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commentHtml, linkable } from "../../src/site/feed/comment-html.ts";

const text = (content: string) => commentHtml({ format: "text", content });
const html = (content: string) => commentHtml({ format: "html", content });

describe("plain text", () => {
  it.each([
    ["Hello", "<p>Hello</p>"],
    ["one\ntwo\r\n\r\nthree", "<p>one<br>two</p><p>three</p>"],
    [`<b>&"x"</b>`, "<p>&lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;</p>"],
    [
      "See https://a.example/x?y=1&z=2.",
      '<p>See <a href="https://a.example/x?y=1&amp;z=2" rel="ugc nofollow">https://a.example/x?y=1&amp;z=2</a>.</p>',
    ],
    ["(http://a.example)", '<p>(<a href="http://a.example/" rel="ugc nofollow">http://a.example</a>)</p>'],
    [
      'https://a.example/"><script>',
      '<p><a href="https://a.example/" rel="ugc nofollow">https://a.example/</a>&quot;&gt;&lt;script&gt;</p>',
    ],
    [
      "javascript:alert(1) https://user:word@a.example/",
      "<p>javascript:alert(1) https://user:word@a.example/</p>",
    ],
    ["", "<p></p>"],
  ])("%j", (content, shown) => expect(text(content)).toBe(shown));
});

describe("Markdown", () => {
  const markdown = (content: string) => commentHtml({ format: "markdown", content });

  it.each([
    ["**a** *b* ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>\n"],
    [
      "[a](https://a.example/?x=1&y=2) https://b.example",
      '<p><a href="https://a.example/?x=1&amp;y=2" rel="ugc nofollow">a</a> <a href="https://b.example/" rel="ugc nofollow">https://b.example</a></p>\n',
    ],
    ["one\ntwo\n\nthree", "<p>one<br>\ntwo</p>\n<p>three</p>\n"],
    ["> a\n\n- b\n- c", "<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"],
    ["```js\nx < 1\n```", "<pre><code>x &lt; 1\n</code></pre>\n"],
    ["# a", "<p># a</p>\n"],
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"],
    ["<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n"],
    ["[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"],
    ["[a](java&#x0A;script:alert(1))", "<p>a</p>\n"],
    ["[a](data:text/html,x) [b](//evil.example) [c](/x)", "<p>[a](data:text/html,x) b c</p>\n"],
    [
      '[a](https://a.example "x\\" onmouseover=\\"alert(1)")',
      '<p><a href="https://a.example/" rel="ugc nofollow">a</a></p>\n',
    ],
    ["![a](https://a.example/x.png)", '<p>!<a href="https://a.example/x.png" rel="ugc nofollow">a</a></p>\n'],
    ["<https://a.example>", '<p><a href="https://a.example/" rel="ugc nofollow">https://a.example</a></p>\n'],
    ["<mo@mail.example>", "<p>mo@mail.example</p>\n"],
    ["[a]: javascript:alert(1)\n\n[a]", "<p>[a]: javascript:alert(1)</p>\n<p>[a]</p>\n"],
    ["", ""],
  ])("%j", (content, shown) => expect(markdown(content)).toBe(shown));

  it("too long for a comment is shown as it was typed", () => {
    const long = "**a** ".repeat(4_000);
    expect(markdown(long)).toBe(`<p>${long.trim()}</p>`);
  });

  it("of whatever characters holds no element and no attribute but those that are allowed", () => {
    const piece = fc.constantFrom(
      ..."[]()<>*_`~#!&;:\"'\\ \n\t-+>|=".split(""),
      "a",
      "https://a.example/",
      "javascript:",
      "<script>",
      "onerror=",
      "&#x3c;",
      "](",
      "1. ",
    );
    const allowed =
      /<(?:\/?(?:p|strong|em|s|code|pre|blockquote|ul|ol|li)|br|a href="https?:\/\/[^"<>]*" rel="ugc nofollow"|\/a)>/g;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(markdown(pieces.join("")).replace(allowed, "")).not.toMatch(/[<>]/);
      }),
    );
  });
});

describe("HTML", () => {
  it.each([
    ["<p>one <b>two</b><br>three</p>", "<p>one <b>two</b><br>three</p>"],
    ["<script>alert(1)</script>a", "a"],
    ["<style>*{display:none}</style>a", "a"],
    ['<img src=x onerror="alert(1)">a', "a"],
    ['<b onclick="alert(1)" style="x" class="y" id="z">a</b>', "<b>a</b>"],
    [
      '<a href="https://a.example/" onclick="x" target="_top">a</a>',
      '<a href="https://a.example/" rel="ugc nofollow">a</a>',
    ],
    ['<a href="javascript:alert(1)">a</a>', "a"],
    ['<a href=" JaVaScRiPt:alert(1)">a</a>', "a"],
    ['<a href="java&#x0A;script:alert(1)">a</a>', "a"],
    ['<a href="data:text/html,x">a</a><a href="//evil.example">b</a><a href="/x">c</a>', "abc"],
    ["<svg><script>alert(1)</script><b>x</b></svg>y", "y"],
    ["<math><mi><style><img src=x onerror=alert(1)></style></mi></math>y", "y"],
    ['<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>y', "y"],
    ["<template><b>x</b></template>y", "y"],
    ["<iframe srcdoc='<script>1</script>'></iframe>y", "y"],
    ["<b>open", "<b>open</b>"],
    ["</div></p>closed", "<p></p>closed"],
    ["<b><i>a</b>c</i>", "<b><i>a</i></b>c"],
    ["<!-- a --><![CDATA[b]]><?php c ?>d", "d"],
    ["a &lt;script&gt; &amp;", "a &lt;script&gt; &amp;"],
    ["As WordPress <b>keeps\r\nit</b>:\n\nlines", "As WordPress <b>keeps<br>it</b>:<br><br>lines"],
    ["<pre>one\ntwo</pre>\nthree", "<pre>one\ntwo</pre><br>three"],
    ["<p>its own\nlines</p>\n", "<p>its own\nlines</p>\n"],
    ["<img src=x onerror=alert(1)//", ""],
    ["<form action=x><input name=y><button>z</button></form>", "z"],
    ["<base href=https://evil.example><meta http-equiv=refresh content=0>a", "a"],
  ])("%j", (content, shown) => expect(html(content)).toBe(shown));

  it("nested deeper than anybody writes loses elements, not texts", () => {
    const shown = html(`${"<b>".repeat(5_000)}a`);
    expect(shown).toBe(`${"<b>".repeat(20)}a${"</b>".repeat(20)}`);
  });
});

/** What may stand in it, and nothing else: elements without attributes, links, characters that are no markup. */
const SAFE =
  /^(?:[^<>"]|&quot;|<\/?(?:p|b|strong|i|em|u|s|del|code|pre|blockquote|ul|ol|li|sub|sup)>|<br>|<a href="https?:\/\/[^"<>]*" rel="ugc nofollow">|<\/a>)*$/;

const pieces = fc.constantFrom(
  "<",
  ">",
  '"',
  "'",
  "=",
  "/",
  " ",
  "&",
  ";",
  "#",
  "a",
  "b",
  "p",
  "script",
  "style",
  "svg",
  "math",
  "href",
  "onerror",
  "javascript:",
  "https://x.example",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "\u0000",
  "\n",
  "</",
  "/>",
  "&lt;",
  "&#60;",
  "<a href=",
  "<b>",
  "</b>",
  "textarea",
  "title",
  "plaintext",
  "noscript",
);

describe("whatever is written", () => {
  const written = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
  );
  it.each(["text", "html"] as const)("becomes what is allowed and nothing else: %s", (format) => {
    fc.assert(
      fc.property(written, (content) => SAFE.test(commentHtml({ format, content }))),
      { numRuns: 2_000, seed: 18 },
    );
  });

  it("closes what it opens", () => {
    fc.assert(
      fc.property(written, (content) => {
        const tags = [...html(content).matchAll(/<(\/?)([a-z]+)[^>]*>/g)].filter(
          ([, , name]) => name !== "br",
        );
        const open: string[] = [];
        for (const [, slash, name = ""] of tags)
          if (slash === "") open.push(name);
          else if (open.pop() !== name) return false;
        return open.length === 0;
      }),
      { numRuns: 2_000, seed: 18 },
    );
  });
});

describe("an author's website", () => {
  it.each([
    ["https://a.example", "https://a.example/"],
    [" http://a.example/x ", "http://a.example/x"],
    ["javascript:alert(1)", undefined],
    ["a.example", undefined],
    ["https://", undefined],
    ["https://user@a.example", undefined],
    [undefined, undefined],
  ])("%j", (address, shown) => expect(linkable(address)).toBe(shown));
});
