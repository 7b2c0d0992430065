import { cuts } from "../../contract/as-meant.ts";
import {
  type Imported,
  type ImportLine,
  type ImportRefused,
  importLine,
  MOST_LINES,
} from "../../contract/import.ts";
import type { Intake } from "../../contract/intake.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { commentOf } from "../../contract/submission.ts";
import { browserHash, isPublicAddress, mailHash, maskMail, networkHashes } from "../../secrets/identity.ts";

/** A line of the past, ready to be learned: addresses hashed as at intake. Undefined: it is about no comment that has a text. */
export interface PastLine extends Omit<ImportLine, "comment"> {
  readonly intake: Intake | undefined;
}

export interface PastComment extends PastLine {
  readonly intake: Intake;
}

export const hasComment = (line: PastLine): line is PastComment => line.intake !== undefined;

/** Lines that were read, and those that could not be. */
export interface ReadLines {
  readonly comments: readonly PastLine[];
  readonly skipped: Imported["skipped"];
}

/** Reads the lines of a call. Refuses all of them where there are none, or too many. */
export async function readLines(
  text: string,
  record: SiteRecord,
  master: string,
  now: number,
): Promise<ReadLines | ImportRefused> {
  const lines = text.split("\n").flatMap((line, i) => (line.trim() === "" ? [] : [{ line, number: i + 1 }]));
  if (lines.length === 0) return { refused: "lines of JSON were expected, and there are none" };
  if (lines.length > MOST_LINES)
    return { refused: `at most ${MOST_LINES} lines a call were expected, and there are ${lines.length}` };
  const skipped: { line: number; reason: string }[] = [];
  const read = lines.flatMap(({ line, number }) => {
    const given = lineOf(line);
    if (!("reason" in given)) return [given];
    skipped.push({ line: number, reason: given.reason });
    return [];
  });
  return { comments: await Promise.all(read.map((one) => hashed(one, record, master, now))), skipped };
}

interface Given {
  readonly line: ImportLine;
  readonly sent: unknown;
}

function lineOf(text: string): Given | { readonly reason: string } {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return { reason: "no JSON" };
  }
  const parsed = importLine.safeParse(sent);
  if (parsed.success) return { line: parsed.data, sent };
  const [issue] = parsed.error.issues;
  return { reason: `#/${issue?.path.map(String).join("/")}: ${issue?.message}` };
}

async function hashed(
  { line, sent }: Given,
  record: SiteRecord,
  master: string,
  now: number,
): Promise<PastLine> {
  const { comment, ...told } = line;
  if (comment === undefined) return { ...told, intake: undefined };
  const { author } = comment;
  const [mail, network, browser] = await Promise.all([
    author.email === undefined ? undefined : mailHash(master, record, author.email),
    // Under the present salt: only so may the same reader be known again.
    author.ip === undefined || !isPublicAddress(author.ip)
      ? undefined
      : networkHashes(master, record, author.ip, now),
    author.browser === undefined ? undefined : browserHash(master, record, author.browser),
  ]);
  const at = comment.submittedAt === undefined ? 0 : Date.parse(comment.submittedAt);
  const warnings = cuts((sent as { comment: unknown }).comment, comment);
  return {
    ...told,
    intake: {
      id: `${told.source}:${told.id}`,
      comment: commentOf(comment, at, warnings),
      hash: `${told.source}:${told.id}`,
      mail,
      network,
      browser,
      arrived: Math.min(at, now),
      test: true,
    },
  };
}

/** The comment as it may be kept: of the mail address only what a moderator sees. */
export function maskedComment({ comment }: Pick<Intake, "comment">): Intake["comment"] {
  const { author } = comment;
  return author.email === undefined
    ? comment
    : { ...comment, author: { ...author, email: maskMail(author.email) } };
}
