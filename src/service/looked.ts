import type { LookedThrough } from "../contract/search.ts";
import { dayOf } from "../platform/clock.ts";
import { askSite, askSites, byOf, now, type Services } from "./services.ts";

/** Notes in the sites shown that somebody has looked through what the filter stopped, as far as to one comment. */
export async function look(
  services: Services,
  site: string | undefined,
  {
    to,
    until,
    by,
  }: {
    readonly to: { readonly site: string; readonly id: string };
    readonly until: number;
    readonly by: string;
  },
): Promise<boolean> {
  const last = await askSite(services, to.site, (object, record) => object.detail(to.id, record));
  if (!last) return false;
  const score = Math.abs(last.verdict.score);
  await askSites(
    services,
    site,
    (object, record) => object.look(until, score, byOf(services, by), record),
    undefined,
  );
  return true;
}

/** Takes such a look back; false: it was taken back before, or there is no such site. */
export const unlook = async (services: Services, site: string, id: string): Promise<boolean> =>
  (await askSite(services, site, (object, record) => object.unlook(id, record))) ?? false;

/** How much people have seen of what the filter stopped by itself in the sites shown. */
export async function lookedThrough(services: Services, site: string | undefined): Promise<LookedThrough> {
  const none: LookedThrough = { stopped: 0, seen: 0, wrong: 0 };
  return lookedOf(await askSites(services, site, (object, record) => object.looked(record), none));
}

/** The same of several sites together. */
export function lookedOf(all: readonly LookedThrough[]): LookedThrough {
  const lasts = all.flatMap(({ last }) => last ?? []).sort((a, b) => b.at - a.at);
  return {
    stopped: sum(all.map(({ stopped }) => stopped)),
    seen: sum(all.map(({ seen }) => seen)),
    wrong: sum(all.map(({ wrong }) => wrong)),
    last: lasts[0],
  };
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
