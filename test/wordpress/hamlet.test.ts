import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { namedSignals } from "../../src/core/signals/names.ts";
import { NOW } from "../clock.ts";
import { answers, PLUGIN, withPhp } from "./rules.ts";

const SECRET = `whsec_${Buffer.from("a secret of the blog's own, long enough").toString("base64")}`;
const SECONDS = NOW / 1000;

withPhp("the WordPress plugin", () => {
  it("is PHP without a fault", () => {
    const { status, stdout } = spawnSync("php", ["-l", PLUGIN], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, expect.stringContaining("No syntax errors")]);
  });

  it("puts each status of Hamlet where WordPress keeps it, and what it does not know where a person sees it", () => {
    const calls = ["published", "pending", "spam", "discarded", "", "new"].flatMap((status) => [
      [status, false],
      [status, true],
    ]);
    expect(answers("Hamlet_Rules::wp_status", ...calls)).toEqual([
      ...["1", "0"],
      ...["0", "0"],
      ...["spam", "spam"],
      ...["trash", "trash"],
      ...["0", "0"],
      ...["0", "0"],
    ]);
  });

  it("reads a change of status as the decision it is", () => {
    const calls: [string, string, boolean][] = [
      ["approved", "unapproved", false],
      ["spam", "unapproved", false],
      ["trash", "approved", false],
      ["unapproved", "approved", false],
      ["unapproved", "spam", true],
      ["approved", "trash", true],
      ["delete", "trash", false],
      ["approved", "approved", false],
    ];
    expect(answers("Hamlet_Rules::decision", ...calls)).toEqual([
      "approve",
      "spam",
      "discard",
      "hold",
      "undo",
      "undo",
      "",
      "",
    ]);
  });

  it("asks again unless Hamlet said that the comment itself is at fault", () => {
    const codes = [200, 201, 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503, 0, 302];
    expect(
      answers("Hamlet_Rules::reading_of", ...codes.map((code) => [code])).map((reading, i) => [
        codes[i],
        reading,
      ]),
    ).toEqual([
      [200, "answered"],
      [201, "answered"],
      [400, "refused"],
      [401, "later"],
      [403, "later"],
      [404, "later"],
      [409, "conflict"],
      [413, "refused"],
      [415, "refused"],
      [422, "refused"],
      [429, "later"],
      [500, "later"],
      [503, "later"],
      [0, "later"],
      [302, "later"],
    ]);
  });

  it("waits longer with every try, an hour at most, and as long as Hamlet asks for", () => {
    const calls = [1, 2, 3, 6, 7, 50].map((attempts) => [attempts, 0]);
    expect(answers("Hamlet_Rules::backoff", ...calls, [1, 600], [3, 30], [1, 86_400])).toEqual([
      ...[60, 120, 240, 1920, 3600, 3600],
      ...[600, 240, 3600],
    ]);
  });

  it("takes an event that Hamlet signed, with an old secret's signature beside it or not", () => {
    const body = '{"type":"comment.published","data":{"id":"é"}}';
    const at = new Date(NOW);
    const own = new Webhook(SECRET).sign("evt_1", at, body);
    const other = new Webhook(`whsec_${Buffer.from("another one").toString("base64")}`).sign(
      "evt_1",
      at,
      body,
    );
    const call = (signatures: string, seconds = SECONDS, now = SECONDS) => [
      body,
      "evt_1",
      String(seconds),
      signatures,
      SECRET,
      now,
    ];
    expect(
      answers(
        "Hamlet_Rules::is_signed",
        call(own),
        call(`${other} ${own}`),
        call(own, SECONDS, SECONDS + 300),
      ),
    ).toEqual([true, true, true]);
  });

  it("refuses an event that was changed, forged, is too old, too new or not signed", () => {
    const body = '{"type":"comment.published"}';
    const good = new Webhook(SECRET).sign("evt_1", new Date(NOW), body);
    const time = String(SECONDS);
    const calls = [
      [`${body} `, "evt_1", time, good, SECRET, SECONDS],
      [body, "evt_2", time, good, SECRET, SECONDS],
      [body, "evt_1", String(SECONDS + 1), good, SECRET, SECONDS],
      [body, "evt_1", time, good, SECRET, SECONDS + 301],
      [body, "evt_1", time, good, SECRET, SECONDS - 301],
      [body, "evt_1", time, "", SECRET, SECONDS],
      [body, "evt_1", time, good.replace("v1,", "v2,"), SECRET, SECONDS],
      [body, "", time, good, SECRET, SECONDS],
      [body, "evt_1", "", good, SECRET, SECONDS],
      [body, "evt_1", time, good, "", SECONDS],
      [body, "evt_1", time, good, "whsec_", SECONDS],
      [body, "evt_1", time, good, "whsec_%%%", SECONDS],
    ];
    expect(answers("Hamlet_Rules::is_signed", ...calls)).toEqual(calls.map(() => false));
  });

  it("knows the form's own time from any other, whatever digits its signature begins with", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4e9 }), { minLength: 1, maxLength: 200 }), (times) => {
        const tokens = answers("Hamlet_Rules::form_token", ...times.map((at) => [at, 7, "salt"]));
        const traces = answers(
          "Hamlet_Rules::form_trace",
          ...times.map((at, i) => [tokens[i], "", 7, "salt", 1000 * at + 4500]),
        );
        expect(traces).toEqual(times.map(() => ({ token: "passed", elapsed: 4500 })));
      }),
      { numRuns: 4 },
    );
  });

  it("says of a form what it can say for sure", () => {
    const [token] = answers("Hamlet_Rules::form_token", [SECONDS, 7, "salt"]);
    const calls = [
      [token, "http://spam.example", 7, "salt", NOW],
      [token, "", 8, "salt", NOW],
      [token, "", 7, "pepper", NOW],
      ["", "", 7, "salt", NOW],
      ["nonsense", "", 7, "salt", NOW],
      [token, "", 7, "salt", NOW + 86_400_001],
      [token, "", 7, "salt", NOW - 5000],
    ];
    expect(answers("Hamlet_Rules::form_trace", ...calls)).toEqual([
      { honeypot: "http://spam.example", token: "passed", elapsed: 0 },
      { token: "failed" },
      { token: "failed" },
      { token: "failed" },
      { token: "failed" },
      // A page that is more than a day old may have come out of a cache.
      [],
      { token: "passed", elapsed: 0 },
    ]);
  });

  it("sends a key only to an https address, or to this very machine", () => {
    const calls = [
      "https://hamlet.example",
      " https://Hamlet.example/sites/blog ",
      "https://hamlet.example:8443/v1/sites/my-blog/",
      "https://hamlet.example/sites/blog/deliveries",
      "http://127.0.0.1:8787/sites/blog",
      "http://localhost:8787",
      "http://hamlet.example",
      "https://me:secret@hamlet.example",
      "https://hamlet.example/elsewhere",
      "ftp://127.0.0.1/sites/blog",
      "hamlet.example",
      "javascript:alert(1)",
      "",
    ].map((typed) => [typed]);
    expect(answers("Hamlet_Rules::address", ...calls)).toEqual([
      { address: "https://hamlet.example", site: "" },
      { address: "https://hamlet.example", site: "blog" },
      { address: "https://hamlet.example:8443", site: "my-blog" },
      { address: "https://hamlet.example", site: "blog" },
      { address: "http://127.0.0.1:8787", site: "blog" },
      { address: "http://localhost:8787", site: "" },
      ...[null, null, null, null, null, null, null],
    ]);
  });

  it("tells a site key from a one-time code, and both from anything else", () => {
    const calls = ["abc123def456", "ABCD-EF12", "ABCD-EF12-GH34", "ABC123DEF456", "abcd-ef12", "", "abc"].map(
      (typed) => [typed],
    );
    expect(answers("Hamlet_Rules::credential", ...calls)).toEqual(["key", "code", "code", "", "", "", ""]);
  });

  it("keeps the strongest reasons: the owner's rules first, then what is said against people, then the rest", () => {
    const hit = (signal: string, points: number) => ({ signal, points, evidence: `${signal} seen` });
    const answer = {
      policy: [{ rule: "holds a link", effect: "hold" }],
      abuse: { score: 0, flagged: false, hits: [] },
      hits: [
        hit("link-count", 2.04),
        hit("baseline", -1.2),
        hit("praise", -0.8),
        hit("emoji", 0.04),
        hit("money", 0.5),
      ],
    };
    expect(answers("Hamlet_Rules::reasons", [answer], [{}])).toEqual([
      [
        { rule: "holds a link" },
        { signal: "link-count", points: 2, evidence: "link-count seen" },
        { signal: "praise", points: -0.8, evidence: "praise seen" },
      ],
      [],
    ]);
  });

  it("leaves out what is empty, at any depth, and keeps zero", () => {
    const fields = {
      a: "",
      b: null,
      c: 0,
      d: { e: "", f: { g: "x", h: "" } },
      i: { j: "" },
      k: [],
      l: ["x"],
    };
    expect(answers("Hamlet_Rules::known", [fields])).toEqual([{ c: 0, d: { f: { g: "x" } }, l: ["x"] }]);
  });

  it("cuts text between characters, to whole UTF-8 of at most so many bytes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.nat(30)), { minLength: 1, maxLength: 200 }),
        (calls) => {
          for (const [i, cut] of (answers("Hamlet_Rules::cut", ...calls) as string[]).entries()) {
            const [text, bytes] = calls[i] as [string, number];
            expect(text.startsWith(cut)).toBe(true);
            expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes);
            if (Buffer.byteLength(text) <= bytes) expect(cut).toBe(text);
          }
        },
      ),
      { numRuns: 4 },
    );
  });
});

it("the plugin has words for every signal of the filter", () => {
  const plugin = readFileSync(PLUGIN, "utf8");
  const known = [...plugin.matchAll(/^\t\t\t'([a-z-]+)' +=> __\( '/gm)].map(([, name]) => name);
  // The baseline is no reason: it is never shown.
  const signals = namedSignals.map(({ name }) => name).filter((name) => name !== "baseline");
  expect(signals.filter((name) => !known.includes(name))).toEqual([]);
});
