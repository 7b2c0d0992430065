import { describe, expect, it } from "vitest";
import { asMeant, clientAddress, ignored } from "../../src/contract/as-meant.ts";

describe("a client's address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["203.0.113.7:51234", "203.0.113.7"],
    [' "203.0.113.7" ', "203.0.113.7"],
    ["[2001:db8::7]:443", "2001:db8::7"],
    ["2001:db8::7%eth0", "2001:db8::7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["10.0.0.5, unknown, 203.0.113.7, 198.51.100.1", "203.0.113.7"],
    ["for=203.0.113.7;proto=https;by=10.0.0.1", "203.0.113.7"],
    ['for="[2001:db8::7]:4711"', "2001:db8::7"],
    ["proto=http; For=203.0.113.7:80", "203.0.113.7"],
    ["for=unknown, for=10.0.0.5, for=203.0.113.7, 198.51.100.1", "203.0.113.7"],
    ["100.63.255.255", "100.63.255.255"],
    ["203.0.113.7/32", "203.0.113.7"],
    ["2001:db8::7/128", "2001:db8::7"],
    ["203.0.113.007", "203.0.113.7"],
    ["203.0.113.7;", "203.0.113.7"],
    ["10.0.0.5 203.0.113.7", "203.0.113.7"],
    ["172.32.0.1", "172.32.0.1"],
  ])("is the first public one of %s", (sent, address) => {
    expect(clientAddress(sent)).toBe(address);
  });

  it.each([
    ..."10.0.0.5 127.0.0.1:8080 0.0.0.0 192.168.1.1 169.254.1.1 172.16.0.1 172.31.9.9 100.64.0.1 100.127.9.9".split(
      " ",
    ),
    ..."::1 :: fc00::1 fd12::9 fe80::1%en0 [::1]:80 ::ffff:10.0.0.5 - unknown _hidden localhost".split(" "),
    "",
    "10.0.0.5, 192.168.1.1",
    "192.0.0.8",
    "010.000.000.005",
    "for=_hidden",
    "for=unknown;proto=https",
    "proto=https;host=blog.example",
    "for=",
  ])("is not told by %j", (sent) => {
    expect(clientAddress(sent)).toBeUndefined();
  });

  it.each(["1.2.3", "999.1.1.1", "here", "for=here", "1.2.3, 10.0.0.1", "2001:db8::zz"])(
    "is left as it is: %s",
    (sent) => {
      expect(clientAddress(sent)).toBe(sent);
    },
  );
});

describe("a submission as it is meant", () => {
  it("keeps what is empty on purpose, and what it does not understand", () => {
    const sent = { content: "", form: { honeypot: "", token: "" }, id: 1.5, post: [null], x: { y: null } };
    expect(asMeant(sent)).toEqual({
      content: "",
      form: { honeypot: "" },
      id: 1.5,
      post: [null],
      x: { y: null },
    });
    for (const other of [null, "", 7, [], "text"]) expect(asMeant(other)).toEqual(other);
  });

  it.each([
    [
      "fractions, texts and what a set clock makes of a duration",
      "elapsed",
      [3499.6, "3500", -5],
      [3500, 3500, undefined],
    ],
    ["a box that is ticked", "honeypot", [false, true, ""], ["", "true", ""]],
    [
      "times with a blank, small letters, no seconds, no colon",
      "shownAt",
      ["2026-11-27 10:00:00Z", "2026-11-27t10:00z", "2026-11-27T10:00:00.5+0100", "27 Nov 2026"],
      ["2026-11-27T10:00:00Z", "2026-11-27T10:00:00Z", "2026-11-27T10:00:00.5+01:00", "27 Nov 2026"],
    ],
  ])("takes %s", (_, name, given, meant) => {
    const read = (value: unknown) => (asMeant({ form: { [name]: value } }) as { form: object }).form;
    expect(given.map(read)).toEqual(meant.map((value) => (value === undefined ? {} : { [name]: value })));
  });

  it("takes tags as a text or as numbers, kinds in capitals", () => {
    expect(asMeant({ type: "Comment", format: "HTML", post: { tags: "a, b,," } })).toEqual({
      type: "comment",
      format: "html",
      post: { tags: ["a", "b"] },
    });
    expect(asMeant({ post: { tags: [2026, null, "", "a"] } })).toEqual({ post: { tags: ["2026", "a"] } });
    expect(asMeant({ post: { tags: Array(100_000).fill(0) } })).toEqual({
      post: { tags: Array(21).fill("0") },
    });
  });

  it("names at most twenty fields that were ignored, none at length", () => {
    const meant = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`${n}${"x".repeat(500)}`, 1]));
    const warnings = ignored(meant, {});
    expect(warnings).toHaveLength(20);
    expect(warnings[0]).toEqual({ pointer: `#/0${"x".repeat(99)}`, detail: "not known: ignored" });
  });
});
