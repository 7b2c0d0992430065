import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import released from "../../src/ui/embed/released.json" with { type: "json" };

const file = readFileSync(join(import.meta.dirname, "../../src/ui/assets", released.path));

describe("the script for blogs' own pages", () => {
  it("is five kilobytes at most", () =>
    expect(gzipSync(file, { level: 9 }).length).toBeLessThanOrEqual(5_000));

  it("is what pages are told to expect", () => {
    const digest = createHash("sha384").update(file).digest("base64");
    expect(released.integrity).toBe(`sha384-${digest}`);
  });

  it.each([
    ["hamlet-1.js", "mUbMIU0rSqUXqrEZvwpngRJRQVIXy/Ta9qh0M/1NLJUppeiMAqsec7k9KdXK/MME"],
    ["hamlet-2.js", "MtjZDLviBppEbwaNK9CHd3x2hAXZoZ7mCvT3OJqqULi6jzos8ImA2mLSfvibP+P8"],
  ])("stays as it was in a version that pages may name: %s", (name, hash) => {
    const earlier = readFileSync(join(import.meta.dirname, "../../src/ui/assets/embed", name));
    expect(createHash("sha384").update(earlier).digest("base64")).toBe(hash);
  });

  it("loads nothing else, and makes no code of text", () => {
    expect(file.toString()).not.toMatch(
      /\bimport\b|\beval\b|new Function|document\.write|createElement\("script"/,
    );
  });
});
