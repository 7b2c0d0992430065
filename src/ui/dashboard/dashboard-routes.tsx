import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { insight } from "../../service/insight.ts";
import { lookedThrough } from "../../service/looked.ts";
import { previews } from "../../service/preview.ts";
import type { Services } from "../../service/services.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { presetPatches } from "../sites/previews-of.ts";
import { type Advice, adviceOf } from "./advice.ts";
import { DashboardPage, DEFAULT_SPAN, SPANS } from "./dashboard-page.tsx";

const DAY = 86_400_000;

export function dashboardRoutes(app: Hono<App>): void {
  app.get("/sites/:site/dashboard", async (c) => {
    const { services } = c.var;
    const id = c.req.param("site");
    const span = SPANS.find((days) => String(days) === c.req.query("days")) ?? DEFAULT_SPAN;
    const now = Date.now();
    const today = Math.floor(now / DAY);
    const [site, found, advice, looked] = await Promise.all([
      findSite(services, id),
      insight(services, id, today - span + 1, today),
      adviceFor(services, id),
      lookedThrough(services, id),
    ]);
    if (!site || !found) return render(c, <Missing what="site" />, 404);
    return render(
      c,
      <DashboardPage
        site={site}
        insight={found}
        looked={looked}
        advice={advice}
        span={span}
        today={today}
        now={now}
      />,
    );
  });
}

/** What the named settings would have meant; limits alone, so that no comment is read again. */
async function adviceFor(services: Services, site: string): Promise<Advice> {
  const found = await previews(services, site, presetPatches);
  if (found === undefined || "errors" in found) return { kind: "few" };
  const [careful, balanced, light] = found;
  return careful && balanced && light ? adviceOf({ careful, balanced, light }) : { kind: "few" };
}
