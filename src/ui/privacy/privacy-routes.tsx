import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { publicSettings } from "../../service/privacy.ts";
import { render } from "../parts/render.tsx";
import { PrivacyPage, Unknown } from "./privacy-page.tsx";

/** Anybody may keep the public page for so long, seconds. */
const CACHED = 300;

/** For commenters, without signing in: what becomes of what they write. */
export function privacyRoutes(app: Hono<App>): void {
  app.get("/sites/:site/privacy", async (c) => {
    const id = c.req.param("site");
    const site = await publicSettings(c.var.services, id);
    if (!site) return render(c, <Unknown />, 404);
    c.header("cache-control", `public, max-age=${CACHED}`);
    const { origin, pathname } = new URL(c.req.url);
    return render(c, <PrivacyPage {...site} site={id} address={origin + pathname} />);
  });
}
