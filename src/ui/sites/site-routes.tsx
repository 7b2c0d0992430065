import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { owns } from "../../contract/roles.ts";
import { siteRequest } from "../../contract/site.ts";
import { bringBack, countFreed } from "../../service/bring-back.ts";
import { newBatch } from "../../service/bulk.ts";
import { compared } from "../../service/insight.ts";
import { keyUse } from "../../service/key-use.ts";
import { refusals } from "../../service/refusals.ts";
import { changeSettings, createSite, findSite, removeSite, sites } from "../../service/sites.ts";
import { waveRules } from "../../service/waves.ts";
import { messagesOf } from "../messages/language.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Back } from "./brought-back.tsx";
import { PreviewCard, type Previews } from "./preview.tsx";
import { previewsOf } from "./previews-of.ts";
import { readSettings, type TypedSettings, typedIn } from "./settings-form.ts";
import { showOnce } from "./shown-once.ts";
import { SitePage } from "./site-page.tsx";
import { SitesPage } from "./sites-page.tsx";

/** The number of the key that a site is made with. */
const FIRST_KEY = 1;

export function siteRoutes(app: Hono<App>): void {
  app.get("/sites", async (c) => render(c, <SitesPage sites={await sites(c.var.services)} />));

  app.post("/sites", create);

  app.get("/sites/:site", (c) =>
    show(c, c.req.param("site"), {
      saved: c.req.query("saved") === "1",
      freed: c.req.query("freed") === "1",
      back: backOf(c),
    }),
  );

  app.post("/sites/:site", async (c) => {
    const site = c.req.param("site");
    const form = await c.req.parseBody();
    const typed = typedIn(form);
    const read = readSettings(form);
    if ("errors" in read) return show(c, site, { errors: read.errors, typed });
    const saved = await changeSettings(c.var.services, site, read.patch);
    if (saved && "errors" in saved) return show(c, site, { errors: saved.errors, typed });
    if (!saved) return show(c, site);
    return c.redirect(`/sites/${site}?saved=1${saved.freed > 0 ? "&freed=1" : ""}`, 303);
  });

  app.post("/sites/:site/preview", async (c) => {
    const site = c.req.param("site");
    const form = await c.req.parseBody();
    const part = c.req.query("part") !== undefined;
    const found = await previewsOf(c.var.services, site, form);
    const errors = found && "errors" in found ? found.errors : [];
    const shown = found && !("errors" in found) ? found : undefined;
    if (part) return render(c, <PreviewCard site={site} previews={shown} />);
    return show(c, site, { errors, typed: typedIn(form), previews: shown });
  });

  app.post("/sites/:site/bring-back", async (c) => {
    const { services, session } = c.var;
    const site = c.req.param("site");
    const batch = newBatch();
    const done = await bringBack(services, site, session.name, batch);
    if (!done) return show(c, site);
    const { published, held, more } = done;
    const told = new URLSearchParams({ published: `${published}`, held: `${held}`, batch });
    if (more) told.set("freed", "1");
    // A moderator does not see the settings, from where an owner came.
    if (!owns(session.roles, site)) return c.redirect(`/queue?site=${site}`, 303);
    return c.redirect(`/sites/${site}?${told}`, 303);
  });

  app.post("/sites/:site/delete", async (c) => {
    const site = c.req.param("site");
    const { confirm } = await c.req.parseBody();
    if (confirm !== site)
      return show(c, site, {
        errors: [{ pointer: "#/confirm", detail: messagesOf(c).sites.notDeleted(site) }],
      });
    await removeSite(c.var.services, site);
    return c.redirect("/sites", 303);
  });
}

interface Shown {
  readonly errors?: readonly FieldError[];
  readonly typed?: TypedSettings;
  readonly saved?: boolean;
  /** Whether an entry was taken out of the lists just now. */
  readonly freed?: boolean;
  readonly back?: Back | undefined;
  readonly previews?: Previews | undefined;
}

async function show(
  c: AppContext,
  id: string,
  { errors = [], typed, saved = false, freed = false, back, previews }: Shown = {},
): Promise<Response> {
  const { services } = c.var;
  const site = await findSite(services, id);
  if (!site) return render(c, <Missing what="site" />, 404);
  const [refused, use, count, tried, waves] = await Promise.all([
    refusals(services, id),
    keyUse(services, id),
    freed ? countFreed(services, id) : 0,
    site.settings.mode === "log-only" ? compared(services, id) : undefined,
    waveRules(services, id),
  ]);
  const props = {
    site,
    errors,
    typed,
    saved,
    back,
    previews,
    compared: tried,
    freed: count ?? 0,
    refused,
    waves,
    keyUse: use,
    now: Date.now(),
  };
  return render(c, <SitePage {...props} />, errors.length > 0 ? 422 : 200);
}

/** What the address says of a click that brought comments back. */
function backOf(c: AppContext): Back | undefined {
  const { published, held, batch = "" } = c.req.query();
  if (!/^\d{1,15}-[a-z0-9]{1,20}$/.test(batch)) return undefined;
  const number = (text: string | undefined) => Math.max(0, Math.trunc(Number(text)) || 0);
  return { published: number(published), held: number(held), batch };
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
