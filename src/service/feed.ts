import { type Feed, noComments, type ThreadCounts } from "../contract/feed.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { remembers } from "../platform/isolate.ts";
import { Memory } from "../platform/memory.ts";
import { kvFeeds } from "../queue/feed-copies.ts";
import { now, type Services } from "./services.ts";

/**
 * How long an isolate remembers what it read, milliseconds. What was taken down is gone within two minutes: some seconds until
 * KV's copy is, a minute until every edge sees that, this, and what browsers may keep.
 */
const LIFE = 20_000;
const feeds = new Memory<Feed>(LIFE, 500);
const counts = new Memory<ThreadCounts>(LIFE, 50);
remembers(() => {
  feeds.clear();
  counts.clear();
});

/** What was published on a page: from memory, else from KV, else from the site's object, which has it copied for the next. */
export async function feedOf(services: Services, record: SiteRecord, thread: string): Promise<Feed> {
  const { id } = record;
  const name = `${id} ${thread}`;
  const known = feeds.get(name, now());
  if (known) return known;
  const copies = kvFeeds(services.env.QUEUE);
  const all = await copiedCounts(services, id);
  // A page that has none is known by that: made-up addresses ask nobody, and nothing is written for them.
  const isEmpty = all !== undefined && !Object.hasOwn(all, thread);
  const found = isEmpty
    ? noComments
    : ((await copies.feed(id, thread)) ?? (await services.siteObject(id).feed(thread, record)));
  feeds.set(name, found, now());
  return found;
}

/** How many comments each page of a site has that has any. */
export async function countsOf(services: Services, record: SiteRecord): Promise<ThreadCounts> {
  const { id } = record;
  const copied = await copiedCounts(services, id);
  if (copied) return copied;
  const found = await services.siteObject(id).threadCounts(record);
  counts.set(id, found, now());
  return found;
}

async function copiedCounts({ env }: Services, site: string): Promise<ThreadCounts | undefined> {
  const known = counts.get(site, now());
  if (known) return known;
  const copied = await kvFeeds(env.QUEUE).counts(site);
  if (copied) counts.set(site, copied, now());
  return copied;
}
