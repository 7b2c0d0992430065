import { isOwn } from "../reading/subject.ts";
import { isLuckyName } from "./brand.ts";
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

/** What a host's name offers: all kinds found, with the place where the first of them stands. */
function offersOf(host: string, domain: string): string[] {
  const kinds = SOLD.filter(([, words]) => words.test(host)).map(([kind]) => kind);
  const [label = ""] = domain.split(".");
  return label.split("-").some(isLuckyName) ? [...kinds, "lucky"] : kinds;
}

export const hostOffer: FittedSignal = {
  name: "host-offer",
  group: "links",
  asksHosts: true,
  description: "A link, or the author's website, is named after games of chance, cures, loans or cheap goods",
  detect(subject) {
    const { links, site } = subject;
    if (links.length === 0 && site === undefined) return undefined;
    const addresses = [...(site ? [site] : []), ...links.slice(0, MOST_HOSTS)];
    const variants = new Set<string>();
    let evidence: string | undefined;
    for (const { host, domain } of addresses) {
      if (isOwn(subject, host)) continue;
      const kinds = offersOf(host.slice(-LONGEST), domain);
      if (kinds.length > 0) evidence ??= host.slice(0, 80);
      for (const kind of kinds) variants.add(kind);
    }
    return evidence === undefined ? undefined : { strength: 1, evidence, variants: [...variants] };
  },
};
