import type { Context, Hono } from "hono";
import { person } from "../../contract/privacy.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { PersonPage } from "./person-page.tsx";
import { PrivacyPage, Unknown } from "./privacy-page.tsx";

/** Anybody may keep the public page for so long, seconds. */
const CACHED = 300;

/** For commenters, without signing in: what becomes of what they write. */
export function publicPrivacyRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/privacy", async (c) => {
    const id = c.req.param("site");
    const site = await c.var.page.desk.publicSettings(id);
    if (!site) return render(c, <Unknown />, 404);
    c.header("cache-control", `public, max-age=${CACHED}`);
    const { origin, pathname } = new URL(c.req.url);
    return render(c, <PrivacyPage {...site} address={origin + pathname} />);
  });
}

/** For the owner: what is kept of one commenter, and its erasure. */
export function personRoutes(app: Hono<Ui>): void {
  app.get("/sites/:site/person", (c) => show(c, {}));

  app.post("/sites/:site/person", async (c) => {
    const read = person.safeParse(await c.req.parseBody());
    if (!read.success) return show(c, { fault: messagesOf(c).privacy.badEmail }, 422);
    const { email } = read.data;
    return show(c, { email, kept: await c.var.page.desk.exportPerson(c.req.param("site"), email) });
  });

  app.post("/sites/:site/person/erase", async (c) => {
    const read = person.safeParse(await c.req.parseBody());
    if (!read.success) return show(c, { fault: messagesOf(c).privacy.badEmail }, 422);
    return show(c, { erased: await c.var.page.desk.erasePerson(c.req.param("site"), read.data.email) });
  });
}

type Shown = Omit<Parameters<typeof PersonPage>[0], "site" | "session">;

async function show(c: Context<Ui>, shown: Shown, status: 200 | 422 = 200): Promise<Response> {
  const site = (await c.var.page.desk.sites()).find(({ id }) => id === c.req.param("site"));
  if (!site) return render(c, <Missing session={c.var.session} what="site" />, 404);
  return render(c, <PersonPage site={site} session={c.var.session} {...shown} />, status);
}
