import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { TellJob } from "../../src/site/jobs/notice-job.ts";
import type { Site } from "../../src/site/site.ts";
import { HOUR, later, MIDNIGHT } from "../clock.ts";
import { ADMIN_TOKEN, blatant, call, decide, demoSite, doubtful, pass, submit, tell } from "./blog.ts";
import { countRows, insideOf } from "./inside.ts";
import { linksOf, mailbox } from "./mailbox.ts";

const MINUTE = 60_000;
const HAMLET = "https://hamlet.example";
const ANNA = "anna@mail.example";
const origin = { origin: HAMLET };
const chosen = { zone: "UTC", hour: "7", weekday: "1", hours: "6", most: "10", quietFrom: "", quietTo: "" };

let post: ReturnType<typeof mailbox>;
let anna: Awaited<ReturnType<typeof comes>>;

const set = (body: Record<string, unknown>) =>
  call<{ errors: unknown }>("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });

/** Adds somebody who comes by her link. */
async function comes(
  name: string,
  email: string | null,
  roles: Record<string, string> = { demo: "moderator" },
) {
  const body = { name, email, roles };
  const { id } = (await call<{ id: string }>("POST", "/v1/people", { key: ADMIN_TOKEN, body })).body;
  const made = await call<{ link: string }>("POST", `/v1/people/${id}/invitation`, { key: ADMIN_TOKEN });
  const opened = await post.call("POST", new URL(made.body.link).pathname, {}, origin);
  const cookie = (opened.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const page = async () => (await post.call("GET", "/account", undefined, { cookie })).body;
  const csrf = /name="csrf" value="([0-9a-f]+)"/.exec(await page())?.[1] ?? "";
  const send = (path: string, fields: Record<string, string>) =>
    post.call("POST", path, { csrf, ...fields }, { cookie, ...origin });
  const choose = (fields: Record<string, string>) => send("/account/mails", { ...chosen, ...fields });
  return { id, cookie, page, send, choose };
}

/** Lets hours pass one by one; answers how many mails went out in each. */
async function hours(n: number): Promise<number[]> {
  const counts = [];
  for (let i = 0; i < n; i++) {
    const before = post.box.length;
    await pass(HOUR);
    counts.push(post.box.length - before);
  }
  return counts;
}
const subjects = () => post.box.map(({ mail }) => mail.subject);
const status = async (id: string) => (await tell(id)).body.status;

beforeEach(async () => {
  vi.setSystemTime(MIDNIGHT);
  await reset();
  await demoSite();
  post = mailbox();
  await post.reopen("demo");
  anna = await comes("Anna", ANNA);
});

describe("a mail", () => {
  it("comes daily at her hour in her zone while something waits, as text and HTML; and never of spam", async () => {
    await anna.choose({ "when demo": "daily", zone: "America/New_York", hour: "7" });
    await submit({ id: "spam", ...blatant });
    expect((await hours(14)).some((n) => n > 0)).toBe(false);
    vi.setSystemTime(MIDNIGHT + 24 * HOUR);
    await submit({ id: "c1", ...doubtful });
    // 07:00 in New York in June is 11:00 UTC.
    const day = await hours(24);
    expect(day.findIndex((n) => n > 0)).toBe(10);
    expect(day.filter((n) => n > 0)).toEqual([1]);
    const [{ to, mail, raw } = post.box[0] as never] = post.box;
    expect([to, mail.to, mail.from, mail.subject]).toEqual([
      ANNA,
      [{ address: ANNA, name: "" }],
      { address: "hamlet@blog.example", name: "Hamlet" },
      "Demo: 1 comment waits for you",
    ]);
    expect(mail.text).toContain(`Open the queue: ${HAMLET}/queue?site=demo`);
    expect(mail.html).toContain(`href="${HAMLET}/queue?site=demo"`);
    expect(`${mail.text}${mail.html}`).not.toContain("thanks for sharing");
    expect(mail.html).not.toMatch(/<img|<link|<script|url\(|src=/);
    expect(raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    await submit({ id: "c2", ...doubtful, content: `${doubtful.content} two` });
    await hours(24);
    expect(subjects()[1]).toBe("Demo: 2 comments wait for you (1 new)");
    for (const id of ["c1", "c2"]) await decide(id, { decision: "spam" });
    await hours(48);
    expect(post.box).toHaveLength(2);
  });

  it("at once is one for all that came together, then at most every quarter of an hour", async () => {
    await anna.choose({ "when demo": "at-once" });
    for (const id of ["c1", "c2", "c3"])
      await submit({ id, ...doubtful, content: `${doubtful.content} ${id}` });
    await pass(20_000);
    expect(subjects()).toEqual(["Demo: 3 comments wait for you"]);
    for (const id of ["d1", "d2", "d3"]) {
      await submit({ id, ...doubtful, content: `${doubtful.content} ${id}` });
      await pass(4 * MINUTE);
    }
    expect(post.box).toHaveLength(1);
    await pass(4 * MINUTE);
    expect(subjects()[1]).toBe("Demo: 6 comments wait for you (3 new)");
    await hours(5);
    expect(post.box).toHaveLength(2);
  });

  it("weekly comes on her day; of what is older than some hours, when it is", async () => {
    // The tests' day is a Wednesday.
    const bo = await comes("Bo", "bo@mail.example");
    await anna.choose({ "when demo": "weekly", weekday: "5", hour: "9" });
    await bo.choose({ "when demo": "older", hours: "6" });
    await submit({ id: "c1", ...doubtful });
    const first = await hours(24);
    expect(first.flatMap((n, hour) => (n > 0 ? [hour + 1] : []))).toEqual([6]);
    const next = await hours(48);
    expect(next.flatMap((n, hour) => (n > 0 ? [24 + hour + 1] : []))).toEqual([57]);
    expect(post.box.map(({ to }) => to)).toEqual(["bo@mail.example", ANNA]);
    await submit({ id: "c2", ...doubtful, content: `${doubtful.content} two` });
    await hours(3);
    await decide("c2", { decision: "approve" });
    expect((await hours(12)).some((n) => n > 0)).toBe(false);
  });

  it("keeps to quiet hours, and to a ceiling for all sites of a day; the rest is told tomorrow", async () => {
    await anna.choose({ "when demo": "at-once", quietFrom: "22", quietTo: "6", most: "2" });
    await submit({ id: "c0", ...doubtful });
    expect((await hours(7)).findIndex((n) => n > 0)).toBe(5);
    for (let i = 1; i < 5; i++) {
      await submit({ id: `c${i}`, ...doubtful, content: `${doubtful.content} ${i}` });
      await pass(HOUR);
    }
    expect(post.box).toHaveLength(2);
    const rest = await hours(24);
    // From midnight on she may get two again, and at six she does.
    expect(rest.flatMap((n, hour) => (n > 0 ? [(11 + hour + 1) % 24] : []))).toEqual([6]);
    expect(subjects()[2]).toBe("Demo: 5 comments wait for you (3 new)");
  });

  it("costs few rows, however many get one", async () => {
    const bo = await comes("Bo", "bo@mail.example");
    for (const one of [anna, bo]) await one.choose({ "when demo": "at-once" });
    await submit({ id: "c1", ...doubtful });
    await pass(5_000);
    const rows = countRows();
    await pass(20_000);
    expect([post.box.length, rows.rowsWritten]).toEqual([2, 2]);
  });
});

describe("a mail that was not taken", () => {
  it("is tried again a few times, and the reason stands on her page, without her address", async () => {
    await anna.choose({ "when demo": "at-once" });
    let tries = 0;
    post.take = () => {
      tries++;
      throw new Error(`destination address ${ANNA} is not verified`);
    };
    await submit({ id: "c1", ...doubtful });
    for (let i = 0; i < 12; i++) await pass(4 * MINUTE);
    expect(tries).toBeGreaterThanOrEqual(5);
    expect(tries).toBeLessThanOrEqual(10);
    expect(await anna.page()).toContain(
      "the last attempt failed: no answer destination address … is not verified",
    );
    post.take = () => undefined;
    await pass(HOUR);
    expect([post.box.length, (await anna.page()).includes("attempt failed")]).toEqual([1, false]);
    await hours(3);
    expect(post.box).toHaveLength(1);
  });

  it("as the directory did not say who gets one goes later", async () => {
    await anna.choose({ "when demo": "at-once" });
    await submit({ id: "c1", ...doubtful });
    const fails = vi.spyOn(env.DIRECTORY, "get").mockImplementation(() => {
      throw new Error("down");
    });
    await pass(MINUTE);
    expect(post.box).toHaveLength(0);
    fails.mockRestore();
    await pass(10 * MINUTE);
    expect(post.box).toHaveLength(1);
  });

  it("when the object died while it was on its way, goes no second time; an hour later she hears of what still waits", async () => {
    await anna.choose({ "when demo": "at-once" });
    await submit({ id: "c1", ...doubtful });
    let stored = "";
    post.take = async () => {
      stored = await insideOf("demo")((_, storage) =>
        String(storage.sql.exec("SELECT value FROM meta WHERE name = 'recipients'").one().value),
      );
    };
    await pass(MINUTE);
    expect(JSON.parse(stored)[0].state).toMatchObject({ sending: Date.now(), until: 0 });
    // What was stored while the mail was on its way is all that is left after a crash.
    await insideOf("demo")((_, storage) => {
      storage.sql.exec("UPDATE meta SET value = ? WHERE name = 'recipients'", stored);
    });
    await post.reopen("demo");
    for (let i = 0; i < 11; i++) await pass(5 * MINUTE);
    expect(post.box).toHaveLength(1);
    expect(await anna.page()).toContain("the mail may have gone or not");
    await pass(6 * MINUTE);
    expect(post.box).toHaveLength(2);
    await hours(3);
    expect(post.box).toHaveLength(2);
  });
});

describe("what a mail holds", () => {
  const hostile = {
    content: "<b>hi</b> http://some-blog.example.net/page \u202Etxet thanks for sharing, see evil.example",
    author: { name: "<i>Kim</i>" },
  };
  const receive = async (id = "c1", comment: Record<string, unknown> = hostile) => {
    await anna.choose({ "when demo": "at-once" });
    await submit({ id, ...comment });
    await pass(20 * MINUTE);
    return post.box.at(-1) as (typeof post.box)[number];
  };

  it("are texts and names only if the owner wants it, escaped, with no link of theirs", async () => {
    await set({ mailText: true });
    const { mail } = await receive();
    expect(mail.text).toContain("<i>Kim</i>: <b>hi</b> http: //some-blog[.]example[.]net/page txet thanks");
    expect(mail.html).toContain("&lt;b&gt;hi&lt;/b&gt; http: //some-blog[.]example[.]net/page txet thanks");
    expect([...(mail.html ?? "").matchAll(/href="(https:\/\/[^/"]*)/g)].map(([, host]) => host)).toEqual(
      Array(4).fill(HAMLET),
    );
    expect(mail.text).toContain(`${HAMLET}/queue/demo/c1`);
  });

  it.each([
    ["de", "Demo: 1 Kommentar wartet auf Sie", 'dir="ltr"'],
    ["ar", "Demo: تعليق واحد ينتظرك", 'dir="rtl"'],
  ])("is in her language, %s", async (language, subject, dir) => {
    await call("PATCH", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN, body: { language } });
    const { mail } = await receive("c1", doubtful);
    expect([mail.subject, mail.html?.includes(`lang="${language}" ${dir}`)]).toEqual([subject, true]);
  });

  it("begins no header of its own, whatever the site is called", async () => {
    await set({ name: "Demo\r\nBcc: eve@evil.example\r\n\r\n<p>hi" });
    const { mail, to } = await receive("c1", doubtful);
    expect([to, mail.bcc, mail.cc, mail.to?.length]).toEqual([ANNA, undefined, undefined, 1]);
    expect(mail.subject).toBe("Demo Bcc: eve@evil.example <p>hi: 1 comment waits for you");
    expect(mail.html).not.toContain("<p>hi");
  });

  it("are links that decide under her name, once, if the owner wants it; looking changes nothing", async () => {
    await set({ mailAct: true });
    const { act } = linksOf(await receive("c1", doubtful));
    for (let i = 0; i < 3; i++) expect((await post.call("GET", act)).status).toBe(200);
    expect(await status("c1")).toBe("pending");
    expect((await post.call("POST", act, { decision: "approve" }, origin)).status).toBe(200);
    expect(await status("c1")).toBe("published");
    const { history } = (await tell("c1")).body as unknown as { history: { by: string }[] };
    expect(history.map(({ by }) => by)).toEqual(["Anna"]);
    expect((await post.call("POST", act, { decision: "spam" }, origin)).status).toBe(410);
  });

  it("are links that are no good when bent, old, switched off, or when her role or she is gone", async () => {
    await set({ mailAct: true });
    const { act } = linksOf(await receive("c1", doubtful));
    const good = async () => (await post.call("GET", act)).status;
    const other = await comes("Bo", "bo@mail.example");
    for (const bent of [act.replace(anna.id, other.id), act.replace(`~${anna.id}`, ""), `${act}x`])
      expect((await post.call("GET", bent)).status).toBe(410);
    await set({ mailAct: false });
    expect(await good()).toBe(410);
    await set({ mailAct: true });
    expect(await good()).toBe(200);
    await call("PATCH", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN, body: { roles: {} } });
    expect(await good()).toBe(410);
    await call("PATCH", `/v1/people/${anna.id}`, {
      key: ADMIN_TOKEN,
      body: { roles: { demo: "moderator" } },
    });
    later(25 * HOUR);
    expect(await good()).toBe(410);
    later(-25 * HOUR);
    expect(await good()).toBe(200);
    await call("DELETE", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN });
    expect([await good(), await status("c1")]).toEqual([410, "pending"]);
  });
});

describe("mails are stopped", () => {
  const receive = async () => {
    await anna.choose({ "when demo": "at-once" });
    await submit({ id: "c1", ...doubtful });
    await pass(MINUTE);
    return linksOf(post.box.at(-1) as (typeof post.box)[number]).stop;
  };
  const oneClick = (path: string) => post.call("POST", path, { "List-Unsubscribe": "One-Click" });

  it("by one request of a mail program, which a scanner's looking is not", async () => {
    const stop = await receive();
    for (let i = 0; i < 3; i++)
      expect((await post.call("GET", stop)).body).toContain("No more mails about Demo?");
    expect((await post.call("HEAD", stop)).status).toBe(200);
    await submit({ id: "c2", ...doubtful, content: `${doubtful.content} two` });
    await pass(20 * MINUTE);
    expect(post.box).toHaveLength(2);
    const stopped = await oneClick(stop);
    expect([
      stopped.status,
      stopped.headers.get("location"),
      stopped.body.includes("No more mails about Demo."),
    ]).toEqual([200, null, true]);
    await submit({ id: "c3", ...doubtful, content: `${doubtful.content} three` });
    expect((await hours(24)).some((n) => n > 0)).toBe(false);
    expect((await oneClick(stop)).status).toBe(410);
    expect(await anna.page()).toMatch(/<option value="never" selected=""/);
  });

  it("and chosen again are not stopped by the old link; nor by a bent or an old one", async () => {
    const stop = await receive();
    for (const bent of [`${stop}x`, stop.replace(anna.id, "0123456789abcdef"), "/stop/made-up"])
      expect((await oneClick(bent)).status).toBe(410);
    later(61 * 24 * HOUR);
    expect((await oneClick(stop)).status).toBe(410);
    later(-61 * 24 * HOUR);
    expect((await oneClick(stop)).status).toBe(200);
    later(MINUTE);
    await anna.choose({ "when demo": "daily" });
    expect([(await post.call("GET", stop)).status, (await oneClick(stop)).status]).toEqual([410, 410]);
    expect(await anna.page()).toMatch(/<option value="daily" selected=""/);
  });

  it("when she is taken out or loses her role; a site never keeps her address", async () => {
    await receive();
    const stored = () =>
      insideOf("demo")((_, storage) => JSON.stringify(storage.sql.exec("SELECT * FROM meta").toArray()));
    expect(await stored()).toContain(anna.id);
    expect(await stored()).not.toContain("anna@");
    await call("PATCH", `/v1/people/${anna.id}`, {
      key: ADMIN_TOKEN,
      body: { roles: { other: "moderator" } },
    });
    await submit({ id: "c2", ...doubtful, content: `${doubtful.content} two` });
    expect((await hours(3)).some((n) => n > 0)).toBe(false);
    await call("PATCH", `/v1/people/${anna.id}`, {
      key: ADMIN_TOKEN,
      body: { roles: { demo: "moderator" } },
    });
    // The site asks once a day who gets mails.
    expect((await hours(48)).filter((n) => n > 0)).toEqual([1]);
    await call("DELETE", `/v1/people/${anna.id}`, { key: ADMIN_TOKEN });
    await submit({ id: "c3", ...doubtful, content: `${doubtful.content} three` });
    expect((await hours(26)).some((n) => n > 0)).toBe(false);
    expect(await stored()).not.toContain(anna.id);
    const left = await runInDurableObject(
      env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")),
      (_, { storage }) => JSON.stringify(storage.sql.exec("SELECT * FROM choices").toArray()),
    );
    expect(left).toBe("[]");
  });
});

describe("on her account page", () => {
  it("a mail is tried out, of her sites alone, and counts like any other", async () => {
    await call("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other", name: "Other" } });
    await post.reopen("other");
    await anna.choose({ "when demo": "daily", "when other": "daily", most: "2" });
    const page = (site: string) => anna.send("/account/mails/test", { site }).then(({ body }) => body);
    expect(await page("demo")).toContain("The mail was sent.");
    expect(subjects()).toEqual(["Demo: 0 comments wait for you"]);
    expect(await page("other")).toContain("or get none of this site");
    post.take = () => {
      throw new Error("not verified");
    };
    expect(await page("demo")).toContain("The mail was not sent: not verified");
    expect(await page("demo")).toContain("as many mails today as you want");
  });

  it.each([
    [{ zone: "Mars/Olympus" }, "Time zone"],
    [{ hour: "24" }, "Hour"],
    [{ most: "0" }, "Mails a day"],
    [{ most: "" }, "Mails a day"],
    [{ hours: "1.5" }, "Hours"],
    [{ "when demo": "hourly" }, "demo"],
  ])("what is not acceptable is named, and nothing changes: %j", async (fields, name) => {
    await anna.choose({ "when demo": "weekly" });
    const refused = await anna.choose(fields as Record<string, string>);
    expect([refused.status, refused.body.includes(`<li>${name}: `)]).toEqual([422, true]);
    expect(await anna.page()).toMatch(/<option value="weekly" selected=""/);
  });

  it("it stands plainly what is missing: her address, or a way to send", async () => {
    const bo = await comes("Bo", null);
    expect(await bo.page()).toContain("Nobody has entered your mail address");
    const without = await call<string>("GET", "/account", { headers: { cookie: anna.cookie } });
    expect(without.body).toContain("This Hamlet sends no mail.");
    expect(without.body).not.toContain('action="/account/mails"');
  });
});

describe("the directory", () => {
  it("is asked once a day who is told, by sites where something waits or where somebody is told", async () => {
    const asks = () =>
      insideOf("demo")(async (object) => {
        let asked = 0;
        const claimed = { recipients: [], granted: [], devices: [], pushKeys: undefined };
        const claim = async () => {
          asked++;
          return claimed;
        };
        const { site } = (object as unknown as { opened: { site: Site } }).opened;
        await new TellJob(site, { canMail: true, claim } as never).work(Date.now, true);
        return asked;
      });
    const asked = [await asks()];
    await anna.choose({ "when demo": "daily" });
    asked.push(await asks(), await asks());
    await submit({ id: "c1", ...doubtful });
    asked.push(await asks());
    await decide("c1", { decision: "approve" });
    asked.push(await asks());
    expect(asked).toEqual([0, 1, 0, 1, 0]);
  });
});
