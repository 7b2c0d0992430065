import fc from "fast-check";
import { expect, it } from "vitest";
import { REMEMBERED, Recent, type Trace } from "../../../src/core/memory/recent.ts";

/** Which parts of the network are shared by what stands there now, looked through as a whole. */
function looked(traces: Iterable<Trace>): ReadonlySet<string> {
  const all = new Set<string>();
  const by = new Map<string, Set<string>>();
  for (const { status, mail, name, prefix } of traces) {
    if (status !== "published" || prefix === undefined) continue;
    const author = mail ?? `name ${name ?? ""}`;
    all.add(author);
    by.set(prefix, (by.get(prefix) ?? new Set()).add(author));
  }
  return new Set(all.size < 20 ? [] : [...by].filter(([, { size }]) => size * 2 > all.size).map(([p]) => p));
}

const status = fc.constantFrom("published" as const, "pending" as const, "spam" as const);
const came = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map((n) => `c${n}`),
  status,
  mail: fc.option(
    fc.integer({ min: 0, max: 40 }).map((n) => `m${n}`),
    { nil: undefined },
  ),
  name: fc.option(fc.constantFrom("Ada", "Bo"), { nil: undefined }),
  prefix: fc.option(fc.constantFrom("p", "p", "q"), { nil: undefined }),
});
const step = fc.oneof(
  { weight: 5, arbitrary: came.map((one) => ({ does: "remember" as const, one })) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("move" as const), one: came }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("forget" as const), one: came }) },
);

it("what most share is the same, counted as comments come, move and go, and looked through as a whole", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const recent = new Recent();
      const stand = new Map<string, Trace>();
      for (const { does, one } of steps) {
        const known = stand.get(one.id);
        if (does === "remember") {
          const trace: Trace = {
            ...one,
            post: undefined,
            hash: one.id,
            arrived: 0,
            decided: false,
            fingerprint: undefined,
          };
          recent.remember(trace);
          stand.set(one.id, trace);
        } else if (does === "move") {
          recent.move(one.id, one.status, true);
          if (known) stand.set(one.id, { ...known, status: one.status });
        } else {
          recent.forget(one.id);
          stand.delete(one.id);
        }
      }
      expect(recent.shared).toEqual(looked(stand.values()));
    }),
  );
});

it("what is forgotten as too much came is counted no longer", () => {
  const recent = new Recent();
  const remember = (n: number, prefix: string) =>
    recent.remember({
      id: `c${n}`,
      post: undefined,
      hash: `${n}`,
      arrived: n,
      status: "published",
      decided: false,
      fingerprint: undefined,
      mail: `m${n}`,
      name: undefined,
      prefix,
    });
  for (let n = 0; n < REMEMBERED; n++) remember(n, "proxy");
  expect(recent.shared).toEqual(new Set(["proxy"]));
  for (let n = 0; n < REMEMBERED; n++) remember(REMEMBERED + n, `own ${n}`);
  expect(recent.shared).toEqual(new Set());
});
