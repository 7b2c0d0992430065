import { countsAt, type SiteState } from "./site-state.ts";
import { PAYLOAD_TOKEN } from "./tokens.ts";

/** Most that a site's mix adds, log-odds: it may change from one month to the next. */
const MOST = 1;

/**
 * How much more often than not what holds something to follow was spam on this site, by its lessons, log-odds. The rest of the
 * score says how a comment would stand if half of all were spam; here most may be. Where as much is good it adds nothing, and the
 * limits stay as they are.
 */
export function siteMix(site: SiteState): number {
  const { spam, ham } = countsAt(site, PAYLOAD_TOKEN);
  return Math.max(0, Math.min(MOST, Math.log((spam + 1) / (ham + 1))));
}
