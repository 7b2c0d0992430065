import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import type { SiteView } from "../../contract/site.ts";
import { keyUse } from "../../service/key-use.ts";
import { newestSecrets, revokeKey, rotateKey } from "../../service/keys.ts";
import { findSite } from "../../service/sites.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { NewKeyPage, newestKey, RevokePage, ShownPage } from "./key-pages.tsx";
import { SecretsPage } from "./secrets-page.tsx";
import { keyOfSite, showOnce, takeAllowed } from "./shown-once.ts";
import { tabPath } from "./site-frame.tsx";

/** A site's keys: each change says first what stops working, and a reload makes none. */
export function keyRoutes(app: Hono<App>): void {
  app.get("/sites/:site/keys/new", (c) =>
    withSite(c, async (site) => render(c, <NewKeyPage {...(await about(c, site))} />)),
  );

  app.post("/sites/:site/keys", (c) =>
    withSite(c, async (site) => {
      const { after } = await c.req.parseBody();
      // Of two who press at once, or of one who presses twice, one makes a key; the other is asked again.
      const isAsked = after === String(newestKey(site));
      const made = isAsked ? await rotateKey(c.var.services, site.id, Number(after)) : undefined;
      if (!made) return c.redirect(`/sites/${site.id}/keys/new`, 303);
      return showOnce(c, site.id, newestKey(made));
    }),
  );

  app.get("/sites/:site/keys/:n", (c) =>
    withSite(c, async (site) => {
      const n = Number(c.req.param("n"));
      const isAllowed = (await takeAllowed(c, keyOfSite(site.id))) === String(n);
      const shown = isAllowed ? await newestSecrets(c.var.services, site.id, n) : undefined;
      if (!shown) return render(c, <ShownPage site={site} />, 410);
      return render(c, <SecretsPage site={shown} origin={new URL(c.req.url).origin} />);
    }),
  );

  app.get("/sites/:site/keys/:n/revoke", (c) =>
    withSite(c, async (site) => {
      const key = site.keys.find(({ n }) => String(n) === c.req.param("n"));
      if (!key) return render(c, <Missing what="key" />, 404);
      return render(c, <RevokePage {...(await about(c, site))} revoked={key} />);
    }),
  );

  app.post("/sites/:site/keys/:n/revoke", async (c) => {
    const { site, n } = c.req.param();
    if (!(await revokeKey(c.var.services, site, Number(n)))) return render(c, <Missing what="key" />, 404);
    return c.redirect(`${tabPath(site, "connection")}?saved=1`, 303);
  });
}

async function withSite(
  c: AppContext,
  work: (site: SiteView) => Response | Promise<Response>,
): Promise<Response> {
  const site = await findSite(c.var.services, c.req.param("site") ?? "");
  return site ? work(site) : render(c, <Missing what="site" />, 404);
}

const about = async (c: AppContext, site: SiteView) => ({
  site,
  use: await keyUse(c.var.services, site.id),
  now: Date.now(),
});
