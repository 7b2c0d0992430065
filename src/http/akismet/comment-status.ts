import type { Report } from "../../contract/intake.ts";
import { missingField } from "./answers.ts";
import type { Call } from "./call.ts";
import { submit } from "./submit.ts";

/** What WordPress' moderators do, and what it means here. */
const decisions: Readonly<Record<string, Report["decision"]>> = {
  hold: "hold",
  trash: "discard",
  restore: "undo",
  delete: "delete",
};

/**
 * Where a comment went on the blog, for what Akismet's protocol has no words. Hamlet's file for WordPress tells it, by the
 * comment's guid.
 */
export function commentStatus(call: Call): Promise<Response> | Response {
  if (call.parameters.one("guid") === undefined) return missingField("guid");
  const decision = decisions[call.parameters.one("comment_status") ?? ""];
  return decision === undefined ? missingField("comment_status") : submit(decision)(call);
}
