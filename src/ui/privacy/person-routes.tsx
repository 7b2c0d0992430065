import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { person } from "../../contract/privacy.ts";
import { erasePerson, exportPerson } from "../../service/privacy.ts";
import { findSite } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { PersonPage } from "./person-page.tsx";

/** For the owner: what is kept of one commenter, and its erasure. */
export function personRoutes(app: Hono<App>): void {
  app.get("/sites/:site/person", (c) => show(c, c.req.param("site"), {}));

  app.post("/sites/:site/person", async (c) => {
    const site = c.req.param("site");
    const read = person.safeParse(await c.req.parseBody());
    if (!read.success) return show(c, site, { fault: messagesOf(c).privacy.badEmail }, 422);
    const { email } = read.data;
    return show(c, site, { email, found: await exportPerson(c.var.services, site, email) });
  });

  app.post("/sites/:site/person/erase", async (c) => {
    const site = c.req.param("site");
    const read = person.safeParse(await c.req.parseBody());
    if (!read.success) return show(c, site, { fault: messagesOf(c).privacy.badEmail }, 422);
    return show(c, site, { erased: await erasePerson(c.var.services, site, read.data.email) });
  });
}

type Shown = Omit<Parameters<typeof PersonPage>[0], "site">;

async function show(c: AppContext, id: string, shown: Shown, status: 200 | 422 = 200): Promise<Response> {
  const site = await findSite(c.var.services, id);
  if (!site) return render(c, <Missing what="site" />, 404);
  return render(c, <PersonPage site={site} {...shown} />, status);
}
