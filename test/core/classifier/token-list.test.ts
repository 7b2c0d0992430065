import fc from "fast-check";
import { expect, it } from "vitest";
import { TokenList } from "../../../src/core/classifier/token-list.ts";

const token = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom(1, 2, 4097, 0xffffffff));

it("lists tokens once, in the order in which they came, by their texts where hashes are alike", () => {
  const list = new TokenList();
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
      // A text has one hash.
      const given = tokens.map(([text, hash]) => [`${text}${hash % 3}`, hash] as const);
      const hashOf = new Map(given);
      for (const [text] of given) list.add(text, hashOf.get(text) as number);
      const known = [...new Set(given.map(([text]) => text))];
      expect(list.size).toBe(known.length);
      const { texts, hashes } = list.take();
      expect([texts, [...hashes]]).toEqual([known, known.map((text) => hashOf.get(text))]);
    }),
  );
});

it("takes no more tokens than it has room for", () => {
  const list = new TokenList();
  for (let i = 0; i < 3000; i++) list.add(`t${i}`, i);
  const { texts, hashes } = list.take();
  expect([texts.length, hashes.length, texts.at(-1), list.size]).toEqual([2048, 2048, "t2047", 0]);
});
