import * as z from "zod";

/** One comment's delivery that is not done. */
const delivery = z
  .object({
    comment: z.string(),
    event: z.int().meta({ description: "Its sequence." }),
    state: z.enum(["waiting", "sending", "dead"]),
    attempts: z.int(),
    due: z.string().nullable().meta({ description: "When it is tried next, RFC 3339; null: it is not." }),
    failure: z.string().nullable(),
  })
  .meta({ id: "Delivery" });

/** What is still to be told to the blog: at most 100 of each kind, the oldest first. */
export const deliveries = z
  .object({
    counts: z.object({ waiting: z.int(), retrying: z.int(), dead: z.int() }),
    failing: z
      .array(
        z.object({
          endpoint: z.enum(["webhook", "wordpress", "system"]),
          since: z.string(),
          next: z.string(),
          reason: z.string(),
        }),
      )
      .meta({
        description:
          "Endpoints that did not take several comments in a row, and so are tried with one at a time.",
      }),
    underway: z.array(delivery),
    dead: z.array(delivery),
  })
  .meta({ id: "Deliveries" });

export type DeliveriesAnswer = z.output<typeof deliveries>;

export const replayed = z
  .object({
    replayed: z.int(),
    left: z.int().meta({ description: "Still dead: call again." }),
  })
  .meta({ id: "Replayed" });
