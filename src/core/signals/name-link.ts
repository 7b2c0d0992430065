import { linksOf } from "../reading/links.ts";
import { SIGNED_NAME, SITE } from "./has.ts";
import type { Finding, FittedSignal } from "./signal.ts";

const LEAST_LETTERS = 4;
const SIGNS = /[^\p{L}\p{N}]+/gu;

export const nameLink: FittedSignal = {
  name: "name-link",
  group: "author",
  needs: SIGNED_NAME | SITE,
  description: "The author's name is an address, or made of the words of one",
  detect({ name, nameWords, site }) {
    if (name.includes("@") || linksOf(name).length > 0) return found(name, 1, name, "is address");
    if (!site) return undefined;
    const joined = nameWords.length === 1 ? (nameWords[0] as string) : nameWords.join("");
    if (joined.length < LEAST_LETTERS) return undefined;
    const host = site.host.replace(SIGNS, "");
    if (host.startsWith(joined)) return found(name, 0.7, `${name} = ${site.host}`, "is host");
    if (nameWords.length < 2) return undefined;
    const path = site.path.toLowerCase();
    return nameWords.every((word) => path.includes(word) || host.includes(word))
      ? found(name, 0.7, `${name} in ${site.host}`, "in path")
      : undefined;
  },
};

const found = (name: string, strength: number, evidence: string, variant: string): Finding => ({
  strength,
  evidence,
  span: { field: "author.name", start: 0, end: name.length },
  variants: [variant],
});
