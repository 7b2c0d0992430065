import type { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { App, AppContext } from "../../context.ts";
import { toldAs } from "../../contract/form.ts";
import { secondsToReset } from "../../contract/plan.ts";
import { hostsOf } from "../../contract/policy.ts";
import { ownPage } from "../../contract/thread.ts";
import { editOwnComment, removeOwnComment } from "../../service/own-comment.ts";
import { mayPost } from "../../service/rate.ts";
import { wantsJson } from "../guards.ts";
import { answered, failed } from "./answers.ts";
import { readForm, type Typed, typedIn } from "./form-fields.ts";
import { RETRY_AFTER, RETRY_SOON } from "./form-routes.tsx";
import type { Fault } from "./not-sent.tsx";

/** What a reader does with her own comment, from the browser that it came from. */
export function ownCommentRoutes(app: Hono<App>): void {
  app.post("/f/:site/comments/:id", (c) =>
    withClaim(c, async ({ typed, page, ...claim }) => {
      const content = typed.comment ?? "";
      if (content.trim() === "") return failed(c, 422, "empty", { typed, page });
      const edited = await editOwnComment(c.var.services, c.var.record, { ...claim, content });
      if (!edited.ok) return notChanged(c, edited.reason, typed, page);
      const { id, status } = edited.answer;
      return answered(c, page, { id, status: toldAs[status ?? "pending"] }, 200);
    }),
  );

  app.post("/f/:site/comments/:id/delete", (c) =>
    withClaim(c, async ({ typed, page, ...claim }) => {
      const removed = await removeOwnComment(c.var.services, c.var.record, claim);
      if (!removed.ok) return notChanged(c, removed.reason, typed, page);
      return answered(c, page, { id: claim.id, status: "deleted" }, 200);
    }),
  );
}

interface Claimed {
  readonly id: string;
  readonly token: string;
  readonly typed: Typed;
  /** Where a reader without a script is led back. */
  readonly page: URL | undefined;
}

/** Reads the form of somebody who says that a comment is hers. */
async function withClaim(
  c: AppContext,
  work: (claimed: Claimed) => Response | Promise<Response>,
): Promise<Response> {
  const { services, record } = c.var;
  const form = await readForm(c.req.raw);
  if (!form) return failed(c, 400, "unreadable");
  const typed = typedIn(form);
  const page = ownPage(typed.post ?? "", hostsOf(record.settings));
  if (!page && !wantsJson(c)) return failed(c, 422, "noPage", { typed });
  if (!(await mayPost(services, record.id, c.req.header("cf-connecting-ip") ?? "local")))
    return failed(c, 429, "tooMany", { typed, page, retryAfter: RETRY_AFTER });
  return work({ id: c.req.param("id") ?? "", token: typed.edit ?? "", typed, page });
}

type Reason = keyof typeof refusals;

/** How it is told why a comment was not changed. */
const refusals = {
  forged: [403, "notYours"],
  late: [409, "tooLate"],
  gone: [404, "gone"],
  decided: [409, "decided"],
  often: [409, "often"],
  exhausted: [429, "tomorrow"],
  postponed: [429, "tomorrow"],
  unavailable: [503, "unstored"],
} as const satisfies Readonly<Record<string, readonly [ContentfulStatusCode, Fault]>>;

function notChanged(c: AppContext, reason: Reason, typed: Typed, page: URL | undefined) {
  const [status, fault] = refusals[reason];
  const later: Readonly<Record<number, number>> = { 429: secondsToReset(Date.now()), 503: RETRY_SOON };
  return failed(c, status, fault, { typed, page, retryAfter: later[status] });
}
