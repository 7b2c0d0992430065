import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { PersonErased } from "../../src/contract/privacy.ts";
import { submission } from "../../src/contract/submission.ts";
import { kvInbox } from "../../src/queue/inbox.ts";
import { intakeOf } from "../../src/service/take-in.ts";
import { SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, demoSite, doubtful, pass, submit, tell, theRecord } from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const SECRET = "test-secret-of-more-than-thirty-two-characters";
const HOME = "I live at 12 Mill Lane in Port Isaac, by the harbour, so write to me there.";
const rosalind = { name: "Rosalind Quill", email: "rosalind@post.example" };
const erase = () =>
  call<PersonErased>("POST", "/v1/sites/demo/erasure", { key: ADMIN_TOKEN, body: { email: rosalind.email } });
const answer = (id: string) => ({ id, ...doubtful, parent: { id: "a1", content: HOME } });
const inKv = async () => {
  const { keys } = await env.QUEUE.list();
  return Promise.all(keys.map(async ({ name }) => `${name} ${await env.QUEUE.get(name)}`));
};

describe("an erased person's words in other people's comments", () => {
  it("go out of KV's copy of what waits, too", async () => {
    await submit({ id: "a1", content: HOME, author: rosalind });
    await submit(answer("b1"));
    await pass(10 * SECOND);
    expect((await inKv()).filter((text) => /^queue\/.*Mill Lane/s.test(text))).not.toEqual([]);
    const { body } = await erase();
    expect(body).toMatchObject({ comments: 1, quotes: 1 });
    expect(body.remains.map(({ what }) => what)).toContain("queue");
    await pass(10 * SECOND);
    const left = await inKv();
    expect(left.filter((text) => text.includes("Mill Lane"))).toEqual([]);
    expect(left.filter((text) => text.includes("~b1 "))).toHaveLength(1);
  });

  it("are found in what waits in the inbox", async () => {
    await submit({ id: "a1", content: HOME, author: rosalind });
    const intake = { submission: submission.parse(answer("b2")), warnings: [] };
    await kvInbox(env.QUEUE).put("demo", await intakeOf(intake, await theRecord(), SECRET, Date.now()));
    expect((await erase()).body).toMatchObject({ comments: 1, inbox: 0, quotes: 1 });
    await pass(10 * SECOND);
    expect((await inKv()).filter((text) => text.includes("Mill Lane"))).toEqual([]);
    expect((await tell("b2")).body.status).toBe("pending");
  });
});

describe("a site that is deleted", () => {
  it("leaves no key in KV: not in the queue, the inbox or what could not be read; other sites keep theirs", async () => {
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "demo-2" } });
    for (const site of ["demo", "demo-2"])
      for (const kind of ["queue", "inbox", "unread"])
        for (let n = 0; n < 20; n++) await env.QUEUE.put(`${kind}/${site}/1900000000000~c${n}`, "{}");
    await call("DELETE", "/v1/sites/demo", { key: ADMIN_TOKEN });
    const ofDemo = async () => (await inKv()).filter((text) => text.includes("/demo/")).length;
    await vi.waitFor(async () => expect(await ofDemo()).toBe(0), { timeout: 30_000 });
    expect((await inKv()).filter((text) => text.includes("/demo-2/"))).toHaveLength(60);
  });
});
