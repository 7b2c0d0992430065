import { type InboxEntry, kvInbox } from "../queue/inbox.ts";
import type { Services } from "./services.ts";

/**
 * Hands what waits in the inbox to its site objects, of one site or of all: some at a time, answers how many.
 * What is not safe there stays.
 */
export async function takeOverInbox(services: Services, site?: string): Promise<number> {
  const inbox = kvInbox(services.env.QUEUE);
  const entries = await inbox.list(site);
  const sites = [...new Set(entries.map((entry) => entry.site))];
  await Promise.all(
    sites.map((id) =>
      handOver(
        services,
        id,
        entries.filter((entry) => entry.site === id),
      ),
    ),
  );
  return entries.length;
}

/** Batches of one site's inbox that a call hands over at most. */
const MOST_BATCHES = 20;

/** Hands over all that waits for one site, as far as one request goes. */
export async function takeOverAll(services: Services, site: string): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) if ((await takeOverInbox(services, site)) === 0) return;
}

async function handOver(services: Services, site: string, entries: readonly InboxEntry[]): Promise<void> {
  const inbox = kvInbox(services.env.QUEUE);
  const record = await services.directory.fresh(site);
  if (record)
    await services.siteObject(site).takeOver(
      entries.map((entry) => entry.intake),
      record,
    );
  await Promise.all(entries.map((entry) => inbox.remove(entry.key)));
}
