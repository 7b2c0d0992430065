import fc from "fast-check";
import { expect, it } from "vitest";
import { seal, unseal } from "../../src/secrets/seal.ts";

const MASTER = "a-master-secret-of-forty-characters-0000";
const site = { id: "blog", nonce: "abc" };

it("what was sealed for a site is read again there, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 300 }), async (text) => {
      expect(await unseal(MASTER, site, await seal(MASTER, site, text))).toBe(text);
    }),
    { numRuns: 30 },
  );
});

it("it is read by no other site, under no other master, and not once it is damaged", async () => {
  const sealed = await seal(MASTER, site, "open-sesame");
  const damaged = `${sealed.slice(0, -4)}${sealed.endsWith("AAAA") ? "BBBB" : "AAAA"}`;
  const read = await Promise.all([
    unseal(MASTER, { id: "other", nonce: "abc" }, sealed),
    unseal(MASTER, { id: "blog", nonce: "made again" }, sealed),
    unseal("another-master-secret-of-forty-characters", site, sealed),
    unseal(MASTER, site, damaged),
    unseal(MASTER, site, "no base64!"),
    unseal(MASTER, site, ""),
  ]);
  expect(read).toEqual(Array(6).fill(undefined));
});
