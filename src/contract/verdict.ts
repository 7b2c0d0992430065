import * as z from "zod";
import { statuses } from "../core/judging/decision.ts";
import { payloadKinds } from "../core/reading/payload.ts";
import { warning } from "./as-meant.ts";

const span = z.object({
  field: z.enum(["content", "author.name", "author.email", "author.url", "referrer"]),
  start: z.int(),
  end: z.int(),
});

export const hit = z
  .object({
    signal: z.string().meta({ example: "link-count" }),
    points: z.number().meta({ description: "Share of the score in log-odds; above zero speaks for spam." }),
    evidence: z.string(),
    span: span.optional().meta({ description: "In UTF-16 units of the field as sent." }),
  })
  .meta({ id: "Hit" });

export const status = z.enum(statuses).meta({ id: "Status" });

/** The answer to a submission, and to a look at a comment. */
export const answer = z
  .object({
    id: z.string(),
    revision: z
      .int()
      .meta({ description: "Counts up with every edit and decision; send it back with a decision." }),
    status: status.nullable().meta({ description: "null: a test, not stored." }),
    outcome: z.enum(["publish", "review", "reject"]),
    blatant: z.boolean(),
    score: z.number(),
    probability: z.number(),
    payload: z.array(z.enum(payloadKinds)).optional().meta({
      description:
        "What a reader could follow out of the comment, by kind; empty: nothing. Absent: the comment is too long to be searched whole, or was judged before Hamlet looked.",
    }),
    abuse: z.object({ score: z.number(), flagged: z.boolean(), hits: z.array(hit) }),
    policy: z.array(z.object({ rule: z.string(), effect: z.enum(["publish", "hold", "reject"]) })),
    hits: z.array(hit).meta({ description: "Ordered by |points|, adding up to the score." }),
    notRun: z.array(z.object({ signal: z.string(), reason: z.string() })),
    would: z.enum(["publish", "review", "reject"]).optional().meta({
      description: "Only in log-only mode: what Hamlet would have answered.",
    }),
    warnings: z.array(warning).optional().meta({
      description:
        "Fields that were not taken as they were sent. Only in the answer to a submission, also to a repeat; not stored.",
    }),
  })
  .meta({ id: "Answer" });

export type Answer = z.output<typeof answer>;
