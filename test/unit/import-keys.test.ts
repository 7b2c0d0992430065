import { expect, it } from "vitest";
import { keyOf } from "../../src/site/tables/imports.ts";

it("half a million ids of a database have keys of their own", () => {
  const ids = Array.from(
    { length: 500_000 },
    (_, i) => `66f1${(i * 7919).toString(16).padStart(8, "0")}c0ffee${i}`,
  );
  expect(new Set(ids.map(keyOf)).size).toBe(ids.length);
});
