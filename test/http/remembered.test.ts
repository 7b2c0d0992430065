import { env, reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DirectoryObject } from "../../src/directory/directory-object.ts";
import { forgetIsolate } from "../../src/platform/isolate.ts";
import { keyHash } from "../../src/secrets/site-secrets.ts";
import { SiteObject } from "../../src/site/site-object.ts";
import { later, NOW, SECOND } from "../clock.ts";
import { ADMIN_TOKEN, call, demoSite, plain, submit, tell } from "../site/blog.ts";
import { akismet, akismetKey, fields } from "./akismet-client.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const directory = () => env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));

/** Counts what work asks of KV and of the directory. */
async function asked(work: () => Promise<unknown>): Promise<{ reads: number; calls: number }> {
  const reads = vi.spyOn(env.QUEUE, "get");
  const calls = (["site", "grant", "roll"] as const).map((name) => vi.spyOn(DirectoryObject.prototype, name));
  await work();
  const counted = {
    reads: reads.mock.calls.length,
    calls: calls.reduce((sum, { mock }) => sum + mock.calls.length, 0),
  };
  for (const spy of [reads, ...calls]) spy.mockRestore();
  return counted;
}

const comment = (id: string) => submit({ id, ...plain, content: `${plain.content} ${id}` });
const wrongKey = (i: number) => `wrong${String(i).padStart(7, "0")}`;

describe("an isolate", () => {
  it("reads KV at most .1 times for a comment, one each second for two minutes", async () => {
    const COMMENTS = 120;
    const { body } = await comment("first");
    // What the object makes of a comment is not counted here, nor how long it takes.
    vi.spyOn(SiteObject.prototype, "submit").mockReturnValue({ ok: true, created: true, answer: body });
    forgetIsolate();
    const { reads, calls } = await asked(async () => {
      for (let i = 0; i < COMMENTS; i++) {
        later(SECOND);
        expect((await comment(`c${i}`)).status).toBe(201);
      }
    });
    expect({ reads: reads / COMMENTS <= 0.1, atAll: reads > 0, calls }).toEqual({
      reads: true,
      atAll: true,
      calls: 0,
    });
  });

  it("asks the directory once about a hundred wrong keys, and KV not oftener", async () => {
    const { reads, calls } = await asked(async () => {
      for (let i = 0; i < 50; i++) {
        const reply = await call("GET", "/v1/sites/demo/decisions", { key: wrongKey(i) });
        expect(reply.status).toBe(401);
        expect((await akismet("comment-check", fields(wrongKey(100 + i)))).body).toBe("invalid");
      }
    });
    expect({ reads, calls }).toEqual({ reads: 1, calls: 1 });
  });

  it("asks the directory once about a hundred sites that there are not", async () => {
    const { reads, calls } = await asked(async () => {
      for (let i = 0; i < 100; i++) expect((await call("GET", `/sites/none-${i}/privacy`)).status).toBe(404);
    });
    expect({ reads, calls }).toEqual({ reads: 1, calls: 1 });
  });

  it("knows a site and a key that it has just made, though it was asked for them before", async () => {
    expect((await call("GET", "/v1/sites/blog/decisions", { key: wrongKey(1) })).status).toBe(401);
    const made = await call<{ key: string }>("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "blog" } });
    expect((await call("GET", "/v1/sites/blog/decisions", { key: made.body.key })).status).toBe(200);
    const key = await akismetKey("blog");
    expect((await akismet("verify-key", fields(key))).body).toBe("valid");
  });

  it("learns within ten seconds of a key that another one made", async () => {
    const key = "anotherkey12";
    const isValid = async () => (await akismet("verify-key", fields(key))).body === "valid";
    expect(await isValid()).toBe(false);
    const hash = await keyHash((env as unknown as { HAMLET_SECRET: string }).HAMLET_SECRET, key);
    await directory().addAkismetKey("demo", hash, 2, NOW);
    later(9 * SECOND);
    const before = await isValid();
    later(SECOND);
    expect([before, await isValid()]).toEqual([false, true]);
  });

  it("that does not know of it yet does not take a comment by a revoked key: the site object has the newest", async () => {
    const key = await akismetKey();
    const before = await directory().site("demo");
    expect((await akismet("verify-key", fields(key))).body).toBe("valid");
    await call("DELETE", "/v1/sites/demo/keys/2", { key: ADMIN_TOKEN });
    // Another isolate, before which the copies of then stand.
    forgetIsolate();
    await env.QUEUE.put("site/demo", JSON.stringify(before));
    const hash = (await directory().held("demo"))?.keys.find(({ n }) => n === 2)?.hash;
    await env.QUEUE.put(`key/${hash}`, JSON.stringify({ site: "demo", n: 2, scope: "akismet" }));
    const told = await akismet("comment-check", fields(key));
    expect([told.body, told.headers.get("x-akismet-debug-help")]).toEqual(["invalid", "The key was revoked"]);
  });

  it("that does not know of it yet judges by the settings of the site object", async () => {
    const before = await directory().site("demo");
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { blocked: ["gcc"] } });
    forgetIsolate();
    await env.QUEUE.put("site/demo", JSON.stringify(before));
    await comment("c1");
    expect((await tell("c1")).body.status).toBe("spam");
  });
});
