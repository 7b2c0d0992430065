import { type Counts, noCounts } from "../contract/views.ts";
import { dayOf } from "../platform/clock.ts";
import { askSites } from "./ask.ts";
import type { PageRequest } from "./list.ts";
import { filterOf } from "./search-filter.ts";
import { now, type Services } from "./services.ts";

/**
 * How many comments are in each place. Nothing is counted of a site that does not answer; the list says that
 * it does not.
 */
export async function counts(services: Services, site: string | undefined): Promise<Counts> {
  const all = await askSites(services, site, (object, record) => object.counts(record), noCounts);
  return all.reduce(
    (a, b) => ({
      pending: a.pending + b.pending,
      published: a.published + b.published,
      spam: a.spam + b.spam,
      discarded: a.discarded + b.discarded,
    }),
    noCounts,
  );
}

/** How many comments meet the conditions. */
export async function countMatching(
  services: Services,
  site: string | undefined,
  { status, search }: Pick<PageRequest, "status" | "search">,
): Promise<number> {
  const numbers = await askSites(
    services,
    site,
    async (object, record) => {
      const filter = await filterOf(services, record, search);
      return object.count({ status, filter }, record);
    },
    0,
  );
  return sum(numbers);
}

/** How many wait and are like this one; of a site that does not answer none. */
export async function countAlike(services: Services, site: string, id: string): Promise<number> {
  return sum(await askSites(services, site, (object, record) => object.alike(id, record), 0));
}

/** What the filter did by itself since yesterday, UTC. */
export async function sinceYesterday(
  services: Services,
  site: string | undefined,
): Promise<{ readonly published: number; readonly stopped: number }> {
  const today = dayOf(now());
  const answers = await askSites(
    services,
    site,
    async (object, record) => (await object.days(today - 1, today, record)).days,
    [],
  );
  const days = answers.flat();
  return {
    published: sum(days.map(({ publish }) => publish)),
    stopped: sum(days.map(({ reject }) => reject)),
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
