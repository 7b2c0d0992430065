import { describe, expect, it } from "vitest";
import { type Arrival, REMEMBERED, Recent, type Trace } from "../../../src/core/memory/recent.ts";
import { fingerprint } from "../../../src/core/reading/fingerprint.ts";
import { NOW } from "../../clock.ts";
import { aSubject } from "../a-comment.ts";

const TEXT = "the tide comes in twice a day and leaves a line of shells along the harbour wall each time";
const ALIKE = TEXT.replace("shells", "weed");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const trace = (given: Partial<Trace> & { content?: string } = {}): Trace => {
  const { content = TEXT, ...rest } = given;
  return {
    id: "a",
    post: "tides",
    hash: content,
    arrived: NOW,
    status: "pending",
    decided: false,
    fingerprint: fingerprint(aSubject({ content })),
    mail: undefined,
    name: "Ada",
    prefix: undefined,
    ...rest,
  };
};

const arrival = (given: Partial<Arrival> & { content?: string } = {}): Arrival => {
  const { content = TEXT, ...rest } = given;
  return {
    id: "b",
    post: "shells",
    hash: content,
    arrived: NOW,
    fingerprint: fingerprint(aSubject({ content })),
    mail: undefined,
    name: "Bob",
    prefixes: [],
    ...rest,
  };
};

const look = (traces: readonly Trace[], given: Parameters<typeof arrival>[0] = {}) => {
  const recent = new Recent();
  for (const one of traces) recent.remember(one);
  return recent.look(arrival(given));
};
const nothing = {
  samePostsToday: 0,
  nearSpam: 0,
  nearPublished: 0,
  velocity: undefined,
  otherNames: undefined,
};

describe("recent comments with the same text", () => {
  it("are counted by post", () => {
    const traces = ["tides", "moon", "moon"].map((post, i) => trace({ id: `a${i}`, post }));
    expect(look(traces)).toEqual({ ...nothing, samePostsToday: 2 });
  });

  it("count if their post is not known", () => {
    expect(look([trace({ post: undefined })])).toEqual({ ...nothing, samePostsToday: 1 });
  });

  it.each([
    ["under the same post", trace({ post: "shells" })],
    ["with nearly the same text", trace({ content: ALIKE })],
    ["a day ago", trace({ arrived: NOW - 24 * HOUR })],
    ["under the same id: an edit is no duplicate of itself", trace({ id: "b" })],
    ["too short to be told apart", trace({ content: "Great post!" })],
  ])("do not count %s", (_, one) => {
    expect(look([one])).toEqual(nothing);
  });

  it("count until a day is over", () => {
    expect(look([trace({ arrived: NOW - 24 * HOUR + 1 })]).samePostsToday).toBe(1);
  });

  it("are not looked for if the new one is too short", () => {
    expect(look([trace({ content: "Great post!" })], { content: "Great post!" })).toEqual(nothing);
  });
});

describe("the nearest comment", () => {
  const spam = { status: "spam", decided: true, post: "shells" } as const;
  const published = { status: "published", post: "shells" } as const;

  it("that people called spam is told by its likeness", () => {
    const far = trace({
      ...spam,
      id: "far",
      content: "bees and honey are sold on Saturdays in our small town",
    });
    expect(look([trace(spam)])).toEqual({ ...nothing, nearSpam: 1 });
    expect(look([far, trace({ ...spam, id: "near", content: ALIKE }), { ...far, id: "c" }])).toEqual({
      ...nothing,
      nearSpam: 30 / 32,
    });
  });

  it("that is published is told by its likeness", () => {
    expect(look([trace(published)])).toEqual({ ...nothing, nearPublished: 1 });
    expect(look([trace({ ...published, content: ALIKE })]).nearPublished).toBe(30 / 32);
  });

  it.each([
    ["called spam by the filter alone", trace({ ...spam, decided: false })],
    ["waiting", trace({ post: "shells", decided: true })],
    ["discarded", trace({ post: "shells", status: "discarded", decided: true })],
  ])("does not count if it is %s", (_, one) => {
    expect(look([one])).toEqual(nothing);
  });

  it.each([
    ["the same mail address, another name", { mail: "m1", name: "Ada" }, { mail: "m1" }, 0],
    ["another mail address, the same name", { mail: "m1", name: "Bob" }, { mail: "m2" }, 1],
    ["a mail address on one side only", { mail: "m1", name: "Bob" }, {}, 1],
    ["a mail address on the other side only", { name: "Bob" }, { mail: "m1" }, 1],
  ])("is somebody else's or not: %s", (_, one, other, near) => {
    expect(look([trace({ ...published, ...one })], other).nearPublished).toBe(near);
  });
});

describe("a comment that comes twice", () => {
  const first = { id: "first", post: "shells", name: "Bob" };
  const double = (one: Parameters<typeof trace>[0], other: Parameters<typeof arrival>[0] = {}) =>
    look([trace({ ...first, ...one })], other).double;

  it.each<[string, Parameters<typeof trace>[0], Parameters<typeof arrival>[0]]>([
    ["by its author's name", {}, {}],
    ["by its author's mail address, whatever the name", { mail: "m1", name: "Rob" }, { mail: "m1" }],
    ["from the same network", { prefix: "p1" }, { prefixes: ["p0", "p1"] }],
    ["where one network is not known", { prefix: "p1" }, {}],
    ["with few words", { content: "Thanks!" }, { content: "Thanks!" }],
    ["with the words in another case", { hash: "other" }, { content: TEXT.toUpperCase(), hash: "one" }],
    ["whatever became of the first", { status: "discarded", decided: true }, {}],
    ["to the last millisecond of a day", { arrived: NOW - 24 * HOUR + 1 }, {}],
    ["in answer to the same comment", { parent: "c0" }, { parent: "c0" }],
    ["of nobody known, with words of her own", { name: undefined }, { name: undefined }],
  ])("is known again %s", (_, one, other) => {
    expect(double(one, other)).toBe("first");
  });

  it.each<[string, Parameters<typeof trace>[0], Parameters<typeof arrival>[0]]>([
    ["another name", { name: "Rob" }, {}],
    ["another mail address", { mail: "m1" }, { mail: "m2" }],
    ["a mail address once only", { mail: "m1" }, {}],
    ["another network", { prefix: "p1" }, { prefixes: ["p2"] }],
    ["another post", { post: "tides" }, {}],
    ["another comment answered", { parent: "c0" }, { parent: "c1" }],
    ["other words", { content: ALIKE }, {}],
    ["a day between", { arrived: NOW - 24 * HOUR }, {}],
    ["few words of nobody known", { content: "+1", name: undefined }, { content: "+1", name: undefined }],
  ])("is none with %s", (_, one, other) => {
    expect(double(one, other)).toBeUndefined();
  });

  it("is none of itself, and of several names the first", () => {
    expect(look([trace({ ...first, id: "b" })]).double).toBeUndefined();
    expect(look([trace(first), trace({ ...first, id: "second" })]).double).toBe("first");
  });
});

describe("comments from the same part of the network", () => {
  const from = (ages: readonly number[]) =>
    ages.map((age, i) => trace({ id: `a${i}`, prefix: "p1", arrived: NOW - age, content: "hi" }));

  it("are counted for a minute and for an hour", () => {
    const traces = from([0, MINUTE - 1, MINUTE, HOUR - 1, HOUR]);
    expect(look(traces, { prefixes: ["p0", "p1"] })).toEqual({
      ...nothing,
      velocity: { lastMinute: 2, lastHour: 4 },
      otherNames: 1,
    });
  });

  it.each<[string, Partial<Trace>[], Parameters<typeof arrival>[0], number]>([
    ["each name once, however long ago", [{ name: "Ada" }, { name: "Ada" }, { name: "Cy" }], {}, 2],
    ["not her own", [{ name: "Bob" }], {}, 0],
    ["not another name of her mail address", [{ name: "Robert", mail: "m1" }], { mail: "m1" }, 0],
    ["her name under another address", [{ name: "Bob", mail: "m2" }], { mail: "m1" }, 1],
    ["none where no name was sent", [{ name: undefined }], {}, 0],
    ["none from elsewhere", [{ name: "Ada", prefix: "p9" }], {}, 0],
  ])("tell how many other names came from there: %s", (_, ones, other, names) => {
    const traces = ones.map((one, i) =>
      trace({ id: `a${i}`, prefix: "p1", arrived: NOW - 9 * HOUR, content: "hi", ...one }),
    );
    expect(look(traces, { prefixes: ["p1"], ...other }).otherNames).toBe(names);
  });

  it("are none of another part, or of no known one", () => {
    const traces = [...from([0]), trace({ id: "x", prefix: undefined, content: "hi" })];
    expect(look(traces, { prefixes: ["p2"] }).velocity).toEqual({ lastMinute: 0, lastHour: 0 });
    expect(look(traces).velocity).toBeUndefined();
  });
});

describe("a part of the network that most commenters share", () => {
  const published = (n: number, given: (i: number) => Partial<Trace>) =>
    Array.from({ length: n }, (_, i) =>
      trace({ id: `a${i}`, status: "published", content: "hi", mail: `m${i}`, prefix: "proxy", ...given(i) }),
    );
  const shared = (traces: readonly Trace[]) => {
    const recent = new Recent();
    for (const one of traces) recent.remember(one);
    return [...recent.shared];
  };

  it("is the one of more than half of twenty published authors", () => {
    expect(shared(published(20, () => ({})))).toEqual(["proxy"]);
    expect(shared(published(20, (i) => ({ mail: undefined, name: `Kim ${i}` })))).toEqual(["proxy"]);
    expect(shared(published(23, (i) => ({ prefix: i < 12 ? "proxy" : `p${i}` })))).toEqual(["proxy"]);
  });

  it.each<[string, number, (i: number) => Partial<Trace>]>([
    ["there are too few", 19, () => ({})],
    ["it is half", 24, (i) => ({ prefix: i < 12 ? "proxy" : `p${i}` })],
    ["one author writes all", 40, () => ({ mail: "m" })],
    ["a flood of it waits or is spam", 40, (i) => ({ status: i % 2 ? "spam" : "pending" })],
    ["no addresses are sent", 40, () => ({ prefix: undefined })],
  ])("is none if %s", (_, n, given) => {
    expect(shared(published(n, given))).toEqual([]);
  });

  it("follows what becomes of comments", () => {
    const recent = new Recent();
    for (const one of published(20, () => ({}))) recent.remember(one);
    expect(recent.shared.size).toBe(1);
    recent.move("a0", "spam", true);
    expect(recent.shared.size).toBe(0);
    recent.move("a0", "published", true);
    expect(recent.shared.size).toBe(1);
    recent.forget("a1");
    expect(recent.shared.size).toBe(0);
  });
});

describe("what is kept in mind", () => {
  it("is two thousand comments, the oldest forgotten first", () => {
    expect(REMEMBERED).toBe(2000);
    const recent = new Recent();
    recent.remember(trace({ id: "first" }));
    for (let i = 1; i < REMEMBERED; i++) recent.remember(trace({ id: `${i}`, content: "hi" }));
    expect(recent.look(arrival()).samePostsToday).toBe(1);
    recent.remember(trace({ id: "first" }));
    recent.remember(trace({ id: "one more", content: "hi" }));
    expect(recent.look(arrival()).samePostsToday).toBe(1);
    for (let i = 1; i < REMEMBERED; i++) recent.remember(trace({ id: `again ${i}`, content: "hi" }));
    expect(recent.look(arrival()).samePostsToday).toBe(0);
  });

  it("follows a comment to its new place", () => {
    const recent = new Recent();
    recent.remember(trace({ post: "shells" }));
    recent.move("a", "spam", true);
    recent.move("unknown", "spam", true);
    expect(recent.look(arrival())).toEqual({ ...nothing, nearSpam: 1 });
    recent.forget("a");
    expect(recent.look(arrival())).toEqual(nothing);
  });
});
