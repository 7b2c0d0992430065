import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { deliveries, replay, replayDead, sendTest } from "../../service/deliveries.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { DeliveriesPage } from "./deliveries-page.tsx";

/** The page of what is still to be told to a blog, and what can be done about it. */
export function deliveryRoutes(app: Hono<App>): void {
  app.get("/sites/:site/deliveries", (c) => show(c, c.req.param("site")));

  app.post("/sites/:site/deliveries/replay", async (c) => {
    const { services, session } = c.var;
    const site = c.req.param("site");
    const { id, back } = await c.req.parseBody();
    if (typeof id === "string") await replay(services, site, id, session.name);
    else await replayDead(services, site, session.name);
    return c.redirect(back === undefined ? `/sites/${site}/deliveries` : safePath(back), 303);
  });

  app.post("/sites/:site/deliveries/test", async (c) => {
    const site = c.req.param("site");
    return show(c, site, await sendTest(c.var.services, site));
  });
}

type Tested = Parameters<typeof DeliveriesPage>[0]["tested"];

async function show(c: AppContext, id: string, tested?: Tested): Promise<Response> {
  const site = await findSite(c.var.services, id);
  const undone = site && (await deliveries(c.var.services, id));
  if (!undone) return render(c, <Missing what="site" />, 404);
  return render(c, <DeliveriesPage site={site} deliveries={undone} tested={tested} />);
}
