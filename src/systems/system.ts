import type * as z from "zod";
import type { Reply } from "../contract/outgoing.ts";
import type { submission } from "../contract/submission.ts";
import type { Answer } from "../contract/verdict.ts";
import type { Status } from "../core/judging/decision.ts";

/** A request that claims to come from a system. */
export interface Claim {
  readonly headers: Headers;
  /** As it came, before any parsing. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Any of these proves it. */
  readonly secrets: readonly string[];
}

/** What a system says by a request. */
export type Said =
  | {
      readonly what: "comment";
      readonly submission: z.input<typeof submission> & { readonly id: string };
      /** What the system wants to be told beside the comment's id; it may be a secret. */
      readonly reference?: string | undefined;
      /** When the system changed the comment last, milliseconds since 1970. */
      readonly changed?: number | undefined;
      /** Where the system has it, if not where it has all. */
      readonly assumes?: Status | undefined;
    }
  /** The system or its reader deleted a comment. */
  | { readonly what: "deletion"; readonly id: string }
  /** Nothing that is Hamlet's business. */
  | { readonly what: "nothing" };

/** How a system's requests are proved and read. */
export interface Inward {
  /** The system makes its secret itself, and the owner copies it. */
  readonly makesSecret?: true;
  readonly isFrom: (claim: Claim) => Promise<boolean>;
  readonly body: z.ZodType;
  /** `sent` fits `body`. */
  readonly read: (sent: unknown, headers: Headers) => Promise<Said>;
  /** What the system is answered, where it reads the answer; undefined: nothing could be stored. */
  readonly answer?: (answer: Answer | undefined) => object;
}

/** A comment that a system is told of. */
export interface Subject {
  /** The system's own id. */
  readonly id: string;
  readonly post: string | undefined;
  readonly content: string;
  readonly parent: string | undefined;
  readonly reference: string | undefined;
  readonly status: Status;
  /** The system's own credential, as its owner gave it. */
  readonly credential: string;
}

/** A request, below the address that the owner registered. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: object;
}

/** How a system is told of decisions. */
export interface Outward {
  /** The credential opens nothing that it needs. */
  readonly isOpen?: true;
  /** What a status is there: where two are the same, nothing is told of a move from one to the other. */
  readonly stateOf: (status: Status) => string;
  /** Asks the system for what names a comment there, where it told no id: that is then the subject's reference. */
  readonly find?: {
    readonly call: (subject: Subject) => Call;
    /** `answer` is the JSON that came; undefined: it is not there. */
    readonly found: (answer: unknown, subject: Subject) => string | undefined;
  };
  /** The request that puts a comment into the state of its status; a text: why that cannot be done. */
  readonly call: (subject: Subject) => Call | string;
  /** What an answer means; "gone": the system has no such comment any more. */
  readonly read: (reply: Reply & { readonly status: number }) => "delivered" | "again" | "never" | "gone";
}

/** Another comment system. */
export interface System {
  /** What it does with a comment until it is told otherwise; "answer": what it was answered. */
  readonly assumes: Status | "answer";
  readonly inward: Inward;
  /** Undefined: it cannot be told anything, and the blog is told instead, by its webhook. */
  readonly outward?: Outward;
}

/** A body's schema with what reads it. */
export const reading = <S extends z.ZodType>(
  body: S,
  read: (sent: z.output<S>, headers: Headers) => Said | Promise<Said>,
): Pick<Inward, "body" | "read"> => ({
  body,
  read: async (sent, headers) => read(sent as z.output<S>, headers),
});
