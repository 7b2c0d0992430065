import { suffixOf } from "./address.ts";
import { type Candidate, candidate, trimmed } from "./link.ts";

const LONGEST = 253;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const ENDING = /^(?:[\p{L}][\p{L}\p{M}]+|xn--[a-z\d-]+)$/iu;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Endings of files and of names in code: a domain only with a path behind it. */
const FILES = words(
  "md py rs sh ps zip mov pm ph mk ms mm mo nc pa ad ai bz cab cat gs sc st tf la ax bar bin ink pub sql tt vi wf mil java wiki " +
    "id name style post call open select fit run show date next group host page data map list search video audio email phone " +
    "center science tools zone team trade codes kids properties foo dot prod rest boo bot box new try now day you like love " +
    "talk free here chat how are not all any can man one plus",
);
/** Words that begin a sentence, and Perl's files: a domain also with a hyphen or in three parts. */
const SHORT = words("in is it me my no so us to at am as be by do al il pl");
/** Endings so common that neither upper case nor a number before them makes a doubt. */
const COMMON = words("com net org info");
/** Names of products that are written like a domain. */
const NAMES = words("asp.net ado.net vb.net ml.net");

/** Whether a dotted name in running text is a domain, and no file, version, name in code or missing blank between sentences. */
function isDomain(name: string, hasPath: boolean): boolean {
  if (name.length > LONGEST) return false;
  const labels = name.split(".");
  const ending = labels.at(-1) as string;
  const before = labels.at(-2) as string;
  const lower = ending.toLowerCase();
  if (!labels.every((label) => LABEL.test(label)) || !ENDING.test(ending)) return false;
  if (!COMMON.has(lower) && (isJoint(before, ending) || (labels.length > 2 && /^\d+$/.test(before))))
    return false;
  if (!hasPath && (FILES.has(lower) || NAMES.has(name.toLowerCase()))) return false;
  if (!hasPath && SHORT.has(lower) && labels.length < 3 && !before.includes("-")) return false;
  const { domain, known } = suffixOf(name.toLowerCase());
  return known && domain !== undefined;
}

/** "end.Next": a capital begins a sentence, unless all is written in capitals. */
const isJoint = (before: string, ending: string): boolean =>
  /^\p{Lu}/u.test(ending) && !(ending === ending.toUpperCase() && before === before.toUpperCase());

/** Names in Latin letters, and in others: a domain stands in Chinese without a blank before or behind it. */
const LATIN = {
  part: /[\p{Script=Latin}\p{M}\d_.-]/u,
  dotted: /(?:\.[\p{Script=Latin}\p{M}\d_-]{1,63}){1,40}/uy,
};
const OTHER = {
  part: /[^\P{L}\p{Script=Latin}]|[\p{M}\d_.-]/u,
  dotted: /(?:\.(?:[^\P{L}\p{Script=Latin}]|[\p{M}\d_-]){1,63}){1,40}/uy,
};
const PATH = /(?::\d{2,5})?[/?#][^\s<>"'`\][{}|\\^、。，！：；？（）【】「」『』]{0,500}/y;
const SLASH = /[/\\]/;

/** A domain without a scheme around a dot; nothing before `floor` belongs to it. */
export function bareDomainAt(text: string, dot: number, floor: number): Candidate {
  let start = dot;
  const least = Math.max(floor, dot - LONGEST);
  const { part } = lettersOf(text[dot - 1] ?? "");
  while (start > least && part.test(text[start - 1] as string)) start--;
  while (start < dot && /[._-]/.test(text[start] as string)) start++;
  const { dotted: pattern } = lettersOf(text[dot + 1] ?? "");
  pattern.lastIndex = dot;
  const dotted = pattern.exec(text)?.[0];
  if (dotted === undefined) return { end: dot + 1 };
  const end = dot + dotted.length;
  const address = addressIn(dotted + (text[end] ?? ""));
  if (address >= 0) return { end: dot + address };
  if (start === dot || belongsElsewhere(text, start, end)) return { end, vain: end - start };
  PATH.lastIndex = end;
  const url = trimmed(text.slice(start, end) + (PATH.exec(text)?.[0] ?? ""));
  if (!isDomain(text.slice(start, end), url.length > end - start)) return { end, vain: end - start };
  return candidate(url, start, start + url.length);
}

/** "end.http://host", "end.www.host": what follows a dot is no part of the name, but the next address. Below zero: none is there. */
const addressIn = (dotted: string): number => dotted.search(/(?<=\.)(?:(?:https?|ftp):$|www\.)/i);

const lettersOf = (beside: string) => (LATIN.part.test(beside) ? LATIN : OTHER);

/** A name in a mail address, in a path, in another scheme's address, in a variable, or of a function that is called. */
function belongsElsewhere(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "";
  const inPath = SLASH.test(before) && (!SLASH.test(text[start - 2] ?? "") || text[start - 3] === ":");
  return inPath || /[@$a-z\d]/i.test(before) || /[@(]/.test(text[end] ?? "");
}
