import { reset } from "cloudflare:test";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { Event } from "../../src/contract/decision.ts";
import { HOUR } from "../clock.ts";
import { call, DEMO_KEY, decide, demoSite, doubtful, pass, submit, tell } from "./blog.ts";

const IDS = ["c1", "c2"];

interface Told {
  readonly id: string;
  readonly sequence: number;
  readonly status: string;
}

/** Makes a site and three comments; answers what the blog is told, and how to let the blog fail. */
async function aBlog() {
  await reset();
  await demoSite({ webhook: "https://blog.example/hamlet" });
  for (const id of IDS) await submit({ id, ...doubtful });
  const blog = { told: [] as Told[], fails: false, during: async () => {} };
  vi.spyOn(globalThis, "fetch").mockImplementation(async (request) => {
    const { data } = JSON.parse(await (request as Request).text()) as { data: Told };
    const taken = !blog.fails;
    // What it heard it acted on, whatever it answered; what it heard again it left alone, as the event's id is the same.
    if (!blog.told.some(({ sequence }) => sequence === data.sequence)) blog.told.push(data);
    await blog.during();
    return new Response("", { status: taken ? 200 : 500 });
  });
  return blog;
}

const revisionOf = async (id: string) => (await tell(id)).body.revision;

type Step =
  | { readonly kind: "decide" | "decide while sending"; readonly id: string; readonly decision: string }
  | { readonly kind: "replay"; readonly id: string }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "fail" | "recover" };

describe("whatever is decided, undone, replayed and refused, in whatever order", () => {
  const id = fc.oneof({ weight: 5, arbitrary: fc.constant("c1") }, fc.constant("c2"));
  const decision = fc.constantFrom("approve", "spam", "undo", "undo");
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant("decide" as const), id, decision }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("decide while sending" as const), id, decision }) },
    fc.record({ kind: fc.constant("replay" as const), id }),
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant("wait" as const),
        ms: fc.constantFrom(5000, 60_000, 100 * HOUR),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom("fail" as const, "fail" as const, "recover" as const) }),
    },
  );

  const take = (decision: string, kind: "decide" | "decide while sending" = "decide"): Step => ({
    kind,
    id: "c1",
    decision,
  });
  const wait = (ms: number): Step => ({ kind: "wait", ms });
  /** Ways in which a blog could be left with a status that is not the comment's. */
  const hard: Step[][] = [
    // An earlier event told the later status, and may have been taken.
    [take("approve"), take("spam"), { kind: "fail" }, wait(5000), take("undo")],
    // The event before was given up.
    [take("approve"), { kind: "fail" }, wait(5000), wait(100 * HOUR), take("spam"), take("undo")],
    // The event before went out late, and told what the later decision made of the comment.
    [
      take("spam"),
      wait(100 * HOUR),
      take("undo"),
      take("spam"),
      { kind: "replay", id: "c2" },
      wait(5000),
      take("undo"),
    ],
    [
      take("spam"),
      wait(100 * HOUR),
      take("undo"),
      take("undo", "decide while sending"),
      { kind: "replay", id: "c2" },
      take("spam"),
    ],
    // Decided and undone while an event was on its way.
    [take("approve"), take("spam", "decide while sending"), wait(5000), take("undo")],
    [take("approve"), take("undo", "decide while sending"), wait(5000)],
    [take("approve"), take("spam"), take("undo", "decide while sending"), { kind: "fail" }, wait(5000)],
  ];

  it("the last the blog hears of a comment is its status, and it hears of each in order", async () => {
    let meanwhile = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const blog = await aBlog();
        const decideOn = async (id: string, decision: string) => {
          await decide(id, { decision, revision: await revisionOf(id) });
        };
        for (const one of steps) {
          if (one.kind === "decide") await decideOn(one.id, one.decision);
          else if (one.kind === "decide while sending") {
            const { id, decision } = one;
            blog.during = async () => {
              blog.during = async () => {};
              await decideOn(id, decision);
              meanwhile++;
            };
          } else if (one.kind === "replay")
            await call("POST", `/v1/sites/demo/comments/${one.id}/replay`, { key: DEMO_KEY });
          else if (one.kind === "wait") await pass(one.ms);
          else blog.fails = one.kind === "fail";
        }
        blog.fails = false;
        for (let i = 0; i < 4; i++) await pass(6 * HOUR);
        await call("POST", "/v1/sites/demo/deliveries/replay", { key: DEMO_KEY });
        for (let i = 0; i < 4; i++) await pass(6 * HOUR);
        for (const id of IDS) {
          const heard = blog.told.filter((told) => told.id === id);
          const sequences = heard.map(({ sequence }) => sequence);
          expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
          if (heard.length > 0)
            expect([id, heard.at(-1)?.status]).toEqual([id, (await tell(id)).body.status]);
        }
      }),
      { numRuns: 15, endOnFailure: true, examples: hard.map((steps) => [steps]) },
    );
    expect(meanwhile).toBeGreaterThan(0);
  });
});

describe("the feed of decisions", () => {
  it("read in whatever pages while others decide tells each event once, in order", async () => {
    await aBlog();
    const ids = Array.from({ length: 30 }, (_, i) => `d${i}`);
    for (const id of ids) await submit({ id, ...doubtful });
    let deciding = 4;
    const decider = async (own: readonly string[]) => {
      for (const id of own) {
        await decide(id, { decision: "approve" });
        await decide(id, { decision: "undo" });
      }
      deciding--;
    };
    const read: Event[] = [];
    const reader = async () => {
      for (let since = 0, limit = 1; ; limit = (limit % 7) + 1) {
        const over = deciding === 0;
        const path = `/v1/sites/demo/decisions?since=${since}&limit=${limit}`;
        const { body } = await call<{ events: Event[]; next: number }>("GET", path, { key: DEMO_KEY });
        read.push(...body.events);
        if (over && body.events.length === 0) return;
        since = body.next;
      }
    };
    const parts = [0, 1, 2, 3].map((n) => ids.filter((_, i) => i % 4 === n));
    await Promise.all([reader(), ...parts.map(decider)]);
    const sequences = read.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(read.map(({ comment, type }) => `${comment} ${type}`).sort()).toEqual(
      ids.flatMap((id) => [`${id} comment.published`, `${id} comment.reverted`]).sort(),
    );
  });
});
