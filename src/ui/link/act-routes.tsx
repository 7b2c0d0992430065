import type { Context, Hono } from "hono";
import { decisionRequest } from "../../contract/decision.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { Acted, ActPage, LinkGone } from "./act-page.tsx";

/**
 * A link out of a message. Opening it shows the comment and asks, however often a mail scanner or a preview does; only the
 * form decides, once. Nobody needs to be signed in: the address is the permission.
 */
export function actRoutes(app: Hono<Ui>): void {
  app.get("/act/:site/:token", async (c) => {
    const item = await c.var.page.desk.linked(c.req.param("site"), c.req.param("token"));
    return item ? render(c, <ActPage item={item} action={c.req.path} />) : render(c, <LinkGone />, 410);
  });
  app.post("/act/:site/:token", decide);
}

async function decide(c: Context<Ui>): Promise<Response> {
  const { site = "", token = "" } = c.req.param();
  const { decision } = await c.req.parseBody();
  const wanted = decisionRequest.safeParse({ decision });
  if (!wanted.success || wanted.data.decision === "undo") return render(c, <LinkGone />, 422);
  const chosen: Decision = wanted.data.decision;
  const result = await c.var.page.desk.decideLinked(site, token, chosen);
  if (!result?.ok || !result.changed) return render(c, <LinkGone />, 410);
  return render(c, <Acted decision={chosen} site={site} id={result.comment.id} />);
}
