import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type SiteWithSecrets, siteRequest } from "../../contract/site.ts";
import { revokeKey, rotateKey } from "../../service/keys.ts";
import { refusals } from "../../service/refusals.ts";
import { changeSettings, createSite, findSite, removeSite, sites } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { SecretsPage } from "./secrets-page.tsx";
import { readSettings } from "./settings-form.ts";
import { SitePage } from "./site-page.tsx";
import { SitesPage } from "./sites-page.tsx";

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

  app.post("/sites/:site/keys", async (c) => {
    const made = await rotateKey(c.var.services, c.req.param("site"));
    return made ? showSecrets(c, made, 200) : render(c, <Missing what="site" />, 404);
  });

  app.post("/sites/:site/keys/:n/revoke", async (c) => {
    const { site, n } = c.req.param();
    if (!(await revokeKey(c.var.services, site, Number(n)))) return render(c, <Missing what="key" />, 404);
    return c.redirect(`/sites/${site}?saved=1`, 303);
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
  const refused = await refusals(c.var.services, id);
  const page = <SitePage site={site} errors={errors} saved={saved} refused={refused} />;
  return render(c, page, errors.length > 0 ? 422 : 200);
}

const showSecrets = (c: AppContext, site: SiteWithSecrets, status: 200 | 201) =>
  render(c, <SecretsPage site={site} origin={new URL(c.req.url).origin} />, status);

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
  return "errors" in created ? again(created.errors) : showSecrets(c, created.site, 201);
}
