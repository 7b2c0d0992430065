import { reset, runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, it, vi } from "vitest";
import { NOW } from "../clock.ts";
import { decide, demoSite, doubtful, siteObject, submit } from "./blog.ts";
import { insideOf, restart, unpause } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite();
});

const inside = insideOf("demo");
const held = (id: string) => submit({ id, ...doubtful, author: { name: `Kim ${id}` } });
const ring = () => runDurableObjectAlarm(siteObject());
const keys = async () =>
  (await env.QUEUE.list({ prefix: "queue/demo/" })).keys.map(({ name }) => name.split("~")[1]).sort();
const outbox = () =>
  inside((_, storage) =>
    storage.sql
      .exec("SELECT comment FROM outbox ORDER BY comment")
      .toArray()
      .map(({ comment }) => comment),
  );
const at = (seconds: number) => vi.setSystemTime(NOW + 1000 * seconds);
/** Calls `meanwhile` as the key of a comment is put. */
function whilePutting(id: string, meanwhile: () => Promise<unknown>): void {
  const put = env.QUEUE.put.bind(env.QUEUE);
  vi.spyOn(env.QUEUE, "put").mockImplementation(async (...call) => {
    if (String(call[0]).endsWith(`~${id}`)) await meanwhile();
    return (put as (...all: unknown[]) => Promise<void>)(...call);
  });
}

it("a comment that comes to wait is put into KV without a row in the outbox", async () => {
  await held("a");
  expect([await outbox(), await keys()]).toEqual([[], []]);
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], ["a"]]);
});

it("what came before a crash is put after it, and decided then leaves no key", async () => {
  await held("a");
  await held("b");
  await restart("demo");
  await decide("a", { decision: "spam" });
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], ["b"]]);
});

it("one that arrived earlier and is stored while later ones are put gets its key, too", async () => {
  at(10);
  await held("later");
  whilePutting("later", async () => {
    at(5);
    await held("earlier");
    at(10);
  });
  await ring();
  expect([await outbox(), await keys()]).toEqual([["earlier"], ["later"]]);
  vi.restoreAllMocks();
  at(20);
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], ["earlier", "later"]]);
});

it("one decided while its key is put loses it again", async () => {
  await held("a");
  whilePutting("a", () => decide("a", { decision: "spam" }));
  await ring();
  vi.restoreAllMocks();
  at(20);
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], []]);
});

it("where one in the middle fails, it and all after it are put later, and none before it is lost", async () => {
  for (const [i, id] of ["a", "b", "c", "d"].entries()) {
    at(i);
    await held(id);
  }
  whilePutting("c", () => Promise.reject(new Error("KV is down")));
  await ring();
  expect((await keys()).filter((id) => id !== "d")).toEqual(["a", "b"]);
  vi.restoreAllMocks();
  await unpause("demo");
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], ["a", "b", "c", "d"]]);
});

it("more than one alarm brings come in turns, those of one moment among them", async () => {
  const ids = Array.from({ length: 130 }, (_, i) => `c${String(i).padStart(3, "0")}`);
  for (let i = 0; i < ids.length; i += 10) await Promise.all(ids.slice(i, i + 10).map(held));
  await ring();
  expect((await keys()).length).toBe(120);
  at(300);
  await ring();
  expect([await outbox(), await keys()]).toEqual([[], ids]);
});
