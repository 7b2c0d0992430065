import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { stopMails, stoppable } from "../../service/people/mails.ts";
import { findSite } from "../../service/sites.ts";
import { render } from "../parts/render.tsx";
import { StopGone, StopPage, Stopped } from "./stop-page.tsx";

/**
 * The link of a mail that stops such mails. Whoever fetches it, a mail's scanner too, changes nothing; the form does, and a mail
 * program may send it by itself when its reader asks to be unsubscribed (RFC 8058).
 */
export function stopRoutes(app: Hono<App>): void {
  app.get("/stop/:token", async (c) => {
    const stop = await stoppable(c.var.services, c.req.param("token"));
    const site = stop && (await findSite(c.var.services, stop.site));
    return site ? render(c, <StopPage site={site.settings.name} />) : render(c, <StopGone />, 410);
  });

  app.post("/stop/:token", async (c) => {
    const token = c.req.param("token");
    const stop = await stoppable(c.var.services, token);
    const site = stop && (await findSite(c.var.services, stop.site));
    if (!site || !(await stopMails(c.var.services, token))) return render(c, <StopGone />, 410);
    return render(c, <Stopped site={site.settings.name} />);
  });
}
