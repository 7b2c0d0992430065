import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { SettingsPatch } from "../../src/contract/site.ts";
import { LESSONS } from "../../src/core/classifier/site-state.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  decide,
  demoSite,
  doubtful,
  remark,
  siteObject,
  submit,
  tell,
} from "../site/blog.ts";
import { signIn } from "./session.ts";

beforeEach(reset);

interface Changed {
  readonly blocked: readonly string[];
  readonly freed?: number;
}
const patch = async (settings: SettingsPatch) =>
  (await call<Changed>("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: settings })).body;
const bringBack = (body?: { by: string }) =>
  call<object>("POST", "/v1/sites/demo/bring-back", { key: ADMIN_TOKEN, ...(body && { body }) });
const statuses = (...ids: string[]) => Promise.all(ids.map(async (id) => (await tell(id)).body.status));

/** A comment of each fate, all rejected by the entry "teapot". */
const rejected = {
  good: { content: `${remark(0).content} My teapot agrees.`, author: { name: "Ada" } },
  unsure: { content: `${doubtful.content} teapot`, author: { name: "Kim" } },
  spam: { content: `${blatant.content} teapot`, author: blatant.author },
  twice: { content: `${remark(1).content} A teapot and a kettle.`, author: { name: "Bo" } },
  decided: { content: `${remark(2).content} Another teapot.`, author: { name: "Cy" } },
};
async function rejectedByTeapot(settings: Record<string, unknown> = {}) {
  await demoSite({ blocked: ["teapot", "kettle"], ...settings });
  for (const [id, comment] of Object.entries(rejected))
    expect((await submit({ id, ...comment })).body).toMatchObject({ status: "spam", outcome: "reject" });
  await decide("decided", { decision: "spam", by: "Mo" });
}
const all = Object.keys(rejected);

describe("an entry that is taken out of the blocked list", () => {
  it("tells how many comments it alone had rejected, and nothing when it had rejected none", async () => {
    await rejectedByTeapot();
    expect(await patch({ blocked: ["kettle", "saucer"] })).toMatchObject({
      blocked: ["kettle", "saucer"],
      freed: 2,
    });
    expect(await patch({ blocked: ["kettle"] })).toMatchObject({ freed: 2 });
    expect(await patch({ allowed: ["friend.example"] })).not.toHaveProperty("freed");
    await bringBack();
    expect(await patch({ blocked: ["saucer"] })).toMatchObject({ freed: 1 });
    await bringBack();
    expect(await patch({ blocked: [] })).not.toHaveProperty("freed");
  });

  it("lets them be brought back to where their verdicts put them without it, and no other", async () => {
    await rejectedByTeapot();
    await patch({ blocked: ["kettle"] });
    expect((await bringBack({ by: "Mo" })).body).toEqual({ published: 1, held: 1, more: false });
    expect(await statuses(...all)).toEqual(["published", "pending", "spam", "spam", "spam"]);
    expect((await bringBack()).body).toEqual({ published: 0, held: 0, more: false });
  });

  it("frees nobody whom another entry rejects, written otherwise or made since", async () => {
    await rejectedByTeapot();
    expect(await patch({ blocked: ["kettle", "TEAPOT"] })).not.toHaveProperty("freed");
    expect(await patch({ blocked: ["kettle", "my teapot"] })).toMatchObject({ freed: 1 });
  });

  it("leaves a rule that holds its say", async () => {
    await rejectedByTeapot({ holdFirstTimers: true });
    await patch({ blocked: ["kettle"] });
    expect((await bringBack()).body).toEqual({ published: 0, held: 2, more: false });
  });

  it("may be an author's", async () => {
    await demoSite();
    const ann = { name: "Ann", email: "ann@post.example", ip: "203.0.113.9" };
    await submit({ id: "a1", ...remark(3), author: ann });
    const mo = await signIn("Mo");
    await mo.post("/queue/demo/a1/author", { listing: "blocked" });
    expect((await submit({ id: "a2", ...remark(4), author: ann })).body).toMatchObject({ status: "spam" });
    const { blocked } = (await call<{ settings: Changed }>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN }))
      .body.settings;
    expect(blocked).toHaveLength(1);
    expect(await patch({ blocked: [] })).toMatchObject({ freed: 1 });
    await bringBack();
    expect(await statuses("a1", "a2")).toEqual(["published", "published"]);
  });
});

describe("the page of an author whose block is taken back", () => {
  it("offers what the block alone had rejected", async () => {
    await demoSite();
    const ann = { name: "Ann", email: "ann@post.example", ip: "203.0.113.9" };
    await submit({ id: "a1", ...remark(3), author: ann });
    const mo = await signIn("Mo");
    const path = "/queue/demo/a1/author";
    await mo.post(path, { listing: "blocked" });
    await submit({ id: "a2", ...remark(4), author: ann });
    await submit({ id: "a3", ...blatant, author: ann });
    const taken = await mo.post(path, { listing: "", back: path });
    expect([taken.status, taken.headers.get("location")]).toEqual([303, `${path}?freed=1`]);
    expect((await mo.get(`${path}?freed=1`)).body).toContain("Bring it back");
    await mo.post("/sites/demo/bring-back");
    expect(await statuses("a1", "a2", "a3")).toEqual(["published", "published", "spam"]);
    expect((await mo.get(`${path}?freed=1`)).body).not.toContain("Bring it back");
  });

  it("offers nothing where the block had rejected nothing, and goes back to where the moderator was", async () => {
    await demoSite();
    await submit({ id: "a1", ...remark(3), author: { name: "Ann", email: "ann@post.example" } });
    const mo = await signIn("Mo");
    const path = "/queue/demo/a1/author";
    await mo.post(path, { listing: "blocked" });
    const taken = await mo.post(path, { listing: "", back: path });
    expect(taken.headers.get("location")).toBe(path);
    await mo.post(path, { listing: "blocked" });
    await submit({ id: "a2", ...remark(4), author: { name: "Ann", email: "ann@post.example" } });
    const elsewhere = await mo.post(path, { listing: "", back: "/queue?site=demo" });
    expect(elsewhere.headers.get("location")).toBe("/queue?site=demo");
  });
});

describe("what was brought back", () => {
  const lessons = () =>
    runInDurableObject(siteObject(), (_, { storage }) => {
      const [row] = storage.sql.exec<{ state: ArrayBuffer }>("SELECT state FROM learned").toArray();
      return row ? new Int32Array(row.state)[LESSONS] : 0;
    });

  it("teaches nothing until a person approves it", async () => {
    await rejectedByTeapot();
    const before = await lessons();
    await patch({ blocked: ["kettle"] });
    await bringBack();
    expect(await lessons()).toBe(before);
    expect((await decide("unsure", { decision: "approve", by: "Mo" })).body).toMatchObject({
      status: "published",
    });
    expect(await lessons()).toBe((before ?? 0) + 1_000);
  });

  it("stands in the history and is told to the blog, who did it and from where to where", async () => {
    await rejectedByTeapot();
    await patch({ blocked: ["kettle"] });
    await bringBack({ by: "Mo" });
    const { history } = (await tell("good")).body as unknown as { history: object[] };
    expect(history).toEqual([
      {
        sequence: expect.any(Number),
        comment: "good",
        type: "comment.published",
        decision: null,
        by: "Mo",
        at: expect.any(String),
        before: "spam",
        status: "published",
      },
    ]);
    const { body } = await (await signIn("Mo")).get("/history");
    expect(body).toContain("brought back: an entry was taken out of the list");
    expect(body).toContain("blocked: teapot");
  });

  it("is taken back one by one, and not once somebody has decided", async () => {
    await rejectedByTeapot();
    await patch({ blocked: ["kettle"] });
    await bringBack();
    const undo = { decision: "undo", by: "Mo", revision: 2 };
    expect((await decide("good", undo)).body).toMatchObject({ status: "spam", revision: 3 });
    expect((await decide("good", { decision: "undo", by: "Mo" })).status).toBe(409);
    await decide("unsure", { decision: "approve", by: "Mo" });
    await decide("unsure", { decision: "undo", by: "Mo" });
    expect(await statuses("good", "unsure")).toEqual(["spam", "pending"]);
    expect(await patch({ blocked: [] })).toMatchObject({ freed: 2 });
  });

  it("stays where an edit by its author puts it afterwards", async () => {
    await rejectedByTeapot();
    await patch({ blocked: ["kettle"] });
    await bringBack();
    const { body } = await submit({ id: "good", ...remark(0), recheckReason: "edit" });
    expect((await decide("good", { decision: "undo", by: "Mo" })).status).toBe(409);
    expect([await statuses("good"), body.status === "spam"]).toEqual([[body.status], false]);
  });
});

describe("the page of settings", () => {
  it("offers what an entry had rejected alone, brings it back by one click and takes that back by another", async () => {
    await rejectedByTeapot();
    const mo = await signIn("Mo");
    const saved = await mo.post("/sites/demo", { group: "lists", blocked: "kettle" });
    const location = saved.headers.get("location") ?? "";
    expect([saved.status, location]).toEqual([303, "/sites/demo/lists?saved=1&freed=1"]);
    const offer = (await mo.get(location)).body;
    expect(offer).toContain(
      "2 stored comments were rejected only by entries that are in the list no longer.",
    );
    expect(offer).toContain("Bring these 2 back");
    expect(await statuses("good", "unsure")).toEqual(["spam", "spam"]);

    const back = (await mo.post("/sites/demo/bring-back")).headers.get("location") ?? "";
    expect(back).toMatch(/^\/sites\/demo\/lists\?published=1&held=1&batch=\d+-[0-9a-f]{8}$/);
    const told = (await mo.get(back)).body;
    expect(told).toContain("Brought back: 1 published, 1 waiting in the queue.");
    expect(await statuses("good", "unsure")).toEqual(["published", "pending"]);

    await mo.post("/queue/undo", { batch: /batch=(.+)$/.exec(back)?.[1] ?? "", back: "/sites/demo/lists" });
    expect(await statuses("good", "unsure")).toEqual(["spam", "spam"]);
    expect((await mo.get(location)).body).toContain("Bring these 2 back");
  });

  it("keeps what was typed when an entry is refused, with the line and the reason at the field", async () => {
    await demoSite({ blocked: ["teapot"] });
    const mo = await signIn("Mo");
    const typed = { group: "lists", blocked: "kettle\n\n203.0.113.0/24", allowed: "a friend" };
    const { status, body } = await mo.post("/sites/demo", typed);
    expect(status).toBe(422);
    expect(body).toMatch(
      /<textarea name="blocked"[^>]*aria-invalid="true"[^>]*>kettle\n\n203\.0\.113\.0\/24</,
    );
    expect(body).toMatch(/<textarea name="allowed"[^>]*>a friend</);
    expect(body).toMatch(/id="fault-blocked"><li>line 3: /);
    const stored = await call<{ settings: object }>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
    expect(stored.body.settings).toMatchObject({ blocked: ["teapot"], allowed: [] });
  });
});
