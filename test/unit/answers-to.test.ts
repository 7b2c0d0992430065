import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boxOf, mailable } from "../../src/contract/reader.ts";
import { answersTo } from "../../src/site/readers/answers-to.ts";
import type { ShownComment } from "../../src/site/tables/readers.ts";

const ADA = { mail: "ada", asked: 10 };
const one = (id: string, parent: string | null, mail: string | null, arrived = 20): ShownComment => ({
  id,
  parent,
  mail,
  arrived,
});
const hers = one("hers", null, "ada", 10);

describe("a reader is told", () => {
  it.each<[what: string, shown: ShownComment[], told: string[], expected: string[]]>([
    ["of an answer to her comment", [hers, one("b", "hers", "bo")], [], ["b"]],
    ["of one by somebody without an address", [hers, one("b", "hers", null)], [], ["b"]],
    [
      "of what answers an answer, in whatever order it stands",
      [one("c", "b", "cy"), one("b", "hers", "bo"), hers],
      [],
      ["c", "b"],
    ],
    ["of what answers her own answer", [hers, one("b", "hers", "ada"), one("c", "b", "cy")], [], ["c"]],
    ["not of her own", [hers, one("b", "hers", "ada")], [], []],
    ["not of another conversation", [hers, one("x", null, "bo"), one("y", "x", "cy")], [], []],
    ["not of what she was told of", [hers, one("b", "hers", "bo")], ["b"], []],
    ["not of what came before she asked", [hers, one("b", "hers", "bo", 10)], [], []],
    ["not of what answers something that is not shown", [hers, one("c", "b", "cy")], [], []],
    ["not of answers that name each other", [hers, one("a", "b", "bo"), one("b", "a", "bo")], [], []],
    ["not of one that names itself", [one("a", "a", "bo"), hers], [], []],
    ["of nothing where nothing of hers is shown", [one("b", "hers", "bo")], [], []],
  ])("%s", (_, shown, told, expected) => {
    expect(answersTo(shown, ADA, new Set(told))).toEqual(expected);
  });

  it("of each once, never of her own, and of no more when she was told of all, whatever hangs on what", () => {
    const ids = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const comments = fc.uniqueArray(
      fc.record({
        id: ids,
        parent: fc.option(ids),
        mail: fc.option(fc.constantFrom("ada", "bo")),
        arrived: fc.integer({ min: 5, max: 20 }),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(comments, fc.uniqueArray(ids), (shown, told) => {
        const answers = answersTo(shown, ADA, new Set(told));
        const found = shown.filter(({ id }) => answers.includes(id));
        expect(new Set(answers).size).toBe(answers.length);
        expect(
          found.every(({ id, mail, arrived }) => mail !== "ada" && arrived > 10 && !told.includes(id)),
        ).toBe(true);
        expect(answersTo(shown, ADA, new Set([...told, ...answers]))).toEqual([]);
        expect(
          answersTo(
            shown.filter(({ mail }) => mail !== "ada"),
            ADA,
            new Set(told),
          ),
        ).toEqual([]);
      }),
    );
  });
});

describe("an address that mail may go to", () => {
  it.each([
    ["Ada@Mail.Example", "ada@mail.example"],
    [" ada@mail.example ", "ada@mail.example"],
    ["a+b.c@mail.example", "a+b.c@mail.example"],
    ["ada@m\u00fcll.example", "ada@xn--mll-hoa.example"],
    ["ada", undefined],
    ["ada@localhost", undefined],
    ["ada@127.0.0.1", undefined],
    ["ada\u0001@mail.example", undefined],
    ["\u0430da@mail.example", undefined],
    ["ada@mail.example\r\nBcc: eve@mail.example", undefined],
    [`${"a".repeat(300)}@mail.example`, undefined],
    [undefined, undefined],
  ])("%j: %s", (given, expected) => {
    expect(mailable(given)).toBe(expected);
  });

  it("whatever it was made of holds plain characters alone", () => {
    for (let code = 0; code < 0x250; code++) {
      const address = mailable(`a${String.fromCharCode(code)}b@mail.example`);
      expect(address === undefined || /^[\x21-\x7e]+$/.test(address)).toBe(true);
    }
  });

  it("is of one mailbox with others that providers deliver there", () => {
    expect(
      ["ada@mail.example", "a.d.a@mail.example", "ada+x@mail.example", "a.da+y.z@mail.example"].map(boxOf),
    ).toEqual(Array(4).fill("ada@mail.example"));
  });
});
