import type { Entry } from "./entry.ts";

/** Dots that are put in brackets, so that no program takes a name for an address. */
const BRACKETED = /\s?[[({]\s?(?:\.|dot)\s?[\])}]\s?/g;
const WITHIN = /[\p{L}\p{N}_-]/u;
const GOES_ON = /^(?:[a-z\d_-]|\.[a-z\d])/i;

/**
 * Whether a domain stands in a folded text by itself, where nothing else takes it for a link: its ending may be none that
 * there is (`node.js`), or its dot in brackets. Where the entry names a path, with it.
 */
export function standsIn(folded: string, { domain, path }: Entry & { kind: "domain" }): boolean {
  const text =
    folded.includes("[") || folded.includes("(") || folded.includes("{")
      ? folded.replace(BRACKETED, ".")
      : folded;
  const wanted = domain + path.toLowerCase();
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (
      !WITHIN.test(text[at - 1] ?? "") &&
      !GOES_ON.test(text.slice(at + wanted.length, at + wanted.length + 2))
    )
      return true;
  return false;
}
