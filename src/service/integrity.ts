import type { Integrity } from "../contract/upkeep.ts";
import { queueKey, queuePrefix } from "../queue/keys.ts";
import { askSite, type Services } from "./services.ts";

/** How the approval queue in KV stands to the comments that wait. */
interface QueueStanding {
  readonly pending: number;
  readonly inQueue: number;
  /** Comments that wait and have no key. */
  readonly missing: readonly string[];
  /** Keys of comments that do not wait. */
  readonly strays: readonly string[];
}

/** Whether what a site keeps agrees with itself and with its keys in KV; undefined: there is no such site. */
export function integrity(
  services: Services,
  site: string,
): Promise<(Omit<Integrity, "pending"> & { readonly queue: QueueStanding }) | undefined> {
  return askSite(services, site, async (object, record) => {
    const { pending, ...rest } = await object.integrity(record);
    return { ...rest, queue: await queueStanding(services.env.QUEUE, site, pending) };
  });
}

/** Compares all of a site's keys with the comments that wait. */
export async function queueStanding(
  kv: KVNamespace,
  site: string,
  pending: readonly { readonly id: string; readonly arrived: number }[],
): Promise<QueueStanding> {
  const wanted = new Set(pending.map(({ id, arrived }) => queueKey(site, arrived, id)));
  const keys: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await kv.list({ prefix: queuePrefix(site), ...(cursor !== undefined && { cursor }) });
    keys.push(...page.keys.map(({ name }) => name));
    more = !page.list_complete;
    cursor = page.list_complete ? undefined : page.cursor;
  }
  const there = new Set(keys);
  return {
    pending: wanted.size,
    inQueue: keys.length,
    missing: [...wanted].filter((key) => !there.has(key)),
    strays: keys.filter((key) => !wanted.has(key)),
  };
}
