import * as z from "zod";

/** The fields at fault, by JSON pointer. */
export const fieldErrors = z.array(z.object({ pointer: z.string(), detail: z.string() }));

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Fields that one answer names: a list of a thousand that are all wrong is told by its first ones. */
const MOST_ERRORS = 50;

/** The fields that a schema did not accept. */
export function errorsOf(issues: readonly Issue[]): z.output<typeof fieldErrors> {
  return issues.slice(0, MOST_ERRORS).map(({ path, message }) => ({
    pointer: ["#", ...path.map((part) => String(part).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/"),
    detail: message,
  }));
}

/** A failure as RFC 9457 tells it; `errors` names the fields at fault by JSON pointer. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: fieldErrors.optional(),
  })
  .meta({ id: "Problem" });

export type Problem = z.output<typeof problem>;
