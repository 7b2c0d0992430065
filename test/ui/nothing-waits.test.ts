import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import { NOW, SECOND } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { demoSite, pass, submit } from "../site/blog.ts";

const ids = ["first", "second", "third"];

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, rejectAbove: 1 });
});

const holdThree = async () => {
  const contents = ["I like tides", "The price of bread here", "When is the train late again"];
  for (const [i, id] of ids.entries()) {
    const link = `http://some-blog-${i}.example/page`;
    await submit({ id, content: `${contents[i]}? More on ${link}`, author: { name: `Kim ${i}` } });
  }
};

/** What a page says waits, and what it shows. */
const shown = (html: string) => ({
  count: Number(/class="n" data-status="pending" data-n="(\d+)"/.exec(html)?.[1]),
  rows: [...html.matchAll(/id="c-demo-([^"]+)"/g)].map(([, id]) => id),
  saysNothingWaits: html.includes("Nothing waits for you."),
});

describe("the page never says that nothing waits beside a number above 0", () => {
  it("when KV shows nothing of what it was told: the site's own rows are read", async () => {
    await holdThree();
    await pass(SECOND);
    const { keys } = await env.QUEUE.list();
    for (const { name } of keys) await env.QUEUE.delete(name);
    const { get } = await signIn();
    const { body } = await get("/queue");
    const { count, rows, saysNothingWaits } = shown(body);
    expect({ count, rows: rows.toSorted(), saysNothingWaits }).toEqual({
      count: 3,
      rows: ids,
      saysNothingWaits: false,
    });
  });

  it("when KV shows some of it", async () => {
    await holdThree();
    await pass(SECOND);
    const { keys } = await env.QUEUE.list();
    for (const { name } of keys.filter(({ name }) => name.endsWith("first"))) await env.QUEUE.delete(name);
    const { get } = await signIn();
    expect(shown((await get("/queue")).body).rows.toSorted()).toEqual(ids);
  });

  it.each([
    ["a page behind the last one", "after="],
    ["one of a search", "q=tides&after="],
    ["one of another tab", "tab=all&after="],
  ])("on %s: it says how many there are, and leads to the first", async (_, query) => {
    await holdThree();
    const { get } = await signIn();
    const end = query.startsWith("tab") ? "1:a" : `${NOW + SECOND}:zzz`;
    const cursor = btoa(JSON.stringify([["demo", end]])).replaceAll("=", "");
    const { body } = await get(`/queue?${query}${cursor}`);
    expect(shown(body)).toEqual({ count: 3, rows: [], saysNothingWaits: false });
    expect(body).toMatch(/There (is 1|are 3), but (not|none) on this page\./);
    const first =
      /<a href="([^"]+)">Newest first shows them<\/a>/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(shown((await get(first)).body).rows.length).toBeGreaterThan(0);
  });

  it("and says it when that is so", async () => {
    const { get } = await signIn();
    expect(shown((await get("/queue")).body)).toEqual({ count: 0, rows: [], saysNothingWaits: true });
  });
});
