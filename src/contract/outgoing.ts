import * as z from "zod";
import { statuses } from "../core/judging/decision.ts";
import type { SystemName } from "./integration.ts";
import type { Settings } from "./site.ts";

/** The ways to a blog; each has its own circuit, so that one that fails slows only itself. */
export const endpoints = ["webhook", "wordpress", "system"] as const;

export type Endpoint = (typeof endpoints)[number];

export type DeliveryState = "idle" | "waiting" | "sending" | "dead";

/** Deliveries by where they stand; retrying ones failed at least once. */
export interface DeliveryCounts {
  readonly waiting: number;
  readonly retrying: number;
  readonly dead: number;
}

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

export interface FailingEndpoint {
  readonly endpoint: Endpoint;
  readonly since: number;
  /** When the next comment is tried. */
  readonly due: number;
  readonly reason: string;
}

/** What is still to be told to a blog, and how its endpoint does. */
export interface Deliveries {
  readonly counts: DeliveryCounts;
  readonly webhook: Settings["webhook"];
  /** Comments come by Akismet's protocol, or could. */
  readonly akismet: boolean;
  /** The comment system that is told in its own way, and where it is; null: there is none. */
  readonly system: { readonly name: SystemName; readonly endpoint: string } | null;
  /** Endpoints that take nothing. */
  readonly failing: readonly FailingEndpoint[];
  readonly underway: readonly Delivery[];
  readonly dead: readonly Delivery[];
}

/** One attempt to tell a blog of an event. */
export const attempt = z.object({
  /** Sequence of the event. */
  event: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  ms: z.number(),
  /** Of the answer; null: none came. */
  status: z.number().nullable(),
  /** The answer's first 300 bytes, or why there was none. */
  answer: z.string(),
  delivered: z.boolean(),
  /** Where the comment was said to be. */
  told: z.enum(statuses).optional(),
});

export type Attempt = Readonly<z.output<typeof attempt>>;

/** What became of a request. */
export interface Reply {
  /** Undefined: no answer came. */
  readonly status?: number;
  /** Its first 300 bytes as text, or why there is none. */
  readonly answer: string;
  /** How long it took, milliseconds. */
  readonly ms: number;
  /** The pause that the other side asked for, milliseconds. */
  readonly retryAfter?: number;
}

export type Replayed =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "unknown_comment" | "no_endpoint" };
