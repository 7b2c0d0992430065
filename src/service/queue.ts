import type { SiteRecord } from "../contract/site-record.ts";
import { type CommentPage, type Counts, type ListRequest, noCounts } from "../contract/views.ts";
import type { Waiting, WaitingPage } from "../queue/approval-queue.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { previewedItem } from "../queue/previewed-item.ts";
import { actionDesk } from "./action-links.ts";
import { akismetDesk } from "./akismet.ts";
import { deliveryDesk } from "./deliveries.ts";
import type { Desk, QueueItem, QueuePage } from "./desk.ts";
import { mergePages, readCursors } from "./merge.ts";
import { moderationDesk } from "./moderation.ts";
import type { PageRequest } from "./moderation-types.ts";
import { noticeDesk } from "./notices.ts";
import { privacyDesk } from "./persons.ts";
import { reviewDesk } from "./review.ts";
import { filterOf } from "./search-filter.ts";
import type { Services } from "./services.ts";
import { Sites, siteView } from "./sites.ts";
import { takeOverInbox } from "./take-over.ts";

/** What the pages can ask for and do, over all sites or one. A site that does not answer is named, never fatal. */
export function desk(services: Services): Desk {
  const sites = new Sites(services);
  const chosen = async (site: string | undefined): Promise<SiteRecord[]> =>
    site === undefined ? sites.all() : [await sites.one(site)].filter((record) => record !== undefined);

  return {
    sites: async () => (await sites.all()).map(siteView),
    counts: async (site) =>
      sum(await Promise.all((await chosen(site)).map((record) => countsOf(services, record)))),
    waiting: async (site, page) => waiting(services, await chosen(site), site, page),
    list: async (site, request) => list(services, await chosen(site), request),
    async comment(site, id) {
      const record = await sites.one(site);
      return record && services.siteObject(site).detail(id, record);
    },
    async decide(site, id, request) {
      try {
        const record = await sites.one(site);
        if (!record) return { ok: false, reason: "unknown_comment" };
        return await services.siteObject(site).decide(id, request, record);
      } catch {
        return { ok: false, reason: "unavailable" };
      }
    },
    async createSite({ id, name, url }) {
      const created = await sites.create({ id, name, ...(url !== undefined && { url }) });
      if (created === "taken")
        return { ok: false, errors: [{ pointer: "#/id", detail: "is taken by another site" }] };
      return "errors" in created ? { ok: false, errors: created.errors } : { ok: true, value: created.site };
    },
    async saveSettings(site, patch) {
      const changed = await sites.change(site, patch);
      if (!changed) return { ok: false, errors: [{ pointer: "#", detail: "the site is gone" }] };
      return "errors" in changed
        ? { ok: false, errors: changed.errors }
        : { ok: true, value: changed.settings };
    },
    ...akismetDesk(services),
    ...moderationDesk(services),
    ...deliveryDesk(services),
    ...noticeDesk(services),
    ...actionDesk(services),
    ...privacyDesk(services),
    ...reviewDesk(services),
    rotateKey: (site) => sites.rotate(site),
    revokeKey: (site, n) => sites.revoke(site, n),
    deleteSite: (site) => sites.remove(site),
  };
}

/** Nothing is counted of a site that does not answer; the list says that it does not. */
const countsOf = (services: Services, record: SiteRecord): Promise<Counts> =>
  services
    .siteObject(record.id)
    .counts(record)
    .catch(() => noCounts);

function sum(all: readonly Counts[]): Counts {
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

/** A page as one site can give it. What waits stands in groups, unless something is searched for. */
async function requestOf(
  services: Services,
  { id }: SiteRecord,
  { search, ...request }: PageRequest,
): Promise<ListRequest> {
  const filter = await filterOf(services, id, search);
  return { ...request, filter, grouped: request.status === "pending" && search.length === 0 };
}

/** One call to each site, merged in the order asked for. */
async function list(
  services: Services,
  records: readonly SiteRecord[],
  request: PageRequest,
): Promise<QueuePage> {
  const cursors = readCursors(request.cursor);
  const open = records.filter(({ id }) => request.cursor === undefined || cursors.has(id));
  const asked = open.map(async (record) => {
    const cursor = cursors.get(record.id);
    const page = await services
      .siteObject(record.id)
      .list(await requestOf(services, record, { ...request, cursor: cursor || undefined }), record);
    return { site: record.id, page };
  });
  const settled = await Promise.allSettled(asked);
  const pages = settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const unreachable = open.filter((_, i) => settled[i]?.status === "rejected").map(({ id }) => id);
  return { ...mergePages(pages, request, cursors), unreachable };
}

/**
 * What waits, oldest first: KV's one list over all sites, each site's part confirmed by its object, which also adds what
 * has not reached KV. Other sorts, later pages and a queue that KV cannot tell in one call come from the objects alone.
 */
async function waiting(
  services: Services,
  records: readonly SiteRecord[],
  site: string | undefined,
  page: Omit<PageRequest, "status">,
): Promise<QueuePage> {
  services.later(takeOverInbox(services, site).catch(() => undefined));
  const request: PageRequest = { ...page, status: "pending" };
  if (page.search.length > 0) return list(services, records, request);
  const inQueue: WaitingPage = await kvQueue(services.env.QUEUE)
    .list(site)
    .catch(() => ({ items: [], more: true }));
  const first = page.sort === "oldest" && page.cursor === undefined;
  if (!first || inQueue.more || inQueue.items.length > page.limit) {
    return withPreviews(await list(services, records, request), inQueue.items, first);
  }
  const asked = records.map(async (record) => {
    const ids = inQueue.items.filter((item) => item.site === record.id).map((item) => item.id);
    return services.siteObject(record.id).confirm(ids, page.limit, record);
  });
  const settled = await Promise.allSettled(asked);
  const items = settled.flatMap((result): QueueItem[] =>
    result.status === "fulfilled" ? [...result.value.items] : [],
  );
  if (items.length > page.limit || settled.some(full(page.limit))) {
    return withPreviews(await list(services, records, request), inQueue.items, true);
  }
  const unreachable = records.filter((_, i) => settled[i]?.status === "rejected").map(({ id }) => id);
  items.sort((a, b) => a.arrived - b.arrived || (a.id < b.id ? -1 : 1));
  return withPreviews({ items, unreachable }, inQueue.items, true);
}

/** A site with as many unqueued comments as were asked for may have more. */
const full = (limit: number) => (result: PromiseSettledResult<CommentPage>) =>
  result.status === "fulfilled" && result.value.items.length >= limit;

/** Of sites that did not answer KV's copy is shown, marked as such. */
function withPreviews(page: QueuePage, inQueue: readonly Waiting[], first: boolean): QueuePage {
  if (!first || page.unreachable.length === 0) return page;
  const previews = inQueue.filter((item) => page.unreachable.includes(item.site)).map(previewedItem);
  return { ...page, items: [...page.items, ...previews].sort((a, b) => a.arrived - b.arrived) };
}
