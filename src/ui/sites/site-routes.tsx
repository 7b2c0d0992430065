import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { owns } from "../../contract/roles.ts";
import { siteRequest } from "../../contract/site.ts";
import { bringBack } from "../../service/bring-back.ts";
import { newBatch } from "../../service/bulk.ts";
import { siteNames } from "../../service/services.ts";
import { showEarlier } from "../../service/show-earlier.ts";
import { changeSettings, createSite, findSite, removeSite } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { PreviewCard } from "./preview.tsx";
import { limitPreviews, listPreview } from "./previews-of.ts";
import { Scale } from "./scale.tsx";
import { groupOf, groups, readSettings, typedIn } from "./settings-form.ts";
import { showOnce } from "./shown-once.ts";
import { tabPath } from "./site-frame.tsx";
import { SitesPage } from "./sites-page.tsx";
import { showTab, tabOf } from "./tab-pages.tsx";

/** The number of the key that a site is made with. */
const FIRST_KEY = 1;

export function siteRoutes(app: Hono<App>): void {
  app.get("/sites", async (c) => render(c, <SitesPage sites={await siteNames(c.var.services)} />));
  app.post("/sites", create);
  app.get("/sites/:site", (c) => showTab(c, "filter"));
  app.get("/sites/:site/lists", (c) => showTab(c, "lists"));
  app.get("/sites/:site/data", (c) => showTab(c, "data"));
  app.post("/sites/:site", save);
  app.post("/sites/:site/preview", preview);

  app.post("/sites/:site/bring-back", async (c) => {
    const { services, session } = c.var;
    const site = c.req.param("site");
    const batch = newBatch();
    const done = await bringBack(services, site, session.name, batch);
    if (!done) return render(c, <Missing what="site" />, 404);
    const { published, held, more } = done;
    const told = new URLSearchParams({ published: `${published}`, held: `${held}`, batch });
    if (more) told.set("freed", "1");
    // A moderator does not see the settings, from where an owner came.
    if (!owns(session.roles, site)) return c.redirect(`/queue?site=${site}`, 303);
    return c.redirect(`${tabPath(site, "lists")}?${told}`, 303);
  });

  app.post("/sites/:site/show-earlier", async (c) => {
    const site = c.req.param("site");
    const done = await showEarlier(c.var.services, site);
    if (!done) return render(c, <Missing what="site" />, 404);
    return c.redirect(`${tabPath(site, "connection")}?saved=1`, 303);
  });

  app.post("/sites/:site/delete", async (c) => {
    const site = c.req.param("site");
    const { confirm } = await c.req.parseBody();
    const detail = messagesOf(c).sites.notDeleted(site);
    if (confirm !== site) return showTab(c, "data", { errors: [{ pointer: "#/confirm", detail }] });
    await removeSite(c.var.services, site);
    return c.redirect("/sites", 303);
  });
}

/** Saves one group of settings, and leads back to where it stands. */
async function save(c: AppContext): Promise<Response> {
  const site = c.req.param("site") ?? "";
  const form = await c.req.parseBody();
  const group = groupOf(form);
  if (group === undefined) return showTab(c, "filter", noGroup(c, Object.keys(groups)));
  const again = (errors: readonly FieldError[]) =>
    showTab(c, tabOf[group], { sent: { group, typed: typedIn(form), errors } });
  const read = readSettings(group, form);
  if ("errors" in read) return again(read.errors);
  const saved = await changeSettings(c.var.services, site, read.patch);
  if (!saved) return render(c, <Missing what="site" />, 404);
  if ("errors" in saved) return again(saved.errors);
  return c.redirect(`${tabPath(site, tabOf[group])}?saved=1${saved.freed > 0 ? "&freed=1" : ""}`, 303);
}

/** A form that says not what it is about. */
const noGroup = (c: AppContext, names: readonly string[]) => ({
  errors: [{ pointer: "#/group", detail: messagesOf(c).faults.noGroup(names.join(", ")) }],
});

/** Says what limits or lists that were typed would have meant; to the page's script the part alone. */
async function preview(c: AppContext): Promise<Response> {
  const { services } = c.var;
  const site = await findSite(services, c.req.param("site") ?? "");
  if (!site) return render(c, <Missing what="site" />, 404);
  const form = await c.req.parseBody();
  const group = groupOf(form);
  if (group !== "limits" && group !== "lists") return showTab(c, "filter", noGroup(c, ["limits", "lists"]));
  const isPart = c.req.query("part") !== undefined;
  const typed = typedIn(form);
  const read = readSettings(group, form);
  const patch = "errors" in read ? {} : read.patch;
  const found =
    group === "limits"
      ? await limitPreviews(services, site.id, patch)
      : await listPreview(services, site.id, patch);
  const errors = "errors" in read ? read.errors : found && "errors" in found ? found.errors : [];
  const shown = found === undefined || "errors" in found || errors.length > 0 ? undefined : found;
  const sent = { group, typed, errors };
  if (shown !== undefined && "typed" in shown)
    return isPart
      ? render(c, <Scale site={site} previews={shown} />)
      : showTab(c, "filter", { sent, limits: shown.limits });
  if (isPart) return render(c, <PreviewCard site={site.id} preview={shown} />, errors.length > 0 ? 422 : 200);
  return showTab(c, tabOf[group], { sent, preview: shown });
}

async function create(c: AppContext): Promise<Response> {
  const form = await c.req.parseBody();
  const field = (name: "id" | "name" | "url") => String(form[name] ?? "").trim();
  const [id, name, url] = [field("id"), field("name"), field("url")];
  const again = async (errors: readonly FieldError[]) =>
    render(
      c,
      <SitesPage sites={await siteNames(c.var.services)} errors={errors} given={{ id, name, url }} />,
      422,
    );
  const parsed = siteRequest.safeParse({ id, name, ...(url !== "" && { url }) });
  if (!parsed.success) return again(fieldErrors(parsed.error));
  const created = await createSite(c.var.services, { id, name, ...(url !== "" && { url }) });
  if (created === "taken") return again([{ pointer: "#/id", detail: messagesOf(c).faults.taken }]);
  if ("errors" in created) return again(created.errors);
  return showOnce(c, id, FIRST_KEY);
}
