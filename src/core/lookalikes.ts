import { type Fingerprint, similarity } from "./similarity.ts";

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
const ALIKE = 0.5;
/** Slots of a sketch that have to be the same for two texts to be compared at all: of texts just alike one in a hundred is missed. */
const BAND = 2;

/** Comments to find others like them among, in a time that does not grow with their number. */
export class Lookalikes {
  readonly #by = new Map<string, Trait[]>();

  constructor(traits: Iterable<Trait> = []) {
    for (const trait of traits) this.add(trait);
  }

  add(trait: Trait): void {
    for (const key of keysOf(trait)) {
      const known = this.#by.get(key);
      if (known) known.push(trait);
      else this.#by.set(key, [trait]);
    }
  }

  /** The first one added that is like this comment, and in what; undefined: there is none. */
  like(trait: Trait): { readonly id: string; readonly by: Likeness } | undefined {
    for (const key of keysOf(trait)) {
      const by = kindOf(key);
      const found = this.#by.get(key)?.find((known) => by !== "text" || sameText(known, trait));
      if (found) return { id: found.id, by };
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

function textKeys({ exact, sketch }: Fingerprint): string[] {
  const keys = [`t${exact}`];
  for (let slot = 0; slot < sketch.length; slot += BAND)
    keys.push(`t${slot}:${sketch.slice(slot, slot + BAND).join(":")}`);
  return keys;
}
