import type { AppContext } from "../../context.ts";
import { decisionRequest } from "../../contract/decision.ts";
import { decide } from "../../service/decide.ts";
import { countAlike } from "../../service/list.ts";
import { confirmFirst, decideMany, formOf } from "../bulk/decide-many.tsx";
import { wantsJson } from "../guards.ts";
import { languageOf, messagesOf } from "../messages/language.ts";
import { commentPath, safePath } from "../parts/paths.ts";
import { type Refused, refusalText } from "../parts/refusal.ts";

/** A decision on one comment, and with it on what stands behind it. */
export async function decideOne(c: AppContext): Promise<Response> {
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
  if (decision !== "undo" && decision !== "hold" && raw.group !== undefined) {
    const form = formOf(raw, "/queue/decide", back);
    const target = { kind: "group", ...comment, revision, until: Number(raw.until) || Date.now() } as const;
    const count = 1 + (Number(raw.group) || 0);
    return confirmFirst(c, form, decision, count) ?? decideMany(c, target, decision, form);
  }
  const result = await decide(c.var.services, comment.site, comment.id, request.data);
  if (!result.ok) return refuse(c, comment, result);
  if (!wantsJson(c)) return c.redirect(back, 303);
  const { revision: present, status } = result.comment;
  const words = messagesOf(c).words.decided[decision];
  // How many more a spam click could take along.
  const alike = decision === "spam" ? await countAlike(c.var.services, comment.site, comment.id) : 0;
  return c.json({ revision: present, status, words, alike, until: Date.now() });
}

function refuse(c: AppContext, comment: { site: string; id: string }, refused: Refused): Response {
  const detail = refusalText(languageOf(c), refused, Date.now());
  const path = commentPath(comment);
  if (!wantsJson(c)) return c.redirect(`${path}?refused=${encodeURIComponent(detail)}`, 303);
  const { revision, status } = refused.standing ?? {};
  return c.json({ detail, path, revision, status }, refused.reason === "unavailable" ? 503 : 409);
}
