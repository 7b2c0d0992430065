import type { Deliveries, Replayed, Reply } from "../contract/outgoing.ts";
import { askSite, byOf, type Services } from "./services.ts";

/** What the blog is still to be told. */
export const deliveries = (services: Services, site: string): Promise<Deliveries | undefined> =>
  askSite(services, site, (object, record) => object.deliveries(record));

/** Tells the blog again where a comment is. */
export async function replay(services: Services, site: string, id: string, by: string): Promise<Replayed> {
  const replayed = await askSite(services, site, (object, record) =>
    object.replay(id, byOf(services, by), record),
  );
  return replayed ?? { ok: false, reason: "unknown_comment" };
}

/** Tells the blog again where each comment is of which an event was given up. */
export const replayDead = (
  services: Services,
  site: string,
  by: string,
): Promise<{ readonly replayed: number; readonly left: number } | undefined> =>
  askSite(services, site, (object, record) => object.replayDead(byOf(services, by), record));

/** Sends the webhook a test event, and answers what came back. */
export const sendTest = (services: Services, site: string): Promise<Reply | undefined> =>
  askSite(services, site, (object, record) => object.sendTest(record));
