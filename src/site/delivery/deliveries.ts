import type { Settings } from "../../contract/site.ts";
import type { Site } from "../site.ts";
import type { DeliveryCounts, DeliveryState, OutboxRow } from "../tables/outbox.ts";
import type { Circuit } from "./circuit.ts";
import { type Endpoint, endpoints } from "./endpoint.ts";

/** Deliveries told of each kind; the counts tell of all. */
const MOST = 100;

/** One comment's delivery that is not done. Times in milliseconds since 1970. */
export interface Delivery {
  readonly comment: string;
  /** Sequence of the event: about the time of it. */
  readonly event: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** When it is tried next; of a dead letter it says nothing. */
  readonly due: number;
  readonly failure: string | null;
}

export interface FailingEndpoint extends Pick<Circuit, "since" | "due" | "reason"> {
  readonly endpoint: Endpoint;
}

/** What is still to be told to a blog, and how its endpoint does. */
export interface Deliveries {
  readonly counts: DeliveryCounts;
  readonly webhook: Settings["webhook"];
  /** Endpoints that take nothing. */
  readonly failing: readonly FailingEndpoint[];
  readonly underway: readonly Delivery[];
  readonly dead: readonly Delivery[];
}

export function deliveriesOf(site: Site): Deliveries {
  return {
    counts: site.outbox.deliveries(),
    webhook: site.record.settings.webhook,
    failing: endpoints.flatMap((endpoint) => failing(site, endpoint)),
    underway: site.outbox.list("underway", MOST).map(delivery),
    dead: site.outbox.list("dead", MOST).map(delivery),
  };
}

function failing(site: Site, endpoint: Endpoint): FailingEndpoint[] {
  const circuit = site.circuits.isOpen(endpoint) ? site.circuits.of(endpoint) : undefined;
  return circuit ? [{ endpoint, since: circuit.since, due: circuit.due, reason: circuit.reason }] : [];
}

function delivery({ comment, event, state, attempts, due, failure }: OutboxRow): Delivery {
  return { comment, event: event ?? 0, state, attempts, due, failure };
}
