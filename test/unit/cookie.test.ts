import fc from "fast-check";
import { parse } from "hono/utils/cookie";
import { describe, expect, it } from "vitest";
import { cookieOf } from "../../src/platform/cookie.ts";

const sent = (cookie: string) => ({ headers: new Headers({ cookie }) });

describe("a cookie of ours", () => {
  it.each([
    ["stands alone", "me=1", "1"],
    ["stands among others", "a=b; me=1; c=d", "1"],
    ["has a name that others begin or end with", "__Host-me=2; mean=3; me=1", "1"],
    ["is named in another's value", "a=me=2; me=1", "1"],
    ["is there twice: the first counts", "me=1; me=2", "1"],
    ["has blanks around it", "a=b ;  me = 1 ", "1"],
    ["is empty", "me=; a=b", ""],
    ["has no value: it is none", "me; a=b", undefined],
    ["is not there", "a=b", undefined],
  ])("is found where it %s", (_, cookie, value) => {
    expect(cookieOf(sent(cookie), "me")).toBe(value);
  });

  it("is none without the header", () => {
    expect(cookieOf({ headers: new Headers() }, "me")).toBeUndefined();
  });

  it("is what a reader of all cookies finds, whatever else a browser sends", () => {
    const name = fc.constantFrom("me", "mem", "hme", "m", "a-me");
    const value = fc.string({ unit: fc.constantFrom("m", "e", "1", ".", "-"), maxLength: 4 });
    const gap = fc.constantFrom("; ", ";", " ;  ");
    const pair = fc.tuple(name, value, gap).map(([key, text, after]) => `${key}=${text}${after}`);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
        const header = pairs.join("");
        expect(cookieOf(sent(header), "me")).toBe(parse(header, "me").me);
      }),
    );
  });
});
