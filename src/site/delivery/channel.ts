import type { Attempt, Reply } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import type { CommentRow } from "../tables/comments.ts";
import type { EventRow } from "../tables/events.ts";

/** What is to be told, and of which comment, as it is now. */
export interface Message {
  readonly record: SiteRecord;
  readonly event: EventRow;
  readonly comment: CommentRow;
  /** What was tried of this comment before, the oldest first. */
  readonly attempts: readonly Attempt[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where to, or why nowhere; `final`: waiting will not change it. */
export type Address = { readonly url: string } | { readonly fault: string; readonly final: boolean };

/** The request to be sent; or why there is none, or why none is needed. */
export type Prepared =
  | {
      readonly request: Request;
      /** What must not be written down with the answer, should that tell it again. */
      readonly secrets?: readonly string[];
    }
  | { readonly fault: string; readonly final: boolean }
  | { readonly known: string };

/** What an answer means: the other side has it, it is to be sent again, never again, or the blog has no such comment. */
export type Reading = "delivered" | "again" | "never" | "gone";

/**
 * One way to tell a blog of decisions. The delivery job does the rest: order, retries, the circuit, the log. To plug in
 * another: implement this, add its name to `endpoints` and say in `endpointOf` which comments it serves, and give it to the
 * job in `open.ts`.
 */
export interface Channel {
  /** Asked before every attempt: settings may have changed since the event was queued. */
  readonly prepare: (message: Message) => Promise<Prepared>;
  /** `status` is that of an answer that came; no answer is always sent again. */
  readonly read: (reply: Reply & { readonly status: number }, message: Message) => Reading;
}
