import { reset } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SiteObject } from "../../src/site/site-object.ts";
import {
  ADMIN_TOKEN,
  blatant,
  call,
  DEMO_KEY,
  demoSite,
  doubtful,
  plain,
  submit,
  tell,
} from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

afterEach(() => vi.restoreAllMocks());

describe("the site's settings", () => {
  it("go along with the first comment after each change alone, and with one whose object does not know them", async () => {
    const whole = vi.spyOn(SiteObject.prototype, "submit");
    const brief = vi.spyOn(SiteObject.prototype, "submitBriefly");
    const made: unknown[] = [];
    const take = async (id: string) => {
      made.push([(await submit({ id, ...plain, content: `${plain.content} ${id}` })).status]);
      made.push([brief.mock.calls.length, whole.mock.calls.length]);
    };
    await take("c1");
    await take("c2");
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { name: "Another name" } });
    await take("c3");
    brief.mockReturnValueOnce(undefined);
    await take("c4");
    expect(made).toEqual([[201], [0, 1], [201], [1, 2], [201], [1, 3], [201], [2, 4]]);
    const { record } = brief.mock.calls[0]?.[1] ?? {};
    expect(record).toEqual({ id: "demo", version: expect.any(Number), createdAt: expect.any(Number) });
  });
});

describe("a submission", () => {
  it("is answered with status, outcome and reasons that add up to the score", async () => {
    const { status, body } = await submit({ id: "c1", ...doubtful });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: "c1",
      revision: 1,
      status: "pending",
      outcome: "review",
      blatant: false,
    });
    const sum = body.hits.reduce((total, hit) => total + hit.points, 0);
    expect(sum).toBeCloseTo(body.score, 6);
    expect(body.probability).toBeCloseTo(1 / (1 + Math.exp(-body.score)), 9);
    expect(body.hits.map((hit) => hit.signal)).toContain("baseline");
    expect(body.notRun).toContainEqual({ signal: "honeypot", reason: "no honeypot field sent" });
  });

  it("is published when nothing speaks against it, and rejected when all does", async () => {
    expect((await submit({ id: "good", ...plain })).body).toMatchObject({
      status: "published",
      outcome: "publish",
    });
    expect((await submit({ id: "bad", ...blatant })).body).toMatchObject({
      status: "spam",
      outcome: "reject",
      blatant: true,
    });
  });

  it("repeated with the same id and content gets the first verdict again", async () => {
    const first = await submit({ id: "c1", ...doubtful });
    const again = await submit({ id: "c1", ...doubtful });
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
  });

  it("with a known id and other content is a conflict that changes nothing", async () => {
    const first = await submit({ id: "c1", ...doubtful });
    const other = await submit({ id: "c1", content: "something else" });
    expect(other.status).toBe(409);
    expect(other.headers.get("content-type")).toBe("application/problem+json");
    expect((await tell("c1")).body).toEqual({ ...first.body, history: [] });
  });

  it("with a known id and a recheckReason is a new revision", async () => {
    await submit({ id: "c1", ...doubtful });
    const edited = await submit({ id: "c1", ...plain, recheckReason: "edit" });
    expect(edited.status).toBe(200);
    expect(edited.body).toMatchObject({ revision: 2, status: "published", outcome: "publish" });
  });

  it("without an id is the same submission when repeated", async () => {
    const first = await submit(doubtful);
    const again = await submit(doubtful);
    expect(first.status).toBe(201);
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(first.body.id);
    expect((await submit({ ...doubtful, author: { name: "Jo" } })).body.id).not.toBe(first.body.id);
  });

  it("that is a test is judged, not stored, and does not reserve its id", async () => {
    const test = await submit({ id: "c1", ...blatant, test: true });
    expect(test).toMatchObject({ status: 200, body: { status: null, outcome: "reject" } });
    expect((await tell("c1")).status).toBe(404);
    expect((await submit({ id: "c1", ...plain })).status).toBe(201);
  });

  it("may hold HTML, lone surrogates, NUL and the longest content", async () => {
    const content = `<script>alert(1)</script>\u0000\ud800${"x".repeat(60_000)}`;
    const { status, body } = await submit({ id: "c1", content });
    expect(status).toBe(201);
    expect(Number.isFinite(body.score)).toBe(true);
    expect((await submit({ id: "c1", content })).status).toBe(200);
  });
});

describe("bad input", () => {
  const errors = async (body: unknown) => {
    const reply = await call<{ errors: { pointer: string }[] }>("POST", "/v1/sites/demo/comments", {
      key: DEMO_KEY,
      body,
    });
    return { status: reply.status, pointers: reply.body.errors?.map((error) => error.pointer) };
  };

  it.each([
    ["no content", {}, ["#/content"]],
    ["an ill-formed id", { id: "a b", content: "x" }, ["#/id"]],
    ["an id that an address swallows", { id: ".", content: "x" }, ["#/id"]],
    ["one that goes up in an address", { id: "..", content: "x" }, ["#/id"]],
    [
      "an ill-formed address and time",
      { content: "x", author: { ip: "1.2.3" }, submittedAt: "yesterday" },
      ["#/author/ip", "#/submittedAt"],
    ],
    [
      "a mail address that is too long",
      { content: "x", author: { email: "a".repeat(321) } },
      ["#/author/email"],
    ],
    ["a list", [], ["#"]],
  ])("names the field: %s", async (_, body, pointers) => {
    expect(await errors(body)).toEqual({ status: 422, pointers });
  });

  it("takes ids of more dots, and with dots at their ends", async () => {
    for (const id of ["...", ".a", "a.", "..a"]) {
      expect((await submit({ id, ...plain, content: `${plain.content} ${id}` })).status).toBe(201);
      expect((await tell(id)).body.id).toBe(id);
    }
  });

  it("that is not JSON is 400, not declared as JSON 415, too large 413", async () => {
    const post = (body: string, type = "application/json") =>
      call("POST", "/v1/sites/demo/comments", { key: DEMO_KEY, body, headers: { "content-type": type } });
    expect((await post("{")).status).toBe(400);
    expect((await post("{}", "text/plain")).status).toBe(415);
    expect((await post(JSON.stringify({ content: "x".repeat(300_000) }))).status).toBe(413);
  });

  it("forgets what it does not know, and names it", async () => {
    const { status, body } = await submit({
      id: "c1",
      ...plain,
      author: { name: "Ada", "a/b": "s" },
      x: [1],
    });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        warnings: [
          { pointer: "#/author/a~1b", detail: "not known: ignored" },
          { pointer: "#/x", detail: "not known: ignored" },
        ],
      },
    });
  });
});

describe("a caller", () => {
  it.each([
    ["no key", undefined, 401],
    ["an ill-formed key", "x", 401],
    ["an unknown key", "aaaaaaaaaaaa", 401],
  ])("with %s is turned away", async (_, key, status) => {
    const reply = await call("POST", "/v1/sites/demo/comments", {
      ...(key && { key }),
      body: { id: "c1", ...plain },
    });
    expect(reply.status).toBe(status);
    expect((await tell("c1")).status).toBe(404);
  });

  it("with another site's key is forbidden, and an unknown site is no different from a wrong key", async () => {
    expect((await call("GET", "/v1/sites/other/comments/c1", { key: DEMO_KEY })).status).toBe(403);
    expect((await call("GET", "/v1/sites/other/comments/c1", { key: "aaaaaaaaaaaa" })).status).toBe(401);
  });
});
