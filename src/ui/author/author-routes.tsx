import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { author, listAuthor } from "../../service/author.ts";
import { countFreed } from "../../service/bring-back.ts";
import { wantsJson } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { Author, AuthorPage } from "./author-page.tsx";

const listings = { blocked: "blocked", allowed: "allowed" } as const;

export function authorRoutes(app: Hono<App>): void {
  app.get("/queue/:site/:id/author", async (c) => {
    const { site, id } = c.req.param();
    const found = await author(c.var.services, site, id);
    if (!found) return render(c, <Missing what="comment" />, 404);
    const count = c.req.query("freed") === "1" ? countFreed(c.var.services, site) : undefined;
    const props = { author: found, back: new URL(c.req.url).pathname, freed: (await count) ?? 0 };
    return render(c, c.req.query("part") !== undefined ? <Author {...props} /> : <AuthorPage {...props} />);
  });

  app.post("/queue/:site/:id/author", async (c) => {
    const { site, id } = c.req.param();
    const { listing, back } = await c.req.parseBody();
    const wanted = listings[listing as keyof typeof listings];
    const before = await author(c.var.services, site, id);
    const listed = await listAuthor(c.var.services, site, id, wanted);
    if (!before || !listed) return refuse(c);
    const offer = listed.freed > 0 ? `${c.req.path}?freed=1` : undefined;
    const next = safePath(back);
    if (!wantsJson(c)) return c.redirect(next === c.req.path ? (offer ?? next) : next, 303);
    const { comment, words } = messagesOf(c);
    const said = { blocked: comment.blocked, allowed: comment.trusted };
    // For an undo: the list that the author stood in until now.
    const waits = before.past
      .filter(({ status }) => status === "pending")
      .map((past) => `${past.site} ${past.revision} ${past.id}`);
    const told = wanted ? said[wanted] : words.decided.undo;
    return c.json({ words: told, before: before.listed ?? "", offer, waits, until: Date.now() });
  });
}

function refuse(c: AppContext): Response | Promise<Response> {
  if (wantsJson(c)) return c.json({ detail: messagesOf(c).comment.cannotTrust }, 409);
  return render(c, <Missing what="comment" />, 404);
}
