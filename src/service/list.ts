import { reaches } from "../contract/roles.ts";
import type { ListRequest, LookedThrough } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import {
  type CommentDetail,
  type CommentPage,
  type Counts,
  noCounts,
  type QueueItem,
} from "../contract/views.ts";
import { dayOf } from "../platform/clock.ts";
import { kvQueue, previewedItem, type QueueEntries, type QueueEntry } from "../queue/approval-queue.ts";
import { mergePages, readCursors } from "./merge.ts";
import { filterOf, type SearchTerm } from "./search.ts";
import { askSite, askSites, byOf, chosenSites, gather, now, type Services } from "./services.ts";
import { takeOverInbox } from "./take-in.ts";

/** A page of comments as it is asked for, over one site or all. */
export type PageRequest = Omit<ListRequest, "filter" | "grouped"> & {
  readonly search: readonly SearchTerm[];
};

export interface QueueList {
  readonly items: readonly QueueItem[];
  readonly next?: string | undefined;
  /** Sites that did not answer: what is shown of them may be old. */
  readonly unreachable: readonly string[];
}

/**
 * The comments in a place, over one site (or all: undefined). A site that does not answer is named, never
 * fatal.
 */
export async function list(
  services: Services,
  site: string | undefined,
  request: PageRequest,
): Promise<QueueList> {
  return listOf(services, await chosenSites(services, site), request);
}

/** One call to each site, merged in the order asked for. */
async function listOf(
  services: Services,
  records: readonly SiteRecord[],
  request: PageRequest,
): Promise<QueueList> {
  const cursors = readCursors(request.cursor);
  const open = records.filter(({ id }) => request.cursor === undefined || cursors.has(id));
  const { answers, unreachable } = await gather(services, open, async (object, record) => {
    const cursor = cursors.get(record.id) || undefined;
    return object.list(await requestOf(services, record, { ...request, cursor }), record);
  });
  const pages = answers.map(({ site, answer }) => ({ site, page: answer }));
  return { ...mergePages(pages, request, cursors), unreachable };
}

/** A page as one site can give it. What waits stands in groups, unless something is searched for. */
async function requestOf(
  services: Services,
  record: SiteRecord,
  { search, ...request }: PageRequest,
): Promise<ListRequest> {
  const filter = await filterOf(services, record, search);
  return { ...request, filter, grouped: request.status === "pending" && search.length === 0 };
}

/** Rows behind one card that are shown. */
const MOST_BEHIND = 100;

/**
 * What waits for a person, oldest first: KV's one list over all sites, each site's part confirmed by its
 * object, which also adds what has not reached KV. Other sorts, later pages and a queue that KV cannot tell
 * in one call come from the objects alone.
 */
export async function waiting(
  services: Services,
  site: string | undefined,
  page: Omit<PageRequest, "status">,
  queued: () => Promise<QueueEntries>,
): Promise<QueueList> {
  services.later(takeOverInbox(services, site).catch(() => undefined));
  const records = await chosenSites(services, site);
  const request: PageRequest = { ...page, status: "pending" };
  if (page.search.length > 0) return listOf(services, records, request);
  const inQueue = await queued();
  const first = page.sort === "oldest" && page.cursor === undefined;
  if (!first || inQueue.more || inQueue.items.length > page.limit)
    return withPreviews(await listOf(services, records, request), inQueue.items, first);
  const { answers, unreachable } = await gather(services, records, (object, record) => {
    const ids = inQueue.items.filter((item) => item.site === record.id).map((item) => item.id);
    return object.confirm(ids, page.limit, record);
  });
  const items: QueueItem[] = answers.flatMap(({ answer }) => [...answer.items]);
  if (items.length > page.limit || answers.some(({ answer }) => isFull(answer, page.limit)))
    return withPreviews(await listOf(services, records, request), inQueue.items, true);
  items.sort((a, b) => a.arrived - b.arrived || (a.id < b.id ? -1 : 1));
  return withPreviews({ items, unreachable }, inQueue.items, true);
}

/** What KV knows to wait. */
export const entries = (services: Services, site: string | undefined): Promise<QueueEntries> =>
  kvQueue(services.env.QUEUE)
    .list(site)
    .then(({ items, more }) => ({ items: items.filter((item) => reaches(services.reach, item.site)), more }))
    .catch(() => ({ items: [], more: true }));

/** What waits and stands behind one comment. */
export async function behind(services: Services, site: string, id: string): Promise<readonly QueueItem[]> {
  const page = await askSite(services, site, (object, record) => object.behind(id, MOST_BEHIND, record));
  return page?.items ?? [];
}

/** A site with as many unqueued comments as were asked for may have more. */
const isFull = ({ items }: CommentPage, limit: number) => items.length >= limit;

/** Of sites that did not answer KV's copy is shown, marked as such. */
function withPreviews(page: QueueList, inQueue: readonly QueueEntry[], first: boolean): QueueList {
  if (!first || page.unreachable.length === 0) return page;
  const previews = inQueue.filter((item) => page.unreachable.includes(item.site)).map(previewedItem);
  return { ...page, items: [...page.items, ...previews].sort((a, b) => a.arrived - b.arrived) };
}

/**
 * How many comments are in each place. Nothing is counted of a site that does not answer; the list says that
 * it does not.
 */
export async function counts(services: Services, site: string | undefined): Promise<Counts> {
  const all = await askSites(services, site, (object, record) => object.counts(record), noCounts);
  const elsewhere = site === undefined ? (services.overview?.pendingElsewhere ?? 0) : 0;
  return all.reduce(
    (a, b) => ({
      pending: a.pending + b.pending,
      published: a.published + b.published,
      spam: a.spam + b.spam,
      discarded: a.discarded + b.discarded,
    }),
    { ...noCounts, pending: elsewhere },
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

/** A comment with the reasons of its verdict and what became of it; undefined: there is none. */
export const comment = (services: Services, site: string, id: string): Promise<CommentDetail | undefined> =>
  askSite(services, site, (object, record) => object.detail(id, record));

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
  const last = await comment(services, to.site, to.id);
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
  const all = await askSites(services, site, (object, record) => object.looked(record), none);
  const lasts = all.flatMap(({ last }) => last ?? []).sort((a, b) => b.at - a.at);
  return {
    stopped: sum(all.map(({ stopped }) => stopped)),
    seen: sum(all.map(({ seen }) => seen)),
    wrong: sum(all.map(({ wrong }) => wrong)),
    last: lasts[0],
  };
}
