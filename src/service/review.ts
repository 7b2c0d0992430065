import type { SiteRecord } from "../contract/site-record.ts";
import { type HistoryEntry, type HistoryPlace, newestFirst } from "../site/views/history.ts";
import type { HistoryAsk, HistoryPage, Review } from "./review-types.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** What the pages about the record, the figures and the health of sites ask for. */
export function reviewDesk(services: Services): Review {
  const sites = new Sites(services);
  const chosen = async (site: string | undefined): Promise<SiteRecord[]> =>
    site === undefined ? sites.all() : [await sites.one(site)].filter((record) => record !== undefined);
  return {
    history: async (ask) => historyOf(services, await chosen(ask.site), ask),
    async insight(site, from, to) {
      const record = await sites.one(site);
      return record && services.siteObject(site).insight(from, to, record);
    },
    async health(site) {
      const asked = (await chosen(site)).map(async (record) => ({
        site: record.id,
        health: await services
          .siteObject(record.id)
          .health(record)
          .catch(() => undefined),
      }));
      return Promise.all(asked);
    },
  };
}

/** Where each site's record goes on; absent: it is at its end. */
type Places = ReadonlyMap<string, HistoryPlace>;

/** One call to each site, merged; the cursor says for each where it goes on, so that pages fit together. */
async function historyOf(
  services: Services,
  records: readonly SiteRecord[],
  { cursor, site: _, ...request }: HistoryAsk,
): Promise<HistoryPage> {
  const places = readPlaces(cursor);
  const open = records.filter(({ id }) => cursor === undefined || places.has(id));
  const asked = open.map((record) =>
    services.siteObject(record.id).history({ ...request, before: places.get(record.id) }, record),
  );
  const settled = await Promise.allSettled(asked);
  const all = settled.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  const entries = all.sort(newestFirst).slice(0, request.limit);
  const next = new Map<string, HistoryPlace>();
  for (const [i, result] of settled.entries()) {
    const id = open[i]?.id ?? "";
    if (result.status === "rejected") continue;
    const shown = entries.filter((entry) => entry.site === id);
    // A site that gave fewer than were asked for, all of them shown, is at its end.
    if (shown.length === result.value.length && result.value.length < request.limit) continue;
    next.set(id, placeAfter(shown) ?? places.get(id) ?? START);
  }
  const unreachable = open.filter((_, i) => settled[i]?.status === "rejected").map(({ id }) => id);
  return { entries, ...(next.size > 0 && { next: writePlaces(next) }), unreachable };
}

const START: HistoryPlace = { at: Number.MAX_SAFE_INTEGER, name: "" };

function placeAfter(shown: readonly HistoryEntry[]): HistoryPlace | undefined {
  const last = shown.at(-1);
  return last && { at: last.at, name: last.name };
}

const writePlaces = (places: Places): string =>
  btoa(JSON.stringify([...places].map(([site, { at, name }]) => [site, at, name])))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What is no cursor is the start. */
function readPlaces(cursor: string | undefined): Places {
  try {
    const read = JSON.parse(atob((cursor ?? "").replaceAll("-", "+").replaceAll("_", "/"))) as unknown[][];
    return new Map(read.map(([site, at, name]) => [String(site), { at: Number(at), name: String(name) }]));
  } catch {
    return new Map();
  }
}
