import type { Hono } from "hono";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { exported } from "./history-export.ts";
import { HistoryPage } from "./history-page.tsx";
import { readHistoryState } from "./history-state.ts";

/** Lines on one page. */
const PAGE = 50;

export function historyRoutes(app: Hono<Ui>): void {
  app.get("/history", async (c) => {
    const { desk } = c.var.page;
    const state = readHistoryState(c.req.query());
    const { after, ...ask } = state;
    const [page, sites] = await Promise.all([
      desk.history({ ...ask, cursor: after, limit: PAGE }),
      desk.sites(),
    ]);
    return render(c, <HistoryPage state={state} page={page} sites={sites} session={c.var.session} />);
  });

  app.get("/history/export", (c) => {
    const { after: _, ...ask } = readHistoryState(c.req.query());
    const format = c.req.query("format") === "jsonl" ? "jsonl" : "csv";
    const type = format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
    return c.body(exported(c.var.page.desk, ask, format), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="hamlet-history.${format}"`,
    });
  });
}
