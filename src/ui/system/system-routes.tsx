import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type Integration, integration } from "../../contract/integration.ts";
import { receiverOf } from "../../service/integration.ts";
import { changeSettings, findSite } from "../../service/sites.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { SystemPage } from "./system-page.tsx";

type Shown = Partial<Pick<Parameters<typeof SystemPage>[0], "errors" | "saved" | "secretShown">>;

/** The page on which the owner connects another comment system. */
export function systemRoutes(app: Hono<App>): void {
  app.get("/sites/:site/system", (c) =>
    show(c, c.req.param("site"), { saved: c.req.query("saved") === "1" }),
  );

  app.post("/sites/:site/system", async (c) => {
    const site = c.req.param("site");
    const read = readIntegration(await c.req.parseBody());
    if ("errors" in read) return show(c, site, read);
    const saved = await changeSettings(c.var.services, site, { integration: read.value });
    if (saved && "errors" in saved) return show(c, site, saved);
    return saved ? c.redirect(`/sites/${site}/system?saved=1`, 303) : show(c, site, {});
  });

  app.post("/sites/:site/system/secret", (c) => show(c, c.req.param("site"), { secretShown: true }));
}

async function show(c: AppContext, id: string, shown: Shown): Promise<Response> {
  const site = await findSite(c.var.services, id);
  if (!site) return render(c, <Missing what="site" />, 404);
  const receiver = await receiverOf(c.var.services, id);
  return render(
    c,
    <SystemPage site={site} receiver={receiver} {...shown} />,
    shown.errors?.length ? 422 : 200,
  );
}

function readIntegration(
  form: Readonly<Record<string, unknown>>,
): { readonly value: Integration | null } | { readonly errors: readonly FieldError[] } {
  const text = (name: string) => String(form[name] ?? "").trim() || null;
  const system = text("system");
  if (system === null) return { value: null };
  const given = {
    system,
    endpoint: text("endpoint"),
    credential: text("credential"),
    secret: text("secret"),
  };
  const parsed = integration.safeParse(given);
  return parsed.success ? { value: parsed.data } : { errors: fieldErrors(parsed.error) };
}
