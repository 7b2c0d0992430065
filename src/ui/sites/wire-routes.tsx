import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import type { SiteView } from "../../contract/site.ts";
import { codeAgain, makeCode } from "../../service/connect.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { allowOnce, type Made, takeAllowed } from "./shown-once.ts";
import { WirePage } from "./wire-page.tsx";

/** "Wire your blog": for a site, and for a blog whose site is made when it connects. A code is shown once, and a reload makes none. */
export function wireRoutes(app: Hono<App>): void {
  app.get("/wire", (c) => show(c));

  app.post("/wire", (c) => make(c, null));

  app.get("/sites/:site/wire", async (c) => {
    const site = await findSite(c.var.services, c.req.param("site"));
    return site ? show(c, site) : render(c, <Missing what="site" />, 404);
  });

  app.post("/sites/:site/wire", async (c) => {
    const site = await findSite(c.var.services, c.req.param("site"));
    return site ? make(c, site.id) : render(c, <Missing what="site" />, 404);
  });
}

const codeFor = (site: string | null): Made => ({
  kind: "code",
  path: site === null ? "/wire" : `/sites/${site}/wire`,
});

async function make(c: AppContext, site: string | null): Promise<Response> {
  const { seed } = await makeCode(c.var.services, site);
  await allowOnce(c, codeFor(site), seed);
  return c.redirect(codeFor(site).path, 303);
}

async function show(c: AppContext, site?: SiteView): Promise<Response> {
  const seed = await takeAllowed(c, codeFor(site?.id ?? null));
  const code = seed === undefined ? undefined : await codeAgain(c.var.services, seed);
  return render(c, <WirePage site={site} origin={new URL(c.req.url).origin} code={code} />);
}
