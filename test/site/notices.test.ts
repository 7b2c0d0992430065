import { reset } from "cloudflare:test";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HOUR, later, MIDNIGHT } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, doubtful, pass, plain, submit, tell } from "./blog.ts";

const SLACK = "https://hooks.slack.com/services/T0/B0/secretsecret";
const MINUTE = 60_000;
const HAMLET = "https://hamlet.example";

let sent: { url: string; body: Record<string, unknown>; headers: Record<string, string>; raw: string }[];
let answer: () => Response;

beforeEach(async () => {
  vi.setSystemTime(MIDNIGHT);
  await reset();
  await demoSite();
  sent = [];
  answer = () => new Response("ok");
  vi.spyOn(globalThis, "fetch").mockImplementation(async (given) => {
    const request = given as Request;
    const raw = await request.text();
    sent.push({ url: request.url, body: JSON.parse(raw), headers: Object.fromEntries(request.headers), raw });
    return answer();
  });
});

const set = (notify: unknown) =>
  call<{ notify: { url: string }; errors: unknown }>("PATCH", "/v1/sites/demo", {
    key: ADMIN_TOKEN,
    body: { notify },
  });
const text = (i: number) => String(sent[i]?.body.text);
/** Lets hours pass one by one; answers how many messages went out in each. */
const hours = async (n: number) => {
  const counts = [];
  for (let i = 0; i < n; i++) {
    const before = sent.length;
    await pass(HOUR);
    counts.push(sent.length - before);
  }
  return counts;
};

describe("a message", () => {
  it("comes once a day while something waits, at the hour set, without texts; and never of spam", async () => {
    await set({ kind: "slack", url: SLACK, hour: 7 });
    await submit({ id: "spam", ...blatant });
    await submit({ id: "good", ...plain });
    expect((await hours(30)).some((n) => n > 0)).toBe(false);
    await submit({ id: "c1", ...doubtful });
    const day = await hours(24);
    expect(day.filter((n) => n > 0)).toEqual([1]);
    expect(text(0)).toBe(`Demo: 1 comment waits for you.\n${HAMLET}/queue?site=demo`);
    await submit({ id: "c2", ...doubtful });
    await hours(24);
    expect(text(1)).toBe(`Demo: 2 comments wait for you (1 new).\n${HAMLET}/queue?site=demo`);
    for (const id of ["c1", "c2"]) await decide(id, { decision: "spam" });
    await hours(48);
    expect(sent).toHaveLength(2);
  });

  it("comes at most once an hour, and only of new ones", async () => {
    await set({ kind: "slack", url: SLACK, when: "hourly" });
    await submit({ id: "c1", ...doubtful });
    expect(await hours(3)).toEqual([1, 0, 0]);
    await submit({ id: "c2", ...doubtful });
    expect(await hours(2)).toEqual([1, 0]);
  });

  it("at once comes in seconds, then at most every five minutes, with what came in between", async () => {
    await set({ kind: "slack", url: SLACK, when: "at-once" });
    await submit({ id: "c1", ...doubtful });
    await pass(20_000);
    expect(sent).toHaveLength(1);
    for (const id of ["c2", "c3", "c4"]) {
      await submit({ id, ...doubtful });
      await pass(MINUTE);
    }
    expect(sent).toHaveLength(1);
    await pass(2 * MINUTE);
    expect(text(1)).toContain("4 comments wait for you (3 new).");
    await pass(HOUR);
    expect(sent).toHaveLength(2);
  });

  it("that is not taken is tried again, a few times, and says why without its secret", async () => {
    await set({ kind: "slack", url: SLACK, when: "at-once" });
    answer = () => new Response(`no such hook ${SLACK}`, { status: 404 });
    await submit({ id: "c1", ...doubtful });
    for (let i = 0; i < 12; i++) await pass(4 * MINUTE);
    expect(sent.length).toBeGreaterThanOrEqual(5);
    expect(sent.length).toBeLessThanOrEqual(10);
    const { body } = await (await signIn()).get("/sites/demo/notices");
    expect(body).toContain("The last attempt failed: 404 no such hook …");
    expect(body).not.toContain("secretsecret");
    answer = () => new Response("ok");
    await pass(HOUR);
    expect((await (await signIn()).get("/sites/demo/notices")).body).not.toContain("failed");
  });

  it("holds texts only when the owner wants it, with each service's markup made harmless", async () => {
    const content =
      "<!channel> @everyone *hi* [x](http://evil.example) `a` http://some-blog.example.net/page thanks for sharing";
    const comment = { content, author: { name: "<@U1> |_x_" } };
    const kinds = {
      slack: SLACK,
      discord: "https://discord.com/api/webhooks/1/token",
      telegram: "https://api.telegram.org/bot1:token/sendMessage?chat_id=5",
    };
    const said: Record<string, unknown> = {};
    for (const [kind, url] of Object.entries(kinds)) {
      await set({ kind, url, when: "at-once", text: true });
      await submit({ id: kind, ...comment, content: `${kind} ${content}` });
      await pass(10 * MINUTE);
      said[kind] = sent.at(-1)?.body;
    }
    const link = (id: string) => `${HAMLET}/queue/demo/${id}`;
    expect(said.slack).toEqual({
      text: expect.stringContaining(
        `&lt;@ U1&gt; |_x_: slack &lt;!channel&gt; @ everyone *hi* [x](http: //evil[.]example) \`a\` http: //some-blog[.]example[.]net/page thanks for sharing\n${link("slack")}`,
      ),
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(said.discord).toEqual({
      content: expect.stringContaining(
        `\\<\\@ U1\\> \\|\\_x\\_: discord \\<!channel\\> \\@ everyone \\*hi\\* \\[x\\]\\(http\\: //evil\\[.\\]example\\) \\\`a\\\``,
      ),
      allowed_mentions: { parse: [] },
      flags: 4,
    });
    expect(said.telegram).toEqual({
      text: expect.stringContaining(`<@ U1> |_x_: telegram <!channel> @ everyone *hi*`),
      link_preview_options: { is_disabled: true },
    });
  });

  it("to the site's own host is signed as events are", async () => {
    await set({ kind: "plain", url: "https://blog.example/told", when: "at-once" });
    const { body } = await call<{ deliverySecret: string }>("POST", "/v1/sites/demo/keys", {
      key: ADMIN_TOKEN,
    });
    await submit({ id: "c1", ...doubtful });
    await pass(MINUTE);
    const [message] = sent as [(typeof sent)[number]];
    expect(new Webhook(body.deliverySecret).verify(message.raw, message.headers)).toEqual({
      type: "comments.waiting",
      data: {
        site: "demo",
        name: "Demo",
        waiting: 1,
        fresh: 1,
        link: `${HAMLET}/queue?site=demo`,
        items: [],
      },
    });
  });
});

describe("the address that messages go to", () => {
  it.each([
    ["slack", "https://evil.example/services/T0/B0/x", "must be on hooks.slack.com"],
    ["slack", "https://hooks.slack.com.evil.example/services/x", "must be on hooks.slack.com"],
    ["slack", "http://hooks.slack.com/services/x", "must be https on port 443, without a user name"],
    ["slack", "https://hooks.slack.com:8443/services/x", "must be https on port 443, without a user name"],
    ["slack", "https://u:p@hooks.slack.com/services/x", "must be https on port 443, without a user name"],
    ["slack", "https://hooks.slack.com/other", "is not an address for messages of slack"],
    ["discord", "https://discord.com/api/users/1", "is not an address for messages of discord"],
    ["telegram", "https://api.telegram.org/bot1:x/sendMessage", "lacks ?chat_id=…"],
    [
      "telegram",
      "https://api.telegram.org/bot1:x/deleteWebhook?chat_id=1",
      "is not an address for messages of telegram",
    ],
    ["plain", "https://evil.example/x", "its host evil.example is not among the site's hosts"],
    ["plain", "https://169.254.169.254/x", "must be a host name, not a network address"],
  ])("of %s may not be %s", async (kind, url, detail) => {
    expect(await set({ kind, url })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/notify/url", detail }] },
    });
  });

  it("is shown cut, and the cut one sent back changes nothing", async () => {
    const saved = await set({ kind: "slack", url: SLACK, when: "at-once" });
    expect(saved.body.notify.url).toBe("https://hooks.slack.com/…cret");
    await set({ kind: "slack", url: saved.body.notify.url, when: "at-once" });
    const moderator = await signIn();
    await moderator.post("/sites/demo/notices", {
      kind: "slack",
      url: saved.body.notify.url,
      when: "at-once",
      hour: "7",
    });
    const pages = await Promise.all(
      ["/sites/demo", "/sites/demo/notices", "/sites"].map((path) => moderator.get(path)),
    );
    const site = await call<string>("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
    expect(JSON.stringify([pages.map(({ body }) => body), site.body])).not.toContain("secretsecret");
    await submit({ id: "c1", ...doubtful });
    await pass(MINUTE);
    expect(sent.map(({ url }) => url)).toEqual([SLACK]);
  });

  it("is among the calls to elsewhere, of which there are none at first", async () => {
    const moderator = await signIn();
    expect((await moderator.get("/sites/demo/notices")).body).toContain("Nothing of this site leaves");
    await moderator.post("/sites/demo/notices", {
      kind: "slack",
      url: SLACK,
      when: "daily",
      hour: "7",
      text: "true",
    });
    const { body } = await moderator.get("/sites/demo/notices");
    expect(body.replace(/<[^>]*>/g, "")).toContain(
      "that comments wait, to hooks.slack.com, with texts and names",
    );
    const refused = await moderator.post("/sites/demo/notices", {
      kind: "slack",
      url: "nonsense",
      when: "daily",
      hour: "7",
    });
    expect([refused.status, refused.body.includes("the address that the service gave you")]).toEqual([
      422,
      true,
    ]);
    await moderator.post("/sites/demo/notices", { kind: "none" });
    expect((await moderator.get("/sites/demo/notices")).body).toContain("Nothing of this site leaves");
  });
});

describe("a link in a message", () => {
  const form = { "content-type": "application/x-www-form-urlencoded", origin: HAMLET };
  const act = (link: string, decision: string) =>
    call<string>("POST", link, { body: `decision=${decision}`, headers: form });
  /** Holds a comment, and answers the link to it out of the message. */
  const aLink = async (id = "c1") => {
    await set({ kind: "slack", url: SLACK, when: "at-once", act: true });
    await submit({ id, ...doubtful, content: `${doubtful.content} ${id} <i>` });
    await pass(10 * MINUTE);
    return /https:\/\/hamlet\.example(\/act\/\S+)/.exec(String(sent.at(-1)?.body.text))?.[1] ?? "";
  };
  const status = async (id: string) => (await tell(id)).body.status;

  it("shows the comment and asks, however often it is opened; the form decides, once, without a session", async () => {
    const link = await aLink();
    for (let i = 0; i < 3; i++) {
      const page = await call<string>("GET", link);
      expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
      expect(page.body).toContain("c1 &lt;i&gt;");
    }
    expect((await call("HEAD", link)).status).toBe(200);
    expect(await status("c1")).toBe("pending");
    const done = await act(link, "approve");
    expect([done.status, done.body.includes("Approved.")]).toEqual([200, true]);
    expect(await status("c1")).toBe("published");
    const { history } = (await tell("c1")).body as unknown as { history: { by: string }[] };
    expect(history.map(({ by }) => by)).toEqual(["link"]);
    expect((await act(link, "spam")).status).toBe(410);
    expect((await call("GET", link)).status).toBe(410);
    await decide("c1", { decision: "undo" });
    expect((await act(link, "spam")).status).toBe(410);
    expect(await status("c1")).toBe("pending");
  });

  it("taken by two at once decides once", async () => {
    const link = await aLink();
    const replies = await Promise.all(["approve", "spam", "approve", "discard"].map((one) => act(link, one)));
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 410, 410, 410]);
    const { history } = (await tell("c1")).body as unknown as { history: unknown[] };
    expect(history).toHaveLength(1);
  });

  it("is no good after a day, for another comment or site, bent, after new keys, or when switched off", async () => {
    const link = await aLink();
    const other = await aLink("c2");
    const bent = [
      link.replace(/c1$/, "c2"),
      link.replace("/act/demo/", "/act/other/"),
      link.replace(/act\/demo\/./, (start) => `${start.slice(0, -1)}${start.endsWith("0") ? "1" : "0"}`),
      `${link}x`,
      "/act/demo/nothing",
    ];
    for (const one of bent) expect([one, (await call("GET", one)).status]).toEqual([one, 410]);
    for (const one of bent) expect((await act(one, "approve")).status).toBe(410);
    expect((await act(link, "undo")).status).toBe(422);
    expect((await act(link, "nonsense")).status).toBe(422);
    const foreign = { ...form, origin: "https://evil.example" };
    expect((await call("POST", link, { body: "decision=approve", headers: foreign })).status).toBe(403);
    await set({ kind: "slack", url: SLACK, when: "at-once", act: false });
    expect((await act(link, "approve")).status).toBe(410);
    await set({ kind: "slack", url: SLACK, when: "at-once", act: true });
    expect((await call("GET", link)).status).toBe(200);
    later(24 * HOUR);
    expect((await act(link, "approve")).status).toBe(410);
    later(-24 * HOUR);
    await call("POST", "/v1/sites/demo/keys", { key: ADMIN_TOKEN });
    expect((await act(other, "approve")).status).toBe(410);
    expect([await status("c1"), await status("c2")]).toEqual(["pending", "pending"]);
  });
});
