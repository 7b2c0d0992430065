import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { makeCode } from "../../service/connect.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { WirePage } from "./wire-page.tsx";

/** "Wire your blog": for a site, and for a blog whose site is made when it connects. A code is shown where it is made, once. */
export function wireRoutes(app: Hono<App>): void {
  app.get("/wire", (c) => render(c, <WirePage origin={originOf(c)} />));

  app.post("/wire", async (c) => {
    const { code } = await makeCode(c.var.services, null);
    return render(c, <WirePage origin={originOf(c)} code={code} />);
  });

  app.get("/sites/:site/wire", (c) => show(c, c.req.param("site"), false));

  app.post("/sites/:site/wire", (c) => show(c, c.req.param("site"), true));
}

async function show(c: AppContext, id: string, isAsked: boolean): Promise<Response> {
  const site = await findSite(c.var.services, id);
  if (!site) return render(c, <Missing what="site" />, 404);
  const made = isAsked ? await makeCode(c.var.services, id) : undefined;
  return render(c, <WirePage site={site} origin={originOf(c)} code={made?.code} />);
}

const originOf = (c: AppContext) => new URL(c.req.url).origin;
