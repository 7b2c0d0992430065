import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { decisionRequest } from "../../contract/decision.ts";
import { decideByLink, linkedComment } from "../../service/action-links.ts";
import { render } from "../parts/render.tsx";
import { LinkDecided, LinkGone, LinkPage } from "./link-page.tsx";

/**
 * A link out of a message. Opening it shows the comment and asks, however often a mail scanner or a preview
 * does; only the form decides, once. Nobody needs to be signed in: the address is the permission.
 */
export function linkRoutes(app: Hono<App>): void {
  app.get("/act/:site/:token", async (c) => {
    const { site, token } = c.req.param();
    const item = await linkedComment(c.var.services, site, token);
    return item ? render(c, <LinkPage item={item} action={c.req.path} />) : render(c, <LinkGone />, 410);
  });

  app.post("/act/:site/:token", async (c) => {
    const { site, token } = c.req.param();
    const { decision } = await c.req.parseBody();
    const wanted = decisionRequest.safeParse({ decision });
    const chosen = wanted.data?.decision ?? "undo";
    if (chosen === "undo" || chosen === "hold") return render(c, <LinkGone />, 422);
    const result = await decideByLink(c.var.services, site, token, chosen);
    if (!result?.ok || !result.changed) return render(c, <LinkGone />, 410);
    return render(c, <LinkDecided decision={chosen} site={site} id={result.comment.id} />);
  });
}
