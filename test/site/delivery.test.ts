import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DeliveriesAnswer } from "../../src/contract/delivery.ts";
import { exchange } from "../../src/site/delivery/attempts.ts";
import { DAY, later, SECOND } from "../clock.ts";
import { signIn } from "../http/session.ts";
import {
  ADMIN_TOKEN,
  call,
  DEMO_KEY,
  decide,
  demoSite,
  doubtful,
  pass,
  siteObject,
  submit,
  tell,
  theRecord,
} from "./blog.ts";
import { insideOf } from "./inside.ts";

interface Delivered {
  readonly type: string;
  readonly data: {
    readonly id: string;
    readonly status: string;
    readonly sequence: number;
    readonly by: string;
    readonly key?: number;
  };
}

/** What the blog got, each verified with the delivery secret by the library alone. */
let inbox: Delivered[];
let answer: (body: Delivered) => Response;
let secret: string;

const rotate = async () =>
  (await call<{ deliverySecret: string }>("POST", "/v1/sites/demo/keys", { key: ADMIN_TOKEN })).body
    .deliverySecret;

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet" });
  secret = await rotate();
  inbox = [];
  answer = () => new Response("ok");
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    const headers = Object.fromEntries(request.headers);
    const body = new Webhook(secret).verify(await request.text(), headers) as Delivered;
    inbox.push(body);
    return answer(body);
  });
});

const told = () => inbox.map(({ type, data }) => [type, data.id, data.status]);
const deliveries = async () =>
  (await call<DeliveriesAnswer>("GET", "/v1/sites/demo/deliveries", { key: DEMO_KEY })).body;
const replay = (path: string) => call("POST", `/v1/sites/demo/${path}/replay`, { key: DEMO_KEY });
const no =
  (status: number, headers = {}) =>
  () =>
    new Response("no", { status, headers });

const webhook = (address: string | null) =>
  call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { webhook: address } });

/** What is due becomes a dead letter: for a while there is nowhere to send it to. */
async function lose(): Promise<void> {
  await webhook(null);
  await pass(5 * SECOND);
  await webhook("https://blog.example/hamlet");
}

describe("a decision", () => {
  it("reaches the blog, signed, with the comment's present status, once, after its grace", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    await pass(4 * SECOND);
    expect(told()).toEqual([]);
    await pass(SECOND);
    await pass(DAY);
    expect(told()).toEqual([["comment.published", "c1", "published"]]);
  });

  it("by a key for somebody tells the key beside her name, and by herself her name alone", async () => {
    for (const id of ["c1", "c2", "c3"]) await submit({ id, ...doubtful });
    const anna = await signIn("Anna");
    await decide("c1", { decision: "spam", by: "Anna" });
    await anna.post("/queue/decide", { site: "demo", id: "c2", revision: "1", decision: "spam" });
    await decide("c3", { decision: "spam" });
    await pass(5 * SECOND);
    const doers = inbox.map(({ data: { id, by, key } }) => [id, by, key]).sort();
    expect(doers).toEqual([
      ["c1", "Anna", 1],
      ["c2", "Anna", undefined],
      ["c3", "blog", 1],
    ]);
  });

  it("undone within its grace is never sent", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    await decide("c1", { decision: "undo" });
    await pass(5 * SECOND);
    expect(told()).toEqual([]);
  });

  it("undone after it was sent is taken back, in order", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "spam" });
    await pass(5 * SECOND);
    await decide("c1", { decision: "undo" });
    await pass(5 * SECOND);
    expect(told()).toEqual([
      ["comment.spam", "c1", "spam"],
      ["comment.reverted", "c1", "pending"],
    ]);
  });

  it("that the blog does not take is sent again, and the later ones of the comment wait for it", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    answer = no(500);
    await pass(5 * SECOND);
    await decide("c1", { decision: "spam", revision: 2 });
    answer = () => new Response("ok");
    await pass(DAY);
    await pass(DAY);
    expect(told()).toEqual([
      ["comment.published", "c1", "published"],
      ["comment.published", "c1", "spam"],
      ["comment.spam", "c1", "spam"],
    ]);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 0 });
  });

  it("that may have arrived is taken back by an event, as the blog may have seen the status", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    answer = no(500);
    await pass(5 * SECOND);
    await decide("c1", { decision: "spam", revision: 2 });
    await pass(15 * SECOND);
    await decide("c1", { decision: "undo" });
    answer = () => new Response("ok");
    for (let i = 0; i < 3; i++) await pass(DAY);
    expect(told().at(-1)).toEqual(["comment.reverted", "c1", "published"]);
  });

  it("is never told for a verdict that the answer held already", async () => {
    await submit({
      id: "c1",
      content: "I wonder about `i < 20` in the second loop, did you mean ten? It prints twice here.",
    });
    await pass(DAY);
    expect(told()).toEqual([]);
  });

  it("can be verified with the newest two secrets, not tampered with, not late", async () => {
    const secrets = [secret];
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    const sent: { body: string; headers: Record<string, string> }[] = [];
    vi.mocked(fetch).mockImplementation(async (given) => {
      const request = given as Request;
      sent.push({ body: await request.text(), headers: Object.fromEntries(request.headers) });
      return new Response("no", { status: 500 });
    });
    for (let i = 0; i < 2; i++) {
      secrets.push(await rotate());
      await pass(30 * SECOND);
    }
    const verdicts = ({ body, headers }: (typeof sent)[number], end = "") => {
      return secrets.map((one) => {
        try {
          return new Webhook(one).verify(body + end, headers) !== undefined;
        } catch (failure) {
          return (failure as Error).message;
        }
      });
    };
    const [first, second] = sent as [(typeof sent)[number], (typeof sent)[number]];
    const [none, old] = ["No matching signature found", "Message timestamp too old"];
    expect(verdicts(second)).toEqual([none, true, true]);
    expect(verdicts(second, " ")).toEqual([none, none, none]);
    later(269 * SECOND);
    expect(verdicts(first)).toEqual([true, true, none]);
    later(2 * SECOND);
    expect(verdicts(first)).toEqual([old, old, old]);
  });
});

describe("more decisions than go out at once", () => {
  it("reach the blog a load each second, and not each five", async () => {
    const ids = Array.from({ length: 50 }, (_, i) => `c${i}`);
    for (const id of ids) await submit({ id, ...doubtful, author: { name: `Kim ${id}` } });
    for (const id of ids) await decide(id, { decision: "discard" });
    const rings: (readonly [told: number, secondsToNext: number])[] = [];
    const alarm = () => insideOf("demo")((_, storage) => storage.getAlarm());
    for (const wait of [5, 1, 1]) {
      await pass(wait * SECOND);
      const next = ((await alarm()) ?? Number.POSITIVE_INFINITY) - Date.now();
      rings.push([inbox.length, Math.min(5, Math.ceil(next / SECOND))]);
    }
    expect(rings).toEqual([
      [20, 1],
      [40, 1],
      [50, 5],
    ]);
  });
});

describe("an endpoint that fails", () => {
  const decideAll = async (ids: readonly string[]) => {
    for (const id of ids) await submit({ id, ...doubtful });
    for (const id of ids) await decide(id, { decision: "discard" });
  };
  const ids = ["c1", "c2", "c3", "c4", "c5", "c6"];

  it("is tried with one event at a time, and gets all of them when it is back", async () => {
    await decideAll(ids);
    answer = no(503);
    await pass(5 * SECOND);
    expect(inbox).toHaveLength(4);
    await pass(SECOND);
    expect(inbox).toHaveLength(4);
    await pass(20 * SECOND);
    await pass(5 * SECOND);
    expect(inbox).toHaveLength(5);
    expect(await deliveries()).toMatchObject({
      counts: { waiting: 1, retrying: 5, dead: 0 },
      failing: [{ endpoint: "webhook", reason: "status 503 no" }],
    });
    answer = () => new Response("ok");
    inbox = [];
    await pass(60 * SECOND);
    expect(inbox).toHaveLength(1);
    await pass(5 * SECOND);
    expect(
      told()
        .map(([, id]) => id)
        .sort(),
    ).toEqual(ids);
    expect(await deliveries()).toMatchObject({ counts: { waiting: 0, retrying: 0, dead: 0 }, failing: [] });
  });

  it("only for one comment keeps no other back", async () => {
    answer = ({ data }) => new Response("", { status: data.id === "c1" ? 500 : 200 });
    await decideAll(["c1"]);
    for (let i = 0; i < 6; i++) await pass(60 * SECOND);
    inbox = [];
    await decideAll(ids.slice(1));
    await pass(5 * SECOND);
    expect(
      told()
        .map(([, id]) => id)
        .sort(),
    ).toEqual(ids.slice(1));
  });

  it.each([
    ["in seconds", () => "3600"],
    ["by a time", () => new Date(Date.now() + 5 * SECOND + 3_600 * SECOND).toUTCString()],
  ])("is asked again no sooner than it said %s", async (_, pause) => {
    answer = no(429, { "retry-after": pause() });
    await decideAll(["c1"]);
    await pass(5 * SECOND);
    await pass(3599 * SECOND);
    expect(inbox).toHaveLength(1);
    await pass(SECOND);
    expect(inbox).toHaveLength(2);
  });

  it("for three days has its events given up, which can be replayed with the state they have then", async () => {
    answer = no(500);
    await decideAll(ids);
    for (let hour = 0; hour < 80; hour++) await pass(DAY / 24);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 6 });
    answer = () => new Response("ok");
    inbox = [];
    await decide("c1", { decision: "approve", revision: 2 });
    expect((await replay("deliveries")).body).toEqual({ replayed: 5, left: 0 });
    for (let i = 0; i < 3; i++) await pass(15 * 60 * SECOND);
    expect(told().sort((a, b) => (`${a[1]}` < `${b[1]}` ? -1 : 1))).toEqual(
      ids.map((id) =>
        id === "c1" ? ["comment.published", id, "published"] : ["comment.discarded", id, "discarded"],
      ),
    );
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 0 });
  });

  it("and says that the comment is gone is not asked again, and nobody has to look after it", async () => {
    answer = no(410);
    await decideAll(["c1"]);
    await pass(5 * SECOND);
    await pass(4 * DAY);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 0 });
    expect((await tell("c1")).body).toMatchObject({
      status: "discarded",
      history: [{ decision: "discard" }, { type: "comment.gone", decision: null, by: "blog" }],
    });
  });

  it("and says so of what waits again takes it out of the queue", async () => {
    await decideAll(["c1"]);
    await pass(5 * SECOND);
    answer = no(410);
    await decide("c1", { decision: "undo" });
    await pass(5 * SECOND);
    await pass(5 * SECOND);
    const { keys } = await env.QUEUE.list({ prefix: "pending/" });
    expect([(await tell("c1")).body.status, keys]).toEqual(["discarded", []]);
  });

  it("has a decision told that follows a dead letter, even one undone at once", async () => {
    await decideAll(["c1"]);
    await lose();
    answer = () => new Response("ok");
    inbox = [];
    await decide("c1", { decision: "spam", revision: 2 });
    await decide("c1", { decision: "undo" });
    for (let i = 0; i < 3; i++) await pass(5 * SECOND);
    expect(told().at(-1)).toEqual(["comment.reverted", "c1", "discarded"]);
  });

  it("redirects, and is not followed", async () => {
    answer = no(302, { location: "https://blog.example/elsewhere" });
    await decideAll(["c1"]);
    await pass(5 * SECOND);
    expect(vi.mocked(fetch).mock.calls.map(([request]) => (request as Request).redirect)).toEqual(["manual"]);
    expect((await deliveries()).underway).toMatchObject([
      { failure: "status 302 it redirects to /elsewhere: use that address" },
    ]);
  });

  it("is tried at once when its address changes", async () => {
    answer = no(500);
    await decideAll(["c1"]);
    await pass(5 * SECOND);
    answer = () => new Response("ok");
    await call("PATCH", "/v1/sites/demo", {
      key: ADMIN_TOKEN,
      body: { webhook: "https://blog.example/new" },
    });
    await pass(0);
    expect(vi.mocked(fetch).mock.calls.map(([request]) => (request as Request).url)).toEqual([
      "https://blog.example/hamlet",
      "https://blog.example/new",
    ]);
  });
});

describe("a replay", () => {
  it("sends where the comment is as a new event, at once, and stands in its history", async () => {
    await submit({ id: "c1", ...doubtful });
    expect((await replay("comments/c1")).status).toBe(202);
    await replay("comments/c1");
    await pass(0);
    await decide("c1", { decision: "approve" });
    await pass(5 * SECOND);
    await replay("comments/c1");
    await pass(0);
    expect(told()).toEqual([
      ["comment.held", "c1", "pending"],
      ["comment.published", "c1", "published"],
      ["comment.published", "c1", "published"],
    ]);
    const sequences = inbox.map(({ data }) => data.sequence);
    expect(new Set(sequences).size).toBe(3);
    const { history } = (await tell("c1")).body as unknown as { history: { sequence: number; by: string }[] };
    expect(history.map(({ sequence }) => sequence)).toEqual(sequences);
  });

  it("of nothing, or to nowhere, is refused", async () => {
    expect((await replay("comments/none")).status).toBe(404);
    await submit({ id: "c1", ...doubtful });
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { webhook: null } });
    expect((await replay("comments/c1")).status).toBe(409);
    expect((await replay("deliveries")).status).toBe(409);
  });
});

describe("the log of attempts", () => {
  it("tells of the last ten when, what came back and how long it took, and goes with the comment", async () => {
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    answer = () => new Response(`no\u0000 ${"é".repeat(400)}`, { status: 500 });
    const began = Date.now();
    for (let i = 0; i < 12; i++) await pass(DAY / 5);
    answer = () => new Response("thanks");
    await replay("comments/c1");
    for (let i = 0; i < 3; i++) await pass(10 * SECOND);
    const { attempts } = await siteObject()
      .detail("c1", await theRecord())
      .then((detail) => detail ?? { attempts: [] });
    expect(attempts).toHaveLength(10);
    const [first, last] = [attempts.at(0), attempts.at(-1)];
    expect(first).toMatchObject({ status: 500, delivered: false, ms: 0 });
    expect(new TextEncoder().encode(first?.answer).length).toBeLessThanOrEqual(300);
    expect(first?.answer).toMatch(/^no é+$/);
    expect(last).toMatchObject({ status: 200, answer: "thanks", delivered: true });
    expect(last?.at).toBeGreaterThan(began);
  });
});

describe("the page of deliveries", () => {
  it("tells what waits, fails and is dead, sends it again, and tries the webhook out", async () => {
    const moderator = await signIn();
    const page = async () => (await moderator.get("/sites/demo/deliveries")).body.replace(/<[^>]*>/g, " ");
    for (const id of ["c1", "c2"]) await submit({ id, ...doubtful });
    await decide("c1", { decision: "approve" });
    await lose();
    answer = no(410);
    await decide("c2", { decision: "spam" });
    expect(await page()).toMatch(/Given up\s+1\b.*c1.*no webhook any more.*On their way\s+1\b.*c2/s);
    const tested = await moderator.post("/sites/demo/deliveries/test");
    expect(tested.body.replace(/<[^>]*>/g, " ")).toContain(
      "The test event was not taken: status 410, 0 ms, no",
    );
    answer = () => new Response("<b>thanks</b>");
    const again = await moderator.post("/sites/demo/deliveries/test");
    expect(again.body).toContain("status 200, 0 ms, &lt;b&gt;thanks&lt;/b&gt;");
    inbox = [];
    const sent = await moderator.post("/sites/demo/deliveries/replay", { id: "c1", back: "/queue/demo/c1" });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/queue/demo/c1"]);
    await pass(5 * SECOND);
    expect(told()).toEqual([
      ["comment.published", "c1", "published"],
      ["comment.spam", "c2", "spam"],
    ]);
    const comment = (await moderator.get("/queue/demo/c1")).body.replace(/<[^>]*>/g, " ");
    expect(comment).toMatch(/not taken:\s+no answer.*delivered:\s+status 200/s);
    expect((await moderator.get("/sites/none/deliveries")).status).toBe(404);
  });
});

describe("an answer without end", () => {
  it("is read for 300 bytes and no more", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode("y".repeat(100)));
      },
    });
    const reply = await exchange(
      async () => new Response(endless),
      new Request("https://blog.example"),
      Date.now,
    );
    expect(reply).toEqual({ status: 200, answer: "y".repeat(300), ms: 0 });
    expect(pulled).toBeLessThan(10);
  });

  it("or without a beginning is given up after ten seconds", async () => {
    vi.useFakeTimers();
    const silent = new ReadableStream({ pull: () => new Promise(() => {}) });
    const waiting = exchange(async () => new Response(silent), new Request("https://blog.example"), Date.now);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await waiting).toEqual({ answer: "no answer within 10000 ms", ms: 10_000 });
  });
});

describe("a webhook's address", () => {
  it("that is not one of the site's is refused by name", async () => {
    const body = { webhook: "https://evil.example/x" };
    const reply = await call<{ errors: unknown }>("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });
    const detail = "its host evil.example is not among the site's hosts";
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ pointer: "#/webhook", detail }] } });
  });
});
