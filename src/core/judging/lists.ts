import { type Address, hostOf } from "../reading/address.ts";
import { fold } from "../reading/fold.ts";
import { resolveReferences } from "../reading/references.ts";
import type { Subject } from "../reading/subject.ts";
import { standsIn } from "./bare-address.ts";
import { type Entry, readEntry } from "./entry.ts";
import { dialled } from "./phone-entry.ts";
import { holds, phrasesOf } from "./phrase.ts";

/** Lists as they were read; they are long, and change seldom. */
const known = new WeakMap<readonly string[], readonly Entry[]>();

function readList(list: readonly string[]): readonly Entry[] {
  const entries = known.get(list) ?? list.map(readEntry);
  known.set(list, entries);
  return entries;
}

/** The entries of a list that a comment meets, as they are written. */
export function met(subject: Subject, list: readonly string[]): string[] {
  if (list.length === 0) return [];
  const searched = searchedIn(subject);
  const entries = readList(list);
  return list.filter((_, i) => meets(subject, searched, entries[i] as Entry));
}

/** What is searched of a comment: its text and its author's name, folded, and as phrases. */
interface Searched {
  readonly text: string;
  readonly phrases: readonly string[];
}

function searchedIn({ folded, foldedName, name }: Subject): Searched {
  const shown = /[&<]/.test(name) ? fold(resolveReferences(name).text.replace(TAG, "")) : foldedName;
  const text = `${folded} ${shown}`;
  return { text, phrases: phrasesOf(text) };
}

const TAG = /<\/?[a-z][^<>]{0,200}>/gi;

function meets(subject: Subject, searched: Searched, entry: Entry): boolean {
  const email = subject.comment.author.email?.trim().toLowerCase() ?? "";
  const mailHost = hostOf(email.slice(email.lastIndexOf("@") + 1));
  switch (entry.kind) {
    case "mail":
      return email === entry.mail || email.replace(/\+[^@]*(?=@)/, "") === entry.mail;
    case "mail domain":
      return isBelow(mailHost, entry.domain);
    case "domain":
      return (
        isLinked(subject, entry) ||
        standsIn(searched.text, entry) ||
        (entry.path === "" && isBelow(mailHost, entry.domain))
      );
    case "phone":
      return entry.number.test(dialled(subject.content));
    case "sign":
      return hasSign(`${fold(subject.content)} ${subject.foldedName}`, entry.sign);
    case "words":
      return searched.phrases.some(
        (phrase) =>
          holds(phrase, entry.phrase) || (entry.skeleton !== undefined && holds(phrase, entry.skeleton)),
      );
    default:
      return false;
  }
}

/** Whether a sign stands in a text; where letters are a part of it, by itself. */
function hasSign(text: string, sign: string): boolean {
  if (!/[a-z]/.test(sign)) return text.includes(sign);
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? "") && !/[\p{L}\p{N}]/u.test(text[at + sign.length] ?? ""))
      return true;
  return false;
}

/** Whether an entry of a list names a domain, or one above it. */
export const namesDomain = (list: readonly string[], domain: string): boolean =>
  readList(list).some((entry) => entry.kind === "domain" && isBelow(domain, entry.domain));

const isBelow = (host: string | undefined, domain: string): boolean =>
  host !== undefined && (host === domain || host.endsWith(`.${domain}`));

/** Whether a link, or the author's, leads to a domain. */
const isLinked = ({ links, site }: Subject, entry: Entry & { kind: "domain" }): boolean =>
  (site ? [...links, site] : links).some((address) => leadsTo(address, entry));

/** Whether an address is one of a domain, or below it; where the entry names a path, below that. */
export function leadsTo(
  { host, path: asked }: Pick<Address, "host" | "path">,
  { domain, path }: Entry & { kind: "domain" },
): boolean {
  if (!isBelow(host, domain)) return false;
  const [plain, wanted] = [unescaped(asked), unescaped(path)];
  return path === "" || (plain.startsWith(wanted) && /^[/?#]|^$/.test(plain.slice(wanted.length)));
}

/** A path without escapes that need not be there. */
function unescaped(path: string): string {
  if (!path.includes("%")) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
