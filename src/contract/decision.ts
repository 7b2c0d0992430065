import * as z from "zod";
import { answer, status } from "./verdict.ts";

export const becauses = ["abuse", "off-topic", "other"] as const;

/** A moderator's decision as it is sent. */
export const decisionRequest = z
  .object({
    decision: z.enum(["approve", "spam", "discard", "hold", "undo"]).meta({
      description: "hold: it waits for a person again; undo: it is where it was before the last decision.",
    }),
    because: z.enum(becauses).optional(),
    by: z.string().min(1).max(80).optional().meta({
      description:
        "For whom the key decides; it stands in the record as the key, for her. Default: the blog.",
    }),
    revision: z
      .int()
      .optional()
      .meta({ description: "The revision that was seen; needed to change a decision." }),
  })
  .meta({ id: "DecisionRequest" });

export type DecisionRequest = z.output<typeof decisionRequest>;

/** Characters of an answer. */
const MOST_REPLY = 10_000;

/** What a person answers on the blog, as it is sent. */
export const replyRequest = z
  .object({
    content: z
      .string()
      .overwrite((text) => text.replace(/\r\n?/g, "\n").trim())
      .max(MOST_REPLY)
      .regex(/[^\s\p{Cc}\p{Cf}]/u, "holds nothing to read")
      .regex(/^(?:[\n\t]|\P{Cc})*$/u, "holds a control character")
      .meta({
        description: "Plain text; the same again under the same comment is one answer.",
        example: "Thanks, and well spotted!",
      }),
    approve: z.boolean().optional().meta({
      description: "Also approve the comment, where it is not published: only then can it be answered.",
      example: true,
    }),
    by: decisionRequest.shape.by,
    revision: z
      .int()
      .optional()
      .meta({ description: "The revision that was seen; needed to approve what somebody else decided on." }),
  })
  .meta({ id: "ReplyRequest" });

export type ReplyRequest = z.output<typeof replyRequest>;

/** One line of a comment's history and of the feed of decisions. */
export const event = z
  .object({
    sequence: z.int().meta({ description: "Rises from event to event; the cursor of the feed." }),
    comment: z.string(),
    type: z.enum([
      "comment.published",
      "comment.spam",
      "comment.discarded",
      "comment.reverted",
      "comment.held",
      "comment.edited",
      "comment.gone",
      "comment.reply",
    ]),
    decision: z
      .enum(["approve", "spam", "discard", "hold", "undo"])
      .nullable()
      .meta({ description: "null: by the machine." }),
    because: z.enum(becauses).optional(),
    content: z.string().optional().meta({ description: "Of comment.reply: the answer, plain text." }),
    withdrawn: z.literal(true).optional().meta({
      description: "Of comment.reply: it was not sent, as its comment was not published any more.",
    }),
    by: z.string(),
    key: z.int().optional().meta({ description: "The site's key that did it, for whom `by` names." }),
    at: z.string().meta({ description: "RFC 3339." }),
    before: status,
    status,
  })
  .meta({ id: "Event" });

export type Event = z.output<typeof event>;

export const answerWithHistory = answer.extend({ history: z.array(event) }).meta({ id: "Comment" });

/** What a moderator who was second is told. */
export const alreadyDecided = z.object({
  decision: z.enum(["approve", "spam", "discard"]).nullable(),
  by: z.string().nullable(),
  key: z.int().optional(),
  at: z.string().nullable(),
  status,
  revision: z.int(),
});

export type AlreadyDecided = z.output<typeof alreadyDecided>;

export const feed = z
  .object({ events: z.array(event), next: z.int().meta({ description: "Pass as `since` next time." }) })
  .meta({ id: "Feed" });

export type Feed = z.output<typeof feed>;

/** A comment as the API tells it: the answer, with its history. */
export type AnswerWithHistory = z.output<typeof answerWithHistory>;
