import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { importSource, suspectDecision } from "../../contract/import.ts";
import {
  closeHistory,
  decideSuspect,
  historyOpenUntil,
  importsOf,
  openHistory,
  takeOut,
} from "../../service/imports.ts";
import { findSite } from "../../service/sites.ts";
import { wantsJson } from "../guards.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { ImportsPage } from "./imports-page.tsx";

/** The page of what the owner brought in of her blog's past. */
export function importRoutes(app: Hono<App>): void {
  app.get("/sites/:site/imports", (c) => show(c, c.req.param("site")));

  app.post("/sites/:site/imports/decide", async (c) => {
    const site = c.req.param("site");
    const form = suspectDecision.safeParse(await c.req.parseBody());
    // Decided already, or not ours: either way the page shows what is left.
    if (form.success) await decideSuspect(c.var.services, site, form.data, c.var.session.name);
    if (wantsJson(c)) return c.json({}, form.success ? 200 : 422);
    return c.redirect(`/sites/${encodeURIComponent(site)}/imports#suspects`, 303);
  });

  app.post("/sites/:site/imports/open", async (c) => {
    const site = c.req.param("site");
    await openHistory(c.var.services, site);
    return c.redirect(`/sites/${encodeURIComponent(site)}/imports`, 303);
  });

  app.post("/sites/:site/imports/close", async (c) => {
    const site = c.req.param("site");
    await closeHistory(c.var.services, site);
    return c.redirect(`/sites/${encodeURIComponent(site)}/imports`, 303);
  });

  app.post("/sites/:site/imports/remove", async (c) => {
    const site = c.req.param("site");
    const source = importSource.safeParse((await c.req.parseBody()).source);
    if (source.success) await takeOut(c.var.services, site, source.data);
    return c.redirect(`/sites/${encodeURIComponent(site)}/imports`, 303);
  });
}

async function show(c: AppContext, id: string): Promise<Response> {
  const site = await findSite(c.var.services, id);
  const found = site && (await importsOf(c.var.services, id));
  if (!found) return render(c, <Missing what="site" />, 404);
  const openUntil = await historyOpenUntil(c.var.services, id);
  return render(c, <ImportsPage site={site} openUntil={openUntil} {...found} />);
}
