import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { siteRequest } from "../../contract/site.ts";
import { keyUse } from "../../service/key-use.ts";
import { refusals } from "../../service/refusals.ts";
import { changeSettings, createSite, findSite, removeSite, sites } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { readSettings } from "./settings-form.ts";
import { showOnce } from "./shown-once.ts";
import { SitePage } from "./site-page.tsx";
import { SitesPage } from "./sites-page.tsx";

/** The number of the key that a site is made with. */
const FIRST_KEY = 1;

export function siteRoutes(app: Hono<App>): void {
  app.get("/sites", async (c) => render(c, <SitesPage sites={await sites(c.var.services)} />));

  app.post("/sites", create);

  app.get("/sites/:site", (c) => show(c, c.req.param("site"), [], c.req.query("saved") === "1"));

  app.post("/sites/:site", async (c) => {
    const site = c.req.param("site");
    const read = readSettings(await c.req.parseBody());
    if ("errors" in read) return show(c, site, read.errors);
    const saved = await changeSettings(c.var.services, site, read.patch);
    if (saved && "errors" in saved) return show(c, site, saved.errors);
    return saved ? c.redirect(`/sites/${site}?saved=1`, 303) : show(c, site, []);
  });

  app.post("/sites/:site/delete", async (c) => {
    const site = c.req.param("site");
    const { confirm } = await c.req.parseBody();
    if (confirm !== site)
      return show(c, site, [{ pointer: "#/confirm", detail: messagesOf(c).sites.notDeleted(site) }]);
    await removeSite(c.var.services, site);
    return c.redirect("/sites", 303);
  });
}

async function show(c: AppContext, id: string, errors: readonly FieldError[], saved = false) {
  const site = await findSite(c.var.services, id);
  if (!site) return render(c, <Missing what="site" />, 404);
  const { services } = c.var;
  const [refused, use] = await Promise.all([refusals(services, id), keyUse(services, id)]);
  const props = { site, errors, saved, refused, keyUse: use, now: Date.now() };
  return render(c, <SitePage {...props} />, errors.length > 0 ? 422 : 200);
}

async function create(c: AppContext): Promise<Response> {
  const form = await c.req.parseBody();
  const field = (name: "id" | "name" | "url") => String(form[name] ?? "").trim();
  const [id, name, url] = [field("id"), field("name"), field("url")];
  const again = async (errors: readonly FieldError[]) =>
    render(
      c,
      <SitesPage sites={await sites(c.var.services)} errors={errors} given={{ id, name, url }} />,
      422,
    );
  const parsed = siteRequest.safeParse({ id, name, ...(url !== "" && { url }) });
  if (!parsed.success) return again(fieldErrors(parsed.error));
  const created = await createSite(c.var.services, { id, name, ...(url !== "" && { url }) });
  if (created === "taken") return again([{ pointer: "#/id", detail: "is taken by another site" }]);
  if ("errors" in created) return again(created.errors);
  return showOnce(c, id, FIRST_KEY);
}
