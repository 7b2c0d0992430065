import { type Feed, feed, type ThreadCounts, threadCounts } from "../contract/feed.ts";
import { readStored } from "../platform/stored.ts";
import { countsKey, feedKey } from "./keys.ts";

/** KV may answer from its edge cache for so long, seconds; its smallest. */
const CACHE_TTL = 60;

/** Copies in KV of what was published on pages, for their readers. */
export interface FeedCopies {
  putFeed(site: string, thread: string, feed: Feed): Promise<void>;
  putCounts(site: string, counts: ThreadCounts): Promise<void>;
  removeFeed(site: string, thread: string): Promise<void>;
  removeCounts(site: string): Promise<void>;
  /** Undefined: there is no copy, or none that can be read. */
  feed(site: string, thread: string): Promise<Feed | undefined>;
  counts(site: string): Promise<ThreadCounts | undefined>;
}

/** The copies in Workers KV. Errors of writing are passed on; a copy that cannot be read is none. */
export function kvFeeds(kv: KVNamespace): FeedCopies {
  const read = async (key: string) =>
    (await kv.get(key, { cacheTtl: CACHE_TTL }).catch(() => null)) ?? undefined;
  return {
    putFeed: async (site, thread, page) => kv.put(await feedKey(site, thread), JSON.stringify(page)),
    putCounts: (site, counts) => kv.put(countsKey(site), JSON.stringify(counts)),
    removeFeed: async (site, thread) => kv.delete(await feedKey(site, thread)),
    removeCounts: (site) => kv.delete(countsKey(site)),
    async feed(site, thread) {
      const text = await read(await feedKey(site, thread));
      return text === undefined ? undefined : readStored(text, feed, "copy of a feed", site);
    },
    async counts(site) {
      const text = await read(countsKey(site));
      return text === undefined ? undefined : readStored(text, threadCounts, "copy of counts", site);
    },
  };
}
