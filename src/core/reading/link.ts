import { type Address, readAddress } from "./address.ts";
import type { Part } from "./rewrite.ts";

/** A link as it stands in a text. */
export interface Link extends Address, Part {
  readonly url: string;
}

/** What stands at a place where a link may begin. */
export interface Candidate {
  readonly link?: Link | undefined;
  /** Where to read on. */
  readonly end: number;
  /** Characters that were read in vain; undefined: hardly any. */
  readonly vain?: number;
}

/** The link that an address at a place is; none, if it has no host. */
export function candidate(url: string, start: number, end: number, next = end): Candidate {
  const address = readAddress(url);
  if (!address) return { end: next, vain: url.length };
  const { host, domain, path } = address;
  return { link: { url, host, domain, path, start, end }, end: next };
}

/** Punctuation that ends the sentence, not the address. */
export const trimmed = (url: string): string =>
  url.slice(0, url.length - (/[.,;:!?)*_~。．｡]{1,20}$/.exec(url.slice(-20))?.[0].length ?? 0));
