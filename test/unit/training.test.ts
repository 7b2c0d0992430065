import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAM_SHARE } from "../../src/core/classifier/grams.ts";
import type { Coded } from "../../src/core/classifier/packing.ts";
import { unpack } from "../../src/core/classifier/starter-model.ts";
import { hash } from "../../src/core/hash.ts";
import { byLanguage, languageRow } from "../../src/lab/training/by-language.ts";
import type { Document, Vocabulary } from "../../src/lab/training/documents.ts";
import { figures, platt, type Scored } from "../../src/lab/training/evaluate.ts";
import { fitModel, rawScore } from "../../src/lab/training/fit.ts";
import { foldsOf } from "../../src/lab/training/folds.ts";
import { languageOf } from "../../src/lab/training/language.ts";
import { pack } from "../../src/lab/training/pack.ts";
import { countsOf } from "../../src/lab/training/strata.ts";

const coded = ({ codes, values }: Coded, at: number) => values[codes[at] as number] as number;

/** Documents of made-up tokens, a line each: source, class, language, tokens. */
function corpus(
  lines: readonly (readonly [source: string, kind: "spam" | "ham", language: string, tokens: string])[],
) {
  const vocabulary: Vocabulary = { tokens: [], index: new Map() };
  const intern = (token: string) => {
    const known = vocabulary.index.get(token) ?? vocabulary.tokens.push(token) - 1;
    vocabulary.index.set(token, known);
    return known;
  };
  const documents = lines.map(([source, kind, language, tokens]): Document => {
    const found = Uint32Array.from(tokens.split(" "), intern);
    return {
      source,
      spam: kind === "spam",
      language,
      weight: 1,
      payload: false,
      dump: false,
      priors: 0,
      tokens: found,
      learned: found,
      grams: Uint16Array.of(7),
    };
  });
  return { documents, vocabulary };
}

const times = <T>(n: number, row: T): T[] => Array.from({ length: n }, () => row);

/** Of a token, what was counted and believed. */
function counted(lines: Parameters<typeof corpus>[0], token: string) {
  const { documents, vocabulary } = corpus(lines);
  const { spam, ham, logOdds, trust } = countsOf(documents, vocabulary);
  const i = vocabulary.index.get(token) as number;
  return { spam: spam[i], ham: ham[i], logOdds: logOdds[i] as number, trust: trust[i] };
}

describe("sources left out", () => {
  const row = (source: string, kind: "spam" | "ham" = "ham") => [source, kind, "en", "ws:x"] as const;

  it("are each blog alone, then groups, and what of them is there", () => {
    const { documents } = corpus(
      ["blog-joehx", "blog-made-mistakes", "wxr-zh-douo", "form-en-aom", "form-mul-aom", "other"].map(
        (name) => row(name),
      ),
    );
    expect(foldsOf(documents)).toEqual([
      ["blog-joehx"],
      ["blog-made-mistakes"],
      ["form-mul-aom", "form-en-aom"],
      ["wxr-zh-douo"],
    ]);
  });

  it("are each with both classes, where the blogs are not there; one source alone cannot be left out", () => {
    const both = (name: string) => [row(name), row(name, "spam")];
    expect(foldsOf(corpus([...both("a"), ...both("b"), row("c")]).documents)).toEqual([["a"], ["b"]]);
    expect(foldsOf(corpus(both("a")).documents)).toEqual([]);
  });

  it("are in one fold at most", () => {
    const names = [
      "form-mul-aom",
      "tg-ru-radiot",
      "vk-ru-stankin",
      "tg-uk-swindlers",
      "wxr-zh-clarkok",
      "blog-joehx",
    ];
    const all = foldsOf(corpus(names.map((name) => row(name))).documents).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("what a token says against its language", () => {
  it("is nothing, if every comment of that language has it, however much of the language is spam", () => {
    const lines = [
      ...times(90, ["a", "spam", "ru", "ws:привет"] as const),
      ...times(10, ["b", "ham", "ru", "ws:привет"] as const),
      ...times(200, ["c", "ham", "en", "ws:hello"] as const),
    ];
    expect(counted(lines, "ws:привет").logOdds).toBeCloseTo(0, 1);
  });

  it("is much, if it is in spam where its language is mostly ham", () => {
    const lines = [
      ...times(20, ["a", "spam", "en", "ws:casino"] as const),
      ...times(20, ["b", "ham", "en", "ws:tide"] as const),
    ];
    expect(counted(lines, "ws:casino").logOdds).toBeGreaterThan(0.5);
    expect(counted(lines, "ws:tide").logOdds).toBeLessThan(-0.5);
  });

  it("is believed by half at 150 documents of the language's rarer class, in English always", () => {
    const lines = (language: string) => [
      ...times(150, ["a", "spam", language, "ws:xyzzy"] as const),
      ...times(400, ["b", "ham", language, "ws:plugh"] as const),
    ];
    expect(counted(lines("vi"), "ws:xyzzy").trust).toBe(0.5);
    expect(counted(lines("en"), "ws:xyzzy").trust).toBe(1);
  });

  it.each([
    ["a word of two documents", times(2, ["a", "spam", "en", "ws:rare"] as const), "ws:rare"],
    ["grammar", times(9, ["a", "spam", "en", "ws:the"] as const), "ws:the"],
    ["what is grammar to everybody but a search", times(9, ["a", "spam", "en", "ws:not"] as const), "ws:not"],
    ["a person's name", times(9, ["a", "spam", "en", "a:emily"] as const), "a:emily"],
    ["a country's ending", times(9, ["a", "spam", "en", "tld:de"] as const), "tld:de"],
  ])("is nothing: %s", (_, lines, token) => {
    expect(counted([...lines, ...times(9, ["b", "ham", "en", "ws:tide"] as const)], token)).toMatchObject({
      logOdds: 0,
      trust: 0,
    });
  });
});

describe("the model", () => {
  const { documents, vocabulary } = corpus([
    ...times(30, ["a", "spam", "en", "ws:casino h:casino.example s:link-count:1"] as const),
    ...times(30, ["a", "ham", "en", "ws:tide a:reader s:link-count:0"] as const),
    // Some are not what they look like, or the weights would reach beyond what is kept of them.
    ...times(8, ["a", "spam", "en", "ws:tide s:link-count:0"] as const),
    ...times(8, ["a", "ham", "en", "ws:casino h:casino.example s:link-count:1"] as const),
  ]);
  const fit = fitModel(documents, vocabulary);
  const scaling = { scale: 1, shift: 0 };
  const packed = pack(fit, vocabulary, scaling, {});

  it("sets spam above ham, and its packed form scores within its rounding", () => {
    const model = unpack(packed);
    expect(documents.slice(0, 60).map((document) => rawScore(fit, document) > 0)).toEqual(
      documents.slice(0, 60).map(({ spam }) => spam),
    );
    // A reader's name is not shipped, so the packed form knows less of the good ones.
    for (const document of documents.filter(({ spam }) => spam)) {
      const raw = rawScore(fit, document);
      let sum = model.bias + GRAM_SHARE * coded(model.grams, 7);
      let odds = 0;
      let known = 0;
      for (const token of document.tokens) {
        const place = model.find(hash(vocabulary.tokens[token] as string));
        if (place === undefined) continue;
        known++;
        sum += coded(model.weights, place);
        odds += coded(model.logOdds, place);
      }
      expect(Math.abs(sum + odds / Math.sqrt(Math.max(1, known)) - raw)).toBeLessThan(0.5);
    }
  });

  it("ships no name that was met in ham alone, and no text", () => {
    const model = unpack(packed);
    expect(model.find(hash("a:reader"))).toBeUndefined();
    expect(model.find(hash("h:casino.example"))).toBeDefined();
    expect(JSON.stringify(packed)).not.toMatch(/casino|reader|tide/);
  });

  it("is the same to the bit for the same documents, and its name tells", () => {
    const again = pack(fitModel(documents, vocabulary), vocabulary, scaling, {});
    expect(again).toEqual(packed);
    const other = fitModel(documents.slice(0, 40), vocabulary);
    expect(pack(other, vocabulary, scaling, {}).version).not.toBe(packed.version);
  });
});

describe("figures of scores", () => {
  const scored = (score: number, spam: boolean, given: Partial<Scored> = {}): Scored => ({
    source: "a",
    spam,
    language: "en",
    payload: true,
    dump: false,
    priors: 0,
    score,
    ...given,
  });

  it("are perfect where all spam is above all ham", () => {
    const rows = [...times(9, scored(-1, false)), ...times(9, scored(1, true))];
    expect(figures(rows)).toEqual({ auc: 1, recall: [1, 1, 1], hamHeld: 0 });
  });

  it("by language tell what is published by its limit, held and rejected", () => {
    const limits = { bare: 0, payload: -4, reject: 5 };
    const rows = [
      scored(-5, true),
      scored(-3, true),
      scored(-3, true, { payload: false }),
      scored(-5, false),
      scored(-3, false),
      scored(-3, false, { payload: false }),
      scored(6, false, { source: "b" }),
      scored(9, false, { language: "fr" }),
      scored(-6, true, { priors: 3 }),
    ];
    const found = byLanguage(rows, limits);
    expect(found).toEqual([
      {
        language: "en",
        spam: 4,
        sources: 1,
        ham: 4,
        auc: 6.5 / 16,
        held: 1,
        rejected: 1,
        withPayload: { published: 1, of: 3 },
        bare: { published: 1, of: 1 },
      },
    ]);
    expect(found.map(languageRow)).toEqual(["| en | 0.406 | 4, 1 | 1 of 3 | 1 of 1 | 4 | 1 | 1 |"]);
  });

  it("are scaled so that the errors are even, each source and class counting alike", () => {
    const sources = fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean()), {
      minLength: 20,
      maxLength: 60,
    });
    fc.assert(
      fc.property(sources, (drawn) => {
        const rows = [
          ...drawn.map(([score, spam]) => scored(score, spam)),
          scored(-1, true),
          scored(1, false),
        ];
        const { scale, shift } = platt(rows);
        const error = (spam: boolean) => {
          const own = rows.filter((row) => row.spam === spam);
          const missed = own.map(({ score }) => {
            const p = 1 / (1 + Math.exp(-(scale * score + shift)));
            return spam ? 1 - p : p;
          });
          return missed.reduce((a, b) => a + b, 0) / own.length;
        };
        expect(error(true)).toBeCloseTo(error(false), 4);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a text's language", () => {
  it.each([
    ["Das ist nicht so, aber ich habe es auch gelesen.", undefined, "de"],
    ["Это не так", undefined, "ru"],
    ["Це не так, як є", undefined, "uk"],
    ["我记得不是这样的", undefined, "zh"],
    ["私はそう思います", undefined, "ja"],
    ["좋은 글 감사합니다", undefined, "ko"],
    ["من این طور به یاد ندارم، پس چه", undefined, "fa"],
    ["The tide is late", undefined, "en"],
    ["12345", "tr", "tr"],
    ["12345", undefined, "und"],
    ["ok", "vi", "vi"],
  ])("of %s is %s by its place, and told as %s", (text, hint, language) => {
    expect(languageOf(text, hint)).toBe(language);
  });
});
