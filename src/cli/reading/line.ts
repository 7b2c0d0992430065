import { cuts } from "../../contract/as-meant.ts";
import { commentOf, submission } from "../../contract/submission.ts";
import type { Comment } from "../../core/comment.ts";
import { isPublicAddress, networkPrefix } from "../../secrets/identity.ts";

type Given = Readonly<Record<string, unknown>>;

/** A submission as a line holds it. */
export interface ReadLine {
  /** The line, as it was written. */
  readonly given: Given;
  /** The same as the contract writes it. */
  readonly sent: Given;
  readonly id: string | undefined;
  readonly comment: Comment;
  /** When it was submitted, milliseconds since 1970; undefined: the line does not say. */
  readonly at: number | undefined;
  /** The part of the network that it came by; undefined: no address that tells readers apart. */
  readonly prefix: string | undefined;
  readonly browser: string | undefined;
  /** The blog's own hosts: that of the page. */
  readonly hosts: readonly string[];
}

/** What is wrong with a line, and what was expected. */
interface BadLine {
  readonly fault: string;
}

/**
 * Reads one line of JSON as a submission. The corpora's short form is taken too: `text` for content, `author` as a name,
 * `url` as the author's link, `date` for submittedAt. `now` (milliseconds since 1970) stands for a time that is not given.
 */
export function readLine(line: string, now: number): ReadLine | BadLine {
  let given: Given;
  try {
    given = JSON.parse(line, (_, value) => value ?? undefined);
  } catch (failure) {
    return { fault: `JSON was expected: ${failure instanceof Error ? failure.message : failure}` };
  }
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return { fault: "a submission was expected, {…}" };
  const { date } = given;
  if (given.submittedAt === undefined && date !== undefined && Number.isNaN(Date.parse(String(date))))
    return { fault: `date: a time was expected, such as 2026-04-21T09:30:00Z, not ${JSON.stringify(date)}` };
  const sent = longForm(given);
  const parsed = submission.safeParse(sent);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return { fault: issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ") };
  }
  const { id, submittedAt, post, author } = parsed.data;
  const prefix = author.ip && isPublicAddress(author.ip) ? networkPrefix(author.ip) : undefined;
  const at = submittedAt === undefined ? undefined : Date.parse(submittedAt);
  const comment = commentOf(parsed.data, at ?? now, cuts(sent, parsed.data));
  return { given, sent, id, comment, at, prefix, browser: author.browser, hosts: hostOf(post.url) };
}

function longForm({ text, author, url, date, ...rest }: Given): Given {
  const named = typeof author === "string" ? { name: author } : (author as Given | undefined);
  return {
    ...rest,
    ...(rest.content === undefined && text !== undefined && { content: text }),
    ...((named !== undefined || url !== undefined) && {
      author: { ...(url !== undefined && { url }), ...named },
    }),
    ...(rest.submittedAt === undefined &&
      date !== undefined && { submittedAt: new Date(String(date)).toISOString() }),
  };
}

const hostOf = (url: string | undefined): string[] =>
  url !== undefined && URL.canParse(url) && new URL(url).host !== "" ? [new URL(url).host] : [];
