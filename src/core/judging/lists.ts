import { type Address, hostOf } from "../reading/address.ts";
import { fold } from "../reading/fold.ts";
import type { Subject } from "../reading/subject.ts";
import { isUnspaced } from "../reading/words.ts";
import { type Entry, phraseOf, readEntry } from "./entry.ts";

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
  const phrase = phraseOf(`${subject.folded} ${subject.foldedName}`);
  const entries = readList(list);
  return list.filter((_, i) => meets(subject, phrase, entries[i] as Entry));
}

function meets(subject: Subject, phrase: string, entry: Entry): boolean {
  const email = subject.comment.author.email?.trim().toLowerCase() ?? "";
  const mailHost = hostOf(email.slice(email.lastIndexOf("@") + 1));
  switch (entry.kind) {
    case "mail":
      return email === entry.mail;
    case "mail domain":
      return isBelow(mailHost, entry.domain);
    case "domain":
      return isLinked(subject, entry) || (entry.path === "" && isBelow(mailHost, entry.domain));
    case "phone":
      return entry.number.test(subject.content);
    case "sign":
      return fold(subject.content).includes(entry.sign) || subject.foldedName.includes(entry.sign);
    case "words":
      return holds(phrase, entry.phrase);
    default:
      return false;
  }
}

const isBelow = (host: string | undefined, domain: string): boolean =>
  host !== undefined && (host === domain || host.endsWith(`.${domain}`));

/** Whether a link, or the author's, leads to a domain. */
const isLinked = ({ links, site }: Subject, entry: Entry & { kind: "domain" }): boolean =>
  (site ? [...links, site] : links).some((address) => leadsTo(address, entry));

/** Whether an address is one of a domain, or below it; where the entry names a path, below that. */
export const leadsTo = (
  { host, path: asked }: Pick<Address, "host" | "path">,
  { domain, path }: Entry & { kind: "domain" },
): boolean =>
  isBelow(host, domain) &&
  (path === "" || (asked.startsWith(path) && /^[/?#]|^$/.test(asked.slice(path.length))));

/** Korean joins words to one another and to what follows them: 온라인카지노에서. */
const HANGUL = /\p{Script=Hangul}/u;
const isJoined = (letter: string): boolean => isUnspaced(letter) || HANGUL.test(letter);

/** Whether a phrase stands in a text: as whole words, but inside them where words are written without spaces. */
function holds(text: string, wanted: string): boolean {
  const parts = (before: string, after: string) => before === " " || isJoined(before) || isJoined(after);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const begins = parts(text[at - 1] as string, wanted[0] as string);
    if (begins && parts(text[end] as string, wanted.at(-1) as string)) return true;
  }
  return false;
}
