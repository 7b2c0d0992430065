import { describe, expect, it } from "vitest";
import { entryOf } from "../../src/site/webmentions/entry-of.ts";
import { readPage } from "../../src/site/webmentions/read-page.ts";

const URL_OF_PAGE = "https://reader.example/notes/1";
const TARGET = "https://blog.example/posts/loops/";

const said = (html: string) => {
  const page = readPage(html, URL_OF_PAGE, TARGET);
  return page && { links: page.links, ...entryOf(page, TARGET) };
};
const nobody = { name: undefined, url: undefined };

describe("a page that links to the blog's", () => {
  it.each<[string, string, object]>([
    [
      "its first entry that is about the page, out of a feed",
      `<div class="h-feed"><div class="h-entry"><p class="e-content">another</p></div>
       <div class="h-entry"><a class="u-like-of" href="${TARGET}">x</a></div></div>`,
      { links: true, kind: "like", content: "x", author: nobody },
    ],
    [
      "an author named by her address alone",
      `<div class="h-entry"><a class="u-author" href="https://eve.example/"></a><a class="u-url" href="${TARGET}">x</a><p class="p-summary">Sums up</p></div>`,
      {
        links: true,
        kind: "mention",
        content: "Sums up",
        author: { name: undefined, url: "https://eve.example/" },
      },
    ],
    [
      "the page's own card, where the entry names nobody",
      `<p class="h-card"><a class="p-name u-url" href="/">Eve</a></p><p class="h-entry"><a class="u-in-reply-to" href="${TARGET}">x</a><b class="p-content">Yes</b></p>`,
      { kind: "reply", content: "Yes", author: { name: "Eve", url: "https://reader.example/" } },
    ],
    [
      "an invitation's answer",
      `<p class="h-entry"><data class="p-rsvp" value="yes"></data><a class="u-in-reply-to" href="${TARGET}">x</a></p>`,
      { kind: "reply", published: undefined },
    ],
    [
      "a time that is none, and one before 1970",
      `<p class="h-entry"><time class="dt-published" datetime="0001-01-01">x</time><a href="${TARGET}">x</a></p>`,
      { published: undefined },
    ],
    ["a quotation", `<blockquote cite="${TARGET}">x</blockquote>`, { links: true, kind: "mention" }],
    ["a picture", `<table><tr><td><img src="${TARGET}"></table>`, { links: true }],
    ["an escaped address", `<a href="https&#58;//blog.example/posts/%6coops/">x</a>`, { links: false }],
    ["a base that is no address", `<base href="https://"><a href="${TARGET}">x</a>`, { links: true }],
    ["nothing at all", "", { links: false, kind: "mention", content: "" }],
  ])("is read: %s", (_, html, expected) => expect(said(html)).toMatchObject(expected));

  it("tells of a long article its beginning, without markup and at a word's end", () => {
    const words = "A rather long article. ".repeat(500);
    const entry = said(
      `<div class="h-entry"><div class="e-content"><b>${words}</b><a href="${TARGET}">x</a></div></div>`,
    );
    expect(entry?.format).toBe("text");
    expect(entry?.content).toMatch(/^(?:A rather long article\. )+A rather long …$/);
    expect(entry?.content.length).toBeLessThanOrEqual(502);
  });
});

describe("a page that nobody wrote for readers", () => {
  it.each<[string, string]>([
    [
      "authors in authors",
      `<div class=h-entry>${"<div class='p-author h-card e-content'>".repeat(180)}x${"</div>".repeat(181)}`,
    ],
    [
      "contents in contents",
      `<div class=h-entry>${"<div class='p-name e-content'>".repeat(190)}${"x".repeat(10_000)}`,
    ],
    [
      "a thousand names",
      `<div class="h-entry ${Array.from({ length: 1_000 }, (_, i) => `p-a${i}`).join(" ")}">x`,
    ],
    ["more markup than is told", `<p class="h-entry">${"<b class='p-name'>x</b>".repeat(40_000)}`],
    [
      "names of everything's prototype",
      `<constructor class="p-constructor h-__proto__ p-__proto__" href="x">x</constructor>`,
    ],
  ])("is read in bounded time: %s", (_, html) => {
    const page = readPage(html, URL_OF_PAGE, TARGET);
    expect(page?.markup.length).toBeLessThanOrEqual(150_000);
    expect(page && entryOf(page, TARGET).kind).toBe("mention");
  });

  it("and is nested beyond measure is not read at all", () => {
    expect(said("<div>".repeat(201))).toBeUndefined();
    expect(said("<div>".repeat(200))).toMatchObject({ links: false });
  });
});
