import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gramsOf } from "../../../src/core/classifier/grams.ts";
import {
  packRising,
  packRoots,
  packSigned,
  packSmall,
  unpackRising,
  unpackRoots,
  unpackSigned,
  unpackSmall,
} from "../../../src/core/classifier/packing.ts";

describe("numbers packed as text", () => {
  it("come back as they were, from 0 to 92", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 92 })), (numbers) => {
        expect([...unpackSmall(packSmall(numbers))]).toEqual(numbers);
      }),
    );
  });

  it("come back with their sign, beyond 46 as the last", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -46, max: 46 })), (numbers) => {
        expect([...unpackSigned(packSigned(numbers), 2)]).toEqual(numbers.map((number) => 2 * number));
      }),
    );
    expect([...unpackSigned(packSigned([-47, 1000]), 1)]).toEqual([-46, 46]);
  });

  it("come back by their roots within a step, large ones as well", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -2100, max: 2100, noNaN: true })), (numbers) => {
        const root = (number: number) => Math.sign(number) * Math.sqrt(Math.abs(number));
        const back = [...unpackRoots(packRoots(numbers, 1), 1)].map(root);
        for (const [i, number] of numbers.entries())
          expect(Math.abs((back[i] as number) - root(number))).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it("come back in rising order, whatever the gaps", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 24 - 1 })), (numbers) => {
        const rising = numbers.sort((a, b) => a - b);
        expect([...unpackRising(packRising(rising))]).toEqual(rising);
      }),
    );
  });

  it("need no escape in JSON", () => {
    const all = packSmall(Array.from({ length: 93 }, (_, i) => i));
    expect(JSON.stringify(all)).toBe(`"${all}"`);
  });
});

describe("runs of letters", () => {
  it("are those of two to four, each once, the gaps between words as one space", () => {
    expect(gramsOf("ab").length).toBe(3 + 2 + 1);
    expect([...gramsOf("ab -- ab!")]).toEqual([...gramsOf(" ab ab")]);
    expect([...gramsOf("")]).toEqual([...gramsOf("--")]);
  });

  it("are those of the first 1200 characters", () => {
    const text = "tide and moon ".repeat(100).slice(0, 1200);
    expect([...gramsOf(`${text}shell`)]).toEqual([...gramsOf(text)]);
  });
});
