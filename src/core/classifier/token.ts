import { hash } from "../hash.ts";

/** A token of the classifier and its hash, by which models know it. */
export interface Token {
  readonly text: string;
  readonly hash: number;
}

/** Tokens met so far; emptied when they have grown to some megabytes. */
const met = new Map<string, Token>();
const MOST_MET = 20_000;
/** Longer ones are not kept: they hardly come again. */
const LONGEST_MET = 64;

export function tokenOf(text: string): Token {
  const known = met.get(text);
  if (known !== undefined) return known;
  const token = { text, hash: hash(text) };
  if (text.length > LONGEST_MET) return token;
  if (met.size > MOST_MET) met.clear();
  met.set(text, token);
  return token;
}
