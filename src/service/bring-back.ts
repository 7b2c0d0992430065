import type { BroughtBack } from "../contract/decided.ts";
import { noteBatch } from "./bulk.ts";
import { askSite, byOf, type Services } from "./services.ts";

/** Calls of the site's object that one request makes. */
const MOST_CALLS = 10;

/**
 * How many comments only entries had rejected that are in the lists no longer. Undefined: the site's object
 * does not answer; what was asked for is done nevertheless.
 */
export const countFreed = (services: Services, site: string): Promise<number | undefined> =>
  askSite(services, site, (object, record) => object.countFreed(record)).catch(() => undefined);

/** Brings them back, as far as one request goes. Undefined: there is no such site. */
export function bringBack(
  services: Services,
  site: string,
  by: string,
  batch: string,
): Promise<BroughtBack | undefined> {
  return askSite(services, site, async (object, record) => {
    await noteBatch(services, batch, [site]);
    let all: BroughtBack = { published: 0, held: 0, more: true };
    for (let calls = 0; calls < MOST_CALLS && all.more; calls++) {
      const { published, held, more } = await object.bringBack(byOf(services, by), batch, record);
      all = { published: all.published + published, held: all.held + held, more };
    }
    return all;
  });
}
