import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "../../src/contract/problem.ts";
import type { Answer } from "../../src/contract/verdict.ts";
import { forgetIsolate } from "../../src/platform/isolate.ts";
import { HOUR, later } from "../clock.ts";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, plain, submit, tell } from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";
import { signIn } from "./session.ts";

/** A busy machine takes its time. */
const WAIT = { timeout: 30_000 };

/** Faults that people reported of other comment systems, each as the kind of fault that it is. */

beforeEach(reset);

const post = { url: "https://blog.example/tides" };
const signals = ({ hits }: Answer) => hits.map(({ signal }) => signal);
const hit = ({ hits }: Answer, name: string) => hits.find(({ signal }) => signal === name);

describe("a comment that shows nothing", () => {
  it.each(["", "   ", "\u00a0", ".", "\u200b\u2060", "\u0301"])("is held: %j", async (content) => {
    await demoSite();
    const { body } = await submit({
      id: "c1",
      content,
      author: { name: "Kim", email: "kim@post.example" },
      post,
    });
    expect(body).toMatchObject({
      status: "pending",
      policy: [{ rule: "shows nothing to read", effect: "hold" }],
    });
  });

  it("is held by Akismet's protocol, and when it is HTML", async () => {
    await demoSite();
    const key = await akismetKey();
    for (const comment_content of ["", "<p>&nbsp;</p>", "<!-- x -->"]) {
      const told = await akismet("comment-check", fields(key, { comment_content }));
      expect([told.body, told.headers.get("x-hamlet-status")]).toEqual(["false", "pending"]);
    }
  });

  it("is not one of a single emoji", async () => {
    await demoSite();
    const { body } = await submit({ id: "c1", content: "👍", author: { name: "Kim" }, post });
    expect(body.policy).toEqual([]);
    expect(["publish", "review"]).toContain(body.outcome);
  });
});

describe("a double click", () => {
  const author = { name: "Ada Bauer", email: "ada@post.example", ip: "203.0.113.9" };

  it("holds the second comment, which names the first", async () => {
    await demoSite();
    const first = await submit({ id: "101", ...plain, author, post });
    const second = await submit({ id: "102", ...plain, author, post });
    expect([first.body.status, second.body.status]).toEqual(["published", "pending"]);
    expect(second.body.policy).toEqual([{ rule: "double of 101", effect: "hold" }]);
    expect((await submit({ id: "102", ...plain, author, post })).body).toEqual(second.body);
  });

  it("is found when both come at once, and with few words", async () => {
    await demoSite();
    const sent = ["101", "102", "103"].map((id) =>
      submit({ id, content: "Thanks, that helped!", author, post }),
    );
    const doubles = (await Promise.all(sent)).flatMap(({ body }) => body.policy);
    expect(doubles).toHaveLength(2);
  });

  it("does no harm to who clicked", async () => {
    await demoSite();
    await submit({ id: "101", ...plain, author, post });
    const held = await submit({ id: "102", ...plain, author, post });
    await decide("102", { decision: "discard", by: "Mo", revision: held.body.revision });
    const next = await submit({ id: "103", content: "It does run with gcc 13, as I found.", author, post });
    expect(next.body.status).toBe("published");
    await decide("102", { decision: "undo", by: "Mo", revision: held.body.revision + 1 });
    expect((await tell("102")).body.status).toBe("pending");
  });

  it("is none when two people say the same", async () => {
    await demoSite();
    await submit({ id: "101", content: "Thanks, that helped!", author, post });
    const other = { name: "Bo", email: "bo@post.example", ip: "198.51.100.1" };
    const { body } = await submit({ id: "102", content: "Thanks, that helped!", author: other, post });
    expect(body.policy).toEqual([]);
  });
});

describe("the time of a form", () => {
  const shown = async (ms: number) => {
    const shownAt = new Date(Date.now() + ms).toISOString();
    return (await submit({ id: "c1", ...plain, post, form: { shownAt } })).body;
  };

  it.each([
    ["by a clock that is ahead", 120_000, "the form's time lies in the future"],
    ["of a static build", -40 * 86_400_000, "the form is older than a day"],
  ])("%s says nothing", async (_, ms, reason) => {
    await demoSite();
    const body = await shown(ms);
    expect(body.status).toBe("published");
    expect(body.notRun).toContainEqual({ signal: "form-speed", reason });
  });

  it("counts when it is too short", async () => {
    await demoSite();
    expect(signals(await shown(-500))).toContain("form-speed");
  });
});

describe("what servers send", () => {
  const pingback = {
    type: "pingback",
    content: "[…] as I wrote of the tides, the flour has to rest […]",
    author: { name: "Flour and water", url: "https://blog.example/2026/flour" },
    post,
  };

  it("is published if it is the site's own pingback", async () => {
    await demoSite();
    expect((await submit({ id: "p1", ...pingback })).body).toMatchObject({
      status: "published",
      policy: [{ rule: "pingback of the site's own", effect: "publish" }],
    });
    const told = await akismet(
      "comment-check",
      fields(await akismetKey(), {
        comment_type: "pingback",
        comment_author: pingback.author.name,
        comment_author_url: pingback.author.url,
        comment_author_email: "",
        comment_content: pingback.content,
      }),
    );
    expect(told.body).toBe("false");
  });

  it("is no spam for a profile's address: likes of the fediverse", async () => {
    await demoSite();
    const names = ["Ann", "Bo", "Cem", "Dana", "Eve", "Finn", "Gus"];
    const statuses = [];
    for (let n = 0; n < 14; n++) {
      const author = {
        name: `${names[n % 7]} Lee`,
        url: `https://social${n}.example/@reader${n}`,
        ip: "203.0.113.5",
      };
      const { body } = await submit({
        id: `w${n}`,
        type: "webmention",
        content: `${author.name} liked this post`,
        author,
        post,
      });
      expect(signals(body)).not.toContain("author-link");
      expect(body.probability).toBeLessThan(0.5);
      statuses.push(body.status);
    }
    expect(statuses).not.toContain("spam");
  });
});

describe("an answer to spam", () => {
  it("says so", async () => {
    await demoSite();
    await submit({ id: "c1", ...plain, post });
    await decide("c1", { decision: "spam", by: "Mo" });
    const { body } = await submit({
      id: "c2",
      content: "Is this an advertisement?",
      parent: { id: "c1" },
      post,
    });
    expect(body.policy).toEqual([{ rule: "answers a comment that is spam here", effect: "hold" }]);
  });
});

describe("what looks like a robot's leftovers", () => {
  it.each([
    "How do I write {hello|hi} in a template without the braces being taken for a choice?",
    "In my shell script $" + "{HOME|lower} gives an error. Is a filter allowed there at all?",
    "Why does {{ name|upper }} print nothing in the second template of your post?",
  ])("is no template in a question about them: %s", async (content) => {
    await demoSite();
    const { body } = await submit({ id: "c1", content, author: plain.author, post });
    expect(signals(body)).not.toContain("template");
  });

  it("is a contact when numbers stand without separators", async () => {
    await demoSite();
    const { body } = await submit({
      id: "c1",
      content: "Hub WA 081200001234, 081200005678 untuk info",
      post,
    });
    expect(hit(body, "contact")?.evidence).toBe("phone, messenger");
  });

  it("is a foreign script, whichever it is", async () => {
    await demoSite({ languages: ["de", "en"] });
    const { body } = await submit({
      id: "c1",
      content: "এখানে সস্তা ঘড়ি কিনুন আজই",
      author: { name: "Kim" },
      post,
    });
    expect(signals(body)).toContain("foreign-script");
  });
});

describe("a client that sends what it has", () => {
  it("may send null or nothing for what it does not know", async () => {
    await demoSite();
    const { content } = plain;
    const author = { name: "Ada Bauer", url: null, email: null, ip: "", userAgent: "", role: null, id: "" };
    const sent = {
      id: "c1",
      content,
      author,
      parent: null,
      form: { honeypot: "", shownAt: null },
      referrer: null,
    };
    const { status, body } = await submit({
      ...sent,
      post: { ...post, title: "", tags: ["a", null, ""] },
      language: "",
    });
    expect([status, body.status, body.warnings]).toEqual([201, "published", undefined]);
    expect(body.notRun).not.toContainEqual({ signal: "honeypot", reason: "no honeypot field sent" });
    expect(await submit({ id: "c2", content, author: null, post: "" })).toMatchObject({ status: 201 });
  });

  it("may count its comments", async () => {
    await demoSite();
    const sent = { id: 4711, ...plain, author: { ...plain.author, id: 12 }, parent: { id: 4710 }, post };
    expect(await submit(sent)).toMatchObject({ status: 201, body: { id: "4711" } });
    expect(await submit({ ...sent, id: "4711" })).toMatchObject({ status: 200, body: { id: "4711" } });
    expect(await submit({ ...sent, id: 2 ** 60 })).toMatchObject({ status: 422 });
  });

  it.each([
    "203.0.113.7:51234",
    "[2001:db8::7]:443",
    "[2001:db8::7]",
    "2001:db8::7%eth0",
    "10.0.0.5, 203.0.113.7",
    "unknown, 203.0.113.7:80, 198.51.100.1",
    "::ffff:203.0.113.7",
  ])("may send its reader's address as it got it: %s", async (ip) => {
    await demoSite();
    const { status, body } = await submit({ id: "c1", ...plain, author: { ...plain.author, ip }, post });
    expect([status, body.warnings]).toEqual([201, undefined]);
    expect(body.notRun.map(({ signal }) => signal)).not.toContain("velocity");
  });

  it.each([
    "",
    "unknown",
    "-",
    "10.0.0.5",
    "192.168.1.10",
    "172.18.0.1",
    "127.0.0.1:80",
    "::1",
    "fd00::1",
    "100.64.0.9",
  ])("may send an address that says nothing of a person: %j", async (ip) => {
    await demoSite();
    for (let n = 0; n < 5; n++) {
      const author = { name: `Reader ${n}`, ip };
      const { status, body } = await submit({ id: `c${n}`, content: `${plain.content} ${n}`, author, post });
      expect(status).toBe(201);
      expect(signals(body)).not.toContain("velocity");
      expect(body.notRun.map(({ signal }) => signal)).toContain("velocity");
    }
  });

  it("is seen by the site's owner when it is broken", async () => {
    await demoSite();
    const { get } = await signIn();
    for (let n = 0; n < 5; n++)
      expect((await submit({ id: `c${n}`, content: "A private word", author: { ip: "1.2.3" } })).status).toBe(
        422,
      );
    expect((await submit("{")).status).toBe(400);
    await vi.waitFor(async () => {
      const page = (await get("/sites/demo/wire")).body;
      expect(page).toContain("Comments that were refused");
      expect(page).toMatch(/author\/ip<\/code>.*422.*5 times/s);
      expect(page).toMatch(/the whole body<\/code>.*400.*once/s);
      expect(page).not.toContain("1.2.3");
    }, WAIT);
    // A site tells its figures now and then, and at its next call after that.
    later(HOUR);
    expect((await submit("{")).status).toBe(400);
    await vi.waitFor(async () => {
      forgetIsolate();
      const told = await call<string>("GET", "/metrics", { key: ADMIN_TOKEN });
      expect(told.body).toMatch(/hamlet_submissions_refused\{site="demo"\} [1-7]/);
    }, WAIT);
  });

  it("has a text of any length seen by a person", async () => {
    await demoSite();
    const { body } = await submit({ id: "c1", content: "漢字".repeat(13_500), post });
    expect(body.status).toBe("pending");
  });
});

describe("an entry of the blocked list", () => {
  const rejects = async (entry: string, comment: Record<string, unknown>) => {
    await demoSite({ blocked: [entry], holdLinks: true });
    return (await submit({ id: "c1", post, ...comment })).body;
  };

  it.each([
    ["лайки", { content: "Мы платим за лайки каждый день" }],
    ["crédit", { content: "Besoin d'un crédit rapide ?" }],
    ["Größe", { content: "In jeder Größe lieferbar" }],
    ["赌场", { content: "这里有最好的赌场欢迎大家来玩" }],
    ["カジノ", { content: "オンラインカジノで遊ぼう" }],
    ["https://evil.example/", { content: "see https://evil.example/a" }],
    ["www.evil.example", { content: "see https://www.evil.example/a" }],
    ["@mailinator.com", { content: "hello there", author: { email: "x@mailinator.com" } }],
    ["buy-now", { content: "click buy-now here" }],
    ["casino", { content: "try the c&#97;sino tonight", format: "html" }],
    ["casino", { content: "cas\u2062ino cas\u2068ino cas\u034fino" }],
    ["evil.example", { content: '<a href="//evil.example/x">here</a>', format: "html" }],
    ["evil.example", { content: "at [here](//evil.example/x)", format: "markdown" }],
    ["evil.example", { content: '<a href="https:\\\\evil.example">x</a>', format: "html" }],
    ["evil.example", { content: "at https://ev&#105;l.example/x today", format: "html" }],
    ["evil.example", { content: "at https&#58;//evil.example today", format: "html" }],
    ["evil.example", { content: "https://ev\u200bil.example/x" }],
    ["evil.example", { content: "https://evil\u2060.example/x" }],
    ["evil.example", { content: "https://evil．example/x" }],
  ])("rejects what its writer meant: %s in %o", async (entry, comment) => {
    const { outcome, policy } = await rejects(entry, comment);
    expect([outcome, policy]).toEqual([
      "reject",
      expect.arrayContaining([{ rule: `blocked: ${entry}`, effect: "reject" }]),
    ]);
  });

  it("that could meet nothing is refused when it is saved, by its place", async () => {
    await demoSite();
    const blocked = ["casino", "# a remark", "poker", "203.0.113.0/24", "/x.*/"];
    const saved = await call<Problem>("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { blocked },
    });
    expect([saved.status, saved.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ["#/blocked/3", "#/blocked/4"],
    ]);
    const { post: send, get } = await signIn();
    const page = await send("/sites/demo", { group: "lists", blocked: "casino\n\n203.0.113.7" });
    expect([page.status, page.body]).toEqual([
      422,
      expect.stringContaining(`id="fault-blocked"><li>line 3: `),
    ]);
    expect((await get("/sites/demo/lists")).body).not.toContain("203.0.113.7");
  });
});

describe("a decision", () => {
  const author = { name: "Ada Bauer", email: "ada@post.example" };
  const casino = "Best casino bonus at https://win.example.com today, casino for everybody who reads this";

  it("stands in the history beside the text that was judged, and the edit after it", async () => {
    await demoSite();
    await submit({ id: "p1", ...plain, author, post });
    await decide("p1", { decision: "approve", by: "Mo" });
    const edited = await submit({ id: "p1", content: casino, author, post, recheckReason: "edit" });
    expect(edited.body.status).not.toBe("published");
    const page = (await (await signIn()).get("/history")).body;
    const lines = page
      .split("<tr>")
      .slice(2)
      .map((line) => line.replace(/<[^>]*>/g, " "));
    expect(lines[0]).toMatch(/edited.*Best casino/s);
    expect(lines[1]).toMatch(/Mo.*Approve.*the second loop never runs/s);
    expect(lines[1]).not.toContain("casino");
  });

  it("of spam does not pass to a text that nobody saw, nor make that near spam", async () => {
    await demoSite();
    const honest = {
      content: "I meant to say that the tide table of June has the wrong height for Monday morning.",
    };
    await submit({ id: "p1", content: casino, author, post });
    await decide("p1", { decision: "spam", by: "Mo" });
    const edited = await submit({ id: "p1", ...honest, author, post, recheckReason: "edit" });
    expect(edited.body.status).toBe("pending");
    expect(edited.body.hits.map(({ signal }) => signal)).not.toContain("near-spam");
    const ann = await submit({
      id: "a1",
      ...honest,
      author: { name: "Ann" },
      post: { url: "https://blog.example/moon" },
    });
    expect(signals(ann.body)).not.toContain("near-spam");
    const again = await submit({ id: "a2", content: casino, author: { name: "Bo" }, post });
    expect(hit(again.body, "near-spam")?.evidence).toBe("100% alike");
  });

  it("of spam stays where the filter agrees on the new text, as the filter's own", async () => {
    await demoSite();
    await submit({ id: "p1", ...plain, author, post });
    await decide("p1", { decision: "spam", by: "Mo" });
    const edited = await submit({ id: "p1", ...blatant, post, recheckReason: "edit" });
    expect(edited.body).toMatchObject({ status: "spam", outcome: "reject" });
  });
});
