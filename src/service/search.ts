import type { Term } from "../contract/search.ts";

/** A condition as it is typed; addresses are hashed for each site later. */
export type SearchTerm =
  | Exclude<Term, { readonly field: "mailHash" | "network" | "mail" }>
  | { readonly field: "email"; readonly value: string }
  | { readonly field: "ip"; readonly value: string };

export interface Search {
  readonly terms: readonly SearchTerm[];
  /** The site named by site:. */
  readonly site?: string | undefined;
  /** What was typed and means nothing. */
  readonly unknown: readonly string[];
}

const MOST_CHARACTERS = 500;
/** SQL takes 100 values; a term takes four at most. */
const MOST_TERMS = 12;

/** A word, a "quoted phrase", or name:value with either; score<0.7 too. */
const TOKEN = /(?:([a-z]+)([:<>]))?(?:"([^"]*)"?|(\S+))/giu;

/**
 * Reads what was typed. Whatever is no condition is a word to find; a condition with a value that makes no
 * sense is named.
 */
export function parseSearch(text: string): Search {
  const found: Found[] = [...text.slice(0, MOST_CHARACTERS).normalize("NFC").matchAll(TOKEN)].map(
    ([token, name, sign, quoted, bare]) => read(token, name?.toLowerCase(), sign, quoted ?? bare ?? ""),
  );
  return {
    terms: found.flatMap(({ term }) => term ?? []).slice(0, MOST_TERMS),
    site: found.findLast(({ site }) => site !== undefined)?.site,
    unknown: found.flatMap(({ unknown }) => unknown ?? []),
  };
}

interface Found {
  readonly term?: SearchTerm;
  readonly site?: string;
  readonly unknown?: string;
}

function read(token: string, name: string | undefined, sign: string | undefined, value: string): Found {
  if (name === undefined) return value === "" ? {} : { term: { field: "text", value } };
  if (name === "score" && sign !== undefined) return score(token, sign === "<", value);
  if (sign !== ":") return { term: { field: "text", value: token } };
  switch (name) {
    case "author":
    case "domain":
    case "post":
    case "reason":
      return value === "" ? { unknown: token } : { term: { field: name, value } };
    case "email":
    case "ip":
      return value === "" ? { unknown: token } : { term: { field: name, value } };
    case "site":
      return /^[a-z0-9-]{1,40}$/.test(value) ? { site: value } : { unknown: token };
    case "before":
    case "after":
      return time(token, name === "before", value);
    default:
      return { term: { field: "text", value: token } };
  }
}

/** A probability as log-odds. */
function score(token: string, below: boolean, value: string): Found {
  const probability = /^(?:0|1|0?\.\d{1,9}|1\.0+)$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(probability)) return { unknown: token };
  const odds = Math.log(probability / (1 - probability));
  return { term: { field: "score", above: !below, value: Math.max(-1e6, Math.min(1e6, odds)) } };
}

/** A day, or a moment in UTC. */
function time(token: string, before: boolean, value: string): Found {
  const at = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}Z?)?$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? { unknown: token } : { term: { field: "arrived", before, value: at } };
}
