import { asMeant, warningsOf } from "../../contract/as-meant.ts";
import type { BatchLine, SentLine } from "../../contract/batch.ts";
import { type Intake, type Submitter, untaken } from "../../contract/intake.ts";
import { secondsToReset } from "../../contract/plan.ts";
import { errorsOf } from "../../contract/problem.ts";
import { MAX_BODY_BYTES, submission as schema } from "../../contract/submission.ts";
import { intakeOf } from "../../secrets/identity.ts";
import type { Site } from "../site.ts";
import { submit, submitterFault } from "./submit.ts";

/** A line that was read: a submission ready to be taken in, or why it is none. */
type ReadLine = { readonly line: number; readonly intake: Intake; readonly warnings: Warnings } | BatchLine;
type Warnings = ReturnType<typeof warningsOf>;

/** Reads lines as the call for one comment reads its body. */
export const readBatch = (
  lines: readonly SentLine[],
  { record }: Submitter,
  master: string,
  now: number,
): Promise<ReadLine[]> =>
  Promise.all(
    lines.map(async ({ line, text }): Promise<ReadLine> => {
      // No character of UTF-16 takes more than three bytes.
      if (text.length * 3 > MAX_BODY_BYTES && new TextEncoder().encode(text).length > MAX_BODY_BYTES)
        return { line, code: 413, detail: `A comment may have at most ${MAX_BODY_BYTES} bytes.` };
      const sent = jsonOf(text);
      if ("fault" in sent) return { line, code: 400, detail: sent.fault };
      const meant = asMeant(sent.json);
      const read = schema.safeParse(meant);
      if (!read.success)
        return {
          line,
          code: 422,
          detail: "Some fields are not acceptable.",
          errors: errorsOf(read.error.issues),
        };
      const warnings = warningsOf(meant, read.data);
      return {
        line,
        intake: await intakeOf({ submission: read.data, warnings }, record, master, now),
        warnings,
      };
    }),
  );

function jsonOf(text: string): { readonly json: unknown } | { readonly fault: string } {
  try {
    return { json: JSON.parse(text) };
  } catch (failure) {
    return { fault: failure instanceof Error ? failure.message : "The line is not JSON." };
  }
}

/** Takes the lines in, each by itself and in order: one that is not taken keeps none of the others. A word: none was, as the caller may not. */
export function submitBatch(
  site: Site,
  lines: readonly ReadLine[],
  submitter: Submitter,
): BatchLine[] | "deleted" | "revoked" {
  const fault = submitterFault(site, submitter);
  if (fault) return fault;
  const fields = lines.flatMap((line) => ("intake" in line ? [] : (line.errors ?? [])));
  if (fields.length > 0)
    site.refusals.note(
      422,
      fields.map(({ pointer }) => pointer),
      Date.now(),
    );
  return lines.map((read): BatchLine => {
    if (!("intake" in read)) return read;
    const { line, intake, warnings } = read;
    const taken = submit(site, intake, submitter);
    if (!taken.ok) return refused(line, taken.reason);
    const answer = warnings.length === 0 ? taken.answer : { ...taken.answer, warnings };
    return { line, code: taken.created ? 201 : 200, answer };
  });
}

function refused(line: number, reason: keyof typeof untaken): BatchLine {
  const { code, detail } = untaken[reason];
  // Of the caller and of the object all lines were told before.
  if (code === 401 || code === 503) throw new Error(detail);
  return { line, code, detail, ...(code === 429 && { retryAfter: secondsToReset(Date.now()) }) };
}
