import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { noUse } from "../../src/contract/plan.ts";
import { forgetIsolate } from "../../src/platform/isolate.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { NOW } from "../clock.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, doubtful, plain, submit } from "../site/blog.ts";

/** A busy machine takes its time. */
const WAIT = { timeout: 30_000 };
/** A site tells of itself with its first call, and again after five minutes. */
const TOLD_AGAIN = NOW + 300_000;

beforeEach(async () => {
  forgetIsolate();
  await reset();
  await demoSite();
});

const scrape = (key: string) => call<string>("GET", "/metrics", { key });
/** Lines of a scrape as pairs of series and value. */
const series = (text: string) =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );

describe("the metrics", () => {
  it("are for the bearer of the token", async () => {
    expect((await call("GET", "/metrics")).status).toBe(401);
    expect((await scrape(DEMO_KEY)).status).toBe(401);
    expect((await scrape("test-metrics-token")).status).toBe(200);
    expect((await scrape(ADMIN_TOKEN)).headers.get("content-type")).toBe(
      "text/plain; version=0.0.4; charset=utf-8",
    );
  });

  it("tell what the sites told, and the plan's quotas", async () => {
    await submit({ id: "c0", ...plain });
    vi.setSystemTime(TOLD_AGAIN);
    await submit({ id: "c1", ...doubtful });
    await vi.waitFor(async () => {
      forgetIsolate();
      expect(series((await scrape(ADMIN_TOKEN)).body).get('hamlet_comments_pending{site="demo"}')).toBe(1);
    }, WAIT);
    const found = series((await scrape(ADMIN_TOKEN)).body);
    expect(found.get('hamlet_rows_written_today{site="demo"}')).toBeGreaterThan(2);
    expect(found.get('hamlet_told_timestamp_seconds{site="demo"}')).toBe(TOLD_AGAIN / 1000);
    expect(found.get('hamlet_free_plan{kind="rows_written"}')).toBe(100_000);
    expect(found.get('hamlet_surge{site="demo"}')).toBe(0);
  });

  it("know the newest that a site told, in whatever order it arrives", async () => {
    const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
    const use = { ...noUse, rowsWritten: 9 };
    await directory.reportUse("other", use, { pending: 2 }, NOW + 1);
    await directory.reportUse("other", noUse, { pending: 1 }, NOW);
    expect((await directory.accounts()).filter(({ site }) => site === "other")).toEqual([
      { site: "other", at: NOW + 1, use, figures: { pending: 2 } },
    ]);
  });

  it("are no fresher than five minutes, however often they are scraped", async () => {
    const first = await scrape(ADMIN_TOKEN);
    await env.DIRECTORY.get(env.DIRECTORY.idFromName("directory")).addUse({ kvLists: 7 }, NOW);
    vi.setSystemTime(NOW + 299_000);
    expect((await scrape(ADMIN_TOKEN)).body).toBe(first.body);
    vi.setSystemTime(NOW + 300_000);
    expect(series((await scrape(ADMIN_TOKEN)).body).get('hamlet_kv_lists_today{site=""}')).toBe(7);
  });

  it("hold lines of Prometheus' text format only, and nobody's data", async () => {
    await submit({ id: "c0", ...plain });
    vi.setSystemTime(2 * TOLD_AGAIN - NOW);
    await submit({
      id: "c1",
      ...doubtful,
      author: { name: "Kim", email: "kim@mail.example", ip: "192.0.2.7" },
    });
    await vi.waitFor(async () => {
      forgetIsolate();
      expect((await scrape(ADMIN_TOKEN)).body).toContain("hamlet_comments_pending");
    }, WAIT);
    const { body } = await scrape(ADMIN_TOKEN);
    for (const line of body.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+\{(?:site|kind)="[a-z0-9_-]*"\} -?\d+(?:\.\d+)?)$/,
      );
    expect(body).not.toMatch(/kim|192\.0\.2|c1|some-blog/i);
  });
});

describe("the log", () => {
  it("tells of failures in lines of JSON, without anybody's words, addresses or keys", async () => {
    const lines: string[] = [];
    for (const level of ["info", "warn", "error"] as const)
      vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
    vi.spyOn(SiteObject.prototype, "submit").mockReturnValue(new Promise(() => {}) as never);
    vi.spyOn(env.QUEUE, "put").mockRejectedValue(
      new Error(`KV has no room for "secret words" of kim@mail.example, 192.0.2.7, ${DEMO_KEY}`),
    );
    const comment = {
      id: "c1",
      content: "secret words",
      author: { name: "Kim Doe", email: "kim@mail.example", ip: "192.0.2.7" },
    };
    expect((await submit(comment)).status).toBe(503);
    vi.spyOn(SiteObject.prototype, "answer").mockImplementation(() => {
      throw new SyntaxError(`Unexpected token 's', "secret words" is not valid JSON`);
    });
    expect((await call("GET", "/v1/sites/demo/comments/kim@mail.example", { key: DEMO_KEY })).status).toBe(
      422,
    );
    const events = lines.map((line) => JSON.parse(line));
    expect(events).toEqual([
      { event: "site object unreachable", site: "demo", reason: "Error: no answer within 600 ms" },
      {
        event: "nothing stored",
        site: "demo",
        reason: expect.stringMatching(/^Error: KV has no room for …/),
      },
    ]);
    expect(lines.join("\n")).not.toMatch(/secret|kim|192\.0\.2|demo1234/i);
  });
});

describe("signing out everywhere", () => {
  const signIn = async (name: string) => {
    const { headers } = await call("POST", "/login", {
      body: new URLSearchParams({ token: ADMIN_TOKEN, name, next: "/queue" }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" },
    });
    return (headers.get("set-cookie") ?? "").split(";")[0] as string;
  };
  const open = async (cookie: string) => (await call("GET", "/queue", { headers: { cookie } })).status;

  it("ends every session, by the owner's token or by the button", async () => {
    const [ann, bo] = [await signIn("Ann"), await signIn("Bo")];
    expect([await open(ann), await open(bo)]).toEqual([200, 200]);
    expect((await call("DELETE", "/v1/sessions", { key: DEMO_KEY })).status).toBe(401);
    expect((await call("DELETE", "/v1/sessions", { key: ADMIN_TOKEN })).body).toEqual({ ended: 2 });
    expect([await open(ann), await open(bo)]).toEqual([303, 303]);

    const [cy, dora] = [await signIn("Cy"), await signIn("Dora")];
    const page = await call<string>("GET", "/sites", { headers: { cookie: cy } });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const form = {
      cookie: cy,
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://hamlet.example",
    };
    const out = await call("POST", "/logout/everywhere", { body: `csrf=${csrf}`, headers: form });
    expect(out.headers.get("location")).toBe("/login");
    expect([await open(cy), await open(dora)]).toEqual([303, 303]);
  });
});
