import { linksOf } from "../reading/links.ts";
import type { FittedSignal } from "./signal.ts";

export const nameLink: FittedSignal = {
  name: "name-link",
  group: "author",
  description: "The author's name is an address, or made of the words of one",
  detect({ name, nameWords, site }) {
    const span = { field: "author.name", start: 0, end: name.length } as const;
    if (linksOf(name).length > 0 || name.includes("@"))
      return { strength: 1, evidence: name, span, variants: ["is address"] };
    const host = site?.host.replace(/[^\p{L}\p{N}]/gu, "") ?? "";
    const joined = nameWords.join("");
    if (joined.length < 4 || !site) return undefined;
    if (host.startsWith(joined))
      return { strength: 0.7, evidence: `${name} = ${site.host}`, span, variants: ["is host"] };
    const path = site.path.toLowerCase();
    const inPath =
      nameWords.length > 1 && nameWords.every((word) => path.includes(word) || host.includes(word));
    return inPath
      ? { strength: 0.7, evidence: `${name} in ${site.host}`, span, variants: ["in path"] }
      : undefined;
  },
};
