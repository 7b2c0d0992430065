import { describe, expect, it } from "vitest";
import { loadStarter } from "../../src/core/classifier/starter.ts";
import { parity, spreadOf } from "../../src/lab/parity/measure.ts";

describe("one thing said in many ways", () => {
  it.each(parity(loadStarter()))("lies close together: $name", (found) => {
    expect(found.scores.length).toBeGreaterThan(8);
    expect(spreadOf(found)).toBeLessThanOrEqual(found.most);
  });
});
