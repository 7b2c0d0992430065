import { type Bindings, configuration } from "../bindings.ts";
import type { SiteRecord } from "../directory/record.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { keyWithNumber, signingSecret } from "../secrets/site-secrets.ts";
import { Alarm } from "./alarm.ts";
import { countedQueue } from "./counted-queue.ts";
import { webhookEnvoy } from "./delivery/webhook-envoy.ts";
import { wordPressEnvoy } from "./delivery/wordpress-envoy.ts";
import { DeliveryLane } from "./lanes/delivery-lane.ts";
import { NoticeLane } from "./lanes/notice-lane.ts";
import { PurgeLane } from "./lanes/purge-lane.ts";
import { QueueLane } from "./lanes/queue-lane.ts";
import { WeakLane } from "./lanes/weak-lane.ts";
import { messenger } from "./notices/messenger.ts";
import { migrate } from "./schema.ts";
import { Site } from "./site.ts";
import { Upkeep } from "./upkeep.ts";

export interface Opened {
  readonly site: Site;
  readonly alarm: Alarm;
  readonly upkeep: Upkeep;
  readonly notice: NoticeLane;
}

/** Opens one site's storage: its tables brought up to date, its lanes wired. */
export function open(storage: DurableObjectStorage, env: Bindings): Opened {
  migrate(storage);
  const site = new Site(storage);
  const queue = new QueueLane(site, countedQueue(kvQueue(env.QUEUE), site.use));
  const means = meansOf(env);
  const envoys = {
    webhook: webhookEnvoy(means.secretOf, means.allowLocal),
    wordpress: wordPressEnvoy(means.keyOf, means.allowLocal),
  };
  const delivery = new DeliveryLane(site, { envoys, fetch: means.fetch });
  const notice = new NoticeLane(
    site,
    messenger(() => site.record, means),
  );
  return {
    site,
    notice,
    upkeep: new Upkeep(site, storage),
    alarm: new Alarm(storage, site.use, {
      queue,
      delivery,
      notice,
      purge: new PurgeLane(site),
      weak: new WeakLane(site),
    }),
  };
}

/** What it takes to send something to a blog. */
export function meansOf(env: Bindings) {
  const configured = configuration(env);
  const master = configured.ok ? configured.secrets.HAMLET_SECRET : "";
  const demo = configured.ok ? configured.secrets.DEMO_SITE_KEY : undefined;
  return {
    master,
    secretOf: (record: SiteRecord, generation: number) =>
      signingSecret(master, record.id, "delivery", generation),
    keyOf: (record: SiteRecord, n: number) => keyWithNumber(master, record, n, demo),
    fetch: (request: Request) => fetch(request),
    allowLocal: configured.ok && configured.secrets.ALLOW_LOCAL_TARGETS,
  };
}
