import { commentOf, submission } from "../contract/submission.ts";
import type { Comment } from "../core/comment.ts";

type Given = Record<string, unknown>;

/** A line's comment, or what is wrong with it. */
export type ReadLine =
  | { readonly id: string | undefined; readonly comment: Comment; readonly arrived: number }
  | { readonly fault: string };

/**
 * Reads one line of JSON as a submission. The corpora's short form is taken too: `text` for content, `author` as a name,
 * `url` as the author's link. `now` (milliseconds since 1970) stands for a submittedAt that is not given.
 */
export function readLine(line: string, now: number): ReadLine {
  let given: Given;
  try {
    given = JSON.parse(line);
  } catch (failure) {
    return { fault: failure instanceof Error ? failure.message : "not JSON" };
  }
  const parsed = submission.safeParse(longForm(given));
  if (!parsed.success) {
    return {
      fault: parsed.error.issues
        .map(({ path, message }) => `${path.join(".") || "line"}: ${message}`)
        .join("; "),
    };
  }
  const arrived = parsed.data.submittedAt === undefined ? now : Date.parse(parsed.data.submittedAt);
  return { id: parsed.data.id, comment: commentOf(parsed.data, arrived), arrived };
}

function longForm(given: Given): unknown {
  if (typeof given !== "object" || given === null) return given;
  const { text, author, url, ...rest } = given;
  const named = typeof author === "string" ? { name: author } : (author as Given | undefined);
  return {
    ...rest,
    ...(rest.content === undefined && text !== undefined && { content: text }),
    ...((named !== undefined || url !== undefined) && {
      author: { ...named, ...(url !== undefined && { url }) },
    }),
  };
}
