import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DeliveriesAnswer } from "../../../src/contract/delivery.ts";
import type { SystemName } from "../../../src/contract/integration.ts";
import { SiteObject } from "../../../src/site/site-object.ts";
import { DAY, SECOND } from "../../clock.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, decide, doubtful, pass, tell } from "../../site/blog.ts";
import { cusdisToken } from "./bodies.ts";
import { CREDENTIAL, connect, ids, post } from "./requests.ts";

interface Sent {
  readonly request: string;
  readonly authorization?: string | null;
  readonly body?: unknown;
}

const { content } = doubtful;
const bad =
  "Great post! Visit my site http://cheap-casino.example.com/bonus for free casino bonus <a href='http://cheap-casino.example.com/bonus'>casino</a>";

let sent: Sent[];
let answer: () => Response;

beforeEach(async () => {
  await reset();
  sent = [];
  answer = () => new Response('{"errno": 0}');
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    const body = await request.text();
    sent.push({
      request: `${request.method} ${request.url}`,
      authorization: request.headers.get("authorization") ?? request.headers.get("api-key"),
      body: body === "" ? undefined : JSON.parse(body),
    });
    return answer();
  });
});

const patch = (integration: unknown) =>
  call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { integration } });
const deliveries = async () =>
  (await call<DeliveriesAnswer>("GET", "/v1/sites/demo/deliveries", { key: DEMO_KEY })).body;
const dead = async () => (await deliveries()).dead.map(({ failure }) => failure);

/** A comment of a system that waits, and what the system is told of a decision on it. */
async function toldOf(system: SystemName, decision: string): Promise<readonly Sent[]> {
  await decide(ids[system], { decision });
  await pass(5 * SECOND);
  return sent.splice(0);
}

/** What is told of "approve", then of "spam" after it was taken back. */
async function toldOfBoth(system: SystemName) {
  const secret = await connect(system);
  await post(system, secret, content);
  const approved = await toldOf(system, "approve");
  const undone = await toldOf(system, "undo");
  const spam = await toldOf(system, "spam");
  return { approved, undone, spam };
}

describe("a decision goes back", () => {
  it("to Discourse, which shows its posts until it is told to delete one, and can bring it back", async () => {
    const on = "https://comments.example/posts/4711";
    const secret = await connect("discourse");
    await post("discourse", secret, content);
    const spam = await toldOf("discourse", "spam");
    const undone = await toldOf("discourse", "undo");
    const approved = await toldOf("discourse", "approve");
    const key = { authorization: CREDENTIAL, body: undefined };
    expect({ spam, undone, approved }).toEqual({
      spam: [{ request: `DELETE ${on}.json`, ...key }],
      undone: [{ request: `PUT ${on}/recover.json`, ...key }],
      approved: [],
    });
  });

  it("to Waline, in the words that it has for it", async () => {
    const bearer = {
      request: "PUT https://comments.example/api/comment/31",
      authorization: `Bearer ${CREDENTIAL}`,
    };
    expect(await toldOfBoth("waline")).toEqual({
      approved: [{ ...bearer, body: { status: "approved" } }],
      undone: [{ ...bearer, body: { status: "waiting" } }],
      spam: [{ ...bearer, body: { status: "spam" } }],
    });
  });

  it("to Artalk, with what Artalk wants to hear again", async () => {
    const told = (is_pending: boolean) => ({
      request: "PUT https://comments.example/api/v2/comments/1057",
      authorization: `Bearer ${CREDENTIAL}`,
      body: {
        site_name: "My blog",
        page_key: "/loops.html",
        rid: 0,
        content,
        is_pending,
        is_collapsed: false,
        is_pinned: false,
      },
    });
    expect(await toldOfBoth("artalk")).toEqual({ approved: [told(false)], undone: [told(true)], spam: [] });
  });

  it("to Remark42, which can only delete, by its administrator's password", async () => {
    const secret = await connect("remark42");
    await post("remark42", secret, content);
    const told = [
      await toldOf("remark42", "approve"),
      await toldOf("remark42", "undo"),
      await toldOf("remark42", "spam"),
      await toldOf("remark42", "undo"),
    ];
    const [, id] = ids.remark42.split(":");
    const query = "site=remark&url=https%3A%2F%2Fblog.example%2Floops";
    const request = `DELETE https://comments.example/api/v1/admin/comment/${id}?${query}`;
    expect(told).toEqual([
      [],
      [],
      [{ request, authorization: `Basic ${btoa(`admin:${CREDENTIAL}`)}`, body: undefined }],
      [],
    ]);
    expect(await dead()).toEqual(["Remark42 deletes for good: what was deleted cannot be shown again"]);
  });

  it("to Cusdis, by the link that approves; it takes nothing back", async () => {
    answer = () => new Response("Approved!");
    const request = `GET https://comments.example/api/open/approve?token=${cusdisToken}`;
    const { approved, undone } = await toldOfBoth("cusdis");
    expect({ approved, undone }).toEqual({
      approved: [{ request, authorization: null, body: undefined }],
      undone: [],
    });
    expect(await dead()).toEqual([
      "Cusdis takes no approval back by a link: if the comment is shown, delete it on its page",
    ]);
  });

  it("to Isso, by the links that moderate this one comment", async () => {
    const secret = await connect("isso");
    await post("isso", secret, content);
    const approved = await toldOf("isso", "approve");
    await decide(ids.isso, { decision: "spam", revision: 2 });
    await pass(5 * SECOND);
    const link = (action: string) => ({
      request: `POST https://comments.example/id/7/${action}/Nw.aSgQkA.Yq0u-K3_l8c`,
      authorization: null,
      body: undefined,
    });
    expect([approved, sent]).toEqual([[link("activate")], [link("delete")]]);
  });

  it("to Coral, which told no id: the comment is looked for by story, author and text", async () => {
    const secret = await connect("coral");
    await post("coral", secret, content);
    const node = (id: string, more: object) => ({
      id,
      body: content,
      parent: null,
      author: { id: "baf4e943-3594-4fcc-b2ba-3e8de7a76352" },
      revision: { id: `${id}-r1` },
      ...more,
    });
    const nodes = [
      node("another-author", { author: { id: "somebody" } }),
      node("an-answer", { parent: { id: "c0" } }),
      node("another-text", { body: "no" }),
      node("c1", {}),
    ];
    answer = () =>
      new Response(
        JSON.stringify(
          sent.length % 2 === 1
            ? { data: { comments: { nodes } } }
            : { data: { rejectComment: { comment: { status: "REJECTED" } } } },
        ),
      );
    const told = await toldOf("coral", "spam");
    const variables = told.map(({ body }) => (body as { variables: object }).variables);
    expect(told.map(({ request, authorization }) => [request, authorization])).toEqual(
      Array(2).fill(["POST https://comments.example/api/graphql", `Bearer ${CREDENTIAL}`]),
    );
    expect(variables).toEqual([
      { story: "245b3856-b0a0-4d2f-a6bb-58c71f18d6a6", first: 50 },
      { input: { commentID: "c1", commentRevisionID: "c1-r1", clientMutationId: "hamlet" } },
    ]);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 0 });
  });

  it("to Coral again later, if Coral does not show the comment yet", async () => {
    const secret = await connect("coral");
    await post("coral", secret, content);
    answer = () => new Response(JSON.stringify({ data: { comments: { nodes: [] } } }));
    await toldOf("coral", "spam");
    expect((await deliveries()).underway.map(({ failure }) => failure)).toEqual([
      "Coral does not show the comment among its newest",
    ]);
  });

  it("to the blog's webhook, where the system can be told nothing", async () => {
    const secret = await connect("webmention", { webhook: "https://blog.example/hamlet" });
    await post("webmention", secret, content);
    const [told] = await toldOf("webmention", "approve");
    expect(told).toMatchObject({
      request: "POST https://blog.example/hamlet",
      body: { type: "comment.published", data: { id: ids.webmention, status: "published" } },
    });
  });
});

describe("a system that does not read the answer", () => {
  it("is told the verdict, at once", async () => {
    const secret = await connect("discourse");
    await post("discourse", secret, bad);
    await pass(0);
    expect(sent.map(({ request }) => request)).toEqual(["DELETE https://comments.example/posts/4711.json"]);
  });

  it("is told nothing where it has the comment as it should be", async () => {
    const secret = await connect("cusdis");
    await post("cusdis", secret, bad);
    await pass(DAY);
    expect([sent, (await deliveries()).counts]).toEqual([[], { waiting: 0, retrying: 0, dead: 0 }]);
  });

  it("is told nothing by a site that only watches", async () => {
    const secret = await connect("discourse", { mode: "log-only" });
    await post("discourse", secret, bad);
    await pass(DAY);
    expect(sent).toEqual([]);
  });
});

describe("while the site object cannot be reached", () => {
  const down = () => vi.spyOn(SiteObject.prototype, "submit").mockReturnValue(new Promise(() => {}) as never);

  it("a comment waits in the inbox, and its system is told what became of it", async () => {
    const secret = await connect("discourse");
    const failing = down();
    expect((await post("discourse", secret, bad)).body).toMatchObject({ status: "pending" });
    failing.mockRestore();
    await post("discourse", secret, content, { body: { post: { id: 4712, raw: content, post_number: 3 } } });
    await vi.waitFor(async () => expect((await tell(ids.discourse)).status).toBe(200), { timeout: 30_000 });
    await pass(5 * SECOND);
    expect(sent.map(({ request }) => request)).toEqual(["DELETE https://comments.example/posts/4711.json"]);
  });

  it("and nothing can be stored, Coral withholds, and others are asked to come again", async () => {
    const secret = await connect("coral");
    const failing = down();
    const put = vi.spyOn(env.QUEUE, "put").mockRejectedValue(new Error("KV is down"));
    const withheld = await post("coral", secret, content);
    await patch({ system: "discourse" });
    const receiver = await call<{ secret: string }>("POST", "/v1/sites/demo/receiver", { key: ADMIN_TOKEN });
    const refused = await post("discourse", receiver.body.secret, content);
    failing.mockRestore();
    put.mockRestore();
    expect([withheld.status, withheld.body]).toEqual([200, { status: "SYSTEM_WITHHELD", actions: [] }]);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "30"]);
  });
});

describe("what may not have arrived", () => {
  it("is told again, and taken back though nobody knows that it arrived", async () => {
    const secret = await connect("discourse");
    await post("discourse", secret, content);
    answer = () => new Response("busy", { status: 503 });
    await decide(ids.discourse, { decision: "spam" });
    await pass(5 * SECOND);
    await decide(ids.discourse, { decision: "undo" });
    answer = () => new Response("{}");
    for (let day = 0; day < 3; day++) await pass(DAY);
    expect(sent.map(({ request }) => request)).toEqual([
      "DELETE https://comments.example/posts/4711.json",
      "PUT https://comments.example/posts/4711/recover.json",
    ]);
    expect((await deliveries()).counts).toEqual({ waiting: 0, retrying: 0, dead: 0 });
  });

  it("does not stand in the log with the secret that it tells again", async () => {
    const secret = await connect("cusdis");
    await post("cusdis", secret, content);
    const location = `https://comments.example/open?token=${cusdisToken}`;
    answer = () => new Response(null, { status: 308, headers: { location } });
    await toldOf("cusdis", "approve");
    expect((await deliveries()).underway.map(({ failure }) => failure)).toEqual([
      "status 308 it redirects to /open?token=…",
    ]);
  });

  it("waits for the credential, and goes when the owner has entered it", async () => {
    const secret = await connect("discourse");
    await patch({ system: "discourse", endpoint: "https://comments.example" });
    await post("discourse", secret, content);
    await decide(ids.discourse, { decision: "spam" });
    await pass(5 * SECOND);
    expect((await deliveries()).underway.map(({ failure }) => failure)).toEqual([
      "Discourse: the credential for its API is missing",
    ]);
    await patch({ system: "discourse", endpoint: "https://comments.example", credential: CREDENTIAL });
    await pass(SECOND);
    expect(sent.map(({ authorization }) => authorization)).toEqual([CREDENTIAL]);
  });

  it("is told again if somebody asks for it, though the system took it before", async () => {
    const secret = await connect("discourse");
    await post("discourse", secret, content);
    await toldOf("discourse", "spam");
    await call("POST", `/v1/sites/demo/comments/${ids.discourse}/replay`, { key: DEMO_KEY });
    await pass(SECOND);
    expect(sent.map(({ request }) => request)).toEqual(["DELETE https://comments.example/posts/4711.json"]);
  });

  it("is given up with the reason when the site is connected to another system", async () => {
    const secret = await connect("discourse");
    await post("discourse", secret, content);
    await decide(ids.discourse, { decision: "spam" });
    await patch({ system: "waline", endpoint: "https://comments.example" });
    await pass(5 * SECOND);
    expect([sent, await dead()]).toEqual([
      [],
      ["the site is not connected any more to where the comment came from"],
    ]);
  });
});
