import type { Hono } from "hono";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { DashboardPage, SPANS } from "./dashboard-page.tsx";

const DAY = 86_400_000;

export function dashboardRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/dashboard", async (c) => {
    const { desk } = c.var.page;
    const id = c.req.param("site");
    const span = SPANS.find((days) => String(days) === c.req.query("days")) ?? SPANS[0];
    const today = Math.floor(Date.now() / DAY);
    const [sites, insight] = await Promise.all([desk.sites(), desk.insight(id, today - span + 1, today)]);
    const site = sites.find((one) => one.id === id);
    if (!site || !insight) return render(c, <Missing session={c.var.session} what="site" />, 404);
    return render(
      c,
      <DashboardPage site={site} insight={insight} span={span} today={today} session={c.var.session} />,
    );
  });
}
