import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { akismetCalls } from "../../service/akismet-calls.ts";
import { compared } from "../../service/insight.ts";
import { akismetKeyAgain, createAkismetKey } from "../../service/keys.ts";
import { changeSettings, findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { allowOnce, keyOfSite, takeAllowed } from "../sites/shown-once.ts";
import { AkismetPage } from "./akismet-page.tsx";
import { ComparedPage } from "./compared-page.tsx";

/** Pages of a site about Akismet's clients and about log-only mode. */
export function akismetRoutes(app: Hono<App>): void {
  app.get("/sites/:site/akismet", (c) => show(c, c.req.param("site")));

  app.post("/sites/:site/akismet", async (c) => {
    const id = c.req.param("site");
    const made = await createAkismetKey(c.var.services, id);
    if (!made) return render(c, <Missing what="site" />, 404);
    await allowOnce(c, keyOfSite(id), made.n);
    return c.redirect(`/sites/${id}/akismet`, 303);
  });

  app.get("/sites/:site/log-only", async (c) => {
    const site = await findSite(c.var.services, c.req.param("site"));
    const shown = site && (await compared(c.var.services, site.id));
    return shown
      ? render(c, <ComparedPage site={site} now={Date.now()} {...shown} />)
      : render(c, <Missing what="site" />, 404);
  });

  app.post("/sites/:site/log-only", async (c) => {
    const site = c.req.param("site");
    const saved = await changeSettings(c.var.services, site, { mode: "enforce" });
    if (saved === undefined) return render(c, <Missing what="site" />, 404);
    return c.redirect(`/sites/${site}${"errors" in saved ? "" : "?saved=1"}`, 303);
  });
}

async function show(c: AppContext, id: string): Promise<Response> {
  const site = await findSite(c.var.services, id);
  const n = site && (await takeAllowed(c, keyOfSite(id)));
  const made = n === undefined ? undefined : await akismetKeyAgain(c.var.services, id, Number(n));
  const calls = site && (await akismetCalls(c.var.services, id));
  if (!calls) return render(c, <Missing what="site" />, 404);
  return render(c, <AkismetPage site={site} origin={new URL(c.req.url).origin} made={made} {...calls} />);
}
