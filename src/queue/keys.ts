/**
 * Every key in KV, in one place. Milliseconds have 13 digits until the year 2286, so keys of one site sort by arrival.
 *
 * | key | value | metadata |
 * |---|---|---|
 * | `queue/<site>/<arrived>~<id>` | the comment and its verdict | a preview, at most 1,024 bytes |
 * | `inbox/<site>/<id>~<hash>` | a submission taken in while the site object was down; two contents under one id are two keys, and so is a report on it | - |
 * | `unread/<site>/<id>~<hash>` | such a submission that this version cannot read; a person must look at it | - |
 * | `site/<id>` | copy of the directory's record | - |
 * | `key/<hash>` | what a key opens | - |
 * | `feed/<site>/<hash of the page>` | what was published on a page, for its readers | - |
 * | `feed/<site>/counts` | how many comments each page has | - |
 */
export const queueKey = (site: string, arrived: number, id: string) =>
  `queue/${site}/${String(arrived).padStart(13, "0")}~${id}`;

export const queuePrefix = (site: string | undefined) => (site === undefined ? "queue/" : `queue/${site}/`);

export const inboxKey = (site: string, id: string, hash: string) =>
  `inbox/${site}/${id}~${hash.slice(0, 12)}`;

export const inboxPrefix = (site: string | undefined) => (site === undefined ? "inbox/" : `inbox/${site}/`);

/** Where an inbox entry goes that cannot be read. */
export const unreadKey = (key: string) => key.replace(/^inbox\//, "unread/");

export const unreadPrefix = (site: string) => `unread/${site}/`;

export const siteCacheKey = (site: string) => `site/${site}`;

export const keyCacheKey = (hash: string) => `key/${hash}`;

export const feedPrefix = (site: string) => `feed/${site}/`;

export const countsKey = (site: string) => `${feedPrefix(site)}counts`;

/** Addresses may be longer than keys. */
export async function feedKey(site: string, thread: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(thread)));
  const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0"));
  return feedPrefix(site) + hex.join("");
}

/** Site, arrival and id from a queue key. */
export function readQueueKey(key: string): { site: string; arrived: number; id: string } | undefined {
  const match = /^queue\/([a-z0-9-]+)\/(\d{13})~(.+)$/.exec(key);
  return match ? { site: match[1] as string, arrived: Number(match[2]), id: match[3] as string } : undefined;
}
