import { hash } from "../hash.ts";
import { type Fingerprint, type Sketched, similarity } from "../reading/fingerprint.ts";
import { fold } from "../reading/fold.ts";
import { ALIKE } from "./lookalikes.ts";

/** What of a comment is compared with a wave. */
export interface Seen {
  /** Undefined: too short to be told from anybody else's. */
  readonly fingerprint: Fingerprint | undefined;
  /** Domains it links to, the blog's own left out. */
  readonly domains: readonly string[];
  readonly name: string | undefined;
}

/** What the comments of a wave have in common, as hashes: no text, domain or name can be read out of it. */
export interface WavePattern {
  readonly texts: readonly Sketched[];
  readonly domains: readonly string[];
  readonly names: readonly string[];
}

/** Texts of a wave that are kept: those that most of its comments are near to. */
export const MOST_TEXTS = 4;
export const MOST_DOMAINS = 8;
export const MOST_NAMES = 8;
/** From this share of common word pairs on, a text with a domain of the wave is one of it. */
const HALF_ALIKE = 0.3;
/** Shorter names are everybody's. */
const LEAST_NAME = 3;

/** What comments have in common, the leading one first; undefined: nothing that later ones could be known by. */
export function patternOf(wave: readonly Seen[]): WavePattern | undefined {
  const pattern: WavePattern = {
    texts: textsOf(wave),
    domains: shared(wave.map(domainKeys), wave.length).slice(0, MOST_DOMAINS),
    names: shared(wave.map(nameKeys), wave.length).slice(0, MOST_NAMES),
  };
  return isOpen(pattern) ? pattern : undefined;
}

/** Whether a comment is one of the wave: a near copy, or one with a domain of it whose text or name is like. */
export function fits({ texts, domains, names }: WavePattern, seen: Seen): boolean {
  const near = nearest(texts, seen);
  if (near >= ALIKE) return true;
  if (!domainKeys(seen).some((domain) => domains.includes(domain))) return false;
  return near >= HALF_ALIKE || nameKeys(seen).some((name) => names.includes(name));
}

/** The pattern without what it has in common with a comment that a person approves; undefined: then nothing is left of it. */
export function without(pattern: WavePattern, approved: Seen): WavePattern | undefined {
  const domains = domainKeys(approved);
  const narrowed: WavePattern = {
    texts: pattern.texts.filter((text) => nearest([text], approved) < ALIKE),
    domains: pattern.domains.filter((domain) => !domains.includes(domain)),
    names: pattern.names,
  };
  return isOpen(narrowed) ? narrowed : undefined;
}

/** Whether any comment can fit. */
const isOpen = ({ texts, domains, names }: WavePattern): boolean =>
  texts.length > 0 || (domains.length > 0 && names.length > 0);

function nearest(texts: readonly Sketched[], { fingerprint }: Seen): number {
  if (!fingerprint) return 0;
  return Math.max(
    0,
    ...texts.map((text) => (text.exact === fingerprint.exact ? 1 : similarity(text, fingerprint))),
  );
}

/** One text for all that are near to it, the most frequent first. */
function textsOf(wave: readonly Seen[]): Sketched[] {
  const kinds: { text: Fingerprint; count: number }[] = [];
  for (const { fingerprint } of wave) {
    if (!fingerprint) continue;
    const known = kinds.find(({ text }) => nearest([text], { fingerprint, domains: [], name: "" }) >= ALIKE);
    if (known) known.count++;
    else kinds.push({ text: fingerprint, count: 1 });
  }
  return kinds
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_TEXTS)
    .map(({ text }) => ({ exact: text.exact, sketch: [...text.sketch] }));
}

/** The keys that at least two, and half of all have, the most frequent first. */
function shared(keys: readonly (readonly string[])[], all: number): string[] {
  const counts = new Map<string, number>();
  for (const key of keys.flatMap((some) => [...new Set(some)])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 2 && count * 2 >= all)
    .sort((a, b) => b[1] - a[1])
    .map(([key]) => key);
}

const keyOf = (text: string): string => hash(text).toString(16) + hash(`${text}\n`).toString(16);

const domainKeys = ({ domains }: Seen): string[] => domains.map((domain) => keyOf(`domain ${domain}`));

/** How a name is written, whatever its figures: `bonus77` and `bonus78` are one. */
function nameKeys({ name = "" }: Seen): string[] {
  const pattern = fold(name).trim().replaceAll(/\d+/g, "0");
  return pattern.length < LEAST_NAME ? [] : [keyOf(`name ${pattern}`)];
}
