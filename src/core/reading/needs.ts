import { NOT_ASCII } from "./characters.ts";
import { type Survey, symbolAt } from "./survey.ts";
import { SYMBOLS } from "./symbols.ts";

/**
 * Whether one of some literals may stand in a text, whatever its case: all pairs of characters that it is made of do. In a
 * literal " " is any blank, and what a text begins and ends with, 0 any digit. False: none stands there.
 */
export function mayHold(...literals: readonly string[]): (survey: Pick<Survey, "pairs">) => boolean {
  const all = literals.map(pairsOf);
  const steps = Int16Array.from(all.flatMap((pairs) => [pairs.length, ...pairs]));
  const { places, bits } = gateOf(all.map(([rarest]) => rarest as number));
  return ({ pairs }) => isOpen(pairs, places, bits) && holdsAll(pairs, steps);
}

/** Whether all pairs of a literal stand, of one of them at least. */
function holdsAll(pairs: Int32Array, steps: Int16Array): boolean {
  for (let next = 0, at = 0; next < steps.length; at = next) {
    next += 1 + (steps[next] as number);
    while (++at < next && stands(pairs, steps[at] as number)) {}
    if (at === next) return true;
  }
  return false;
}

/** The literals' rarest pairs, as places and bits of a survey: most texts hold none of them, which is soon told. */
function gateOf(rarest: readonly number[]): { readonly places: Int16Array; readonly bits: Int32Array } {
  const gate = new Map<number, number>();
  const add = (place: number, bit: number) => gate.set(place, (gate.get(place) ?? 0) | bit);
  for (const step of rarest)
    if (step < ONE) add(step >> 5, 1 << (step & 31));
    else for (let i = 0; i < PLACES; i++) add((step - ONE) * PLACES + i, -1);
  return { places: Int16Array.from(gate.keys()), bits: Int32Array.from(gate.values()) };
}

function isOpen(pairs: Int32Array, places: Int16Array, bits: Int32Array): boolean {
  for (let i = 0; i < places.length; i++)
    if (((pairs[places[i] as number] as number) & (bits[i] as number)) !== 0) return true;
  return false;
}

const stands = (pairs: Int32Array, step: number): boolean =>
  step < ONE ? has(pairs, step) : begins(pairs, step - ONE);

/** From here on a step stands for a symbol, not for a pair. */
const ONE = SYMBOLS * SYMBOLS;

function pairsOf(literal: string): number[] {
  const symbols = Array.from({ length: literal.length }, (_, at) => symbolAt(literal, at));
  if (symbols.length === 1) return [ONE + (symbols[0] as number)];
  const pairs = symbols.slice(1).map((symbol, i) => (symbols[i] as number) * SYMBOLS + symbol);
  return [...new Set(pairs)].sort((a, b) => commonness(a) - commonness(b));
}

/** The most common symbols of running text, the rarest first. Of a literal the pair that is missed soonest is looked for first. */
const COMMON = Array.from("qxzjkvbpygwfmculdrhsnioate ", (character) => symbolAt(character, 0));

const commonness = (pair: number): number =>
  COMMON.indexOf(Math.floor(pair / SYMBOLS)) + COMMON.indexOf(pair % SYMBOLS);

const has = (pairs: Int32Array, pair: number): boolean =>
  ((pairs[pair >> 5] as number) & (1 << (pair & 31))) !== 0;

/** Numbers of a survey's pairs that begin with one symbol. */
const PLACES = SYMBOLS / 32;

/** Whether any pair begins with a symbol: each is followed by something, the last by a blank. */
function begins(pairs: Int32Array, symbol: number): boolean {
  const at = symbol * PLACES;
  return (
    ((pairs[at] as number) |
      (pairs[at + 1] as number) |
      (pairs[at + 2] as number) |
      (pairs[at + 3] as number)) !==
    0
  );
}

const JOINED = mayHold(...[..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `.${letter}`));

/** Whether a letter may stand right behind a dot, as in names of hosts. */
export const mayHoldName = (survey: Pick<Survey, "pairs" | "classes">): boolean =>
  (survey.classes & NOT_ASCII) !== 0 || JOINED(survey);

/** The longest literal in all that a pattern of letters, sets and parts that may be left out matches. */
export const literalIn = (pattern: string): string =>
  pattern
    .split(/\\s\??|\[[^\]]*\]\??|.\?/su)
    .reduce((longest, part) => (part.length > longest.length ? part : longest));
