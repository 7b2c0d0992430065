import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/core/comment.ts";
import { applyPolicy } from "../../../src/core/judging/apply-policy.ts";
import type { Policy } from "../../../src/core/judging/policy.ts";
import type { Outcome } from "../../../src/core/judging/verdict.ts";
import type { History } from "../../../src/core/memory/history.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { DAY, NOW } from "../../clock.ts";
import { aComment, aHistory, aPolicy, inWords } from "../a-comment.ts";

interface Case {
  readonly policy?: Partial<Policy>;
  readonly history?: Partial<History> | undefined;
  readonly outcome?: Outcome;
  readonly abusive?: boolean;
}

function applied(comment: Partial<Comment>, given: Case = {}) {
  const { outcome = "review", abusive = false } = given;
  const policy = aPolicy({ hosts: ["blog.example"], ...given.policy });
  const history = "history" in given ? given.history && aHistory(given.history) : aHistory();
  const abuse = { score: 0, flagged: abusive, hits: [] };
  const found = applyPolicy(read(aComment(comment), policy.hosts), history, policy, outcome, abuse);
  return { ...found, hits: inWords(found.hits) };
}

const published = (rule: string) => ({ outcome: "publish", hits: [{ rule, effect: "publish" }] });
const held = (rule: string) => ({ outcome: "review", hits: [{ rule, effect: "hold" }] });
const rejected = (rule: string) => ({ outcome: "reject", hits: [{ rule, effect: "reject" }] });
const untouched = { outcome: "review", hits: [] };
const outcomes = ["publish", "review", "reject"] as const;

describe("a blog's own people", () => {
  const roles = ["administrator", "super_admin", "owner", "editor", "author", "moderator", "staff"];

  it.each(roles)("are published as %s, whatever else there is", (role) => {
    const found = applied(
      { content: "casino", author: { role, name: "viagra-test-123" } },
      { policy: { blocked: ["casino"], holdFirstTimers: true }, outcome: "reject", abusive: true },
    );
    expect(found).toEqual(published(`the author is ${role}`));
  });

  it("may have several roles, written in any case", () => {
    expect(applied({ author: { role: "subscriber, Editor ,owner" } })).toEqual(
      published("the author is Editor"),
    );
  });

  it.each([undefined, "", "subscriber", "contributor", "authors", "guest author", "non-staff"])(
    "are not readers whose role is %s",
    (role) => {
      expect(applied({ author: { role } })).toEqual(untouched);
    },
  );
});

describe("users of the blog's own that the owner named", () => {
  const own = { own: ["Mary", "id:7"], blocked: ["casino"] };

  it("are published, as the blog itself says who they are", () => {
    const found = applied({ content: "casino", author: { id: "7" } }, { policy: own, outcome: "reject" });
    expect(found).toEqual(published("the blog's own user 7"));
  });

  it.each([
    ["another user", { id: "8" }],
    ["nobody's user", { name: "Mary" }],
    ["who calls herself so", { name: "id:7" }],
  ])("are not %s", (_, author) => {
    expect(applied({ author }, { policy: own })).toEqual(untouched);
  });
});

describe("the test author", () => {
  it.each([
    { name: "akismet-guaranteed-spam" },
    { name: " Viagra-Test-123 " },
    { email: "Akismet-Guaranteed-Spam@example.com" },
  ])("%j is always spam", (author) => {
    for (const outcome of outcomes)
      expect(applied({ author }, { outcome })).toEqual(rejected("test author that is always spam"));
  });

  it.each([
    { name: "akismet-guaranteed-spam2" },
    { name: "viagra test 123" },
    { email: "akismet-guaranteed-spam@example.org" },
    { url: "http://akismet-guaranteed-spam.example" },
  ])("%j is another", (author) => {
    expect(applied({ author })).toEqual(untouched);
  });
});

describe("a list's entry", () => {
  const mail = { email: "Ada@Casino.example" };

  it.each([
    ["a word", "casino", { content: "the Casino!" }],
    ["a phrase", "Second Loop ", { content: "see the second\nloop" }],
    ["a word of the name", "bauer", { author: { name: "Ada Bauer" } }],
    ["the first word", "i", { content: "I read it" }],
    ["the last word", "twice", { content: "I read it twice" }],
    ["a link's domain", "casino.example", { content: "at http://casino.example/x" }],
    ["a host below it", "Casino.Example", { content: "at http://www.play.casino.example" }],
    ["the website's domain", "casino.example", { author: { url: "https://casino.example" } }],
    ["the mail's domain", "casino.example", { author: mail }],
    ["above the mail's domain", "casino.example", { author: { email: "ada@mx.casino.example" } }],
    ["a mail address", " ada@CASINO.example", { author: mail }],
  ] as const)("matches %s", (_, entry, comment) => {
    expect(applied(comment, { policy: { blocked: [entry] } })).toEqual(rejected(`blocked: ${entry}`));
  });

  it.each([
    ["a part of a word", "dress", { content: "Andressa's address", author: { name: "Andressa" } }],
    ["words in another order", "loop second", { content: "the second loop" }],
    ["a word of text and one of name", "twice ada", { content: "I read it", author: { name: "Ada" } }],
    ["a domain that only ends like it", "casino.example", { content: "at http://notcasino.example" }],
    ["a domain that only begins like it", "casino.example", { content: "http://casino.example.org" }],
    ["a website that only ends like it", "casino.example", { author: { url: "http://notcasino.example" } }],
    ["a path", "casino.example", { content: "http://tides.example/casino.example" }],
    ["a mail domain that only ends like it", "casino.example", { author: { email: "a@notcasino.example" } }],
    [
      "a mail address that only ends like it",
      "ada@casino.example",
      { author: { email: "xada@casino.example" } },
    ],
    ["a mail address in the text", "ada@casino.example", { content: "write to ada@casino.example" }],
    ["another mail address of the domain", "bob@casino.example", { author: mail }],
    ["nothing that was sent", "casino.example", {}],
  ] as const)("passes %s", (_, entry, comment) => {
    expect(applied(comment, { policy: { blocked: [entry], allowed: [entry] } })).toEqual(untouched);
  });

  it.each([
    ["a word", "casino", { content: "the Casino!" }],
    ["a link's domain", "tides.example", { content: "at http://tides.example/x" }],
    ["a host below it", "Tides.Example", { content: "at http://www.play.tides.example" }],
    ["the website's domain", "tides.example", { author: { url: "https://tides.example" } }],
    ["a link beside an own one", "tides.example", { content: "http://tides.example http://blog.example/a" }],
  ] as const)("that is allowed publishes for %s", (_, entry, comment) => {
    expect(applied(comment, { policy: { allowed: [entry] } })).toEqual(published(`allowed: ${entry}`));
  });

  it.each([
    ["another link", { content: "at http://tides.example and http://casino.example" }],
    ["another website", { content: "at http://tides.example", author: { url: "casino.example" } }],
    ["a domain that only ends like it", { content: "http://nottides.example" }],
    ["its mail address", { author: { email: "ada@tides.example" } }],
    [
      "its mail address and another link",
      { content: "http://x.example", author: { email: "a@tides.example" } },
    ],
    [
      "its mail address and an own link",
      { content: "http://blog.example", author: { email: "a@tides.example" } },
    ],
  ] as const)("that is an allowed domain does not publish %s", (_, comment) => {
    expect(applied(comment, { policy: { allowed: ["tides.example"] } })).toEqual(untouched);
  });

  it("that is one of several allowed domains publishes if every link is of one of them", () => {
    const policy = { allowed: ["tides.example", "moon.example", "sun.example"] };
    expect(applied({ content: "http://tides.example http://www.moon.example" }, { policy })).toEqual({
      outcome: "publish",
      hits: [
        { rule: "allowed: tides.example", effect: "publish" },
        { rule: "allowed: moon.example", effect: "publish" },
      ],
    });
  });

  it("that is an allowed mail address publishes only with a mark of an approved comment", () => {
    const kim = { author: { name: "Casino Bonus", email: "KIM@post.example" } };
    const policy = { allowed: ["kim@post.example"] };
    const standing = { approved: 1, spam: 0, discarded: 0, confirmed: true };
    expect(applied(kim, { policy, history: { standing } })).toEqual(published("allowed: kim@post.example"));
    for (const history of [{}, { standing: { ...standing, confirmed: false } }, undefined])
      expect(applied(kim, { policy, history })).toEqual(untouched);
  });

  it("publishes what a person would see, and never what the score rejects", () => {
    const after = outcomes.map((outcome) => applied({}, { policy: { allowed: ["read"] }, outcome }).outcome);
    expect(after).toEqual(["publish", "publish", "reject"]);
  });

  it("rejects rather than publishes", () => {
    const policy = { blocked: ["read", "nothing"], allowed: ["twice"] };
    expect(applied({}, { policy, outcome: "publish" })).toEqual({
      outcome: "reject",
      hits: [
        { rule: "blocked: read", effect: "reject" },
        { rule: "allowed: twice", effect: "publish" },
      ],
    });
  });
});

describe("an author in the owner's lists", () => {
  it.each([
    ["reject", "blocked author: Troll", "reject"],
    ["publish", "allowed author: Troll", "publish"],
    ["hold", "blocked author, approved from here: Troll", "review"],
  ] as const)("has the effect %s", (effect, rule, outcome) => {
    const history = { listed: { effect, name: "Troll" } };
    expect(applied({}, { history })).toEqual({ outcome, hits: [{ rule, effect }] });
  });
});

describe("what the owner wants to see first", () => {
  const standing = (approved: number) => ({ approved, spam: 0, discarded: 0, confirmed: false });
  const firstTimers = { policy: { holdFirstTimers: true } };
  const links = { policy: { holdLinks: true } };
  const post = (days: number) => ({ post: { publishedAt: new Date(NOW - days * DAY).toISOString() } });

  it.each([
    ["an unknown author", {}, firstTimers, "first comment of this author"],
    [
      "an author of an unknown site",
      {},
      { ...firstTimers, history: undefined },
      "first comment of this author",
    ],
    [
      "an author never approved",
      {},
      { ...firstTimers, history: { standing: standing(0) } },
      "first comment of this author",
    ],
    ["a link", { content: "see http://tides.example" }, links, "holds a link"],
    [
      "a link beside an own one",
      { content: "http://blog.example http://tides.example" },
      links,
      "holds a link",
    ],
    ["abuse", {}, { abusive: true }, "may be abuse"],
    ["a surge", {}, { history: { surge: true } }, "far more comments than usual"],
    ["a post a day too old", post(31), { policy: { holdOlder: 30 } }, "under a post older than 30 days"],
  ] as const)("is %s", (_, comment, given, rule) => {
    expect(applied(comment, { ...given, outcome: "publish" })).toEqual(held(rule));
    expect(applied(comment, { ...given, outcome: "reject" }).outcome).toBe("reject");
  });

  it.each([
    ["an author approved once", {}, { ...firstTimers, history: { standing: standing(1) } }],
    ["a link to the site itself", { content: "see http://m.blog.example/a" }, links],
    ["the author's website", { author: { url: "http://tides.example" } }, links],
    ["text without link", {}, links],
    ["abuse, if nobody asked for it", {}, { abusive: true, policy: { holdAbuse: false } }],
    ["a post of just that age", post(30), { policy: { holdOlder: 30 } }],
    ["a post that names no day", {}, { policy: { holdOlder: 1 } }],
    ["a post whose day cannot be read", { post: { publishedAt: "spring" } }, { policy: { holdOlder: 1 } }],
    ["an old post, if its age does not matter", post(9999), { policy: { holdOlder: null } }],
    ["an old post, where nobody knows the time", post(9), { policy: { holdOlder: 1 }, history: undefined }],
    ["anything, if the rules are off", { content: "see http://tides.example" }, {}],
  ] as const)("is not %s", (_, comment, given) => {
    expect(applied(comment, given)).toEqual(untouched);
  });

  it("is held even if a list would publish it, and told rule by rule", () => {
    const policy = { holdFirstTimers: true, holdLinks: true, allowed: ["see"] };
    const found = applied({ content: "see http://tides.example" }, { policy, outcome: "publish" });
    expect(found).toEqual({
      outcome: "review",
      hits: [
        { rule: "allowed: see", effect: "publish" },
        { rule: "first comment of this author", effect: "hold" },
        { rule: "holds a link", effect: "hold" },
      ],
    });
  });
});

describe("a comment that shows nothing to read", () => {
  it.each(["", "  ", "\u00a0", ".", "\u200b", "\u0301", "<p></p>"])("is held: %j", (content) => {
    expect(applied({ content }, { outcome: "publish" })).toEqual(held("shows nothing to read"));
  });

  it.each(["comment", "reply", "contact-form", "forum-post", "message", "pingback", "trackback"] as const)(
    "is held as a %s",
    (type) => {
      expect(applied({ type, content: "" }, { outcome: "publish" })).toEqual(held("shows nothing to read"));
    },
  );

  it.each(["signup", "webmention"] as const)("is as good as any as a %s", (type) => {
    expect(applied({ type, content: "" })).toEqual(untouched);
  });
});

describe("a comment that was sent twice", () => {
  it("is held, and named", () => {
    expect(applied({}, { history: { double: "c1" }, outcome: "publish" })).toEqual(held("double of c1"));
    expect(applied({}, { history: { double: "c1" }, outcome: "reject" }).outcome).toBe("reject");
  });
});

describe("a link to what nobody here knows, which others bring, too", () => {
  const spread = { domain: "shop.example", others: 4, pages: 2 };
  const rule = "links to shop.example, which nobody here approved, as 4 others did within a day";
  const standing = { approved: 1, spam: 0, discarded: 0, confirmed: true };

  it("is held, and rejected only by its score", () => {
    expect(applied({}, { history: { spread }, outcome: "publish" })).toEqual(held(rule));
    expect(applied({}, { history: { spread }, outcome: "reject" })).toEqual({ outcome: "reject", hits: [] });
  });

  it.each([
    ["an author who was approved", {}, { history: { spread, standing } }],
    ["what the owner allows", { policy: { allowed: ["twice"] } }, { history: { spread } }],
    ["nobody else's link", {}, { history: {} }],
  ] as const)("is not %s", (_, given, more) => {
    expect(applied({}, { ...given, ...more, outcome: "publish" }).outcome).toBe("publish");
  });
});

describe("an answer to spam", () => {
  it("is held", () => {
    expect(applied({}, { history: { answersSpam: true }, outcome: "publish" })).toEqual(
      held("answers a comment that is spam here"),
    );
    expect(applied({}, { history: { answersSpam: false } })).toEqual(untouched);
  });
});

describe("a pingback", () => {
  const from = (url: string, type: Comment["type"] = "pingback") => ({
    type,
    author: { url },
    content: "[…] flour […]",
  });
  const own = "https://www.blog.example/2026/flour";

  it("of the site's own is published, whatever its score", () => {
    for (const outcome of outcomes)
      expect(applied(from(own), { outcome, policy: { holdFirstTimers: true } })).toEqual(
        published("pingback of the site's own"),
      );
    expect(applied(from("https://de.blog.example/mehl")).outcome).toBe("publish");
  });

  it("of the site's own obeys the owner's lists", () => {
    const { outcome } = applied(from(own), { policy: { blocked: ["flour"] } });
    expect(outcome).toBe("reject");
  });

  it.each([
    ["of another host", from("https://notblog.example/flour")],
    ["of nobody", { type: "pingback", content: "[…] flour […]" } as const],
    ["that is a trackback, which anybody can send", from(own, "trackback")],
    ["that is a webmention, whose author names herself", from(own, "webmention")],
    ["that is a comment", from(own, "comment")],
  ])("%s is not", (_, comment) => {
    expect(applied(comment)).toEqual(untouched);
  });
});
