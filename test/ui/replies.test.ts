import { reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, demoSite, doubtful, plain, submit, tell } from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ sendReplies: true });
});

const text = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

it("a comment is answered without a script, and what was answered stands with it and in History", async () => {
  await submit({ id: "c1", ...doubtful });
  const mo = await signIn();
  const row = (await mo.get("/queue")).body;
  expect(row).toContain('href="/queue/demo/c1/reply?back=%2Fqueue');
  expect(text(row)).toContain("Approve and answer on the blog");
  const form = (await mo.get("/queue/demo/c1/reply?back=%2Fqueue")).body;
  expect(form).toMatch(/name="back" value="\/queue".*name="revision" value="1".*name="approve" value="1"/s);
  expect(text(form)).toContain("The comment is approved along with it.");
  const fields = { revision: "1", approve: "1", back: "/queue" };
  const empty = await mo.post("/queue/demo/c1/reply", { ...fields, content: " \u200b" });
  expect([empty.status, text(empty.body)]).toEqual([422, expect.stringContaining("holds nothing to read")]);
  const content = "Thanks, <b>Kim</b>!";
  expect((await mo.post("/queue/demo/c1/reply", { ...fields, content })).status).toBe(303);
  expect((await tell("c1")).body.status).toBe("published");
  for (const path of ["/queue/demo/c1", "/history"]) {
    const shown = (await mo.get(path)).body;
    expect(shown).toContain("Thanks, &lt;b&gt;Kim&lt;/b&gt;!");
    expect(text(shown)).toContain("answered on the blog");
  }
});

it("what was typed comes back with the reason, if somebody else was first", async () => {
  await submit({ id: "c1", ...doubtful });
  const mo = await signIn();
  await mo.post("/queue/decide", { site: "demo", id: "c1", revision: "1", decision: "spam" });
  const fields = { revision: "1", approve: "1", back: "/queue", content: "Thanks, Kim!" };
  const late = await mo.post("/queue/demo/c1/reply", fields);
  expect(late.status).toBe(409);
  expect(late.body).toMatch(/Spam just now by Anna.*<textarea[^>]*>Thanks, Kim!</s);
});

it("where the site does not want it there is no way to it; the switch is on the Connection tab", async () => {
  await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { sendReplies: false } });
  await submit({ id: "c1", ...plain });
  const mo = await signIn();
  expect((await mo.get("/queue?tab=published")).body).not.toContain("/reply");
  expect((await mo.get("/queue/demo/c1/reply")).status).toBe(404);
  const fields = { revision: "1", back: "/queue", content: "Thanks!" };
  expect((await mo.post("/queue/demo/c1/reply", fields)).status).toBe(404);
  const switched = { group: "sending", webhook: "", sendReplies: "true" };
  expect((await mo.post("/sites/demo", switched)).status).toBe(303);
  const published = (await mo.get("/queue?tab=published")).body;
  expect(text(published)).toContain(" Answer on the blog");
});
