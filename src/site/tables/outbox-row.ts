import type { DeliveryState, Endpoint } from "../../contract/outgoing.ts";
import type { Stored } from "./sql.ts";

/** What the outside does not know yet about one comment. */
export interface OutboxRow {
  readonly comment: string;
  readonly arrived: number;
  /** KV may differ from what the comment's status wants. */
  readonly queue: boolean;
  /** The event under delivery; null: none. */
  readonly event: number | null;
  readonly state: DeliveryState;
  /** When the delivery is due, milliseconds since 1970. */
  readonly due: number;
  readonly attempts: number;
  readonly failure: string | null;
  readonly endpoint: Endpoint;
  /** The blog may not know where the comment was before this event: an earlier one was given up, or told a later status. */
  readonly missed: boolean;
}

export const COLUMNS = "comment, arrived, queue, event, state, due, attempts, failure, endpoint, missed";

/** An outbox row with nothing in it yet. */
export function emptyOutboxRow(comment: string, arrived: number): OutboxRow {
  return {
    comment,
    arrived,
    queue: false,
    event: null,
    state: "idle",
    due: 0,
    attempts: 0,
    failure: null,
    endpoint: "webhook",
    missed: false,
  };
}

export function decode(row: Stored): OutboxRow {
  return {
    comment: row.comment as string,
    arrived: row.arrived as number,
    queue: row.queue === 1,
    event: row.event as number | null,
    state: row.state as DeliveryState,
    due: row.due as number,
    attempts: row.attempts as number,
    failure: row.failure as string | null,
    endpoint: row.endpoint as Endpoint,
    missed: row.missed === 1,
  };
}
