import type { Context, Hono } from "hono";
import type { AkismetKeyMade } from "../../contract/site.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { AkismetPage } from "./akismet-page.tsx";
import { ComparedPage } from "./compared-page.tsx";

/** Pages of a site about Akismet's clients and about log-only mode. */
export function akismetRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/akismet", (c) => show(c));
  app.post("/sites/:site/akismet", async (c) => {
    const made = await c.var.page.desk.createAkismetKey(c.req.param("site"));
    return made ? show(c, made) : render(c, <Missing session={c.var.session} what="site" />, 404);
  });
  app.get("/sites/:site/log-only", async (c) => {
    const site = await siteOf(c);
    const compared = site && (await c.var.page.desk.compared(site.id));
    if (!compared) return render(c, <Missing session={c.var.session} what="site" />, 404);
    return render(c, <ComparedPage site={site} session={c.var.session} {...compared} />);
  });
}

const siteOf = async (c: Context<Ui>) =>
  (await c.var.page.desk.sites()).find(({ id }) => id === c.req.param("site"));

async function show(c: Context<Ui>, made?: AkismetKeyMade): Promise<Response> {
  const site = await siteOf(c);
  const calls = site && (await c.var.page.desk.akismetCalls(site.id));
  if (!calls) return render(c, <Missing session={c.var.session} what="site" />, 404);
  const origin = new URL(c.req.url).origin;
  return render(
    c,
    <AkismetPage site={site} origin={origin} session={c.var.session} made={made} {...calls} />,
  );
}
