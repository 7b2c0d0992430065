import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** The files and folders that a page names; my-….ts is the reader's own, to be made. */
const namedIn = (page: string): string[] => {
  const text = readFileSync(join(ROOT, page), "utf8");
  const paths = text.match(/\b(?:src|test)\/[\w./-]*\w/g) ?? [];
  return paths.filter((path) => !/\/my-[\w-]+\.ts$/.test(path));
};

describe("what is written about the source", () => {
  it.each(pages)("names only files that are there: %s", (page) => {
    expect(namedIn(page).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it("names files at all", () => {
    expect(namedIn("docs/architecture.md").length).toBeGreaterThan(20);
  });
});
