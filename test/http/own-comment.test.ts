import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FormAnswer } from "../../src/contract/form.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { later, SECOND } from "../clock.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  pass,
  remark,
  siteObject,
  tell,
  theRecord,
} from "../site/blog.ts";
import { POST, send, sendJson } from "./blogs-form.ts";

const MINUTE = 60 * SECOND;

beforeEach(async () => {
  await reset();
  await demoSite({ form: true, publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 });
});

const hold = () =>
  call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { publishBelow: 0, publishBareBelow: 0 } });

/** Writes a comment by the form; answers with what its browser keeps. */
async function write(n = 0): Promise<{ id: string; token: string; status: string }> {
  const { body } = await sendJson<FormAnswer>({ comment: remark(n).content, name: "Ada" });
  return { id: body.id, token: body.edit?.token ?? "none", status: body.status };
}

const edit = (id: string, token: string, comment: string, headers: Record<string, string> = {}) =>
  sendJson({ edit: token, comment }, headers, `/f/demo/comments/${id}`);
const drop = (id: string, token: string) => sendJson({ edit: token }, {}, `/f/demo/comments/${id}/delete`);

const contentOf = async (id: string) => (await siteObject().detail(id, await theRecord()))?.comment.content;
const shown = async () => {
  await pass(MINUTE);
  const { body } = await call<{ comments: { id: string; html: string }[] }>(
    "GET",
    `/f/demo/comments?post=${POST}`,
  );
  return body.comments.map(({ html }) => html);
};
const counts = async () =>
  (await call<{ counts: unknown }>("GET", "/v1/sites/demo/integrity", { key: ADMIN_TOKEN })).body.counts;

describe("a reader's own comment, by the token that came with it", () => {
  it("is changed: judged anew, its earlier text in the history, the new one shown", async () => {
    const { id, token } = await write();
    const { status, body } = await edit(id, token, remark(1).content);
    expect([status, body]).toEqual([200, { id, status: "published" }]);
    expect(await shown()).toEqual([`<p>${remark(1).content}</p>`]);
    const history = (await tell(id)).body as unknown as { revision: number; history: { type: string }[] };
    expect([history.revision, history.history.map(({ type }) => type)]).toEqual([2, ["comment.edited"]]);
  });

  it("waits after a change that the filter is unsure of, and is refused as spam after another", async () => {
    const { id, token } = await write();
    await hold();
    expect((await edit(id, token, remark(1).content)).body).toEqual({ id, status: "waits" });
    expect(await shown()).toEqual([]);
    expect((await edit(id, token, blatant.content.repeat(3))).body).toEqual({ id, status: "refused" });
  });

  it("changed to the same twice is changed once", async () => {
    const { id, token } = await write();
    await edit(id, token, remark(1).content);
    await edit(id, token, remark(1).content);
    expect((await tell(id)).body.revision).toBe(2);
  });

  it("is changed by several tabs at once: the last one counts, each stands in the history", async () => {
    const { id, token } = await write();
    const answers = await Promise.all([1, 2, 3].map((n) => edit(id, token, remark(n).content)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await tell(id)).body.revision).toBe(4);
    expect([1, 2, 3].map((n) => remark(n).content)).toContain(await contentOf(id));
  });

  it("is changed five times, and no more", async () => {
    const { id, token } = await write();
    for (let n = 1; n <= 5; n++) expect((await edit(id, token, remark(n).content)).status).toBe(200);
    const last = await edit(id, token, remark(6).content);
    expect([last.status, last.body.detail]).toEqual([409, expect.stringContaining("five times")]);
    expect(await contentOf(id)).toBe(remark(5).content);
  });

  it("is deleted: gone from feed and queue, and from what is stored", async () => {
    const one = await write(0);
    await hold();
    const two = await write(1);
    await pass(MINUTE);
    expect([one.status, two.status]).toEqual(["published", "waits"]);
    for (const { id, token } of [one, two])
      expect((await drop(id, token)).body).toEqual({ id, status: "deleted" });
    expect(await shown()).toEqual([]);
    expect((await env.QUEUE.list({ prefix: "queue/demo/" })).keys).toEqual([]);
    expect(await counts()).toEqual({ pending: 0, published: 0, spam: 0, discarded: 0 });
    expect((await drop(one.id, one.token)).status).toBe(200);
    expect((await edit(one.id, one.token, "Hello")).status).toBe(404);
  });

  it("deleted, leaves a line in History that says so, once, and none of its words", async () => {
    const { id, token } = await write();
    await drop(id, token);
    await drop(id, token);
    const lines = await siteObject().history({ machine: true, limit: 10 }, await theRecord());
    expect(lines.map(({ name: _, at: __, ...line }) => line)).toEqual([
      {
        site: "demo",
        comment: id,
        by: "author",
        what: "deleted",
        machine: true,
        before: "published",
        after: "discarded",
      },
    ]);
  });

  it("leads back to its page without a script", async () => {
    const { id, token } = await write();
    const path = `/f/demo/comments/${id}`;
    const changed = await send({ edit: token, comment: remark(1).content }, {}, path);
    expect([changed.status, changed.headers.get("location")]).toEqual([303, `${POST}#hamlet-published`]);
    const gone = await send({ edit: token }, {}, `${path}/delete`);
    expect([gone.status, gone.headers.get("location")]).toEqual([303, `${POST}#hamlet-deleted`]);
    const nowhere = await send({ edit: token, post: "https://evil.example/" }, {}, `${path}/delete`);
    expect([nowhere.status, nowhere.headers.get("location")]).toEqual([422, null]);
  });
});

describe("a change after somebody has decided", () => {
  it("stays published where she approved and the filter agrees; else it waits again", async () => {
    await hold();
    const { id, token } = await write();
    await decide(id, { decision: "approve" });
    expect((await edit(id, token, remark(1).content)).body).toEqual({ id, status: "waits" });
  });

  it.each(["spam", "discard"] as const)(
    "is refused after %s; what was decided stays learned",
    async (decision) => {
      await hold();
      const { id, token } = await write();
      await decide(id, { decision });
      const { status, body } = await edit(id, token, remark(1).content);
      expect([status, body.detail]).toEqual([409, expect.stringContaining("Somebody has decided")]);
      expect(await contentOf(id)).toBe(remark(0).content);
      expect((await drop(id, token)).status).toBe(200);
      const { body: told } = await call<{ events: { decision: string | null }[] }>(
        "GET",
        "/v1/sites/demo/decisions",
        { key: DEMO_KEY },
      );
      expect(told.events.map((event) => event.decision)).toEqual([decision]);
    },
  );
});

describe("what is not hers", () => {
  it("is nothing that comes a quarter of an hour later", async () => {
    const { id, token } = await write();
    later(15 * MINUTE);
    expect((await edit(id, token, remark(1).content)).status).toBe(200);
    later(1);
    const answers = [await edit(id, token, remark(2).content), await drop(id, token)];
    expect(answers.map(({ status, body }) => [status, body.detail])).toEqual(
      Array(2).fill([409, expect.stringContaining("15 minutes")]),
    );
    expect(await contentOf(id)).toBe(remark(1).content);
  });

  it.each([
    ["none", () => ""],
    ["a made-up one", () => "made-up"],
    ["one with another time", (token: string) => `0${token.slice(1)}`],
    [
      "one with a later time",
      (token: string) => token.replace(/^\w+/, (time) => (Number.parseInt(time, 36) + 1).toString(36)),
    ],
    [
      "one with another signature",
      (token: string) => `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`,
    ],
    ["one with more behind it", (token: string) => `${token}0`],
    ["one in capitals", (token: string) => token.toUpperCase()],
  ])("is a comment by %s for its token", async (_, made) => {
    const { id, token } = await write();
    const editOwn = vi.spyOn(SiteObject.prototype, "editOwn");
    const answers = [await edit(id, made(token), "Changed"), await drop(id, made(token))];
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(editOwn).toHaveBeenCalledTimes(0);
    expect(await contentOf(id)).toBe(remark(0).content);
  });

  it("is another comment, and one of another site", async () => {
    const [one, two] = [await write(0), await write(1)];
    expect((await edit(one.id, two.token, "Changed")).status).toBe(403);
    const other = { id: "other", form: true, hosts: ["blog.example"] };
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: other });
    const answer = await sendJson({ edit: one.token, comment: "Changed" }, {}, `/f/other/comments/${one.id}`);
    expect(answer.status).toBe(403);
  });

  it("is a comment that somebody sends again word for word", async () => {
    await write();
    expect((await write()).token).toBe("none");
  });

  it("is one that came after hers was deleted, under the same id", async () => {
    const hers = await write();
    await drop(hers.id, hers.token);
    later(1_000);
    const another = await write();
    expect([another.id, another.token === "none"]).toEqual([hers.id, false]);
    expect((await edit(hers.id, hers.token, "Changed")).status).toBe(404);
    await drop(hers.id, hers.token);
    expect(await contentOf(hers.id)).toBe(remark(0).content);
  });

  it("is what she sends from elsewhere", async () => {
    const { id, token } = await write();
    expect((await edit(id, token, "Changed", { origin: "https://evil.example" })).status).toBe(403);
  });

  it("is not told while the site does not answer", async () => {
    vi.spyOn(SiteObject.prototype, "submit").mockImplementation(() => {
      throw new Error("down");
    });
    expect((await write()).token).toBe("none");
  });
});

describe("a change that is not taken", () => {
  it.each([
    ["without a text", " \n", 422, "There is no text in it."],
    ["in a field too long for a form", "x".repeat(300_000), 413, "too long"],
  ])("is one %s", async (_, comment, status, words) => {
    const { id, token } = await write();
    const answer = await edit(id, token, comment);
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringContaining(words)]);
  });

  it("gives its text back to be sent to the same place", async () => {
    const { id, token } = await write();
    vi.spyOn(env.LOGIN_RATE as RateLimit, "limit").mockResolvedValue({ success: false });
    const { status, body } = await send({ edit: token, comment: "A & B" }, {}, `/f/demo/comments/${id}`);
    expect(status).toBe(429);
    expect(body).toContain(`<form method="post" action="/f/demo/comments/${id}"`);
    expect(body).toContain(`name="edit" value="${token}"`);
    expect(body).toContain("A &amp; B");
  });

  it("says so while the site does not answer", async () => {
    const { id, token } = await write();
    vi.spyOn(SiteObject.prototype, "editOwn").mockImplementation(() => {
      throw new Error("down");
    });
    expect((await edit(id, token, "Changed")).status).toBe(503);
  });

  it("longer than is read is cut, and waits for a person", async () => {
    const { id, token } = await write();
    expect((await edit(id, token, `${remark(1).content} ${"word ".repeat(14_000)}`)).body.status).toBe(
      "waits",
    );
  });
});

describe("the first text sent once more, after it was changed", () => {
  it("is a comment of its own", async () => {
    const { id, token } = await write();
    await edit(id, token, remark(1).content);
    const again = await write();
    expect([again.id === id, again.token === "none"]).toEqual([false, false]);
    expect(await contentOf(again.id)).toBe(remark(0).content);
  });
});
