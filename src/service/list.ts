import type { LastDecision } from "../contract/decided.ts";
import { type Account, nextReset, noUse } from "../contract/plan.ts";
import { reaches } from "../contract/roles.ts";
import type { ListRequest, LookedThrough } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import {
  type CommentDetail,
  type CommentPage,
  type Counts,
  type Health,
  noCounts,
  type QueueItem,
} from "../contract/views.ts";
import { kvQueue, previewedItem, type QueueEntries, type QueueEntry } from "../queue/approval-queue.ts";
import { lastOf } from "./decide.ts";
import { lookedOf } from "./looked.ts";
import { mergePages, readCursors } from "./merge.ts";
import { filterOf, type SearchTerm } from "./search.ts";
import { askSite, askSites, byOf, chosenSites, gather, type Services } from "./services.ts";
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

/** How many comments are in each place; of a site that does not answer nothing is counted, and the list says so. */
export async function counts(services: Services, site: string | undefined): Promise<Counts> {
  const all = await askSites(services, site, (object, record) => object.counts(record), noCounts);
  return total(all, site === undefined ? services.overview?.pendingElsewhere : 0);
}

/** All together; `elsewhere`: what waits in sites that were not asked. */
export const total = (all: readonly Counts[], elsewhere = 0): Counts =>
  all.reduce(
    (a, b) => ({
      pending: a.pending + b.pending,
      published: a.published + b.published,
      spam: a.spam + b.spam,
      discarded: a.discarded + b.discarded,
    }),
    { ...noCounts, pending: elsewhere },
  );

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

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A comment with the reasons of its verdict and what became of it; undefined: there is none. */
export const comment = (services: Services, site: string, id: string): Promise<CommentDetail | undefined> =>
  askSite(services, site, (object, record) => object.detail(id, record));

export interface SiteHealth {
  readonly site: string;
  /** Undefined: it does not answer. */
  readonly health: Health | undefined;
}

/** What a page tells of its sites beside the comments. */
export interface AtAGlance {
  readonly counts: Counts;
  readonly health: readonly SiteHealth[];
  readonly last: readonly LastDecision[];
  readonly looked: LookedThrough | undefined;
}

/**
 * How one site does, or each, how many comments are where, and what somebody decided last in any: by one call to each; of many,
 * to those that are asked, and what those told that are not.
 */
export async function glance(
  services: Services,
  site: string | undefined,
  { by, since, looked }: { readonly by: string; readonly since: number; readonly looked: boolean },
): Promise<AtAGlance> {
  const records = await chosenSites(services, undefined);
  const shown = (id: string) => site === undefined || id === site;
  const ask = async (record: SiteRecord) => {
    const isShown = shown(record.id);
    const request = { by: byOf(services, by), since, isShown, looked: looked && isShown };
    const object = services.siteObject(record.id);
    return { site: record.id, answer: await object.glance(request, record).catch(() => undefined) };
  };
  const asked = await Promise.all(records.map(ask));
  const { pendingElsewhere = 0, troubled = [] } = site === undefined ? (services.overview ?? {}) : {};
  const answers = asked.flatMap(({ answer }) => answer ?? []);
  const looks = answers.flatMap((answer) => answer.looked ?? []);
  return {
    counts: total(
      answers.flatMap((answer) => answer.shown?.counts ?? []),
      pendingElsewhere,
    ),
    health: [
      ...asked
        .filter((one) => shown(one.site))
        .map((one) => ({ site: one.site, health: one.answer?.shown?.health })),
      ...troubled.map(toldOf),
    ],
    last: lastOf(answers.flatMap(({ last }) => last)),
    looked: looked ? lookedOf(looks) : undefined,
  };
}

/** How a site did when it told last. */
function toldOf({ site, at, use, figures }: Account): SiteHealth {
  const count = (name: string) => figures[name] ?? 0;
  const time = (name: string) => (figures[name] === undefined ? null : 1000 * count(name));
  return {
    site,
    health: {
      lastIn: time("lastInSeconds"),
      lastOut: time("lastOutSeconds"),
      waiting: count("deliveriesWaiting"),
      retrying: count("deliveriesRetrying"),
      dead: count("deliveriesDead"),
      learned: { spam: count("learnedSpam"), ham: count("learnedHam") },
      failing: [],
      refused: [],
      waves: [],
      surge: count("surge") > 0,
      queuePausedUntil: 1000 * count("queuePausedUntilSeconds"),
      today: { ...use, resetsAt: nextReset(at) },
      others: noUse,
    },
  };
}
