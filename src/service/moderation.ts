import type { SiteRecord } from "../contract/site-record.ts";
import { bulkDesk } from "./bulk.ts";
import type { Moderation } from "./moderation-types.ts";
import { filterOf } from "./search-filter.ts";
import { now, type Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** Rows behind one card that are shown. */
const MOST_BEHIND = 100;
const DAY = 86_400_000;

/** What moderators do beyond single comments. */
export function moderationDesk(services: Services): Moderation {
  const sites = new Sites(services);
  const chosen = async (site: string | undefined): Promise<SiteRecord[]> =>
    site === undefined ? sites.all() : [await sites.one(site)].filter((record) => record !== undefined);
  const sumOf = async (site: string | undefined, ask: (record: SiteRecord) => Promise<number>) => {
    const numbers = await Promise.all((await chosen(site)).map((record) => ask(record).catch(() => 0)));
    return numbers.reduce((sum, n) => sum + n, 0);
  };
  return {
    ...bulkDesk(services),
    count: (site, { status, search }) =>
      sumOf(site, async (record) => {
        const filter = await filterOf(services, record.id, search);
        return services.siteObject(record.id).count({ status, filter }, record);
      }),
    alike: (site, id) => sumOf(site, (record) => services.siteObject(record.id).alike(id, record)),
    async behind(site, id) {
      const record = await sites.one(site);
      if (!record) return [];
      return (await services.siteObject(site).behind(id, MOST_BEHIND, record)).items;
    },
    async author(site, id) {
      const record = await sites.one(site);
      return record && services.siteObject(site).author(id, record);
    },
    async listAuthor(site, id, listing) {
      const record = await sites.one(site);
      const author = record && (await services.siteObject(site).author(id, record));
      if (!record || author?.entry === undefined) return false;
      // Anybody in that part of the network could take the name.
      if (listing === "allowed" && author.knownBy !== "mail") return false;
      const [mark] = author.entry.split(" ");
      const others = (list: readonly string[]) => list.filter((entry) => entry.split(" ")[0] !== mark);
      const lists = { blocked: others(record.settings.blocked), allowed: others(record.settings.allowed) };
      if (listing !== undefined) lists[listing] = [...lists[listing], author.entry];
      return (await sites.change(site, lists)) !== undefined;
    },
    async lastDecision(by, since) {
      const asked = (await sites.all()).map((record) =>
        services
          .siteObject(record.id)
          .lastDecision(by, since, record)
          .catch(() => undefined),
      );
      const found = (await Promise.all(asked)).filter((decision) => decision !== undefined);
      return found.sort((a, b) => b.at - a.at)[0];
    },
    async sinceYesterday(site) {
      const today = Math.floor(now() / DAY);
      const asked = (await chosen(site)).map((record) =>
        services
          .siteObject(record.id)
          .days(today - 1, today, record)
          .catch(() => ({ days: [] })),
      );
      const days = (await Promise.all(asked)).flatMap((answer) => answer.days);
      const sum = (outcome: "publish" | "reject") => days.reduce((all, day) => all + day[outcome], 0);
      return { published: sum("publish"), stopped: sum("reject") };
    },
  };
}
