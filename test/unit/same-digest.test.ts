import fc from "fast-check";
import { expect, it } from "vitest";
import { sameDigest, sameSecret } from "../../src/secrets/derive.ts";

it("compares digests and secrets as what they are, whatever their lengths", async () => {
  const digest = fc.string({ unit: fc.constantFrom("0", "1", "a"), maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(digest, digest, async (a, b) => {
      expect([sameDigest(a, b), await sameSecret(a, b)]).toEqual([a === b, a === b]);
    }),
  );
});
