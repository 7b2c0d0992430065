import { describe, expect, it } from "vitest";
import { type Arrival, Recent, type Trace } from "../../../src/core/memory/recent.ts";
import { strangeDomains } from "../../../src/core/memory/spread.ts";
import { foreignDomains } from "../../../src/core/reading/subject.ts";
import { NOW } from "../../clock.ts";
import { aComment } from "../a-comment.ts";

const DAY = 86_400_000;
const SHOP = "small-shop.example";

const trace = (n: number, given: Partial<Trace> = {}): Trace => ({
  id: `a${n}`,
  post: `https://blog.example/${n}`,
  hash: `h${n}`,
  arrived: NOW - n,
  status: "published",
  decided: false,
  fingerprint: undefined,
  mail: `m${n}`,
  name: `Reader ${n}`,
  prefix: `p${n}`,
  domains: [SHOP],
  ...given,
});

const traces = (count: number, given: (n: number) => Partial<Trace> = () => ({})) =>
  Array.from({ length: count }, (_, n) => trace(n, given(n)));

const arrival = (given: Partial<Arrival> = {}): Arrival => ({
  id: "b",
  post: "https://blog.example/0",
  hash: "h",
  arrived: NOW,
  fingerprint: undefined,
  mail: "mb",
  name: "Bea",
  prefixes: ["pb", "pc"],
  domains: [SHOP],
  ...given,
});

const spread = (before: readonly Trace[], given: Partial<Arrival> = {}) => {
  const recent = new Recent();
  for (const one of before) recent.remember(one);
  return recent.look(arrival(given)).spread;
};
const onePage = () => ({ post: "https://blog.example/0" });

describe("a strange domain that other people link to within a day", () => {
  it.each<[string, readonly Trace[], Partial<Arrival>, number, number]>([
    ["three on several pages", traces(3), {}, 3, 3],
    ["three without mail addresses", traces(3, () => ({ mail: undefined })), { mail: undefined }, 3, 3],
    ["three names under one address", traces(3, () => ({ mail: "mb" })), {}, 3, 3],
    ["three, and some who link elsewhere", [...traces(3), trace(7, { domains: ["x.example"] })], {}, 3, 3],
    ["those whom the filter stopped", traces(3, () => ({ status: "spam" })), {}, 3, 3],
    ["six on one page", traces(6, onePage), {}, 6, 1],
    ["six on pages that nobody named", traces(6, () => ({ post: undefined })), { post: undefined }, 6, 1],
    [
      "one name by twelve networks, as four people",
      traces(12, () => ({ mail: undefined, name: "Bea" })),
      { mail: undefined },
      3,
      12,
    ],
  ])("is told: %s", (_, before, given, others, pages) => {
    expect(spread(before, given)).toEqual({ domain: SHOP, others, pages });
  });

  it.each<[string, readonly Trace[], Partial<Arrival>]>([
    ["two others", traces(2), {}],
    ["five on one page, where readers answer each other", traces(5, onePage), {}],
    [
      "one page in two spellings",
      traces(5, (n) => ({ post: `https://www.blog.example/0${n % 2 ? "/" : "#c"}` })),
      {},
    ],
    [
      "her own comments, by home, work and the train",
      traces(9, (n) => ({ mail: "mb", name: "Bea", prefix: `p${n % 3}` })),
      {},
    ],
    [
      "her own, without a network",
      traces(9, () => ({ mail: undefined, name: "Bea", prefix: undefined })),
      { mail: undefined },
    ],
    ["one other who says much", traces(9, () => ({ mail: "m1", name: "Ada", prefix: "p1" })), {}],
    ["some of them a day ago", traces(3, (n) => ({ arrived: NOW - n * (DAY / 2) })), {}],
    ["comments whose links are not known", traces(9, () => ({ domains: undefined })), {}],
    ["this very comment, edited", traces(9, () => ({ id: "b" })), {}],
    ["a comment that links to nothing strange", traces(9), { domains: [] }],
    ["a comment that a server sent", traces(9), { domains: undefined }],
  ])("is not told: %s", (_, before, given) => {
    expect(spread(before, given)).toBeUndefined();
  });

  it("is the one that most others brought, of several", () => {
    const before = [
      ...traces(3),
      ...Array.from({ length: 4 }, (_, n) => trace(9 + n, { domains: ["y.example"] })),
    ];
    expect(spread(before, { domains: [SHOP, "y.example"] })).toEqual({
      domain: "y.example",
      others: 4,
      pages: 5,
    });
  });

  it("is told the same in whatever order they came", () => {
    const before = traces(5);
    expect(spread([...before].reverse())).toEqual(spread(before));
  });
});

describe("of the domains that a comment links to", () => {
  const approved = [
    { domain: "friend.example", spam: 2, ham: 1 },
    { domain: SHOP, spam: 3, ham: 0 },
  ];

  it("those are strange that nobody approved or allowed, and that are not everybody's", () => {
    const linked = [
      "friend.example",
      SHOP,
      "tides.example",
      "en.org",
      "youtube.com",
      "google.co.uk",
      "github.com",
    ];
    expect(strangeDomains(linked, approved, ["tides.example"])).toEqual([SHOP, "en.org"]);
  });

  it.each([
    ["the domain itself", "https://www.tides.example/", []],
    ["a host below it", "m.tides.example", ["tides.example"]],
    ["a word of it", "tides", ["tides.example"]],
    ["a mail address of it", "a@tides.example", ["tides.example"]],
  ])("an allowed entry that names %s: %s", (_, entry, left) => {
    expect(strangeDomains(["tides.example"], [], [entry])).toEqual(left);
  });

  it("look-alikes of everybody's are strange", () => {
    const alike = ["youtube.example", "notyoutube.com", "github.com.example", "google.evil"];
    expect(strangeDomains(alike, [], [])).toEqual([
      "youtube.example",
      "notyoutube.com",
      "github.com.example",
    ]);
  });
});

describe("a stored comment", () => {
  const content = "See http://www.small-shop.example/now and http://blog.example/a";
  const author = { url: "https://ada.example" };

  it("is remembered by the foreign domains of its text and its author", () => {
    expect(foreignDomains(aComment({ content, author }), ["blog.example"])).toEqual([SHOP, "ada.example"]);
  });

  it("is remembered by none, if a server sent it", () => {
    expect(foreignDomains(aComment({ content, author, type: "pingback" }), [])).toBeUndefined();
  });
});
