import { env, reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BatchLine } from "../../src/contract/batch.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import {
  blatant,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  plain,
  remark,
  submit,
  tell,
} from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});
afterEach(() => vi.restoreAllMocks());

const send = (body: string) => call<string>("POST", "/v1/sites/demo/comments:batch", { key: DEMO_KEY, body });
const lines = (comments: readonly unknown[]) => comments.map((one) => JSON.stringify(one)).join("\n");

/** Sends a batch, and answers what became of each line. */
async function batch(body: string): Promise<BatchLine[]> {
  const {
    status,
    headers,
    body: answer,
  } = await call<string>("POST", "/v1/sites/demo/comments:batch", {
    key: DEMO_KEY,
    body,
    headers: { "content-type": "application/x-ndjson" },
  });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/x-ndjson");
  expect(answer.endsWith("\n")).toBe(true);
  return answer
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as BatchLine);
}

const codes = (answers: readonly BatchLine[]) => answers.map(({ line, code }) => [line, code]);

describe("a batch", () => {
  it("is answered line by line as single calls are, in order, whatever became of the others", async () => {
    await submit({ id: "known", ...plain });
    const answers = await batch(
      [
        JSON.stringify({ id: "a", ...doubtful }),
        "",
        "{no JSON",
        JSON.stringify({ id: "b", author: { email: "x".repeat(321) } }),
        JSON.stringify({ id: "known", ...plain }),
        JSON.stringify({ id: "known", ...blatant }),
        JSON.stringify({ id: "c", ...blatant, unheard: 1 }),
        JSON.stringify({ id: "d", ...remark(3), test: true }),
        `${JSON.stringify({ id: "known", ...remark(4), recheckReason: "edit" })}\r`,
      ].join("\n"),
    );
    expect(codes(answers)).toEqual([
      [1, 201],
      [3, 400],
      [4, 422],
      [5, 200],
      [6, 409],
      [7, 201],
      [8, 200],
      [9, 200],
    ]);
    const [a, , b, , , c, d, edited] = answers;
    expect(a?.answer).toMatchObject({ id: "a", status: "pending", outcome: "review" });
    expect(b?.errors?.map(({ pointer }) => pointer)).toEqual(["#/content", "#/author/email"]);
    expect(c?.answer).toMatchObject({ id: "c", status: "spam", warnings: [{ pointer: "#/unheard" }] });
    expect(d?.answer?.status).toBe(null);
    expect(edited?.answer).toMatchObject({ id: "known", revision: 2 });
    const { history: _, ...told } = (await tell("a")).body;
    expect(told).toEqual(a?.answer);
    expect((await tell("d")).status).toBe(404);
  });

  it("sent again changes nothing: the same answers, and what was decided meanwhile", async () => {
    const sent = lines([remark(0), remark(1), { id: "own", ...doubtful }]);
    const first = await batch(sent);
    await decide("own", { decision: "spam" });
    const again = await batch(sent);
    expect(codes(first)).toEqual([
      [1, 201],
      [2, 201],
      [3, 201],
    ]);
    expect(codes(again)).toEqual([
      [1, 200],
      [2, 200],
      [3, 200],
    ]);
    expect(again.map(({ answer }) => [answer?.id, answer?.status])).toEqual([
      [first[0]?.answer?.id, "published"],
      [first[1]?.answer?.id, "published"],
      ["own", "spam"],
    ]);
  });

  it("may hold one comment twice, of which the second is known", async () => {
    const one = { id: "twice", ...plain };
    expect(codes(await batch(lines([one, one])))).toEqual([
      [1, 201],
      [2, 200],
    ]);
  });

  it("takes a hundred lines, of any length that a comment may have, and no more", async () => {
    const hundred = Array.from({ length: 100 }, (_, i) => ({
      id: `c${i}`,
      content: `Reader ${i} asks about line ${i}.`,
    }));
    const answers = await batch(lines(hundred));
    expect(answers.map(({ answer }) => answer?.id)).toEqual(hundred.map(({ id }) => id));
    expect((await send(lines([...hundred, { content: "one more" }]))).status).toBe(422);
    const long = { id: "long", content: "long ".repeat(60_000) };
    expect(codes(await batch(lines([long, remark(2)])))).toEqual([
      [1, 413],
      [2, 201],
    ]);
    expect((await send(`${" ".repeat(2 * 1024 * 1024)}{}`)).status).toBe(413);
    expect((await send("\n \n")).status).toBe(422);
  });

  it("counts each line for the key's rate, and takes none beyond it", async () => {
    // The demo's key has no limit: another site's has.
    const { body } = await call<{ key: string }>("POST", "/v1/sites", {
      key: "test-admin-token-of-forty-characters-000",
      body: { id: "other" },
    });
    const limit = vi.spyOn(env.KEY_RATE, "limit");
    limit.mockImplementation(async () => ({ success: limit.mock.calls.length <= 3 }));
    const other = (comments: readonly unknown[]) =>
      call("POST", "/v1/sites/other/comments:batch", { key: body.key, body: lines(comments) });
    const refused = await other([remark(0), remark(1), remark(2), { id: "last", ...remark(3) }]);
    expect([refused.status, limit.mock.calls.length]).toEqual([429, 4]);
    expect(refused.headers.get("retry-after")).toBe("30");
    limit.mockImplementation(async () => ({ success: true }));
    expect((await call("GET", "/v1/sites/other/comments/last", { key: body.key })).status).toBe(404);
  });

  it("that its object does not take is 503: sent again it is taken whole", async () => {
    const sent = lines([remark(0), remark(1)]);
    vi.spyOn(SiteObject.prototype, "submitBatch").mockRejectedValueOnce(new Error("away"));
    const failed = await send(sent);
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(codes(await batch(sent))).toEqual([
      [1, 201],
      [2, 201],
    ]);
  });

  it("needs the site's key: a signature does not cover the path", async () => {
    const headers = { "webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,AAAA" };
    const path = "/v1/sites/demo/comments:batch";
    expect((await call("POST", path, { body: lines([plain]), headers })).status).toBe(401);
    expect((await call("POST", `${path}x`, { key: DEMO_KEY, body: lines([plain]) })).status).toBe(404);
    expect((await call("POST", "/v1/sites/demo/commentsbatch", { key: DEMO_KEY, body: "{}" })).status).toBe(
      404,
    );
  });
});
