import { describe, expect, it } from "vitest";
import { judgeAbuse } from "../../../src/core/abuse/abuse.ts";
import { abuseFeatures, FIRST_WORD, insultScore } from "../../../src/core/abuse/features.ts";
import { unmasked } from "../../../src/core/abuse/lexicon.ts";
import { abuseOf, loadAbuseModel, unpackAbuse } from "../../../src/core/abuse/model.ts";
import { swearWords, threats } from "../../../src/core/abuse/words.ts";
import { packSigned } from "../../../src/core/classifier/packing.ts";
import { hash } from "../../../src/core/hash.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { aComment } from "../a-comment.ts";

const judged = (content: string) => judgeAbuse(read(aComment({ content }), []));
const alone = (signal: string, points: number, evidence: string) => ({
  score: points,
  flagged: true,
  hits: [{ signal, points, evidence }],
});
const nothing = { score: 0, flagged: false, hits: [] };

describe("a threat", () => {
  const phrases = [
    "kill yourself",
    "i will kill you",
    "i'll kill you",
    "i will find you",
    "i know where you live",
    "hope you die",
    "you should die",
    "deserve to die",
    "burn in hell",
    "going to hurt you",
    "ich bring dich um",
    "je vais te tuer",
    "te voy a matar",
    "vou te matar",
  ];

  it("is one of these phrases", () => {
    expect(threats).toEqual(phrases);
  });

  it.each(phrases)("is worth three points: %s", (phrase) => {
    expect(judged(`${phrase.toUpperCase()}.`).hits).toContainEqual({
      signal: "threat",
      points: 3,
      evidence: phrase,
    });
  });

  it("is looked for in the first 8192 characters", () => {
    expect(judged(`${"tide ".repeat(1636)}burn in hell`)).toEqual(alone("threat", 3, "burn in hell"));
    expect(judged(`${"tide ".repeat(1638)}burn in hell`)).toEqual(nothing);
  });
});

describe("a swear word of another language", () => {
  it.each([
    ["Du bist ein Arschloch", "arschloch"],
    ["Arschloch, geh weg, du", "arschloch"],
    ["Tu es un connard", "connard"],
    ["eres una puta", "puta"],
    ["sei uno stronzo", "stronzo"],
    ["jij bent een klootzak", "klootzak"],
    ["ty kurwa", "kurwa"],
    ["voce e um caralho", "caralho"],
    ["ты блядь", "блядь"],
    ["du fitta", "fitta"],
    ["sen orospu", "orospu"],
    ["ty kurva", "kurva"],
  ])("is aimed at somebody: %s", (content, word) => {
    expect(judged(content).hits).toContainEqual({ signal: "aimed-swearing", points: 2, evidence: word });
  });

  it.each([
    ["nobody is addressed", "Das ist ein Arschloch"],
    ["the address is four words before", "Du sagst nie jemals Arschloch"],
    ["the address is four words behind", "Arschloch sagt man nie du"],
    ["another language's word for you", "Tu Arschloch"],
    ["a word that only holds it", "du Arschlochkind"],
  ])("is none if %s", (_, content) => {
    expect(judged(content).hits.map(({ signal }) => signal)).not.toContain("aimed-swearing");
  });

  it("is known by its languages' words for you", () => {
    const words = swearWords();
    expect(swearWords()).toBe(words);
    expect([...(words.get("arschloch") ?? [])]).toEqual(["du", "dich", "dir", "dein", "deine", "bist"]);
    expect([...(words.get("connard") ?? [])]).toEqual(["tu", "te", "toi", "es", "t'es", "vous"]);
    expect([...(words.get("klootzak") ?? [])]).toEqual(["jij", "je", "jou", "bent"]);
    expect([...(words.get("orospu") ?? [])]).toEqual(["sen", "seni", "sana"]);
    expect([...(words.get("stronzo") ?? [])]).toEqual(["tu", "te", "ti", "sei"]);
    expect([...(words.get("блядь") ?? [])]).toEqual(["ты", "тебя", "тебе"]);
    expect([...(words.get("fitta") ?? [])]).toEqual(["du", "dig", "ar"]);
    const everyday =
      "bitte nicht peter negro negra sexo aborto fica sexe sesso sexual droga drogas mama mamar concha";
    for (const word of everyday.split(" ")) expect(words.has(word), word).toBe(false);
    for (const word of words.keys()) expect(word).toMatch(/^\p{L}{4,}$/u);
  });
});

describe("an insult", () => {
  it("is worth how far it is beyond the model's threshold, and one", () => {
    const content = "You are a pathetic moron, stop writing, asshole.";
    const model = loadAbuseModel();
    const beyond = insultScore(read(aComment({ content }), [])) - model.threshold;
    expect(beyond).toBeGreaterThan(0);
    expect(judged(content)).toEqual(alone("insult", 1 + beyond, "words as in insults"));
  });

  it.each([
    "You are a pathetic moron, stop writing, asshole.",
    "a f**k and the b*tch the the the",
    "漢字 ß don't don't5",
    "x".repeat(3000),
    "",
  ])("is scored by the weights of a text's features, each once: %s", (content) => {
    const { bias, weights } = loadAbuseModel();
    const subject = read(aComment({ content }), []);
    const features = abuseFeatures(subject);
    const sum = features.reduce(
      (total, at) => total + (weights.values[weights.codes[at] as number] as number),
      0,
    );
    expect(insultScore(subject)).toBe(abuseOf(sum, features.length, { bias }));
    expect(new Set(features).size).toBe(features.length);
  });

  it("adds to a threat", () => {
    const { score, hits } = judged("You pathetic asshole, burn in hell, you piece of shit");
    expect(hits.map(({ signal }) => signal)).toEqual(["threat", "insult"]);
    expect(score).toBe(3 + (hits[1]?.points ?? 0));
  });

  it.each([
    "I disagree strongly, this is wrong and badly argued.",
    "Kill the process with kill -9 and start it again.",
    "Bist du sicher? Bitte nicht so schnell.",
    "El sexo de tu perro no importa.",
    "The dummy index is a damn nuisance.",
    "",
  ])("is none: %s", (content) => {
    expect(judged(content)).toEqual(nothing);
  });
});

describe("what the abuse model weighs", () => {
  const of = (folded: string) => [...abuseFeatures(read(aComment({ content: folded }), []))];
  const wordBucket = (hashed: number) => FIRST_WORD + (hashed & (FIRST_WORD - 1));
  const bucket = (of: string) => wordBucket(hash(of));

  it("is stems and pairs of them, each once, then runs of letters", () => {
    const [walk, fast] = [hash("walk"), hash("fast")];
    const pair = (a: number, b: number) => wordBucket(Math.imul(a, 0x9e3779b1) ^ b);
    const [one, two] = [bucket("walk"), bucket("fast")];
    expect(of("walking fast walks fast").slice(0, 4)).toEqual([one, two, pair(walk, fast), pair(fast, walk)]);
    expect(of("")).toEqual([]);
    // A stem, and the runs of " ab ": three of three letters or more.
    expect(of("ab")).toHaveLength(1 + 3);
    expect(of("ab").map((one) => one < FIRST_WORD)).toEqual([false, true, true, true]);
  });

  it("is the first 150 words", () => {
    const words = Array.from({ length: 150 }, (_, i) => `w${i}`).join(" ");
    expect(of(`${words} more of them`)).toEqual(of(words));
  });

  it("is how many insults there are, and whether they are aimed", () => {
    expect(of("a moron")).toContain(bucket("insult"));
    expect(of("you moron")).toContain(bucket("insult beside you"));
    expect(of("a moron")).not.toContain(bucket("insult beside you"));
    expect(of("a moron and an idiot")).toContain(bucket("insults"));
  });

  it.each([
    ["b*tch", "bitch"],
    ["m***n", "moron"],
    ["a$$hole", "asshole"],
    ["id!ot", "idiot"],
  ])("is a masked insult as it is meant: %s", (masked, plain) => {
    expect(of(`you ${masked}, stop`)).toEqual(of(`you ${plain}, stop`));
  });

  it("is what it was, where signs mask nothing", () => {
    expect(unmasked("a*b and c# cost $5 @ home!")).toBe("a*b and c# cost $5 @ home!");
  });

  it("is unpacked from the root of each bucket's weight, a character each", () => {
    const model = unpackAbuse({
      bias: -1,
      step: 0.5,
      threshold: 2,
      measured: {},
      weights: packSigned([0, -3, 4]),
    });
    const { codes, values } = model.weights;
    expect([model.bias, model.threshold]).toEqual([-1, 2]);
    expect(Array.from(codes, (code) => values[code])).toEqual([0, -2.25, 4]);
    expect(abuseOf(1.75, 3, model)).toBeCloseTo(-1 + 1.75 / Math.sqrt(20), 6);
    expect(loadAbuseModel()).toBe(loadAbuseModel());
  });
});
