import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { Webhook } from "standardwebhooks";
import { beforeEach, describe, expect, it } from "vitest";
import type { SiteRecord } from "../../src/contract/site-record.ts";
import type { HeldSite } from "../../src/contract/upkeep.ts";
import { actionToken } from "../../src/secrets/action-token.ts";
import { mailHash } from "../../src/secrets/identity.ts";
import { signingSecret, siteKey } from "../../src/secrets/site-secrets.ts";
import { later } from "../clock.ts";
import {
  ADMIN_TOKEN,
  call,
  decide,
  demoSite,
  doubtful,
  plain,
  siteObject,
  submit,
  theRecord,
} from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";
import { signIn } from "./session.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const HOME = "203.0.113.7";
const ELSEWHERE = "198.51.100.9";
const KIM = "kim@post.example";
const settings = (body: unknown) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });
/** Puts a comment's author into a list, by the entry that the page makes. */
const list = async (id: string, listing: "allowed" | "blocked") => {
  const record = await theRecord();
  const entry = (await siteObject().author(id, record))?.entry;
  await settings({ [listing]: [...record.settings[listing], entry] });
};
const onPage = async (...listings: readonly (readonly [id: string, listing: string])[]) => {
  const moderator = await signIn();
  const statuses = [];
  for (const [id, listing] of listings)
    statuses.push((await moderator.post(`/queue/demo/${id}/author`, { listing })).status);
  return statuses;
};

let sent = 0;
const WORDS = ["ferries", "harbours", "tides", "shells", "bees", "honey", "loops"];
const word = (n: number) =>
  `${WORDS[n % 7]} and ${WORDS[Math.floor(n / 7) % 7]} or ${WORDS[Math.floor(n / 49)]}`;
/** Sends a comment that the filter is unsure of, with words of its own. */
const send = async (author: Record<string, unknown>, content?: string) => {
  const id = `c${++sent}`;
  const text = content ?? doubtful.content.replace(".", ` on ${word(sent)}.`);
  const { body } = await submit({ id, content: text, author });
  return { ...body, id };
};
const rules = ({ policy }: { policy: readonly { rule: string }[] }) => policy.map(({ rule }) => rule);
const signals = ({ hits }: { hits: readonly { signal: string }[] }) => hits.map(({ signal }) => signal);

describe("an address that says nothing of a person", () => {
  const readers = async (addressOf: (i: number) => string | undefined) => {
    const outcomes = [];
    for (let i = 0; i < 14; i++) {
      later(3000);
      const author = { name: `Reader ${i}`, email: `reader${i}@mail.example`, ip: addressOf(i) };
      const { body } = await submit({
        id: `r${i}`,
        content: `${plain.content} That was line ${i} of mine, and ${i * 7} of the next.`,
        author,
      });
      outcomes.push([body.outcome, signals(body).includes("velocity")]);
    }
    return outcomes;
  };

  it.each([
    "127.0.0.1",
    "10.0.0.5",
    "192.168.1.10",
    "172.18.0.1",
    "100.64.1.2",
    "169.254.3.4",
    "::1",
    "fd00::5",
    "::ffff:10.0.0.5",
  ])("makes no crowd of a blog's readers: %s", async (ip) => {
    const without = await readers(() => undefined);
    await reset();
    await demoSite();
    expect(await readers(() => ip)).toEqual(without);
  });

  it("blocks nobody: a comment from behind a proxy has nothing to be blocked by", async () => {
    const troll = await send({ name: "Troll", ip: "172.18.0.1" });
    expect(await onPage([troll.id, "blocked"], [troll.id, "allowed"])).toEqual([404, 404]);
    expect((await theRecord()).settings.blocked).toEqual([]);
    const reader = await send({ name: "Ann Lee", email: "ann@mail.example", ip: "172.18.0.1" });
    expect([reader.outcome, reader.policy]).toEqual(["review", []]);
  });

  it("is a public one, too, by which most of the published authors come", async () => {
    await settings({ setting: "light" });
    for (let i = 0; i < 20; i++) {
      later(3_600_000);
      const { id, status } = await send({ name: `Reader ${i}`, email: `r${i}@mail.example`, ip: HOME });
      if (status !== "published") await decide(id, { decision: "approve" });
    }
    for (let i = 0; i < 5; i++) await send({ name: `Late ${i}`, email: `l${i}@mail.example`, ip: HOME });
    const crowd = await send({ name: "Ann Lee", email: "ann@mail.example", ip: HOME });
    expect(crowd.notRun).toContainEqual({
      signal: "velocity",
      reason: "no network address that tells readers apart",
    });
    const typed = await send({ name: "Casino", email: "r3@mail.example", ip: HOME });
    expect(await siteObject().detail(typed.id, await theRecord())).toMatchObject({
      standing: { approved: 0, confirmed: false },
    });
    const troll = await send({ name: "Troll", ip: HOME });
    expect((await siteObject().author(troll.id, await theRecord()))?.entry).toBeUndefined();
  });
});

describe("a block of an author without a mail address", () => {
  it("is of the name in that part of the network: nobody else there, and the name nowhere else", async () => {
    const troll = await send({ name: "Troll", ip: HOME });
    await list(troll.id, "blocked");
    const blocked = ["blocked author: Troll"];
    expect(rules(await send({ name: "Troll", ip: "203.0.113.201" }))).toEqual(blocked);
    expect(rules(await send({ name: " TR\u200bОLL ", email: "new@mail.example", ip: HOME }))).toEqual(
      blocked,
    );
    expect(rules(await send({ name: "Ann Lee", email: "ann@mail.example", ip: "203.0.113.201" }))).toEqual(
      [],
    );
    expect(rules(await send({ name: "Ann Lee", ip: HOME }))).toEqual([]);
    expect(rules(await send({ name: "Troll", ip: ELSEWHERE }))).toEqual([]);
    expect(rules(await send({ name: "Troll" }))).toEqual([]);
  });

  it("without a name is of those there that give neither name nor mail address", async () => {
    const troll = await send({ ip: HOME });
    await list(troll.id, "blocked");
    expect((await send({ ip: HOME })).outcome).toBe("reject");
    expect((await send({ email: "ann@mail.example", ip: HOME })).outcome).toBe("review");
    expect((await send({ name: "Ann Lee", ip: HOME })).outcome).toBe("review");
  });

  it("is taken back for one of two in the same part of the network", async () => {
    const troll = await send({ name: "Troll", ip: HOME });
    const ogre = await send({ name: "Ogre", ip: HOME });
    const taken = await onPage([troll.id, "blocked"], [ogre.id, "blocked"], [troll.id, ""]);
    expect(taken).toEqual([303, 303, 303]);
    expect(rules(await send({ name: "Troll", ip: HOME }))).toEqual([]);
    expect(rules(await send({ name: "Ogre", ip: HOME }))).toEqual(["blocked author: Ogre"]);
  });
});

describe("trust in an author", () => {
  const spam = "Best casino bonus at https://win.example.com";
  const marks = [
    ["network", { ip: HOME }, { ip: "203.0.113.99" }],
    ["browser", { browser: "b1", ip: HOME }, { browser: "b1", ip: ELSEWHERE }],
    ["user of the blog", { id: "42" }, { id: "42", ip: ELSEWHERE }],
  ] as const;

  it.each(marks)("given on the page is good for the same %s", async (_, first, again) => {
    const kim = await send({ name: "Kim", email: KIM, ...first });
    await list(kim.id, "allowed");
    const trusted = await send({ name: "Kim B.", email: KIM.toUpperCase(), ...again });
    expect([trusted.outcome, rules(trusted)]).toEqual(["publish", ["allowed author: Kim"]]);
  });

  it.each(marks)(
    "by a mail address in the list is good for the same %s as an approved comment's",
    async (_, first, again) => {
      await settings({ allowed: [KIM] });
      const kim = await send({ name: "Kim", email: KIM, ...first });
      expect(rules(kim)).toEqual([]);
      await decide(kim.id, { decision: "approve" });
      const trusted = await send({ name: "Kim", email: KIM, ...again });
      expect([trusted.outcome, rules(trusted)]).toEqual(["publish", [`allowed: ${KIM}`]]);
    },
  );

  it.each([
    ["from another network", { ip: ELSEWHERE }],
    ["from another browser", { ip: ELSEWHERE, browser: "b2" }],
    ["as another user", { ip: ELSEWHERE, id: "43" }],
    ["with nothing but the address", {}],
    ["from behind a proxy", { ip: "10.0.0.5" }],
  ])("is not given to a stranger who types her mail address %s", async (_, from) => {
    const kim = await send({ name: "Kim", email: KIM, ip: HOME, browser: "b1", id: "42" });
    await decide(kim.id, { decision: "approve" });
    await list(kim.id, "allowed");
    await settings({ allowed: [...(await theRecord()).settings.allowed, KIM] });
    const { outcome, policy } = await send(
      { name: "Casino Bonus", email: "KIM@post.example", ...from },
      spam,
    );
    expect([outcome === "publish", policy]).toEqual([false, []]);
  });

  it("is not won by one harmless comment under her mail address", async () => {
    const kim = await send({ name: "Kim", email: KIM, ip: HOME });
    await list(kim.id, "allowed");
    const harmless = await send({ name: "Kim", email: KIM, ip: ELSEWHERE });
    await decide(harmless.id, { decision: "approve" });
    expect(rules(await send({ name: "Kim", email: KIM, ip: ELSEWHERE }, spam))).toEqual([]);
  });

  it("stored by an earlier version, without marks, takes an approved comment's", async () => {
    const kim = await send({ name: "Kim", email: KIM, ip: HOME });
    const entry = (await siteObject().author(kim.id, await theRecord()))?.entry ?? "";
    await settings({ allowed: [entry.replace(/~\S+/, "")] });
    expect(rules(await send({ name: "Kim", email: KIM, ip: HOME }))).toEqual([]);
    await decide(kim.id, { decision: "approve" });
    expect(rules(await send({ name: "Kim", email: KIM, ip: HOME }))).toEqual(["allowed author: Kim"]);
    expect(rules(await send({ name: "Kim", email: KIM, ip: ELSEWHERE }))).toEqual([]);
  });

  it("as somebody known lets no stranger past the rule for first comments", async () => {
    await settings({ holdFirstTimers: true });
    const kim = await send({ name: "Kim", email: KIM, ip: HOME }, plain.content);
    expect(rules(kim)).toEqual(["first comment of this author"]);
    await decide(kim.id, { decision: "approve" });
    const again = `${plain.content} And the third one?`;
    expect(rules(await send({ name: "Kim", email: KIM, ip: HOME }, again))).toEqual([]);
    expect(rules(await send({ name: "Kim", email: KIM, ip: ELSEWHERE }, `${again} Or not?`))).toEqual([
      "first comment of this author",
    ]);
  });
});

describe("an impostor's spam", () => {
  it("does not count against her whose mail address was typed", async () => {
    const kim = await send({ name: "Kim", email: KIM, ip: HOME });
    await decide(kim.id, { decision: "approve" });
    for (let i = 0; i < 3; i++) {
      const { id } = await send({ name: "Kim", email: KIM, ip: ELSEWHERE });
      await decide(id, { decision: i === 2 ? "discard" : "spam" });
    }
    const again = await send({ name: "Kim", email: KIM, ip: HOME });
    expect(signals(again)).not.toContain("rejected-author");
    expect(await siteObject().detail(again.id, await theRecord())).toMatchObject({
      standing: { approved: 1, spam: 0, discarded: 0, confirmed: true },
    });
    expect(signals(await send({ name: "Kim", email: KIM, ip: ELSEWHERE }))).toContain("rejected-author");
  });

  it("and a block of the impostor leave her to a person, not to the bin", async () => {
    const kim = await send({ name: "Kim", email: KIM, ip: HOME });
    await decide(kim.id, { decision: "approve" });
    const impostor = await send({ name: "Kim", email: KIM, ip: ELSEWHERE });
    await list(impostor.id, "blocked");
    expect((await send({ name: "Kim", email: KIM, ip: ELSEWHERE })).outcome).toBe("reject");
    expect((await send({ name: "Kim", email: KIM, ip: "192.0.2.3" })).outcome).toBe("reject");
    const again = await send({ name: "Kim", email: KIM, ip: HOME });
    expect([again.outcome, rules(again)]).toEqual(["review", ["blocked author, approved from here: Kim"]]);
  });
});

describe("an allowed domain", () => {
  it("publishes links to it alone, and nobody by her mail address", async () => {
    await settings({ allowed: ["some-blog.example.net"] });
    expect((await send({ name: "Kim" })).outcome).toBe("publish");
    const others = [
      await send({ name: "Kim" }, `${doubtful.content} and https://win.example.com`),
      await send({ name: "Kim", url: "https://win.example.com" }),
      await send({ name: "Kim", email: "kim@some-blog.example.net" }, "Interesting, see win.example.com"),
    ];
    expect(others.map(rules)).toEqual([[], [], []]);
  });
});

describe("what is made for a site under the id of a deleted one", () => {
  const SECRET = "test-secret-of-more-than-thirty-two-characters";
  const notify = { kind: "slack", url: "https://hooks.slack.com/services/T/B/x", act: true };

  /** A site's secrets, its links and its hashes, as somebody could have kept them. */
  async function aSite() {
    const made = await call<{ key: string; intakeSecret: string; deliverySecret: string }>(
      "POST",
      "/v1/sites",
      {
        key: ADMIN_TOKEN,
        body: { id: "blog", url: "https://blog.example", notify },
      },
    );
    const { key, intakeSecret, deliverySecret } = made.body;
    const forAkismet = await akismetKey("blog");
    const body = { id: "c1", ...doubtful, author: { name: "Kim", email: KIM, ip: HOME, browser: "b1" } };
    expect((await call("POST", "/v1/sites/blog/comments", { key, body })).status).toBe(201);
    const { site } = (await call<{ site: HeldSite }>("GET", "/v1/sites/blog/backup", { key: ADMIN_TOKEN }))
      .body;
    const object = env.SITE.get(env.SITE.idFromName("blog"));
    const entry = (await object.author("c1", site.record as SiteRecord))?.entry ?? "";
    const action = { id: "c1", revision: 1, expires: Date.now() + 86_400_000 };
    const link = await actionToken(SECRET, site.record, 1, action);
    return {
      key,
      forAkismet,
      intakeSecret,
      deliverySecret,
      link,
      hashes: entry.match(/[0-9a-f]{24}/g) ?? [],
    };
  }
  type Kept = Awaited<ReturnType<typeof aSite>>;

  const answers = async ({ key, forAkismet, intakeSecret, link }: Kept, id: string) => {
    const signed = JSON.stringify({ id: `${id}-signed`, ...plain });
    const at = new Date(Date.now());
    const headers = {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
      "webhook-signature": new Webhook(intakeSecret).sign("msg_1", at, signed),
    };
    return [
      (await call("POST", "/v1/sites/blog/comments", { key, body: { id, ...plain } })).status,
      (await call("POST", "/v1/sites/blog/comments", { body: signed, headers })).status,
      (await call("GET", `/act/blog/${link}`)).status,
      (await akismet("verify-key", fields(forAkismet))).body,
    ];
  };

  it("opens to no old key, signature or link, and knows nobody by an old hash", async () => {
    const before = await aSite();
    expect(await answers(before, "x")).toEqual([201, 201, 200, "valid"]);
    await call("DELETE", "/v1/sites/blog", { key: ADMIN_TOKEN });
    later(1000);
    const after = await aSite();
    expect(await answers(before, "y")).toEqual([401, 401, 410, "invalid"]);
    expect(await answers(after, "z")).toEqual([201, 201, 200, "valid"]);
    expect(after.deliverySecret).not.toBe(before.deliverySecret);
    expect(before.hashes).toHaveLength(3);
    expect([...after.hashes].filter((hash) => new Set<string>(before.hashes).has(hash))).toEqual([]);
  });

  it("is as it ever was of a site that has no nonce", async () => {
    const old = { id: "blog" };
    expect([await siteKey(SECRET, old, 1), await mailHash(SECRET, old, KIM)]).toEqual([
      await siteKey(SECRET, { id: "blog", nonce: undefined }, 1),
      await mailHash(SECRET, { ...old, nonce: undefined }, KIM),
    ]);
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(SECRET),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const signed = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode("intake\nblog\n1"));
    expect(await signingSecret(SECRET, old, "intake", 1)).toBe(
      `whsec_${btoa(String.fromCharCode(...new Uint8Array(signed)))}`,
    );
  });
});
