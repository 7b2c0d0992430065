import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { replyRequest } from "../../contract/decision.ts";
import { reply } from "../../service/decide.ts";
import { comment } from "../../service/list.ts";
import { wantsJson } from "../guards.ts";
import { languageOf, messagesOf } from "../messages/language.ts";
import { fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { commentPath, safePath } from "../parts/paths.ts";
import { refusalText } from "../parts/refusal.ts";
import { render } from "../parts/render.tsx";
import { ReplyForm, ReplyPage } from "./reply-page.tsx";

/** Answering a comment on its blog: a page by itself, or a part of the queue's. */
export function replyRoutes(app: Hono<App>): void {
  app.get("/queue/:site/:id/reply", async (c) => {
    const item = await answerable(c);
    if (!item) return render(c, <Missing what="comment" />, 404);
    const props = { item, back: safePath(c.req.query("back") ?? commentPath(item)) };
    return render(c, c.req.query("part") === undefined ? <ReplyPage {...props} /> : <ReplyForm {...props} />);
  });

  app.post("/queue/:site/:id/reply", send);
}

/** The comment, if it can be answered. */
async function answerable(c: AppContext) {
  const { site = "", id = "" } = c.req.param();
  const item = await comment(c.var.services, site, id);
  return item?.answerable ? item : undefined;
}

async function send(c: AppContext): Promise<Response> {
  const { site = "", id = "" } = c.req.param();
  const raw = await c.req.parseBody();
  const by = c.var.session.name;
  const request = replyRequest.safeParse({
    content: raw.content,
    approve: raw.approve !== undefined,
    revision: Number(raw.revision),
    by,
  });
  if (!request.success) {
    const [fault] = fieldErrors(request.error);
    return refuse(
      c,
      raw,
      fault?.pointer === "#/content" ? fault.detail : messagesOf(c).queue.unreadable,
      422,
    );
  }
  const replied = await reply(c.var.services, site, id, request.data);
  if (!replied.ok) {
    const status = replied.reason === "unavailable" ? 503 : 409;
    if (replied.reason === "not_taken") return refuse(c, raw, messagesOf(c).reply.notTaken, status);
    return refuse(c, raw, refusalText(languageOf(c), replied, Date.now()), status);
  }
  if (!wantsJson(c)) return c.redirect(safePath(raw.back), 303);
  const { approved } = replied;
  const { revision, status } = replied.comment;
  return c.json({ revision, status, approved, words: messagesOf(c).reply.answered, alike: 0 });
}

/** What was typed is not lost: the form comes back with it, and says why. */
async function refuse(
  c: AppContext,
  { content, back }: Readonly<Record<string, unknown>>,
  fault: string,
  status: 409 | 422 | 503,
): Promise<Response> {
  if (wantsJson(c)) return c.json({ detail: fault }, status);
  const item = await answerable(c).catch(() => undefined);
  if (!item) return render(c, <Missing what="comment" />, 404);
  const props = { item, back: safePath(back), typed: String(content ?? ""), fault };
  return render(c, <ReplyPage {...props} />, status);
}
