import { describe, expect, it } from "vitest";
import { parseAst } from "vitest/node";
import { planted } from "../../src/lab/mutate/mutant.ts";
import { mutantsIn, mutantsOf } from "../../src/lab/mutate/plant.ts";
import { sampleOf } from "../../src/lab/mutate/sample.ts";

/** Each mutant of a source as the text it makes of its line. */
const made = (source: string) =>
  mutantsIn(source, "a.ts").map((mutant) => planted(source, mutant).split("\n")[mutant.line - 1]);

describe("planted mistakes", () => {
  it.each([
    ["a number", "f(4);", [";", "f(5);", "f(3);", "f(8);", "f(2);"]],
    ["a number's sign", "x = -1;", [";", "x = 1;", "x = -2;", "x = -0;", "x = -0.5;"]],
    ["a string", 'const a = "b";', ['const a = "";', 'const a = "bx";']],
    ["a template", `const a = \`b\${c}\`;`, [`const a = \`\${c}\`;`]],
    ["a comparison", "const a = b < c;", ["const a = b <= c;", "const a = b >= c;"]],
    ["a condition", "if (a) b();", ["if (!(a)) b();", "if (false) b();", "if (a) ;"]],
    ["branches", "const a = b ? c : d;", ["const a = ((b) ? (d) : (c));"]],
    ["a default", "const a = b ?? c;", ["const a = ((b) && (c));"]],
    ["a negation", "const a = !b;", ["const a = b;"]],
    ["a list", "const a = [b, c];", ["const a = [ c];", "const a = [b, ];"]],
    ["a call", "const a = b.trim();", ["const a = b;"]],
    ["the least", "const a = Math.min(b, c);", ["const a = Math.max(b, c);"]],
    ["what is returned", "function f() { return a; }", ["function f() { return undefined; }"]],
    [
      "a pattern",
      "const a = /^b{2}(?:cd|ef)/;",
      [
        "const a = /^b{3}(?:cd|ef)/;",
        "const a = /^b{1}(?:cd|ef)/;",
        "const a = /b{2}(?:cd|ef)/;",
        "const a = /^b{2}(?:ef)/;",
        "const a = /^b{2}(?:cd|ef)/i;",
      ],
    ],
  ])("change %s", (_, source, expected) => {
    expect(made(source)).toEqual(expected);
  });

  it.each([
    ["types", 'type A = "b" | 4; interface C { readonly d: -1 } const e = f as "g";'],
    ["imports", 'import a from "b"; export * from "c"; import type { D } from "d";'],
    ["remarks", "// 4 < 5\n/* !a */"],
    ["prose", 'const a = { description: "For people" };'],
  ])("leave alone %s", (_, source) => {
    expect(made(source)).toEqual([]);
  });

  it("leave a text that can be read", () => {
    const source = `const a = (b?: 4) => \`\${b ?? c} \${d.min(1, 2)}\` + /[+*]{2,}|a+?/u.source;`;
    const mutants = mutantsIn(source, "a.ts");
    expect(mutants.length).toBeGreaterThan(9);
    for (const mutant of mutants)
      expect(() => parseAst(planted(source, mutant), { lang: "ts" })).not.toThrow();
  });
});

describe("a sample of them", () => {
  const files = ["src/core/signals/exclamation.ts", "src/core/signals/old-post.ts", "src/core/hash.ts"];
  const mutants = files.flatMap(mutantsOf);
  const sources = new Map(files.map((file) => [file, 'variants: "two"']));

  it("is the same for the same seed, and another for another", () => {
    expect(sampleOf(mutants, sources, 20, 7)).toEqual(sampleOf(mutants, sources, 20, 7));
    expect(sampleOf(mutants, sources, 20, 7)).not.toEqual(sampleOf(mutants, sources, 20, 8));
  });

  it("has so many, and one of every file", () => {
    const sample = sampleOf(mutants, new Map(), 5, 1);
    expect(sample).toHaveLength(5);
    expect(new Set(sample.map(({ file }) => file)).size).toBe(3);
  });
});
