import { payloadOf } from "../reading/payload.ts";
import { siteStems } from "../reading/site-stems.ts";
import { isStopWord, LONGEST_WORD, stem } from "../reading/stem.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { isUnspaced } from "../reading/words.ts";

/** Words of the body that count: the first of them carry the evidence. */
const MOST_WORDS = 400;
const MOST_HOSTS = 20;
const MOST_PATH_WORDS = 12;

/**
 * Tokens of what the comment says: a set, in order of first appearance. Structure is not among them, see signals.
 * `ws:` stem of the body · `a:` word of the author's name · `h:` `t:` `u:` registered domain, anywhere, in the text, of the
 * author · `f:` full host · `e:` mail domain in the text · `tld:` · `p:` word of host or path.
 */
export function wordTokens(subject: Subject): Set<string> {
  const tokens = new Set<string>();
  for (const word of subject.words) {
    if (tokens.size >= MOST_WORDS) break;
    addWord(tokens, word);
  }
  for (const word of subject.nameWords) tokens.add(`a:${word.slice(0, LONGEST_WORD)}`);
  for (const mail of subject.mails.slice(0, MOST_HOSTS)) tokens.add(`e:${mail.slice(mail.indexOf("@") + 1)}`);
  const foreign = subject.links.filter((link) => !isOwn(subject, link.host));
  for (const { domain, host, path } of foreign.slice(0, MOST_HOSTS))
    addHost(tokens, "t:", domain, host, path);
  const { site } = subject;
  if (site && !isOwn(subject, site.host)) addHost(tokens, "u:", site.domain, site.host, site.path);
  return tokens;
}

/** What a comment has that holds, or may hold, something to follow. */
export const PAYLOAD_TOKEN = "P:something to follow";

/**
 * Only for a site's own learning. `A:` the whole name: whoever ships a model with names in it ships readers.
 * `ls:` stems in the site's own languages. `P:` that there is something to follow, which is spam on one site and a habit of readers
 * on another.
 */
export const siteOnlyTokens = (subject: Subject, languages: readonly string[]): string[] => [
  ...(subject.foldedName === "" ? [] : [`A:${subject.foldedName}`]),
  ...[...siteStems(subject.words, languages)].map((stem) => `ls:${stem}`),
  ...(payloadOf(subject)?.length === 0 ? [] : [PAYLOAD_TOKEN]),
];

/** Pairs of characters stand for words where words are written without spaces. */
function addWord(tokens: Set<string>, word: string): void {
  if (isUnspaced(word)) {
    const characters = [...word].slice(0, MOST_WORDS);
    for (let i = 0; i + 1 < characters.length; i++) tokens.add(`ws:${characters[i]}${characters[i + 1]}`);
    return;
  }
  if (!isStopWord(word) && word.length <= LONGEST_WORD) tokens.add(`ws:${stem(word)}`);
}

function addHost(tokens: Set<string>, place: "t:" | "u:", domain: string, host: string, path: string): void {
  tokens.add(`h:${domain}`);
  tokens.add(`${place}${domain}`);
  tokens.add(`f:${host}`);
  tokens.add(`tld:${host.slice(host.lastIndexOf(".") + 1)}`);
  const words = `${host} ${path}`.toLowerCase().match(/[\p{L}]{3,25}/gu) ?? [];
  for (const word of words.slice(0, MOST_PATH_WORDS)) tokens.add(`p:${word}`);
}
