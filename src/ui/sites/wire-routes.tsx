import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { codeAgain, makeCode } from "../../service/connect.ts";
import { connected } from "../../service/connected.ts";
import { findSite } from "../../service/sites.ts";
import { testComment } from "../../service/test-comment.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import { LiveSteps } from "./live-check.tsx";
import { allowOnce, codeFor, takeAllowed } from "./shown-once.ts";
import { showTab } from "./tab-pages.tsx";
import { NewBlogPage } from "./wire-page.tsx";

/** "Wire your blog": for a site, and for a blog whose site is made when it connects. A code is shown once, and a reload makes none. */
export function wireRoutes(app: Hono<App>): void {
  app.get("/wire", async (c) => {
    const seed = await takeAllowed(c, codeFor(null));
    const code = seed === undefined ? undefined : await codeAgain(c.var.services, seed);
    return render(c, <NewBlogPage origin={new URL(c.req.url).origin} code={code} />);
  });

  app.post("/wire", (c) => make(c, null));

  app.get("/sites/:site/wire", (c) => showTab(c, "connection"));

  app.get("/sites/:site/wire/check", async (c) => {
    const [site, how] = await Promise.all([
      findSite(c.var.services, c.req.param("site")),
      connected(c.var.services, c.req.param("site")),
    ]);
    if (!site || !how) return render(c, <Missing what="site" />, 404);
    return render(c, <LiveSteps site={site} connected={how} now={Date.now()} />);
  });

  app.post("/sites/:site/wire/test", async (c) => {
    const { services, session } = c.var;
    const content = messagesOf(c).wire.testText;
    const tested = await testComment(services, c.req.param("site"), { content, name: session.name });
    return showTab(c, "connection", { tested });
  });

  app.post("/sites/:site/wire", async (c) => {
    const site = await findSite(c.var.services, c.req.param("site"));
    return site ? make(c, site.id) : render(c, <Missing what="site" />, 404);
  });
}

async function make(c: AppContext, site: string | null): Promise<Response> {
  const { seed } = await makeCode(c.var.services, site);
  await allowOnce(c, codeFor(site), seed);
  return c.redirect(codeFor(site).path, 303);
}
