import { askSite, type Services } from "./services.ts";

/** Calls of the site's object that one request makes. */
const MOST_CALLS = 20;

interface ShownEarlier {
  readonly shown: number;
  /** There may be others: ask again. */
  readonly more: boolean;
}

/** Shows readers what came while the form was off, as far as one request goes. Undefined: there is no such site. */
export const showEarlier = (services: Services, site: string): Promise<ShownEarlier | undefined> =>
  askSite(services, site, async (object, record) => {
    let shown = 0;
    let next: string | undefined;
    for (let calls = 0; calls < MOST_CALLS; calls++) {
      const some = await object.showEarlier(next, record);
      shown += some.shown;
      next = some.next;
      if (next === undefined) break;
    }
    return { shown, more: next !== undefined };
  });
