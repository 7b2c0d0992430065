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
  const found = await foundFeed(services, record, thread);
  feeds.set(name, found, now());
  return found;
}

/**
 * A page that has no comments is known by the counts of those that have some: made-up addresses ask nobody, and nothing is written
 * for them. Where KV has no copy of the counts, the object is asked for them once, not for each such page.
 */
async function foundFeed(services: Services, record: SiteRecord, thread: string): Promise<Feed> {
  const { id } = record;
  const copied = await copiedCounts(services, id);
  if (copied && !Object.hasOwn(copied, thread)) return noComments;
  const copy = await kvFeeds(services.env.QUEUE).feed(id, thread);
  if (copy) return copy;
  const counted = copied ?? (await askedCounts(services, record));
  return Object.hasOwn(counted, thread) ? services.siteObject(id).feed(thread, record) : noComments;
}

/** How many comments each page of a site has that has any. */
export async function countsOf(services: Services, record: SiteRecord): Promise<ThreadCounts> {
  return (await copiedCounts(services, record.id)) ?? askedCounts(services, record);
}

async function askedCounts(services: Services, record: SiteRecord): Promise<ThreadCounts> {
  const found = await services.siteObject(record.id).threadCounts(record);
  counts.set(record.id, found, now());
  return found;
}

async function copiedCounts({ env }: Services, site: string): Promise<ThreadCounts | undefined> {
  const known = counts.get(site, now());
  if (known) return known;
  const copied = await kvFeeds(env.QUEUE).counts(site);
  if (copied) counts.set(site, copied, now());
  return copied;
}
