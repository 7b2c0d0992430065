import { type InboxEntry, kvInbox } from "../queue/inbox.ts";
import type { Services } from "./services.ts";

/** Hands what waits in the inbox to its site objects, of one site or of all. What is not safe there stays. */
export async function takeOverInbox(services: Services, site?: string): Promise<void> {
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
