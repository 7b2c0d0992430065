import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { PutAside, type Sourced } from "../../../src/cli/import/in-order.ts";
import { Met } from "../../../src/cli/import/met.ts";
import { NOW } from "../../clock.ts";

test("a comment is met once, however many were met before", () => {
  const met = new Met();
  const ids = Array.from({ length: 20_000 }, (_, i) => String(i));
  expect(ids.filter((id) => met.add("isso", id))).toEqual(ids);
  expect(ids.filter((id) => met.add("isso", id))).toEqual([]);
  expect(ids.filter((id) => met.add("waline", id))).toEqual(ids);
});

test("any ids are known as a set knows them", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), (ids) => {
      const met = new Met();
      expect(ids.filter((id) => met.add("isso", id))).toEqual([...new Set(ids)]);
    }),
  );
});

test("more comments than a block of the index has come out in order of time", () => {
  const comments = new PutAside();
  onTestFinished(() => comments.close());
  const MANY = 20_000;
  const past = (i: number): Sourced => ({
    id: String(i),
    source: "isso",
    label: "skip",
    by: "person",
    comment: { content: "Thanks!", submittedAt: new Date(NOW + i).toISOString() },
  });
  // 37 and 20,000 share no divisor, so that each place is met once.
  for (let i = 0; i < MANY; i++) comments.add(past((i * 37) % MANY));
  let at = 0;
  for (const { id } of comments.inOrder()) if (id !== String(at++)) break;
  expect([at, comments.size]).toEqual([MANY, MANY]);
});
