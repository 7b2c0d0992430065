import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { behind, comment } from "../../service/list.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { BehindPage } from "./behind-page.tsx";
import { CommentPage } from "./comment-page.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

/** A comment opened, and what stands behind it. */
export function commentRoutes(app: Hono<App>): void {
  app.get("/queue/:site/:id", async (c) => {
    const { site, id } = c.req.param();
    const item = await comment(c.var.services, site, id);
    if (!item) return render(c, <Missing what="comment" />, 404);
    if (c.req.query("part") !== undefined) return render(c, <VerdictDetails item={item} />);
    return render(c, <CommentPage item={item} now={Date.now()} refusal={c.req.query("refused")} />);
  });

  app.get("/queue/:site/:id/behind", async (c) => {
    const { site, id } = c.req.param();
    const items = await behind(c.var.services, site, id);
    return render(c, <BehindPage items={items} now={Date.now()} back={new URL(c.req.url).pathname} />);
  });
}
