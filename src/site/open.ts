import { type Bindings, configuration } from "../bindings.ts";
import { kvQueue } from "../queue/approval-queue.ts";
import { signingSecret } from "../secrets/site-secrets.ts";
import { Alarm } from "./alarm.ts";
import { countedQueue } from "./counted-queue.ts";
import { DeliveryLane } from "./lanes/delivery-lane.ts";
import { PurgeLane } from "./lanes/purge-lane.ts";
import { QueueLane } from "./lanes/queue-lane.ts";
import { WeakLane } from "./lanes/weak-lane.ts";
import { migrate } from "./schema.ts";
import { Site } from "./site.ts";
import { Upkeep } from "./upkeep.ts";

export interface Opened {
  readonly site: Site;
  readonly alarm: Alarm;
  readonly upkeep: Upkeep;
}

/** Opens a site's database, brought to the present version, with everything that works on it. */
export function open(storage: DurableObjectStorage, env: Bindings): Opened {
  migrate(storage);
  const site = new Site(storage);
  const queue = new QueueLane(site, countedQueue(kvQueue(env.QUEUE), site.use));
  const configured = configuration(env);
  const master = configured.ok ? configured.secrets.HAMLET_SECRET : "";
  const delivery = new DeliveryLane(site, {
    secret: (generation) => signingSecret(master, site.record.id, "delivery", generation),
    fetch: (request) => fetch(request),
    allowLocal: configured.ok && configured.secrets.ALLOW_LOCAL_TARGETS,
  });
  return {
    site,
    upkeep: new Upkeep(site, storage),
    alarm: new Alarm(storage, site.use, {
      queue,
      delivery,
      purge: new PurgeLane(site),
      weak: new WeakLane(site),
    }),
  };
}
