import type * as z from "zod";
import { problem } from "../../contract/problem.ts";

const problemBody = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problem } },
});

/** A JSON answer for a route's description. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

const problems = {
  400: problemBody("The body is not JSON."),
  401: problemBody("No key, a wrong one, or an unknown site."),
  403: problemBody("The key is another site's."),
  404: problemBody("There is no such comment or site."),
  409: problemBody("The id is taken by other content; say recheckReason if the comment was edited."),
  413: problemBody("The body is larger than 256 KiB."),
  415: problemBody("The body is not application/json."),
  422: problemBody("A field is not acceptable; errors names it by JSON pointer."),
  429: problemBody(
    "More than 600 requests a minute with this key, or blatant spam while the day's quota is nearly used up; see Retry-After.",
  ),
  503: problemBody("Nothing was stored; send it again after Retry-After."),
};

/** The failures that a route may answer with. */
export function failures<S extends keyof typeof problems>(...statuses: S[]): Pick<typeof problems, S> {
  return Object.fromEntries(statuses.map((status) => [status, problems[status]])) as Pick<typeof problems, S>;
}
