import { reset } from "cloudflare:test";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { AnswerWithHistory, Feed } from "../../src/contract/decision.ts";
import { DAY, HOUR, SECOND } from "../clock.ts";
import { signIn } from "../http/session.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  pass,
  plain,
  submit,
  tell,
} from "./blog.ts";

interface Told {
  readonly type: string;
  readonly data: {
    readonly id: string;
    readonly sequence: number;
    readonly status: string;
    content?: string;
    by: string;
  };
}

let told: Told[];
let fails: boolean;

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet", sendReplies: true });
  told = [];
  fails = false;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (request) => {
    const event = JSON.parse(await (request as Request).text()) as Told;
    if (!fails) told.push(event);
    return new Response("", { status: fails ? 500 : 200 });
  });
});

const settings = (body: object) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });
const reply = (id: string, body: object) =>
  call<AnswerWithHistory & { detail?: string; decision?: string; by?: string }>(
    "POST",
    `/v1/sites/demo/comments/${id}/reply`,
    { key: DEMO_KEY, body },
  );
const heard = () => told.map(({ type, data }) => [type, data.status, data.content]);
const answers = async (id: string) => {
  const { history } = (await tell(id)).body as unknown as AnswerWithHistory;
  return history.flatMap(({ type, content, withdrawn }) =>
    type === "comment.reply" ? [withdrawn ? `${content} (withdrawn)` : content] : [],
  );
};
const feed = async () =>
  (await call<Feed>("GET", "/v1/sites/demo/decisions", { key: DEMO_KEY })).body.events.map(
    ({ type, content }) => [type, content],
  );

describe("an answer", () => {
  it("reaches the blog once, after its grace, with who answered, and moves nothing", async () => {
    await submit({ id: "c1", ...plain });
    const given = await reply("c1", { content: "  Yes,\r\n`20` it is. ", by: "Anna" });
    expect([given.status, given.body.status, given.body.revision]).toEqual([200, "published", 1]);
    await pass(4 * SECOND);
    expect(told).toEqual([]);
    await pass(SECOND);
    await pass(DAY);
    expect(told).toEqual([
      {
        type: "comment.reply",
        timestamp: expect.any(String),
        data: expect.objectContaining({
          id: "c1",
          status: "published",
          before: "published",
          decision: null,
          by: "Anna",
          content: "Yes,\n`20` it is.",
        }),
      },
    ]);
    expect(await feed()).toEqual([["comment.reply", "Yes,\n`20` it is."]]);
  });

  it("given twice is one answer", async () => {
    await submit({ id: "c1", ...plain });
    for (const content of ["Yes.", "Yes.", " Yes.\n", "And thanks."]) await reply("c1", { content });
    await pass(5 * SECOND);
    await pass(5 * SECOND);
    expect(heard().map(([, , content]) => content)).toEqual(["Yes.", "And thanks."]);
  });

  it("to a comment that waits approves it, if that is said, and comes after that", async () => {
    await submit({ id: "c1", ...doubtful });
    expect(await reply("c1", { content: "Thanks!" })).toMatchObject({ status: 409 });
    const given = await reply("c1", { content: "Thanks!", approve: true, by: "Anna" });
    expect([given.body.status, given.body.revision]).toEqual(["published", 2]);
    for (let i = 0; i < 3; i++) await pass(5 * SECOND);
    expect(heard()).toEqual([
      ["comment.published", "published", undefined],
      ["comment.reply", "published", "Thanks!"],
    ]);
  });

  it("to what somebody else decided on meanwhile is refused, and says nothing", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "spam", by: "Bert" });
    const late = await reply("c1", { content: "Thanks!", approve: true, revision: 1 });
    expect([late.status, late.body.decision, late.body.by]).toEqual([409, "spam", "Bert"]);
    expect(await answers("c1")).toEqual([]);
    expect((await tell("c1")).body.status).toBe("spam");
  });

  it("that was not sent yet is not, once its comment is not published any more", async () => {
    await submit({ id: "c1", ...doubtful });
    await reply("c1", { content: "Thanks!", approve: true });
    await decide("c1", { decision: "undo" });
    await pass(5 * SECOND);
    await pass(DAY);
    expect(told).toEqual([]);
    expect(await answers("c1")).toEqual(["Thanks! (withdrawn)"]);
    expect((await feed()).filter(([type]) => type === "comment.reply")).toEqual([]);
    await reply("c1", { content: "Thanks!", approve: true });
    for (let i = 0; i < 3; i++) await pass(5 * SECOND);
    expect(heard().at(-1)).toEqual(["comment.reply", "published", "Thanks!"]);
  });

  it("that the blog did not take for three days is a dead letter, and goes out with whatever comes next", async () => {
    await submit({ id: "c1", ...plain });
    fails = true;
    await reply("c1", { content: "Yes." });
    for (let i = 0; i < 30; i++) await pass(6 * HOUR);
    fails = false;
    const dead = await call<{ counts: object }>("GET", "/v1/sites/demo/deliveries", { key: DEMO_KEY });
    expect(dead.body.counts).toEqual({ waiting: 0, retrying: 0, dead: 1 });
    await call("POST", "/v1/sites/demo/comments/c1/replay", { key: DEMO_KEY });
    for (let i = 0; i < 3; i++) await pass(6 * HOUR);
    expect(heard()).toEqual([
      ["comment.reply", "published", "Yes."],
      ["comment.published", "published", undefined],
    ]);
  });

  it("is refused unless the site wants it, by whatever way the blog comes", async () => {
    await submit({ id: "c1", ...plain });
    for (const patch of [{ sendReplies: false }, { sendReplies: true, mode: "log-only" }]) {
      await settings(patch);
      expect(await reply("c1", { content: "Yes." })).toMatchObject({ status: 409 });
    }
    await settings({ mode: "enforce", webhook: null });
    expect(await reply("c1", { content: "Yes." })).toMatchObject({ status: 200 });
    expect(await feed()).toEqual([["comment.reply", "Yes."]]);
    expect(await reply("c9", { content: "Yes." })).toMatchObject({ status: 404 });
  });

  it.each([
    ["nothing", {}, "#/content"],
    ["what nobody sees", { content: " \u200b\n" }, "#/content"],
    ["too much", { content: "x".repeat(10_001) }, "#/content"],
    ["what cannot be stored", { content: "a\u0000b" }, "#/content"],
    ["something else", { content: "Yes.", approve: "yes" }, "#/approve"],
  ])("that says %s is refused", async (_, body, pointer) => {
    await submit({ id: "c1", ...plain });
    const refused = await reply("c1", body);
    expect([
      refused.status,
      (refused.body as unknown as { errors: { pointer: string }[] }).errors[0]?.pointer,
    ]).toEqual([422, pointer]);
  });

  it("loses its text with its comment, be that erased or kept no longer", async () => {
    await submit({ id: "c1", ...plain, author: { name: "Ada", email: "ada@mail.example" } });
    await submit({ id: "c2", ...plain, content: `${plain.content} Really.` });
    for (const id of ["c1", "c2"]) await reply(id, { content: `Dear ${id}`, approve: true });
    const body = { email: "ada@mail.example" };
    const exported = await call<object>("POST", "/v1/sites/demo/export", { key: ADMIN_TOKEN, body });
    expect(JSON.stringify(exported.body)).toContain("Dear c1");
    await call("POST", "/v1/sites/demo/erasure", { key: ADMIN_TOKEN, body });
    const mo = await signIn();
    expect((await mo.get("/history/export?format=csv")).body).not.toContain("Dear c1");
    expect((await mo.get("/history/export?format=csv")).body).toContain("Dear c2");
    await pass(91 * DAY);
    await pass(DAY);
    expect((await mo.get("/history/export?format=csv")).body).not.toContain("Dear");
  });
});

it("whatever is decided, answered, refused and replayed, each answer is told or withdrawn", async () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("approve", "spam", "undo") },
    { weight: 4, arbitrary: fc.constantFrom("answer one", "answer two", "answer three") },
    { weight: 4, arbitrary: fc.constantFrom("wait 5000", `wait ${100 * HOUR}`) },
    { weight: 2, arbitrary: fc.constantFrom("fail", "recover", "replay") },
  );
  const sameSite = async (steps: readonly string[]) => {
    await reset();
    await demoSite({ webhook: "https://blog.example/hamlet", sendReplies: true });
    [told, fails] = [[], false];
    await submit({ id: "c1", ...doubtful });
    for (const one of steps) {
      const [what = "", how = ""] = one.split(" ");
      const { revision } = (await tell("c1")).body;
      if (what === "answer") await reply("c1", { content: how, approve: true, revision });
      else if (what === "wait") await pass(Number(how));
      else if (what === "replay") await call("POST", "/v1/sites/demo/comments/c1/replay", { key: DEMO_KEY });
      else if (what === "fail" || what === "recover") fails = what === "fail";
      else await decide("c1", { decision: what, revision });
    }
    fails = false;
    for (let i = 0; i < 3; i++) {
      for (let n = 0; n < 4; n++) await pass(6 * HOUR);
      await call("POST", "/v1/sites/demo/deliveries/replay", { key: DEMO_KEY });
    }
    const said = (await answers("c1")).filter((content) => !content?.endsWith("(withdrawn)"));
    const came = told.flatMap(({ type, data }) => (type === "comment.reply" ? [data.content] : []));
    expect([...new Set(came)].sort()).toEqual(expect.arrayContaining([...new Set(said)].sort()));
    if (told.length > 0) expect(told.at(-1)?.data.status).toBe((await tell("c1")).body.status);
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 8 }), sameSite), {
    numRuns: 8,
    endOnFailure: true,
    examples: [
      [["answer one", "fail", "wait 5000", "answer two", `wait ${100 * HOUR}`, "spam", "undo"]],
      [["answer one", "fail", "wait 5000", `wait ${100 * HOUR}`, "answer two", "recover"]],
      [
        [
          "answer one",
          "fail",
          "wait 5000",
          "answer two",
          `wait ${100 * HOUR}`,
          `wait ${100 * HOUR}`,
          "recover",
          "wait 5000",
        ],
      ],
      [["answer one", "undo", "answer one", "wait 5000", "spam", "undo"]],
    ],
  });
});
