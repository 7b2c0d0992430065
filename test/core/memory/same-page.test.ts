import { describe, expect, it } from "vitest";
import { samePage } from "../../../src/core/memory/same-page.ts";

const PAGE = "https://blog.example/tides";

describe("the address of a page", () => {
  it.each([
    "http://blog.example/tides",
    "https://www.blog.example/tides/",
    "https://BLOG.example/tides#comment-12",
    "https://blog.example/tides?utm_source=feed&utm_medium=rss",
    "https://blog.example/tides/?replytocom=7#respond",
  ])("is the same, whatever was added to it: %s", (other) => {
    expect(samePage(other)).toBe(samePage(PAGE));
  });

  it.each([
    "https://blog.example/tides?p=7",
    "https://blog.example/Tides",
    "https://other.example/tides",
    "tides",
  ])("is another: %s", (other) => {
    expect(samePage(other)).not.toBe(samePage(PAGE));
  });

  it("may be none", () => {
    expect([samePage(undefined), samePage(""), samePage("?utm_source=x")]).toEqual([undefined, "", ""]);
  });
});
