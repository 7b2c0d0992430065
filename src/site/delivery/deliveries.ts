import type { Deliveries, Delivery, FailingEndpoint } from "../../contract/outgoing.ts";
import { type Endpoint, endpoints } from "../../contract/outgoing.ts";
import type { KeyRecord } from "../../contract/site-record.ts";
import { isTold } from "../../systems/systems.ts";
import type { Site } from "../site.ts";
import type { OutboxRow } from "../tables/outbox.ts";

/** Deliveries told of each kind; the counts tell of all. */
const MOST = 100;

export function deliveriesOf(site: Site): Deliveries {
  return {
    counts: site.outbox.deliveries(),
    webhook: site.record.settings.webhook,
    system: systemOf(site),
    akismet: site.akismetCalls.all.length > 0 || site.record.keys.some(isForAkismet),
    failing: endpoints.flatMap((endpoint) => failing(site, endpoint)),
    underway: site.outbox.list("underway", MOST).map(delivery),
    dead: site.outbox.list("dead", MOST).map(delivery),
  };
}

function systemOf({ record }: Site): Deliveries["system"] {
  const { integration } = record.settings;
  if (!integration?.endpoint || !isTold(integration, integration.system)) return null;
  return { name: integration.system, endpoint: integration.endpoint };
}

const isForAkismet = ({ scope, revokedAt }: KeyRecord) => scope === "akismet" && revokedAt === null;

function failing(site: Site, endpoint: Endpoint): FailingEndpoint[] {
  const circuit = site.circuits.isOpen(endpoint) ? site.circuits.of(endpoint) : undefined;
  return circuit ? [{ endpoint, since: circuit.since, due: circuit.due, reason: circuit.reason }] : [];
}

function delivery({ comment, event, state, attempts, due, failure }: OutboxRow): Delivery {
  return { comment, event: event ?? 0, state, attempts, due, failure };
}
