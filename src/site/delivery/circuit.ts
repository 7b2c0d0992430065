import type { Endpoint } from "../../contract/outgoing.ts";
import { MINUTE } from "../../platform/clock.ts";
import type { Meta } from "../tables/meta.ts";
import type { Circuit } from "../tables/stored-meta.ts";
import { backoff } from "./backoff.ts";

/** So many comments in a row that an endpoint does not take mean that it is the endpoint. */
const OPEN_AT = 3;
/** The longest pause between two probes: so long a blog that is back waits at most. */
const LONGEST = 15 * MINUTE;

/**
 * Keeps apart a comment that an endpoint will not take and an endpoint that takes nothing. One comment's retries are its
 * own; when several fail in a row the circuit opens: one probe at a time, until one gets through.
 */
export class Circuits {
  readonly #meta: Meta;

  constructor(meta: Meta) {
    this.#meta = meta;
  }

  /** Undefined: all is well, as far as is known. */
  of(endpoint: Endpoint): Circuit | undefined {
    return this.#meta.circuits[endpoint];
  }

  isOpen(endpoint: Endpoint): boolean {
    return (this.of(endpoint)?.due ?? 0) > 0;
  }

  failed(endpoint: Endpoint, comment: string, reason: string, now: number): void {
    const before = this.of(endpoint);
    const open = this.isOpen(endpoint);
    if (before && !open && before.comment === comment) return;
    const failures = (before?.failures ?? 0) + 1;
    const due = failures < OPEN_AT ? 0 : now + backoff(failures - OPEN_AT + 1, now, LONGEST);
    this.#set(endpoint, { failures, comment, since: before?.since ?? now, due, reason });
  }

  /** True: it was open until now. */
  succeeded(endpoint: Endpoint): boolean {
    const wasOpen = this.isOpen(endpoint);
    if (this.of(endpoint)) this.#set(endpoint, undefined);
    return wasOpen;
  }

  /** Somebody asks for another try now. */
  hurry(endpoint: Endpoint, now: number): void {
    const circuit = this.of(endpoint);
    if (circuit && circuit.due > now) this.#set(endpoint, { ...circuit, due: now });
  }

  #set(endpoint: Endpoint, circuit: Circuit | undefined): void {
    this.#meta.circuits = { ...this.#meta.circuits, [endpoint]: circuit };
  }
}
