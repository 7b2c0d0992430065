import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { later } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, demoSite, remark, submit, tell } from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 });
});

const words = ["tides", "bread", "looms", "trams", "maps"];
const copy = (n: number) => ({
  id: `c${n}`,
  content: `Interesting, thanks for sharing this with all of us here today, more about ${words[n]} on http://luck.example/${n}`,
  author: { name: `Sam ${n}` },
});
const text = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

it("a wave is decided for later ones, too, without a script; they are told of, ended and taken back", async () => {
  for (const n of [0, 1, 2]) await submit(copy(n));
  const mo = await signIn();
  const open = (await mo.get("/queue")).body;
  expect(open).toMatch(/name="later" form="f-demo-c0" value="1" checked/);
  const fields = {
    site: "demo",
    id: "c0",
    revision: "1",
    group: "2",
    until: `${Date.now()}`,
    decision: "spam",
  };
  expect((await mo.post("/queue/decide", { ...fields, later: "1" })).status).toBe(303);
  expect(text((await mo.get("/queue")).body)).toContain("Spam, 3 comments · later ones, too, until June 21");
  later(1000);
  for (const n of [3, 4]) await submit(copy(n));
  expect(text((await mo.get("/queue")).body)).toContain(
    "2 more came in and went the same way. Until June 21. Stop that",
  );
  expect(text((await mo.get("/queue?tab=spam")).body)).toContain(
    "One of a wave that Anna called spam, later ones, too.",
  );
  expect(text((await mo.get("/sites/demo/lists")).body)).toContain(
    "Spam: 3 alike, by Anna · 2 later ones so far, until June 21",
  );
  const line = (await mo.get("/history")).body;
  expect(text(line)).toContain("decided later ones of a wave, too");
  const [, rule = ""] = /name="rule" value="([\d-]+)"/.exec(line) ?? [];
  expect((await mo.post("/sites/demo/waves/end", { rule, undo: "1", back: "/history" })).status).toBe(303);
  expect([(await tell("c3")).body.status, (await tell("c0")).body.status]).toEqual(["pending", "spam"]);
  expect(text((await mo.get("/sites/demo/lists")).body)).toContain("None now.");
  expect((await mo.post("/sites/demo/waves/end", { rule: "1 OR 1", back: "/history" })).status).toBe(422);
});

it("the addresses that a wave links to are blocked along with it, if one says so, and are free again with its undo", async () => {
  for (const n of [0, 1, 2]) await submit(copy(n));
  const mo = await signIn();
  const blocked = async () =>
    (await call<{ settings: { blocked: string[] } }>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body
      .settings.blocked;
  const open = text((await mo.get("/queue/demo/c0?part=reading")).body);
  expect(open).toContain("3 comments say almost the same : 3 names, all within 1 second. You decide once.");
  expect(open).toContain("Block the link address luck.example");
  const fields = { site: "demo", id: "c0", revision: "1", group: "2", until: `${Date.now()}`, block: "1" };
  const answer = await mo.ask("/queue/decide", { ...fields, decision: "spam" });
  expect(answer).toMatchObject({
    summary: "Spam · learned: 3 comments done. Blocked: luck.example.",
    blocked: expect.stringMatching(/^[0-9a-f]{32}\[{"site":"demo","entries":\["luck.example"\]}\]$/),
  });
  expect(await blocked()).toEqual(["luck.example"]);
  const { batch, blocked: taken } = answer as { batch: string; blocked: string };
  const forged = `${taken.slice(0, 32)}[{"site":"demo","entries":["luck.example","x"]}]`;
  for (const sent of [forged, taken.slice(32)]) await mo.ask("/queue/undo", { batch: "1-a", blocked: sent });
  await mo.ask("/queue/undo", { batch: "1-a", blocked: taken });
  expect(await blocked()).toEqual(["luck.example"]);
  await mo.ask("/queue/undo", { batch, blocked: taken });
  expect([await blocked(), (await tell("c0")).body.status]).toEqual([[], "pending"]);
});

it("no address is blocked of a wave that is approved", async () => {
  for (const n of [0, 1, 2]) await submit(copy(n));
  const mo = await signIn();
  const fields = { site: "demo", id: "c0", revision: "1", group: "2", until: `${Date.now()}`, block: "1" };
  expect((await mo.post("/queue/decide", { ...fields, decision: "approve" })).status).toBe(303);
  const { body } = await call<{ settings: { blocked: string[] } }>("GET", "/v1/sites/demo", {
    key: ADMIN_TOKEN,
  });
  expect(body.settings.blocked).toEqual([]);
});

describe("comments that are selected", () => {
  const lists = async () => {
    type Site = { settings: { blocked: string[]; allowed: string[] } };
    return (await call<Site>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN })).body.settings;
  };
  const by = (name: string, n: number) => ({
    id: `${name}${n}`,
    ...remark(n),
    author: { name, email: `${name}@mail.example` },
  });

  it("are spam, and who wrote them is blocked, each once and but for whom one trusts; an undo takes both back", async () => {
    const ids = ["eve0", "eve1", "bob2", "ada3"];
    for (const [n, id] of ids.entries()) await submit(by(id.slice(0, 3), n));
    const mo = await signIn();
    await mo.post("/queue/demo/ada3/author", { listing: "allowed" });
    const { allowed } = await lists();
    const pick = ids.map((id) => `demo 1 ${id}`);
    const answer = await mo.ask("/queue/bulk", { pick, until: `${Date.now()}`, block: "1" });
    expect(answer).toMatchObject({
      rows: ids.map((id) => `c-demo-${id}`),
      summary: "Spam · learned: 4 comments done. 2 authors are blocked.",
    });
    expect(await lists()).toMatchObject({ allowed, blocked: [expect.any(String), expect.any(String)] });
    const { batch, blocked } = answer as { batch: string; blocked: string };
    await mo.ask("/queue/undo", { batch, blocked });
    expect(await lists()).toMatchObject({ allowed, blocked: [] });
    expect((await tell("eve1")).body.status).toBe("pending");
  });

  it("have no author blocked where all that match are decided, whom nobody has seen, nor by an undo that is made up", async () => {
    await submit(by("eve", 0));
    const mo = await signIn();
    const all = { all: "1", until: `${Date.now()}`, block: "1", q: "author:eve" };
    expect((await mo.post("/queue/bulk", all)).status).toBe(422);
    await mo.ask("/queue/undo", { batch: "1-a", blocked: "no JSON" });
    expect([(await lists()).blocked, (await tell("eve0")).body.status]).toEqual([[], "pending"]);
  });
});
