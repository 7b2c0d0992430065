import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonErased, PersonExport } from "../../src/contract/privacy.ts";
import type { Answer } from "../../src/contract/verdict.ts";
import { ADMIN_TOKEN, call, decide, demoSite, plain, remark, siteObject, submit } from "../site/blog.ts";
import { restart } from "../site/inside.ts";
import { signIn } from "./session.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const author = { name: "Eve Adams", email: "eve@post.example", ip: "203.0.113.9" };
const casino = "Best casino bonus of the year for all of you at https://win.example.com/bonus";
const edit = (content: string, more: object = {}) =>
  submit({ id: "p1", content, author, recheckReason: "edit", ...more });
const standings = () =>
  runInDurableObject(siteObject(), (_, { storage }) => {
    const [row] = storage.sql.exec("SELECT * FROM learned").toArray();
    return JSON.stringify(Object.entries(row ?? {}).filter(([, value]) => typeof value === "string"));
  });
const owner = <T>(route: "export" | "erasure") =>
  call<T>("POST", `/v1/sites/demo/${route}`, { key: ADMIN_TOKEN, body: { email: author.email } });

describe("a text that a person called spam and an edit replaced", () => {
  const nearSpam = ({ hits }: Answer) => hits.find(({ signal }) => signal === "near-spam")?.evidence;
  const again = async (id: string) =>
    nearSpam((await submit({ id, content: casino, author: { name: "Bo" } })).body);

  it("is still known as spam after a restart, and no longer once its comment is deleted", async () => {
    await submit({ id: "p1", content: casino, author });
    await decide("p1", { decision: "spam", by: "Mo" });
    await edit(plain.content);
    expect(await again("a1")).toBe("100% alike");
    await restart("demo");
    expect(await again("a2")).toBe("100% alike");
    await call("DELETE", "/v1/sites/demo/comments/p1", { key: "demo12345678" });
    expect(await again("a3")).toBeUndefined();
    await restart("demo");
    expect(await again("a4")).toBeUndefined();
  });

  it("stays known however often its comment is edited", async () => {
    await submit({ id: "p1", content: casino, author });
    await decide("p1", { decision: "spam", by: "Mo" });
    for (let n = 0; n < 8; n++) await edit(remark(n).content);
    await restart("demo");
    expect(await again("a1")).toBe("100% alike");
  });
});

describe("a decision that is undone after an edit", () => {
  it("takes back what it said of the links and the marks that were judged, and not of those that came since", async () => {
    const linked = (host: string) => `${plain.content} It is explained at https://${host}/loops as well.`;
    await submit({ id: "p1", content: linked("old.example"), author });
    await decide("p1", { decision: "spam", by: "Mo" });
    await decide("p1", { decision: "undo", by: "Mo" });
    const before = await standings();
    await decide("p1", { decision: "approve", by: "Mo" });
    expect(await standings()).toContain("old.example");
    const edited = await edit(linked("new.example"), { author: { ...author, ip: "198.51.100.7" } });
    expect(edited.body.status).toBe("published");
    await decide("p1", { decision: "undo", by: "Mo", revision: edited.body.revision });
    expect(await standings()).toBe(before);
  });

  it("or that is deleted with its comment leaves nothing of any of its texts", async () => {
    await submit({ id: "p0", content: casino, author });
    await decide("p0", { decision: "spam", by: "Mo" });
    await decide("p0", { decision: "undo", by: "Mo" });
    const before = await standings();
    await submit({ id: "p1", content: casino, author });
    await decide("p1", { decision: "spam", by: "Mo" });
    await decide("p1", { decision: "approve", by: "Mo", revision: 2 });
    await decide("p1", { decision: "spam", by: "Mo", revision: 3 });
    await edit(plain.content);
    await decide("p1", { decision: "discard", by: "Mo" });
    await call("DELETE", "/v1/sites/demo/comments/p1", { key: "demo12345678" });
    expect(await standings()).toBe(before);
  });
});

describe("an earlier text", () => {
  it("stands on the comment's page beside what was decided on it, as in the history", async () => {
    await submit({ id: "p1", ...plain, author });
    await decide("p1", { decision: "approve", by: "Mo" });
    await edit(casino);
    const { body } = await (await signIn("Mo")).get("/queue/demo/p1");
    const lines = body.slice(body.indexOf('class="plain history"')).split("<li>").slice(2, 4);
    expect(lines[0]).toContain("Mo");
    expect(lines[0]).toContain("the second loop never runs");
    expect(lines[1]).toContain("edited");
    expect(lines[1]).not.toContain("the second loop never runs");
  });

  it("is in a commenter's export, is looked for in others' comments, and goes with her erasure", async () => {
    const home = "I live at 12 Mill Lane in Port Isaac, by the harbour, so write to me there.";
    await submit({ id: "p1", content: home, author });
    await edit(plain.content);
    await submit({
      id: "b1",
      content: `She said: ${home}`,
      author: { name: "Bo", email: "bo@post.example" },
    });
    await submit({
      id: "b1",
      ...remark(3),
      author: { name: "Bo", email: "bo@post.example" },
      recheckReason: "edit",
    });
    const { body } = await owner<PersonExport>("export");
    expect(body.comments[0]?.earlier).toEqual([{ until: expect.stringMatching(/^\d{4}-.*Z$/), text: home }]);
    expect(body.mentions).toEqual(["b1"]);
    expect((await owner<PersonErased>("erasure")).body).toMatchObject({ comments: 1, mentions: ["b1"] });
    expect((await owner<PersonExport>("export")).body.comments).toEqual([]);
  });
});
