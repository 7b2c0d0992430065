import * as z from "zod";

/** A failure as RFC 9457 tells it; `errors` names the fields at fault by JSON pointer. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problem>;
