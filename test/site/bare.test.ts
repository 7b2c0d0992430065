import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { ADMIN_TOKEN, call, decide, demoSite, remark, submit } from "./blog.ts";

/** Publishes all that holds nothing to follow, and nothing else. */
const WIDE = { publishBelow: 0, publishBareBelow: 0.99, rejectAbove: 1 };

beforeEach(async () => {
  await reset();
  await demoSite(WIDE);
});

const ada = { name: "Ada Bauer", email: "ada@tides.example", ip: "203.0.113.7" };
const send = (n: number) => submit({ id: `c${n}`, content: remark(n).content, author: ada });

describe("a comment with nothing to follow that the machine published", () => {
  it("is no trust: its author is still one whom nobody has approved", async () => {
    for (const n of [0, 1, 2, 3]) expect((await send(n)).body.outcome).toBe("publish");
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { holdFirstTimers: true } });
    const { body } = await send(4);
    expect({ outcome: body.outcome, policy: body.policy }).toEqual({
      outcome: "review",
      policy: [{ rule: "first comment of this author", effect: "hold" }],
    });
    expect(body.hits.filter(({ signal }) => signal === "trusted-author")).toEqual([]);
    await decide("c4", { decision: "approve" });
    expect((await send(5)).body.policy).toEqual([]);
  });
});
