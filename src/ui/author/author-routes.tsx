import type { Context, Hono } from "hono";
import { messagesOf } from "../messages/language.ts";
import { wantsJson } from "../parts/answers.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { safePath } from "../queue/state.ts";
import { Author, AuthorPage } from "./author-page.tsx";

const listings = { blocked: "blocked", allowed: "allowed" } as const;

export function authorRoutes(app: Hono<Ui>): void {
  app.get("/queue/:site/:id/author", show);
  app.post("/queue/:site/:id/author", async (c) => {
    const { listing, back } = await c.req.parseBody();
    const wanted = listings[listing as keyof typeof listings];
    const listed = await c.var.page.desk.listAuthor(c.req.param("site"), c.req.param("id"), wanted);
    if (!listed && wantsJson(c)) return c.json({ detail: messagesOf(c).comment.cannotTrust }, 409);
    if (!listed) return render(c, <Missing session={c.var.session} what="comment" />, 404);
    if (!wantsJson(c)) return c.redirect(safePath(back), 303);
    const { comment, words } = messagesOf(c);
    const told = { blocked: comment.blocked, allowed: comment.trusted };
    return c.json({ words: wanted ? told[wanted] : words.decided.undo });
  });
}

async function show(c: Context<Ui>): Promise<Response> {
  const { session, page } = c.var;
  const author = await page.desk.author(c.req.param("site") ?? "", c.req.param("id") ?? "");
  if (!author) return render(c, <Missing session={session} what="comment" />, 404);
  const props = { author, session, back: new URL(c.req.url).pathname };
  return render(c, c.req.query("part") !== undefined ? <Author {...props} /> : <AuthorPage {...props} />);
}
