import { hash } from "../hash.ts";
import { payloadOf } from "../reading/payload.ts";
import { siteStems } from "../reading/site-stems.ts";
import { LONGEST_WORD } from "../reading/stem.ts";
import { isOwn, type Subject } from "../reading/subject.ts";

/** Words of the body that count: the first of them carry the evidence. */
const MOST_WORDS = 400;
const MOST_HOSTS = 20;
const MOST_PATH_WORDS = 12;

/** Tokens in order of first appearance, each once, with their hashes. */
type Tokens = Map<string, number>;

/**
 * Tokens of what the comment says. Structure is not among them, see signals.
 * `ws:` stem of the body · `a:` word of the author's name · `h:` `t:` `u:` registered domain, anywhere, in the text, of the
 * author · `f:` full host · `e:` mail domain in the text · `tld:` · `p:` word of host or path.
 */
export function wordTokens(subject: Subject): ReadonlyMap<string, number> {
  const tokens: Tokens = new Map();
  for (const word of subject.known) {
    if (tokens.size >= MOST_WORDS) break;
    if (word.token !== undefined) tokens.set(word.token.text, word.token.hash);
    else if (word.unspaced) addPairs(tokens, word.text);
  }
  for (const word of subject.nameWords) add(tokens, `a:${word.slice(0, LONGEST_WORD)}`);
  for (const mail of subject.mails.slice(0, MOST_HOSTS))
    add(tokens, `e:${mail.slice(mail.indexOf("@") + 1)}`);
  let foreign = 0;
  for (const { domain, host, path } of subject.links) {
    if (isOwn(subject, host)) continue;
    if (++foreign > MOST_HOSTS) break;
    addHost(tokens, "t:", domain, host, path);
  }
  const { site } = subject;
  if (site && !isOwn(subject, site.host)) addHost(tokens, "u:", site.domain, site.host, site.path);
  return tokens;
}

function add(tokens: Tokens, text: string): void {
  if (!tokens.has(text)) tokens.set(text, hash(text));
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
function addPairs(tokens: Tokens, word: string): void {
  const characters = [...word].slice(0, MOST_WORDS);
  for (let i = 0; i + 1 < characters.length; i++) add(tokens, `ws:${characters[i]}${characters[i + 1]}`);
}

function addHost(tokens: Tokens, place: "t:" | "u:", domain: string, host: string, path: string): void {
  add(tokens, `h:${domain}`);
  add(tokens, `${place}${domain}`);
  add(tokens, `f:${host}`);
  add(tokens, `tld:${host.slice(host.lastIndexOf(".") + 1)}`);
  const words = `${host} ${path}`.toLowerCase().match(/[\p{L}]{3,25}/gu) ?? [];
  for (const word of words.slice(0, MOST_PATH_WORDS)) add(tokens, `p:${word}`);
}
