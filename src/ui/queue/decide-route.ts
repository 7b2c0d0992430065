import type { Context } from "hono";
import { decisionRequest } from "../../contract/decision.ts";
import { confirmFirst, decideMany, formOf } from "../bulk/decide-many.tsx";
import { languageOf, messagesOf } from "../messages/language.ts";
import { wantsJson } from "../parts/answers.ts";
import { commentPath } from "../parts/paths.ts";
import { type Refused, refusalText } from "../parts/refusal.ts";
import type { Ui } from "../parts/session.ts";
import { safePath } from "./state.ts";

/** A decision on one comment, and with it on what stands behind it. */
export async function decide(c: Context<Ui>): Promise<Response> {
  const raw = await c.req.parseBody();
  const comment = { site: String(raw.site ?? ""), id: String(raw.id ?? "") };
  const request = decisionRequest.safeParse({
    decision: raw.decision,
    revision: Number(raw.revision),
    by: c.var.session.name,
  });
  if (!request.success) return c.text(messagesOf(c).queue.unreadable, 422);
  const { decision, revision = 0 } = request.data;
  const back = safePath(raw.back);
  if (decision !== "undo" && raw.group !== undefined) {
    const form = formOf(raw, "/queue/decide", back);
    const target = { kind: "group", ...comment, revision, until: Number(raw.until) || Date.now() } as const;
    const count = 1 + (Number(raw.group) || 0);
    return confirmFirst(c, form, decision, count) ?? decideMany(c, target, decision, form);
  }
  const result = await c.var.page.desk.decide(comment.site, comment.id, request.data);
  if (!result.ok) return refuse(c, comment, result);
  if (!wantsJson(c)) return c.redirect(back, 303);
  const { revision: present, status } = result.comment;
  const words = messagesOf(c).words.decided[decision];
  const alike = decision === "spam" ? await alikeTo(c, comment) : 0;
  return c.json({ revision: present, status, words, alike, until: Date.now() });
}

/** How many more a spam click could take along; of a site that does not answer none. */
const alikeTo = (c: Context<Ui>, { site, id }: { site: string; id: string }) =>
  c.var.page.desk.alike(site, id).catch(() => 0);

function refuse(c: Context<Ui>, comment: { site: string; id: string }, refused: Refused): Response {
  const detail = refusalText(languageOf(c), refused, Date.now());
  const path = commentPath(comment);
  if (!wantsJson(c)) return c.redirect(`${path}?refused=${encodeURIComponent(detail)}`, 303);
  const { revision, status } = refused.standing ?? {};
  return c.json({ detail, path, revision, status }, refused.reason === "unavailable" ? 503 : 409);
}
