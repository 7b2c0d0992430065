import fc from "fast-check";
import { expect, it } from "vitest";
import { type Setting, settings } from "../../src/core/judging/policy.ts";
import { sways } from "../../src/core/judging/rules.ts";
import {
  type JudgedPast,
  judgedFromBytes,
  judgedPastUnder,
  judgedToBytes,
} from "../../src/site/tables/judged-past.ts";

const MINUTE = 60_000;
const judged = fc.record<JudgedPast>({
  at: fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((minutes) => minutes * MINUTE),
  label: fc.constantFrom("ham", "spam"),
  byPerson: fc.boolean(),
  outcome: fc.constantFrom("publish", "review", "reject"),
  score: fc.double({ min: -299, max: 299, noNaN: true }),
  bare: fc.boolean(),
  sway: fc.constantFrom(undefined, ...sways),
});
const rounded = (one: JudgedPast) => ({ ...one, score: expect.closeTo(one.score, 3) });

it("how comments of the past were judged is read as it was written", () => {
  fc.assert(
    fc.property(fc.array(judged), (all) => {
      expect(judgedFromBytes(judgedToBytes(all))).toEqual(all.map(rounded));
    }),
  );
});

it("a comment of the past is under every setting what it was, however little is kept of it", () => {
  fc.assert(
    fc.property(judged, fc.constantFrom<Setting>("careful", "balanced", "light"), (one, setting) => {
      const limits = settings[setting];
      const near = Object.values(limits).some(
        (limit) => Math.abs(one.score - Math.log(limit / (1 - limit))) < 1e-4,
      );
      fc.pre(!near);
      const [kept] = judgedFromBytes(judgedToBytes([one]));
      expect(kept && judgedPastUnder(kept, limits)).toBe(judgedPastUnder(one, limits));
    }),
  );
});
