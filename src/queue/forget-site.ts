import { feedPrefix, inboxPrefix, queuePrefix, unreadPrefix } from "./keys.ts";

/** Keys deleted at the same time: a Worker may hold six connections. */
const AT_ONCE = 6;
/** Keys that one call deletes: it may make 1,000 calls to platform services. */
const MOST = 900;

/** Deletes what KV holds of a site that is gone. What waits in the inbox first: it would go to the next site of this id. */
export async function forgetSite(kv: KVNamespace, site: string): Promise<void> {
  let left = MOST;
  for (const prefix of [inboxPrefix(site), unreadPrefix(site), queuePrefix(site), feedPrefix(site)])
    for (const keys of await pagesOf(kv, prefix)) {
      const some = keys.slice(0, left);
      left -= some.length;
      for (let at = 0; at < some.length; at += AT_ONCE)
        await Promise.all(some.slice(at, at + AT_ONCE).map((key) => kv.delete(key)));
    }
}

/** The names of all keys that begin so, by pages. */
async function pagesOf(kv: KVNamespace, prefix: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page: KVNamespaceListResult<unknown> = await kv.list({ prefix, cursor });
    pages.push(page.keys.map(({ name }) => name));
    if (page.list_complete) return pages;
    cursor = page.cursor;
  }
}
