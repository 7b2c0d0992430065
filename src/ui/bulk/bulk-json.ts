import type { AppContext } from "../../context.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { blockedText } from "../../service/block.ts";
import type { BulkAnswer } from "../../service/bulk.ts";
import { languageOf, messagesOf } from "../messages/language.ts";
import { commentPath } from "../parts/paths.ts";
import { refusalText } from "../parts/refusal.ts";
import { laterText } from "../waves/later-text.ts";
import type { BlockedToo } from "./blocked-too.ts";

/** What a bulk did, for the script: `row` is the id of the failed one's element. */
export async function bulkJson(
  c: AppContext,
  { done, failed, next, later }: BulkAnswer,
  decision: Decision | "undo",
  batch: string,
  too?: BlockedToo | undefined,
): Promise<Response> {
  const { queue, words } = messagesOf(c);
  const refused = failed.map((one) => ({
    row: `c-${one.site}-${one.id}`,
    author: one.author || one.id || one.site,
    path: commentPath(one),
    detail: refusalText(languageOf(c), one, Date.now()),
    revision: one.standing?.revision,
  }));
  const rows = done.map((one) => `c-${one.site}-${one.id}`);
  const more = later && laterText(languageOf(c), later);
  const summary = [`${words.decided[decision]}: ${queue.bulkDone(done.length)}`, more, too?.said]
    .filter(Boolean)
    .join(" ");
  const failures = failed.length === 0 ? undefined : queue.bulkFailed(failed.length);
  const blocked = too?.blocked.length ? await blockedText(c.var.services, batch, too.blocked) : undefined;
  const told = { summary, failures, words: words.decided[decision], rows, failed: refused, next, batch };
  return c.json({ ...told, ...(blocked !== undefined && { blocked }) });
}
