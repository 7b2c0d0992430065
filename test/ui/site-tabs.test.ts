import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SECOND } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, doubtful, pass, plain, submit } from "../site/blog.ts";

let anna: Awaited<ReturnType<typeof signIn>>;

beforeEach(async () => {
  await reset();
  await demoSite();
  anna = await signIn();
});

const textOf = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const settings = async () =>
  (await call<{ settings: object }>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body.settings;

describe("a blog of plain files", () => {
  it("switches its form on, and copies the lines for its pages, with a hash of the script that they load", async () => {
    const before = (await anna.get("/sites/demo/wire")).body;
    expect(before).toContain('id="by-wordpress" checked');
    expect(before).toContain("blog.example");
    await anna.post("/sites/demo", { group: "form", form: "true" });
    expect(await settings()).toMatchObject({ form: true, retention: { published: null } });
    const { body } = await anna.get("/sites/demo/wire");
    expect(body).toContain('id="by-static" checked');
    expect(body).toContain(
      "&lt;form method=&quot;post&quot; action=&quot;https://hamlet.example/f/demo&quot;&gt;",
    );
    expect(body).toMatch(/integrity=&quot;sha384-[\w+/]{64}&quot;/);
    await anna.post("/sites/demo", { group: "form", form: "" });
    expect(await settings()).toMatchObject({ form: false, retention: { published: null } });
  });
});

describe("what a blog's own form asks of readers", () => {
  const turnstile = {
    group: "readers",
    "formProof.kind": "turnstile",
    "formProof.siteKey": "0x4AAAkey",
    "formProof.secret": "0x4AAAsecret",
  };

  it("is set on the Connection tab, where its secret does not stand; the lines for pages follow", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { form: true } });
    await anna.post("/sites/demo", { ...turnstile, markdown: "true" });
    expect(await settings()).toMatchObject({
      formProof: { kind: "turnstile", siteKey: "0x4AAAkey", secret: "…" },
      markdown: true,
    });
    const { body } = await anna.get("/sites/demo/wire");
    expect(body).not.toContain("0x4AAAsecret");
    expect(body).toContain("data-sitekey=&quot;0x4AAAkey&quot;");
    await anna.post("/sites/demo", { ...turnstile, "formProof.secret": "…", markdown: "" });
    expect(await settings()).toMatchObject({ formProof: { siteKey: "0x4AAAkey" }, markdown: false });
    await anna.post("/sites/demo", { group: "readers", "formProof.kind": "" });
    expect(await settings()).toMatchObject({ formProof: null });
  });

  it("says at the field what is wrong, and keeps what was typed", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { form: true } });
    const { status, body } = await anna.post("/sites/demo", { ...turnstile, "formProof.siteKey": `">x` });
    expect(status).toBe(422);
    expect(body).toContain('id="fault-formProof.siteKey"');
    expect(body).toContain('value="&quot;&gt;x"');
    expect(await settings()).toMatchObject({ formProof: null });
  });
});

describe("the pages of a site", () => {
  it("stand under seven tabs, each of which says that it is the one", async () => {
    const tabs =
      [...(await anna.get("/sites/demo")).body.matchAll(/<nav class="tabs".*?<\/nav>/gs)][0]?.[0] ?? "";
    const paths = [...tabs.matchAll(/href="([^"]+)"/g)].map(([, path = ""]) => path);
    const current = await Promise.all(
      paths.map(async (path) => {
        const { status, body } = await anna.get(path);
        return [
          status,
          /href="([^"]+)" aria-current="page">[^<]*<\/a>(?=.*<\/nav><\/div><main)/s.exec(body)?.[1],
        ];
      }),
    );
    expect(current).toEqual(
      ["/dashboard", "", "/lists", "/wire", "/notices", "/people", "/data"].map((tab) => [
        200,
        `/sites/demo${tab}`,
      ]),
    );
  });

  it("say in three sentences what the filter did, where it was wrong and what to do", async () => {
    await submit({ id: "lost", ...blatant });
    await submit({ id: "spam", ...doubtful });
    await submit({ id: "fine", ...plain });
    const before = textOf((await anna.get("/sites/demo/dashboard")).body);
    expect(before).toContain("It published 1 and stopped 1 by itself; 1 waited for you.");
    expect(before).toContain("Nobody has looked at what it decided by itself. 1 that it stopped is unseen.");
    expect(before).toContain("Nobody has looked at the 1 that it stopped.");
    await decide("lost", { decision: "approve" });
    const after = textOf((await anna.get("/sites/demo/dashboard")).body);
    expect(after).toContain("Hamlet took 66.7% of 3 comments off you.");
    expect(after).toContain(
      "You looked at 1 of what it decided by itself: 1 good comment stopped, 0 spam published.",
    );
    expect(after).toContain("You have looked at 1 of the 1 that it stopped; 0 were spam.");
    expect(after).toContain("most likely between 0% and 79.3%.");
    expect(after).toContain("Too few comments have come");
  });
});

describe("settings", () => {
  const before = { name: "Demo", holdLinks: true, blocked: ["teapot"], retention: { spam: 15 } };

  it.each([
    [{ group: "limits", setting: "light" }, { setting: "light", publishBelow: null }, ""],
    [
      { group: "limits", setting: "own", publishBelow: "0,5", publishBareBelow: "2.3", rejectAbove: "99.5" },
      { publishBelow: 0.005, publishBareBelow: 0.023, rejectAbove: 0.995 },
      "",
    ],
    [
      { group: "holds", holdAbuse: "true", holdFirstTimers: "true", languages: "en\nde" },
      { holdFirstTimers: true, holdLinks: false },
      "",
    ],
    [
      { group: "holds", holdFirstTimers: "true", holdAbuse: "true", holdOlder: "365" },
      { holdFirstTimers: true, holdAbuse: true, holdOlder: 365, holdLinks: false },
      "",
    ],
    [{ group: "learning", learnDecisions: "true" }, { learnDecisions: true, learnCertain: false }, ""],
    [{ group: "mode", mode: "log-only" }, { mode: "log-only" }, ""],
    [{ group: "lists", own: "id:7" }, { blocked: [], own: ["id:7"] }, "/lists"],
    [
      { group: "blog", name: "New", url: "https://blog.example", hosts: "blog.example" },
      { name: "New" },
      "/wire",
    ],
    [
      { group: "sending", webhook: "https://blog.example/hook" },
      { webhook: "https://blog.example/hook" },
      "/wire",
    ],
    [{ group: "akismet", holdAs: "ham" }, { holdAs: "ham", sendDiscard: false }, "/wire"],
    [
      { group: "keeping", "retention.spam": "7", "retention.discarded": "", "retention.published": "0" },
      { retention: { spam: 7, discarded: null, published: 0 } },
      "/data",
    ],
  ])("are saved group by group, and lead back to their tab: %j", async (form, changed, tab) => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { ...before, retention: undefined } });
    const was = await settings();
    const { status, headers } = await anna.post("/sites/demo", form);
    expect([status, headers.get("location")?.replace("&freed=1", "")]).toEqual([
      303,
      `/sites/demo${tab}?saved=1`,
    ]);
    const now = await settings();
    expect(now).toMatchObject(changed);
    const names = Object.keys(was) as (keyof typeof was)[];
    const others = names.filter((name) => JSON.stringify(now[name]) !== JSON.stringify(was[name]));
    expect(others.length).toBeLessThanOrEqual(3);
  });

  it("of no group are refused, with the groups that there are, and nothing changes", async () => {
    const was = await settings();
    const { status, body } = await anna.post("/sites/demo", { name: "New" });
    expect(status).toBe(422);
    expect(body).toContain("one of the groups of settings: limits, holds, learning, mode, lists, blog,");
    expect(await settings()).toEqual(was);
  });
});

describe("the live check", () => {
  const steps = async () =>
    [
      ...(await anna.get("/sites/demo/wire/check")).body.matchAll(/<li class="(\w+)">.*?<h3>(.*?)<\/h3>/gs),
    ].map(([, state, title]) => `${state}: ${title}`);

  it("has a test comment judged, and the webhook told of a test; nothing is stored", async () => {
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { webhook: "https://blog.example/hook" },
    });
    vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(null, { status: 204 }));
    const { status, body } = await anna.post("/sites/demo/wire/test");
    expect(status).toBe(200);
    expect(textOf(body)).toMatch(
      /The test comment, verdict: (published|waits for you|stopped), \d+(\.\d+)?% spam, after \d+ ms\..*204/,
    );
    expect(textOf(body)).toContain("Waiting for a comment …");
    expect((await anna.post("/sites/nowhere/wire/test")).status).toBe(404);
  });

  it("says step by step how far a blog is connected", async () => {
    expect(await steps()).toEqual([
      "now: Waiting for the key to be used …",
      "later: Waiting for a comment …",
      "later: Waiting for a decision to go back …",
      "done: Hamlet decides",
    ]);
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { hosts: ["blog.example"], webhook: "https://blog.example/hook" },
    });
    await submit({ id: "c1", ...doubtful });
    expect((await steps()).slice(0, 3)).toEqual([
      "done: The key was used",
      "done: A comment was received",
      "now: Waiting for a decision to go back …",
    ]);
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(null, { status: 204 }));
    await decide("c1", { decision: "approve" });
    await pass(10 * SECOND);
    expect((await steps())[2]).toBe("done: The decision was sent back");
  });
});
