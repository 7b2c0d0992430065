import { expect, it } from "vitest";
import { akismetKey, keyWithNumber, siteKey } from "../../src/secrets/site-secrets.ts";

const MASTER = "a-secret-of-more-than-thirty-two-characters";
const seed = { id: "blog", nonce: "n" };

it("an Akismet key is of the characters that WordPress' form lets through; one made before is made again as it was", async () => {
  const hex = await akismetKey(MASTER, seed, { n: 3, form: "hex" });
  const before = await akismetKey(MASTER, seed, { n: 2 });
  expect([hex, before]).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}$/),
    expect.stringMatching(/^(?=.*[g-z])[a-z0-9]{12}$/),
  ]);
  const site = {
    ...seed,
    keys: [
      { n: 1, scope: "site" },
      { n: 2, scope: "akismet" },
      { n: 3, scope: "akismet", form: "hex" },
    ],
  } as const;
  const again = await Promise.all([1, 2, 3, 4].map((n) => keyWithNumber(MASTER, site, n, undefined)));
  expect(again).toEqual([await siteKey(MASTER, seed, 1), before, hex, undefined]);
});
