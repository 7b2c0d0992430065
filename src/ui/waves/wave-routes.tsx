import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { endWaveRule } from "../../service/waves.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";

export function waveRoutes(app: Hono<App>): void {
  app.post("/sites/:site/waves/end", async (c) => {
    const { services, session } = c.var;
    const { rule, undo, back } = await c.req.parseBody();
    if (typeof rule !== "string" || !/^\d{1,15}-\d{1,16}$/.test(rule))
      return c.text(messagesOf(c).queue.unreadable, 422);
    const site = c.req.param("site");
    const ended = await endWaveRule(services, site, rule, { by: session.name, undo: undo !== undefined });
    if (!ended) return render(c, <Missing what="site" />, 404);
    return c.redirect(safePath(back), 303);
  });
}
