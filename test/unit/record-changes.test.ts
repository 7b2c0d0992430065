import { describe, expect, it } from "vitest";
import { defaults } from "../../src/contract/site.ts";
import { newSite, rotated, withKey, withoutKey } from "../../src/directory/record-changes.ts";
import { HOUR, NOW } from "../clock.ts";

const made = newSite({ id: "blog", nonce: "n" }, { ...defaults, name: "Blog" }, NOW);
const first = { n: 1, scope: "site", createdAt: NOW, revokedAt: null };
const later = NOW + HOUR;

describe("the record of a site", () => {
  it("begins with one key, and a version that no earlier site of its id had reached", () => {
    expect(made).toEqual({
      id: "blog",
      nonce: "n",
      version: NOW,
      createdAt: NOW,
      settings: { ...defaults, name: "Blog" },
      generation: 1,
      keys: [first],
    });
  });

  it("rotated once keeps the key before valid", () => {
    const second = { n: 2, scope: "site", createdAt: later, revokedAt: null };
    expect(rotated(made, later)).toEqual({
      ...made,
      version: NOW + 1,
      generation: 2,
      keys: [first, second],
    });
  });

  it("rotated twice revokes the oldest, and leaves keys for Akismet's routes", () => {
    const twice = rotated(rotated(withKey(made, "akismet", NOW), later), later + 1);
    expect(twice.keys.map(({ n, scope, revokedAt }) => ({ n, scope, revokedAt }))).toEqual([
      { n: 1, scope: "site", revokedAt: later + 1 },
      { n: 2, scope: "akismet", revokedAt: null },
      { n: 3, scope: "site", revokedAt: null },
      { n: 4, scope: "site", revokedAt: null },
    ]);
    expect([twice.generation, twice.version]).toEqual([3, NOW + 3]);
  });

  it("numbers a key after all others, and says what an Akismet key is made of", () => {
    expect(withKey(made, "akismet", later)).toEqual({
      ...made,
      version: NOW + 1,
      keys: [first, { n: 2, scope: "akismet", createdAt: later, revokedAt: null, form: "hex" }],
    });
  });

  it("says when a key was revoked, the first time", () => {
    const revoked = withoutKey(made, 1, later);
    expect(revoked).toEqual({ ...made, version: NOW + 1, keys: [{ ...first, revokedAt: later }] });
    expect(withoutKey(revoked, 1, later + 1).keys).toEqual(revoked.keys);
  });
});
