import type { Hono } from "hono";
import type { App } from "../../context.ts";
import { MOST_ASKED } from "../../contract/overview.ts";
import { ownsAll } from "../../contract/roles.ts";
import { history } from "../../service/history.ts";
import { colleagues } from "../../service/people/members.ts";
import { siteNames } from "../../service/services.ts";
import { messagesOf } from "../messages/language.ts";
import { render } from "../parts/render.tsx";
import { exported } from "./history-export.ts";
import { HistoryPage } from "./history-page.tsx";
import { readHistoryState } from "./history-state.ts";

/** Lines on one page. */
const PAGE = 50;

export function historyRoutes(app: Hono<App>): void {
  app.get("/history", async (c) => {
    const { services, session } = c.var;
    const state = readHistoryState(c.req.query());
    const { after, ...ask } = state;
    const [page, all, people] = await Promise.all([
      history(services, { ...ask, people: ownsAll(session.roles), cursor: after, limit: PAGE }),
      siteNames(services),
      colleagues(services),
    ]);
    return render(c, <HistoryPage state={state} page={page} sites={all} people={people} />);
  });

  app.get("/history/export", async (c) => {
    const { after: _, ...ask } = readHistoryState(c.req.query());
    const names = ask.site === undefined ? await siteNames(c.var.services) : [];
    if (names.length > MOST_ASKED) {
      const some = messagesOf(c).history.someSites(`${MOST_ASKED}`, `${names.length}`);
      return c.text(some, 422);
    }
    const format = c.req.query("format") === "jsonl" ? "jsonl" : "csv";
    const type = format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
    const page = (limit: number, cursor: string | undefined) =>
      history(c.var.services, { ...ask, people: ownsAll(c.var.session.roles), limit, cursor });
    return c.body(exported(page, format), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="hamlet-history.${format}"`,
    });
  });
}
