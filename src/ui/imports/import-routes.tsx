import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { importSource, suspectDecision, suspectName } from "../../contract/import.ts";
import {
  closeHistory,
  decideSuspect,
  historyOpenUntil,
  importsOf,
  openHistory,
  takeOut,
  undoSuspect,
} from "../../service/imports.ts";
import { findSite } from "../../service/sites.ts";
import { wantsJson } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { safePath } from "../parts/paths.ts";
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

  app.post("/sites/:site/imports/undo", async (c) => {
    const site = c.req.param("site");
    const raw = await c.req.parseBody();
    const which = suspectName.safeParse(raw);
    const { services, session } = c.var;
    // Taken back already, or too late: a page without a script shows what is left.
    const isDone = which.success && (await undoSuspect(services, site, which.data, session.name)) === true;
    if (wantsJson(c))
      return c.json(isDone ? {} : { detail: messagesOf(c).imports.tooLate }, isDone ? 200 : 409);
    const page = `/sites/${encodeURIComponent(site)}/imports#decided`;
    return c.redirect(raw.back === undefined ? page : safePath(raw.back), 303);
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
  return render(c, <ImportsPage site={site} openUntil={openUntil} me={c.var.services.actor} {...found} />);
}
