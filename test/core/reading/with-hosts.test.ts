import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check.ts";
import { featuresOf } from "../../../src/core/reading/features.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { withHosts } from "../../../src/core/reading/with-hosts.ts";
import { aComment, aCorpus, aPolicy } from "../a-comment.ts";

const before = ["blog.example"];
const after = ["blog.example", "shop.example"];

describe("a comment on a blog of other hosts", () => {
  it.each([
    ["names no host", {}],
    [
      "names hosts that stay what they were",
      { content: "See http://blog.example/ and http://other.example/" },
    ],
    ["names one whose name only ends alike", { content: "See http://notshop.example/ or shop.example.net" }],
    ["was sent from a page of the blog", { referrer: "https://blog.example/tides" }],
  ])("is the same subject where it %s", (_, comment) => {
    const subject = read(aComment(comment), before);
    expect(withHosts(subject, after)).toBe(subject);
  });

  it.each([
    ["in its text", { content: "See http://shop.example/" }],
    ["below it", { content: "See http://www.cdn.shop.example/" }],
    ["as the author's website", { author: { url: "https://shop.example" } }],
    ["in the author's name", { author: { name: "www.shop.example" } }],
    ["as a mail address", { content: "Write to kim@shop.example" }],
    ["disguised", { content: "It is at shop [dot] example/buy, h**p://shop.example" }],
    ["as a mail address in words", { content: "kim (at) shop (dot) example" }],
    ["as the page it was sent from", { referrer: "https://shop.example/tides" }],
  ])("is another one where it names a new host of the blog %s", (_, comment) => {
    expect(withHosts(read(aComment(comment), before), after).ownHosts).toEqual(new Set(after));
  });

  it("is another one where the blog's first host tells what the page means that it was sent from", () => {
    const subject = read(aComment({ referrer: "https://other.example/" }), []);
    expect(withHosts(subject, after).ownHosts).toEqual(new Set(after));
  });

  const anyComment = () => {
    const hosts = fc.subarray(["blog.example", "shop.example", "cdn.shop.example", "ev\u0456l.example"]);
    const piece = fc.constantFrom(
      "shop.example",
      "http://shop.example/a",
      "https://www.cdn.shop.example",
      "//blog.example",
      "http://ev\u0456l.example",
      "kim@shop.example",
      "kim at shop dot example",
      "s h o p . e x a m p l e",
      "h**p://blog.example",
      "shop[.]example",
      "notshop.example",
      "ｓｈｏｐ.example",
      "Thanks for the tides",
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(" "));
    const sent = fc.record({
      content: text,
      author: fc.record({
        name: text,
        url: fc.constantFrom("", "https://shop.example", "http://other.example"),
      }),
      referrer: fc.constantFrom(
        undefined,
        "https://shop.example/",
        "https://blog.example/",
        "https://x.example/",
      ),
      format: fc.constantFrom("text", "html", "markdown"),
    });
    return { hosts, comment: sent.map((one) => aComment(one as Parameters<typeof aComment>[0])) };
  };

  it("is judged as if it had been read for them, whatever it says", () => {
    const { hosts, comment } = anyComment();
    const corpus = aCorpus();
    fc.assert(
      fc.property(comment, hosts, hosts, (given, from, to) => {
        const policy = aPolicy({ hosts: to });
        expect(check(withHosts(read(given, from), to), corpus, undefined, policy)).toEqual(
          check(read(given, to), corpus, undefined, policy),
        );
      }),
    );
  });

  it("shows signals that look at no hosts the same, whatever it says", () => {
    const { hosts, comment } = anyComment();
    fc.assert(
      fc.property(comment, hosts, hosts, (given, from, to) => {
        const before = featuresOf(read(given, from), aPolicy());
        const { subject: _, ...after } = featuresOf(read(given, to), aPolicy(), before);
        const { subject: __, ...anew } = featuresOf(read(given, to), aPolicy());
        expect(after).toEqual(anew);
      }),
    );
  });
});
