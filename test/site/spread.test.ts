import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { decide, demoSite, remark, submit } from "./blog.ts";
import { restart } from "./inside.ts";

/** Publishes whatever no rule holds. */
const WIDE = { publishBelow: 0.99, publishBareBelow: 0.99, rejectAbove: 1 };

beforeEach(async () => {
  await reset();
  await demoSite(WIDE);
});

const rule = (others: number) =>
  `links to small-shop.example, which nobody here approved, as ${others} others did within a day`;

/** One of a campaign, each by another person and under another post. */
async function send(n: number, link = " See http://small-shop.example/now") {
  const { body } = await submit({
    id: `c${n}`,
    content: `${remark(n).content}${link}`,
    author: { name: `Reader ${n}`, email: `reader${n}@mail.example`, ip: `203.0.${n}.7` },
    post: { url: `https://blog.example/post-${n}` },
  });
  return { outcome: body.outcome, policy: body.policy };
}
const held = (others: number) => ({ outcome: "review", policy: [{ rule: rule(others), effect: "hold" }] });
const published = { outcome: "publish", policy: [] };

describe("a domain that nobody here knows", () => {
  it("is held from the fourth person on who links to it, known after waking, until a person approves of one", async () => {
    for (const n of [0, 1, 2]) expect(await send(n)).toEqual(published);
    expect(await send(3)).toEqual(held(3));
    expect(await send(4, " See http://tides.example/now")).toEqual(published);
    await restart("demo");
    expect(await send(5)).toEqual(held(4));
    await decide("c3", { decision: "approve" });
    expect(await send(6)).toEqual(published);
  });
});
