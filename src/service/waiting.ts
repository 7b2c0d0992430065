import type { CommentPage } from "../contract/views.ts";
import { kvQueue, type QueueEntries, type QueueEntry } from "../queue/approval-queue.ts";
import { previewedItem } from "../queue/previewed-item.ts";
import { askSite, chosenSites, gather } from "./ask.ts";
import { listOf, type PageRequest, type QueueItem, type QueueList } from "./list.ts";
import type { Services } from "./services.ts";
import { takeOverInbox } from "./take-over.ts";

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
): Promise<QueueList> {
  services.later(takeOverInbox(services, site).catch(() => undefined));
  const records = await chosenSites(services, site);
  const request: PageRequest = { ...page, status: "pending" };
  if (page.search.length > 0) return listOf(services, records, request);
  const inQueue: QueueEntries = await kvQueue(services.env.QUEUE)
    .list(site)
    .catch(() => ({ items: [], more: true }));
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
