import type { Settings } from "../../contract/site.ts";
import type { DeliveryCounts, DeliveryState, OutboxRow } from "../outbox.ts";
import type { Site } from "../site.ts";
import type { Circuit } from "./circuit.ts";

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

/** What is still to be told to a blog, and how its endpoint does. */
export interface Deliveries {
  readonly counts: DeliveryCounts;
  readonly webhook: Settings["webhook"];
  /** The endpoint takes nothing; undefined: not so. */
  readonly circuit: Pick<Circuit, "since" | "due" | "reason"> | undefined;
  readonly underway: readonly Delivery[];
  readonly dead: readonly Delivery[];
}

export function deliveriesOf(site: Site): Deliveries {
  const circuit = site.circuits.isOpen("webhook") ? site.circuits.of("webhook") : undefined;
  return {
    counts: site.outbox.deliveries(),
    webhook: site.record.settings.webhook,
    circuit: circuit && { since: circuit.since, due: circuit.due, reason: circuit.reason },
    underway: site.outbox.list("underway", MOST).map(delivery),
    dead: site.outbox.list("dead", MOST).map(delivery),
  };
}

function delivery({ comment, event, state, attempts, due, failure }: OutboxRow): Delivery {
  return { comment, event: event ?? 0, state, attempts, due, failure };
}
