import type { Context, Hono } from "hono";
import { siteRequest } from "../../contract/site.ts";
import type { FieldError } from "../../service/desk.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { readSettings } from "./settings-form.ts";
import { SitePage } from "./site-page.tsx";
import { SecretsPage, SitesPage } from "./sites-page.tsx";

export function siteRoutes(app: Hono<Ui>): void {
  app.get("/sites", async (c) =>
    render(c, <SitesPage sites={await c.var.page.desk.sites()} session={c.var.session} />),
  );
  app.post("/sites", create);
  app.get("/sites/:site", (c) => show(c, [], c.req.query("saved") === "1"));
  app.post("/sites/:site", save);
  app.post("/sites/:site/keys", async (c) => {
    const site = await c.var.page.desk.rotateKey(c.req.param("site"));
    if (!site) return render(c, <Missing session={c.var.session} what="site" />, 404);
    return render(c, <SecretsPage site={site} origin={new URL(c.req.url).origin} session={c.var.session} />);
  });
  app.post("/sites/:site/keys/:n/revoke", async (c) => {
    const site = c.req.param("site");
    if (!(await c.var.page.desk.revokeKey(site, Number(c.req.param("n"))))) {
      return render(c, <Missing session={c.var.session} what="key" />, 404);
    }
    return c.redirect(`/sites/${site}?saved=1`, 303);
  });
  app.post("/sites/:site/delete", remove);
}

async function show(c: Context<Ui>, errors: readonly FieldError[], saved = false): Promise<Response> {
  const site = (await c.var.page.desk.sites()).find(({ id }) => id === c.req.param("site"));
  if (!site) return render(c, <Missing session={c.var.session} what="site" />, 404);
  const status = errors.length > 0 ? 422 : 200;
  return render(c, <SitePage site={site} session={c.var.session} errors={errors} saved={saved} />, status);
}

async function create(c: Context<Ui>): Promise<Response> {
  const form = await c.req.parseBody();
  const given = {
    id: String(form.id ?? "").trim(),
    name: String(form.name ?? "").trim(),
    url: String(form.url ?? "").trim(),
  };
  const parsed = siteRequest.safeParse({
    id: given.id,
    name: given.name,
    ...(given.url !== "" && { url: given.url }),
  });
  const again = async (errors: readonly FieldError[]) =>
    render(
      c,
      <SitesPage
        sites={await c.var.page.desk.sites()}
        session={c.var.session}
        errors={errors}
        given={given}
      />,
      422,
    );
  if (!parsed.success) {
    return again(
      parsed.error.issues.map(({ path, message }) => ({ pointer: `#/${path.join("/")}`, detail: message })),
    );
  }
  const created = await c.var.page.desk.createSite({
    id: given.id,
    name: given.name,
    url: given.url || undefined,
  });
  if (!created.ok) return again(created.errors);
  return render(
    c,
    <SecretsPage site={created.value} origin={new URL(c.req.url).origin} session={c.var.session} />,
    201,
  );
}

async function save(c: Context<Ui>): Promise<Response> {
  const site = c.req.param("site") ?? "";
  const read = readSettings(await c.req.parseBody());
  if ("errors" in read) return show(c, read.errors);
  const saved = await c.var.page.desk.saveSettings(site, read.patch);
  return saved.ok ? c.redirect(`/sites/${site}?saved=1`, 303) : show(c, saved.errors);
}

async function remove(c: Context<Ui>): Promise<Response> {
  const site = c.req.param("site") ?? "";
  const { confirm } = await c.req.parseBody();
  if (confirm !== site)
    return show(c, [{ pointer: "#/confirm", detail: messagesOf(c).sites.notDeleted(site) }]);
  await c.var.page.desk.deleteSite(site);
  return c.redirect("/sites", 303);
}
