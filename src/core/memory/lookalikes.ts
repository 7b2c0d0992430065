import { type Fingerprint, similarity } from "../reading/fingerprint.ts";

/** What makes comments alike. */
export const likenesses = ["text", "domain", "author"] as const;

export type Likeness = (typeof likenesses)[number];

/** What is compared of a comment. */
export interface Trait {
  readonly id: string;
  /** Undefined: too short to be told from anybody else's. */
  readonly fingerprint: Fingerprint | undefined;
  /** Who wrote it, as far as it can be known again; undefined: it cannot. */
  readonly author: string | undefined;
  /** Domains it links to that nobody here approved of yet. */
  readonly domains: readonly string[];
}

/** From this estimated share of common word pairs on, two texts are one: copies with a word or two exchanged. */
export const ALIKE = 0.6;
/** Neighbouring slots of a sketch that have to be the same for two texts to be compared at all: of texts just alike one in a thousand is missed. */
const BAND = 2;

/** Comments under one key that are compared: phrases that everybody uses would make it all of them. */
const MOST_COMPARED = 8;

/** Comments to find others like them among, in a time that does not grow with their number. */
export class Lookalikes {
  readonly #by = new Map<string, Trait[]>();

  constructor(traits: Iterable<Trait> = []) {
    for (const trait of traits) this.add(trait);
  }

  add(trait: Trait): void {
    for (const key of keysOf(trait)) {
      const known = this.#by.get(key);
      if (!known) this.#by.set(key, [trait]);
      else if (known.length < MOST_COMPARED) known.push(trait);
    }
  }

  /** One added before that is like this comment, and in what; undefined: there is none. */
  like(trait: Trait): { readonly id: string; readonly by: Likeness } | undefined {
    const unlike = new Set<Trait>();
    for (const key of keysOf(trait)) {
      const by = kindOf(key);
      for (const known of this.#by.get(key) ?? []) {
        if (by !== "text") return { id: known.id, by };
        if (unlike.has(known)) continue;
        if (sameText(known, trait)) return { id: known.id, by };
        unlike.add(known);
      }
    }
    return undefined;
  }
}

const sameText = ({ fingerprint: a }: Trait, { fingerprint: b }: Trait) =>
  a !== undefined && b !== undefined && (a.exact === b.exact || similarity(a, b) >= ALIKE);

const kindOf = (key: string): Likeness => (key[0] === "d" ? "domain" : key[0] === "a" ? "author" : "text");

/** Under what a comment is kept and looked for: the text's first, as it says most. */
function keysOf({ fingerprint, author, domains }: Trait): string[] {
  const keys = fingerprint ? [...textKeys(fingerprint)] : [];
  for (const domain of domains) keys.push(`d${domain}`);
  if (author !== undefined) keys.push(`a${author}`);
  return keys;
}

const known = new WeakMap<Fingerprint, readonly string[]>();

function textKeys(fingerprint: Fingerprint): readonly string[] {
  const made = known.get(fingerprint);
  if (made) return made;
  const { exact, sketch } = fingerprint;
  const keys = [`t${exact}`];
  known.set(fingerprint, keys);
  for (let slot = 0; slot < sketch.length; slot += BAND)
    keys.push(`t${slot}:${sketch[slot]}:${sketch[slot + 1]}`);
  return keys;
}
