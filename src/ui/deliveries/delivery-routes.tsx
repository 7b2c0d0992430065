import type { Context, Hono } from "hono";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { safePath } from "../queue/state.ts";
import { DeliveriesPage } from "./deliveries-page.tsx";

/** The page of what is still to be told to a blog, and what can be done about it. */
export function deliveryRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/deliveries", (c) => show(c));

  app.post("/sites/:site/deliveries/replay", async (c) => {
    const site = c.req.param("site");
    const { id, back } = await c.req.parseBody();
    const { desk } = c.var.page;
    const by = c.var.session.name;
    if (typeof id === "string") await desk.replay(site, id, by);
    else await desk.replayDead(site, by);
    return c.redirect(back === undefined ? `/sites/${site}/deliveries` : safePath(back), 303);
  });

  app.post("/sites/:site/deliveries/test", async (c) =>
    show(c, await c.var.page.desk.sendTest(c.req.param("site"))),
  );
}

async function show(
  c: Context<Ui>,
  tested?: Parameters<typeof DeliveriesPage>[0]["tested"],
): Promise<Response> {
  const { desk } = c.var.page;
  const id = c.req.param("site") ?? "";
  const site = (await desk.sites()).find((one) => one.id === id);
  const deliveries = site && (await desk.deliveries(id));
  if (!deliveries) return render(c, <Missing session={c.var.session} what="site" />, 404);
  return render(
    c,
    <DeliveriesPage site={site} deliveries={deliveries} session={c.var.session} tested={tested} />,
  );
}
