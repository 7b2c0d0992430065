import * as z from "zod";
import { fieldErrors } from "./problem.ts";
import { answer } from "./verdict.ts";

/** Lines and bytes of one call. */
export const MOST_IN_BATCH = 100;
export const MAX_BATCH_BYTES = 2 * 1024 * 1024;

/** What became of one line of a batch. */
export const batchLine = z
  .object({
    line: z.int().meta({ description: "Its number in the body, from 1." }),
    code: z.literal([200, 201, 400, 409, 413, 422, 429]).meta({
      description:
        "As of the call for one comment: 201 stored, 200 known already, an edit or a test; any other: nothing was changed.",
    }),
    answer: answer.optional(),
    detail: z.string().optional().meta({ description: "Why it was not taken." }),
    errors: fieldErrors.optional(),
    retryAfter: z.int().optional().meta({ description: "Of 429: send it again after so many seconds." }),
  })
  .meta({ id: "BatchLine" });

export type BatchLine = z.output<typeof batchLine>;

/** A line as it was sent, with its number in the body. */
export interface SentLine {
  readonly line: number;
  readonly text: string;
}
