import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NEAR, NearTexts } from "../../../src/core/memory/near.ts";
import { type Fingerprint, SKETCH_SLOTS, similarity } from "../../../src/core/reading/fingerprint.ts";

const slots = Array.from({ length: SKETCH_SLOTS }, (_, slot) => slot);
/** A sketch that differs from that of a text in these slots. */
const differing = (seed: number, changed: readonly number[] = []): Fingerprint => ({
  exact: `${seed} ${changed.join(" ")}`,
  sketch: Uint32Array.from(
    slots,
    (slot) => Math.imul(seed + slot * 7919, 2_654_435_761) ^ Number(changed.includes(slot)),
  ),
});
const around = (texts: NearTexts<string>, fingerprint: Fingerprint) => [...texts.around(fingerprint)].sort();

describe("texts near one", () => {
  it("are all found, wherever they differ, each once", () => {
    const changed = fc.uniqueArray(fc.constantFrom(...slots), { maxLength: SKETCH_SLOTS });
    fc.assert(
      fc.property(fc.tuple(fc.integer({ min: 1, max: 1e6 }), changed), ([seed, places]) => {
        const [one, other] = [differing(seed), differing(seed, places)];
        const texts = new NearTexts<string>();
        texts.set("other", other, "other");
        const found = around(texts, one);
        if (similarity(one, other) >= NEAR) expect(found).toEqual(["other"]);
        else expect(["", "other"]).toContain(found.join());
      }),
    );
  });

  it("are not found once they are gone, and as they are now once they changed", () => {
    const texts = new NearTexts<string>();
    const one = differing(1);
    texts.set("a", one, "a");
    texts.set("b", differing(1, [3]), "b");
    texts.set("far", differing(2), "far");
    texts.set("short", undefined, "short");
    expect(around(texts, one)).toEqual(["a", "b"]);
    texts.set("a", one, "a, moved");
    expect(around(texts, one)).toEqual(["a, moved", "b"]);
    texts.set("a", differing(2, [4]), "a, edited");
    expect(around(texts, one)).toEqual(["b"]);
    expect(around(texts, differing(2))).toEqual(["a, edited", "far"]);
    texts.delete("b");
    texts.delete("b");
    texts.set("far", undefined, "far, cut short");
    expect(around(texts, one)).toEqual([]);
    expect(around(texts, differing(2))).toEqual(["a, edited"]);
  });
});
