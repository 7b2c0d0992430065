import { beginning, hashAfter } from "../hash.ts";
import { payloadOf } from "../reading/payload.ts";
import { siteStems } from "../reading/site-stems.ts";
import { LONGEST_WORD } from "../reading/stem.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { tokenHash } from "../reading/word-numbers.ts";
import { letterRuns } from "../reading/words.ts";
import { TokenList } from "./token-list.ts";

/** Words of the body that count: the first of them carry the evidence. */
const MOST_WORDS = 400;
const MOST_HOSTS = 20;
const MOST_PATH_WORDS = 12;

const list = new TokenList();

/** What tokens of each family begin with, as their hashes do. */
const NAME = beginning("a:");
const MAIL = beginning("e:");
const PAIR = beginning("ws:");
const DOMAIN = beginning("h:");
const PLACES = { "t:": beginning("t:"), "u:": beginning("u:") };
const HOST = beginning("f:");
const ENDING = beginning("tld:");
const PATH_WORD = beginning("p:");

/**
 * Tokens of what the comment says, in order of first appearance, each once. Structure is not among them, see signals.
 * `ws:` stem of the body · `a:` word of the author's name · `h:` `t:` `u:` registered domain, anywhere, in the text, of the
 * author · `f:` full host · `e:` mail domain in the text · `tld:` · `p:` word of host or path. The hashes are those of the last call.
 */
export function wordTokens(subject: Subject): ReturnType<TokenList["take"]> {
  for (const word of subject.known) {
    if (list.size >= MOST_WORDS) break;
    if (word.token !== undefined) list.add(word.token, tokenHash(word));
    else if (word.unspaced) addPairs(word.text);
  }
  for (const word of subject.nameWords) add("a:", NAME, word.slice(0, LONGEST_WORD));
  for (const mail of subject.mails.slice(0, MOST_HOSTS)) add("e:", MAIL, mail.slice(mail.indexOf("@") + 1));
  let foreign = 0;
  for (const { domain, host, path } of subject.links) {
    if (isOwn(subject, host)) continue;
    if (++foreign > MOST_HOSTS) break;
    addHost("t:", domain, host, path);
  }
  const { site } = subject;
  if (site && !isOwn(subject, site.host)) addHost("u:", site.domain, site.host, site.path);
  return list.take();
}

const add = (family: string, begun: number, text: string): void =>
  list.add(family + text, hashAfter(begun, text));

/** What a comment has that holds, or may hold, something to follow. */
export const PAYLOAD_TOKEN = "P:something to follow";

/**
 * Only for a site's own learning. `A:` the whole name: whoever ships a model with names in it ships readers.
 * `ls:` stems in the site's own languages. `P:` that there is something to follow, which is spam on one site and a habit of readers
 * on another.
 */
export function siteOnlyTokens(subject: Subject, languages: readonly string[]): string[] {
  const own: string[] = [];
  if (subject.foldedName !== "") own.push(`A:${subject.foldedName}`);
  if (languages.length > 0) for (const stem of siteStems(subject.words, languages)) own.push(`ls:${stem}`);
  if (payloadOf(subject)?.length !== 0) own.push(PAYLOAD_TOKEN);
  return own;
}

/** Pairs of characters stand for words where words are written without spaces. */
function addPairs(word: string): void {
  const characters = [...word].slice(0, MOST_WORDS);
  for (let i = 0; i + 1 < characters.length; i++) add("ws:", PAIR, `${characters[i]}${characters[i + 1]}`);
}

function addHost(place: "t:" | "u:", domain: string, host: string, path: string): void {
  add("h:", DOMAIN, domain);
  add(place, PLACES[place], domain);
  add("f:", HOST, host);
  add("tld:", ENDING, host.slice(host.lastIndexOf(".") + 1));
  const words = letterRuns(`${host} ${path}`.toLowerCase(), MOST_PATH_WORDS);
  for (const word of words) add("p:", PATH_WORD, word);
}
