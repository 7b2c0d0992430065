import type { MentionRefusal } from "../../contract/webmention.ts";
import { dayOf } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import type { Named } from "../tables/mentions.ts";

/** Webmentions of a day: of all, of one host, and from one network. */
const MOST_A_DAY = 500;
const MOST_OF_HOST = 50;
const MOST_OF_NETWORK = 100;
/** Those that wait to be read at a time. */
const MOST_WAITING = 100;

/** How many came from which network today: in memory alone, as addresses are kept nowhere. */
const networks = new WeakMap<Site, { readonly day: number; readonly came: Map<string, number> }>();

/** Takes note of a webmention, to be read when the alarm rings; answers why it is not taken, undefined: it is. */
export function takeMention(
  site: Site,
  mention: Named,
  network: string,
  now: number,
): MentionRefusal | undefined {
  const came = cameFrom(site, now);
  const before = came.get(network) ?? 0;
  const { all, ofHost } = site.mentions.cameToday(new URL(mention.source).host, now);
  if (all >= MOST_A_DAY || ofHost >= MOST_OF_HOST || before >= MOST_OF_NETWORK) return "day full";
  if (site.mentions.waiting() >= MOST_WAITING) return "busy";
  came.set(network, before + 1);
  site.mentions.came(mention, now);
  return undefined;
}

function cameFrom(site: Site, now: number): Map<string, number> {
  const day = dayOf(now);
  const known = networks.get(site);
  if (known?.day === day) return known.came;
  const came = new Map<string, number>();
  networks.set(site, { day, came });
  return came;
}
