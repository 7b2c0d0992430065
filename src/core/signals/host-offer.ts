import type { Address } from "../reading/address.ts";
import type { Link } from "../reading/link.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { isLuckyName } from "./brand.ts";
import { LINKS, SITE } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

/** What is sold under the names of hosts, which put words together without spaces: no list of single words meets them. */
const SOLD: readonly (readonly [kind: string, words: RegExp])[] = [
  [
    "games",
    /ca[sz]?sino|ka[sz]ino|pokies|poker|(?<!a)betting|(?:sbo|max|most|mel|ibc|1?x)bet|togel|gacor|jackpot|roulette|baccarat|blackjack|sportsbook|bookmaker|bookie|gambl|bahis|casibom|idnplay|(?:agen|situs|bandar)judi|judi(?:online|bola|slot|qq)|(?<!time)slots|slot(?:online|xo|gacor)|onlineslot/,
  ],
  [
    "cures",
    /viagra|(?:^|[-.]|buy|online|generic|cheap|order|get)cialis|levitra|kamagra|sildenafil|tadalafil|xanax|tramadol|phentermine|modafinil|pharmacy|pharmacies/,
  ],
  [
    "bodies",
    /(?<!food|earth)porn|xxx|sexcam|sexchat|sexshop|escort|hookup|(?:^|[-.\d]|online|adult|gay|free|speed)dating/,
  ],
  ["loans", /payday|loans|cashadvance|quickloan|kredit/],
  [
    "goods",
    /cheap|outlet|replica(?!n|t)|jerseys(?!h)|essay(?!ist)|(?:paper|thesis)writ|forex|backlink|followers/,
  ],
];
/** What a host's end holds that is longer is no name any more. */
const LONGEST = 100;
const MOST_HOSTS = 20;
/** Bits of a letter's place; what is no letter has one of its own. */
const BITS = 5;
const LETTERS = 26;
const FIRST = 0x61;
const PLACES = 2 ** (3 * BITS);
const NOTHING = PLACES - 1;

/** Three letters of each of these words, and of what lucky names end with: few hosts hold any of them. */
const HINTS = hintsOf(
  "ino pok bet tog gac jac oul cca ckj tsb okm oki mbl ahi ibo dnp jud slo " +
    "iag cia evi kam naf laf xan mad phe daf pha por xxx xca xch xsh sco oku dat yda loa had kre " +
    "che utl epl jer ssa wri rex ckl wer oto bol win hok jit",
);

function hintsOf(list: string): Uint8Array {
  const hints = new Uint8Array(PLACES);
  for (const hint of list.split(" "))
    hints[placeOf(placeOf(placeOf(NOTHING, hint, 0), hint, 1), hint, 2)] = 1;
  return hints;
}

/** The place of the last three letters up to one, by that of the three before it: other characters are all one. */
function placeOf(before: number, text: string, at: number): number {
  const unit = text.charCodeAt(at) - FIRST;
  return ((before << BITS) & NOTHING) | (unit < 0 || unit >= LETTERS ? LETTERS : unit);
}

/** Whether a host holds letters of such a word. */
function hasHint(host: string): boolean {
  let place = NOTHING;
  for (let at = 0; at < host.length; at++) {
    place = placeOf(place, host, at);
    if (HINTS[place] === 1) return true;
  }
  return false;
}

/** Lucky names hold a digit, or end with letters that are hinted at. */
const MAY_BE_LUCKY = /\d|qq/;

/** What a host's name offers: all kinds found. */
function offersOf(host: string, domain: string, hinted: boolean): string[] {
  const kinds = hinted ? SOLD.filter(([, words]) => words.test(host)).map(([kind]) => kind) : [];
  const [label = ""] = domain.split(".");
  return label.split("-").some(isLuckyName) ? [...kinds, "lucky"] : kinds;
}

export const hostOffer: FittedSignal = {
  name: "host-offer",
  group: "links",
  needs: LINKS | SITE,
  asksHosts: true,
  description: "A link, or the author's website, is named after games of chance, cures, loans or cheap goods",
  detect(subject) {
    const { links, site } = subject;
    const variants: string[] = [];
    let evidence = site && offered(subject, site, variants);
    for (let i = 0; i < links.length && i < MOST_HOSTS; i++) {
      const host = offered(subject, links[i] as Link, variants);
      evidence ??= host;
    }
    return evidence === undefined ? undefined : { strength: 1, evidence, variants };
  },
};

/** Adds what a foreign host offers; undefined: nothing. */
function offered(subject: Subject, { host, domain }: Address, kinds: string[]): string | undefined {
  const named = host.length > LONGEST ? host.slice(-LONGEST) : host;
  const hinted = hasHint(named) || (named !== host && hasHint(domain));
  const may = hinted || MAY_BE_LUCKY.test(domain);
  if (!may || isOwn(subject, host)) return undefined;
  const found = offersOf(named, domain, hinted);
  for (const kind of found) if (!kinds.includes(kind)) kinds.push(kind);
  return found.length > 0 ? host.slice(0, 80) : undefined;
}
