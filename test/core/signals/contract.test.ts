import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comment } from "../../../src/core/comment.ts";
import type { Span } from "../../../src/core/judging/verdict.ts";
import { read } from "../../../src/core/reading/subject.ts";
import { fittedSignals } from "../../../src/core/signals/fitted.ts";
import { mayFind, traitsOf } from "../../../src/core/signals/has.ts";
import { priorSignals } from "../../../src/core/signals/priors.ts";
import { aComment, aHistory, aPolicy } from "../a-comment.ts";
import { anyComment, repeated, textOf, timeOf } from "../any-comment.ts";

const all = [...fittedSignals, ...priorSignals];
const names = all.map(({ name }) => name);

const LENGTHS = [0, 100, 400, 1600];
const lengths = (of: string) => LENGTHS.map((length) => `${of}/${length}`);

/** Every variant is a token of the shipped model: one that is renamed is one the model no longer knows. */
const variants: Readonly<Record<string, readonly string[]>> = {
  "name-shape": ["person", "lower word", "word", "phrase", "lower phrase", "long", "mixed tail", "digits"],
  "name-commercial": ["one", "several", "offer"],
  "name-link": ["is address", "is host", "in path"],
  "name-in-text": ["word", "phrase"],
  "author-link": [
    "present",
    ...lengths("present"),
    ..."own host,home host,profile,deep,deeper,page,hyphens,hyphen,digits,long,in text,nobody's".split(","),
  ],
  "mail-domain": [
    "own",
    ...["public", "other"].flatMap((kind) => [`${kind}, with website`, `${kind}, without website`]),
  ],
  "link-count": [..."01249"].flatMap((count) => [count, ...lengths(count)]),
  "link-syntax": ["html", "bbcode", "markdown", "several"],
  "link-place": ["begins", "ends", "slogan"],
  "link-disguise": ["shortener", "short path", "address", "punycode", "user name"],
  "host-offer": ["games", "cures", "bodies", "loans", "goods", "lucky"],
  "own-link": ["text", "author"],
  "text-length": [
    ...[0, 20, 50, 100, 200, 400, 800, 1600].map((characters) => `c${characters}`),
    ...[0, 1, 2, 4, 8, 16].map((lines) => `l${lines}`),
  ],
  "mixed-script": ["one", "many"],
  exclamation: ["two", "many"],
  repetition: ["characters", "word", "variety"],
  gibberish: ["text", "name"],
  contact: ["any", "mail", "phone", "messenger", "wallet"],
  praise: ["any", "with link", "short", "short with link"],
  "page-praise": ["good", "pass on", "come back", "with link", "two"],
  "self-promotion": ["my site", "visit", "agency"],
  quote: ["quote", "answer", "mention"],
  question: ["one", "several"],
  emoji: ["many", "signs", "framed"],
  offer: [
    ..."gambling,work,loan,sale,body,invitation".split(",").flatMap((kind) => [kind, `${kind} twice`]),
    ..."two kinds,three kinds,many,disguised".split(","),
  ],
  brand: ["lucky", "numbered"],
};

const history = aHistory({
  samePostsToday: 2,
  nearSpam: 0.9,
  nearPublished: 0.8,
  velocity: { lastMinute: 9, lastHour: 9 },
  standing: { approved: 4, spam: 0, discarded: 0, confirmed: true },
});

/** What all signals find in a comment, with their names. */
function findings(comment: Comment) {
  const policy = aPolicy({ hosts: ["blog.example"], languages: ["en"] });
  const subject = read(comment, policy.hosts);
  return [
    ...fittedSignals.map((signal) => ({ name: signal.name, finding: signal.detect(subject) })),
    ...priorSignals.map(({ name, detect }) => ({ name, finding: detect(subject, history, policy) })),
  ].flatMap(({ name, finding }) => (finding ? [{ name, ...finding }] : []));
}

function fieldOf({ author, content, referrer }: Comment, field: Span["field"]): string {
  const fields = {
    content,
    referrer,
    "author.name": author.name?.trim(),
    "author.email": author.email,
    "author.url": author.url,
  };
  return fields[field] ?? "";
}

describe("every signal", () => {
  it("has a name of its own in kebab-case and says in a sentence what it sees", () => {
    expect(new Set(names).size).toBe(names.length);
    for (const { name, description } of all) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description).toMatch(/^[A-Z].{3,}[^.]$/);
    }
  });

  it("has its table", () => {
    const tables = readdirSync(import.meta.dirname).flatMap(
      (file) => /^(.+)\.test\.ts$/.exec(file)?.[1] ?? [],
    );
    expect(tables.filter((name) => name !== "contract").sort()).toEqual([...names].sort());
  });

  it("finds something with a strength above 0 and at most 1, or nothing, in any comment", () => {
    fc.assert(
      fc.property(anyComment, (comment) => {
        for (const { name, strength, evidence } of findings(comment)) {
          expect(strength, name).toBeGreaterThan(0);
          expect(strength, name).toBeLessThanOrEqual(1);
          expect(typeof evidence, name).toBe("string");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("finds nothing in a comment that has none of what it says it needs", () => {
    const mayFindIn = mayFind(all);
    const policy = aPolicy({ hosts: ["blog.example"], languages: ["en"] });
    fc.assert(
      fc.property(anyComment, (comment) => {
        const subject = read(comment, ["blog.example"]);
        const traits = traitsOf(subject);
        for (const [i, { name, detect }] of all.entries())
          if (!mayFindIn(i, traits)) expect(detect(subject, history, policy), name).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it("points to a place within the field", () => {
    fc.assert(
      fc.property(anyComment, (comment) => {
        for (const { name, span } of findings(comment)) {
          if (!span) continue;
          const text = fieldOf(comment, span.field);
          expect(0 <= span.start && span.start < span.end && span.end <= text.length, name).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("tells variants that the model knows it by, each once", () => {
    fc.assert(
      fc.property(anyComment, (comment) => {
        for (const { name, variants: found = [] } of findings(comment)) {
          expect(new Set(found).size, name).toBe(found.length);
          for (const variant of found) expect(variants[name], name).toContain(variant);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reads 64 KiB of any repetition in time that grows with the length", () => {
    for (const piece of repeated) {
      const time = (length: number, limit?: number) => {
        const comment = aComment({ content: textOf(piece, length) });
        return timeOf(() => findings(comment), limit);
      };
      // Sixteen times the text: a quadratic reader would take 256 times as long, seconds.
      const limit = 40 * time(4096) + 250;
      expect(time(65_536, limit), piece).toBeLessThan(limit);
    }
  });
});
