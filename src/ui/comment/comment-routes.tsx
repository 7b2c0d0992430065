import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import type { CommentDetail } from "../../contract/views.ts";
import { noCounts } from "../../contract/views.ts";
import { behind, comment } from "../../service/list.ts";
import { overlooking } from "../../service/services.ts";
import { findSite } from "../../service/sites.ts";
import { messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { QueuePage } from "../queue/queue-page.tsx";
import { opened } from "../queue/queue-routes.tsx";
import { readState } from "../queue/queue-state.ts";
import { Reading } from "../reading/reading.tsx";
import { CommentPage } from "./comment-page.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

/** A comment opened, and what stands behind it. */
export function commentRoutes(app: Hono<App>): void {
  app.get("/queue/:site/:id", async (c) => {
    const { site, id } = c.req.param();
    const item = await comment(c.var.services, site, id);
    if (!item) return render(c, <Missing what="comment" />, 404);
    const part = c.req.query("part");
    if (part !== undefined && part !== "reading") return render(c, <VerdictDetails item={item} />);
    return show(c, item, part === "reading");
  });

  app.get("/queue/:site/:id/behind", all);
}

/** A comment by itself: the page, or what the list puts into its row. */
async function show(c: AppContext, item: CommentDetail, isPart: boolean) {
  const now = Date.now();
  const hosts = (await findSite(c.var.services, item.site))?.settings.hosts ?? [];
  if (!isPart)
    return render(c, <CommentPage item={item} now={now} hosts={hosts} refusal={c.req.query("refused")} />);
  // The script sets the ways to the neighbours: it knows the list.
  const place = { list: "/queue", before: "#", after: "#" };
  return render(
    c,
    <Reading item={item} now={now} hosts={hosts} back={safePath(c.req.query("back"))} place={place} />,
  );
}

/** The comments behind one card, each to be decided by itself. */
async function all(c: AppContext) {
  const { site = "", id = "" } = c.req.param();
  const state = { ...readState({ open: c.req.query("open") }), site };
  const items = await behind(c.var.services, site, id);
  const page = { items, unreachable: [] };
  const looking = await overlooking(c.var.services, { order: "waiting", named: [site], most: 0 });
  return render(
    c,
    <QueuePage
      title={messagesOf(c).queue.alike(items.length)}
      state={state}
      page={page}
      counts={{ ...noCounts, pending: items.length }}
      found={undefined}
      unknown={[]}
      sites={looking.overview.asked}
      names={looking.overview.sites}
      now={Date.now()}
      last={[]}
      health={[]}
      idle={undefined}
      open={await opened(c.var.services, state, page)}
    />,
  );
}
