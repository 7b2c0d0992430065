import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type Notify, notify } from "../../contract/notify.ts";
import { notices, sendNotice } from "../../service/notices.ts";
import { changeSettings, findSite } from "../../service/sites.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { NoticesPage } from "./notices-page.tsx";

type Shown = Partial<Pick<Parameters<typeof NoticesPage>[0], "errors" | "saved" | "tested">>;

/** The page on which the owner says how she wants to be told that comments wait. */
export function noticeRoutes(app: Hono<App>): void {
  app.get("/sites/:site/notices", (c) =>
    show(c, c.req.param("site"), { saved: c.req.query("saved") === "1" }),
  );

  app.post("/sites/:site/notices", async (c) => {
    const site = c.req.param("site");
    const read = readNotify(await c.req.parseBody());
    if ("errors" in read) return show(c, site, read);
    const saved = await changeSettings(c.var.services, site, { notify: read.value });
    if (saved && "errors" in saved) return show(c, site, saved);
    return saved ? c.redirect(`/sites/${site}/notices?saved=1`, 303) : show(c, site, {});
  });

  app.post("/sites/:site/notices/mails", async (c) => {
    const site = c.req.param("site");
    const { text, act } = await c.req.parseBody();
    const patch = { mailText: text === "true", mailAct: act === "true" };
    const saved = await changeSettings(c.var.services, site, patch);
    return saved ? c.redirect(`/sites/${site}/notices?saved=1`, 303) : show(c, site, {});
  });

  app.post("/sites/:site/notices/test", async (c) => {
    const site = c.req.param("site");
    return show(c, site, { tested: await sendNotice(c.var.services, site) });
  });
}

async function show(c: AppContext, id: string, shown: Shown): Promise<Response> {
  const site = await findSite(c.var.services, id);
  const found = site && (await notices(c.var.services, id));
  if (!found) return render(c, <Missing what="site" />, 404);
  return render(c, <NoticesPage site={site} {...found} {...shown} />, shown.errors ? 422 : 200);
}

function readNotify(
  form: Readonly<Record<string, unknown>>,
): { readonly value: Notify | null } | { readonly errors: readonly FieldError[] } {
  if (form.kind === "none") return { value: null };
  const parsed = notify.safeParse({
    kind: form.kind,
    url: String(form.url ?? "").trim(),
    when: form.when,
    hour: Number(form.hour),
    text: form.text === "true",
    act: form.act === "true",
    buttons: form.buttons === "true",
    language: form.language,
  });
  return parsed.success ? { value: parsed.data } : { errors: fieldErrors(parsed.error) };
}
