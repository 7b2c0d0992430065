import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { insight } from "../../service/insight.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { DashboardPage, SPANS } from "./dashboard-page.tsx";

const DAY = 86_400_000;

export function dashboardRoutes(app: Hono<App>): void {
  app.get("/sites/:site/dashboard", async (c) => {
    const { services } = c.var;
    const id = c.req.param("site");
    const span = SPANS.find((days) => String(days) === c.req.query("days")) ?? SPANS[0];
    const today = Math.floor(Date.now() / DAY);
    const [site, found] = await Promise.all([
      findSite(services, id),
      insight(services, id, today - span + 1, today),
    ]);
    if (!site || !found) return render(c, <Missing what="site" />, 404);
    return render(c, <DashboardPage site={site} insight={found} span={span} today={today} />);
  });
}
