import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { check } from "../../core/check.ts";
import { emptySiteState } from "../../core/classifier/site-state.ts";
import { loadStarter } from "../../core/classifier/starter.ts";
import { type Comment, commentTypes, formats } from "../../core/comment.ts";
import { type Policy, settings } from "../../core/judging/policy.ts";
import type { History } from "../../core/memory/history.ts";
import { read } from "../../core/reading/subject.ts";
import { fittedSignals } from "../../core/signals/fitted.ts";
import { priorSignals } from "../../core/signals/priors.ts";
import { nasty, repeated } from "./nasty.ts";

const policy: Policy = {
  thresholds: settings.balanced,
  hosts: ["blog.example"],
  languages: ["en"],
  holdFirstTimers: false,
  holdLinks: false,
  blocked: ["__proto__", "example.net", "a@b.example"],
  allowed: ["constructor"],
};
const corpus = { starter: loadStarter(), site: emptySiteState() };
const history: History = {
  now: Date.UTC(2026, 10, 26),
  samePostsToday: 0,
  nearSpam: 0,
  nearPublished: 0,
  domains: [],
  surge: false,
};

const text = (most: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...Object.values(nasty)),
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "binary" }),
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join("").slice(0, most));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Comments as the hostile would send them. */
const comments: fc.Arbitrary<Comment> = fc.record({
  type: fc.constantFrom(...commentTypes),
  format: fc.constantFrom(...formats),
  content: text(65_536),
  post: fc.record({ url: maybe(text(2048)), title: maybe(text(512)), excerpt: maybe(text(4096)) }),
  parent: maybe(fc.record({ content: maybe(text(4096)) })),
  author: fc.record({
    name: maybe(text(256)),
    email: maybe(text(320)),
    url: maybe(text(2048)),
    userAgent: maybe(text(512)),
    role: maybe(text(64)),
  }),
  referrer: maybe(text(2048)),
  language: maybe(text(20)),
  form: maybe(fc.record({ honeypot: maybe(text(4096)), elapsed: maybe(fc.nat()) })),
});

/** Why a verdict is none; undefined: it is one. */
function fault(comment: Comment): string | undefined {
  const verdict = check(read(comment, policy.hosts), corpus, history, policy);
  const sum = verdict.hits.reduce((total, hit) => total + hit.points, 0);
  if (!Number.isFinite(verdict.score) || Math.abs(sum - verdict.score) > 1e-6)
    return "the points do not add up";
  if (verdict.probability < 0 || verdict.probability > 1) return "the probability is none";
  const broken = verdict.notRun.filter(({ failed }) => failed);
  if (broken.length > 0) return `${broken[0]?.signal} broke: ${broken[0]?.reason}`;
  if (JSON.stringify(verdict).length > 20_000) return "the verdict is larger than 20 kB";
  return undefined;
}

/** Runs random comments through the filter. Answers what went wrong, with the comment that showed it. */
export function fuzzFilter(runs: number, seed: number): string[] {
  const result = fc.check(
    fc.property(comments, (comment) => {
      const found = fault(comment);
      if (found !== undefined) throw new Error(found);
    }),
    { numRuns: runs, seed },
  );
  if (!result.failed) return [];
  return [`${String(result.errorInstance)}: ${JSON.stringify(result.counterexample).slice(0, 300)}`];
}

/** Milliseconds, the best of three. */
function time(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const begun = performance.now();
    work();
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

interface Growth {
  readonly what: string;
  readonly piece: string;
  /** Milliseconds at 64 kB, and how many times those at 16 kB: linear is 4. */
  readonly ms: number;
  readonly ratio: number;
}

const SMALL = 16_384;
const LARGE = 65_536;
/** Faster than this at 64 kB, a ratio tells of the clock only. */
const NOTICEABLE = 1;
/** Linear is 4; allowing for caches and garbage. */
const MOST = 8;

/** How time grows from 16 to 64 kB: of the whole filter and of each signal, for every piece repeated. */
export function growths(pieces: readonly string[] = repeated): Growth[] {
  const of = (what: string, piece: string, work: (comment: Comment) => void): Growth => {
    const make = (size: number): Comment => ({
      type: "comment",
      format: "html",
      content: piece.repeat(Math.ceil(size / piece.length)).slice(0, size),
      post: { title: "A post", url: "https://blog.example/a" },
      author: { name: piece.repeat(256).slice(0, 256), url: `http://${piece}.example` },
    });
    const [small, large] = [make(SMALL), make(LARGE)];
    const before = time(() => work(small));
    const ms = time(() => work(large));
    return {
      what,
      piece: JSON.stringify(piece.slice(0, 20)),
      ms,
      ratio: ms / Math.max(before, NOTICEABLE / MOST),
    };
  };
  return pieces.flatMap((piece) => [
    of("the whole filter", piece, (comment) => check(read(comment, policy.hosts), corpus, history, policy)),
    of("reading", piece, (comment) => read(comment, policy.hosts)),
    ...[...fittedSignals, ...priorSignals].map((signal) => {
      const subjects = new Map<Comment, ReturnType<typeof read>>();
      return of(signal.name, piece, (comment) => {
        const subject = subjects.get(comment) ?? read(comment, policy.hosts);
        subjects.set(comment, subject);
        signal.detect(subject, history, policy);
      });
    }),
  ]);
}

export const isTooSteep = ({ ms, ratio }: Growth): boolean => ms > NOTICEABLE && ratio > MOST;

/** Megabytes of heap that are left after so many comments, warmed up before. */
export function heapGrowth(runs: number, seed: number): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const some = fc.sample(comments, { numRuns: 200, seed });
  const round = (n: number) => {
    for (let i = 0; i < n; i++)
      check(read(some[i % some.length] as Comment, policy.hosts), corpus, history, policy);
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const before = round(Math.ceil(runs / 4));
  return round(runs) - before;
}
