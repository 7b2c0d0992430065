import type { Context, Hono } from "hono";
import type { Desk } from "../../service/desk.ts";
import { authorRoutes } from "../author/author-routes.tsx";
import { bulkRoutes } from "../bulk/bulk-routes.tsx";
import { CommentPage } from "../comment/comment-page.tsx";
import { Story } from "../comment/story.tsx";
import { Missing } from "../parts/missing.tsx";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { BehindPage } from "./behind-page.tsx";
import { decide } from "./decide-route.ts";
import type { Idle } from "./empty.tsx";
import { HealthStrip } from "./health-strip.tsx";
import { Queue } from "./queue.tsx";
import { readState, searchOf, tabs } from "./state.ts";

/** Comments on one page of the focus view, where one is seen at a time. */
const FOCUS_PAGE = 20;
/** Comments named in an empty queue. */
const LEAST_CERTAIN = 3;
/** How long after a decision the page still offers to take it back by one key, milliseconds. */
const REMEMBERED = 30 * 60_000;

export function queueRoutes(app: Hono<Ui>): void {
  app.get("/queue", queue);
  app.get("/queue/counts", async (c) => c.json(await c.var.page.desk.counts(readState(c.req.query()).site)));
  app.post("/queue/decide", decide);
  bulkRoutes(app);
  app.get("/queue/:site/:id", async (c) => {
    const item = await c.var.page.desk.comment(c.req.param("site"), c.req.param("id"));
    if (!item) return render(c, <Missing session={c.var.session} what="comment" />, 404);
    if (c.req.query("part") !== undefined) return render(c, <Story item={item} csrf={c.var.session.csrf} />);
    const refusal = c.req.query("refused");
    return render(c, <CommentPage item={item} session={c.var.session} now={Date.now()} refusal={refusal} />);
  });
  app.get("/queue/:site/:id/behind", async (c) => {
    const items = await c.var.page.desk.behind(c.req.param("site"), c.req.param("id"));
    const back = new URL(c.req.url).pathname;
    return render(c, <BehindPage items={items} session={c.var.session} now={Date.now()} back={back} />);
  });
  authorRoutes(app);
}

async function queue(c: Context<Ui>): Promise<Response> {
  const { desk } = c.var.page;
  const now = Date.now();
  const state = readState(c.req.query());
  const { terms, site, unknown } = searchOf(state);
  const { status } = tabs[state.tab];
  const limit = state.view === "focus" ? FOCUS_PAGE : state.per;
  const page = { sort: state.sort, cursor: state.after, limit, search: terms };
  const isSearched = state.q !== undefined;
  const [list, counts, sites, last, found, health] = await Promise.all([
    status === "pending" ? desk.waiting(site, page) : desk.list(site, { ...page, status }),
    desk.counts(site),
    desk.sites(),
    desk.lastDecision(c.var.session.name, now - REMEMBERED),
    isSearched ? desk.count(site, { status, search: terms }) : undefined,
    desk.health(site),
  ]);
  const isIdle = list.items.length === 0 && status === "pending" && !isSearched;
  return render(
    c,
    <Queue
      state={state}
      page={list}
      counts={counts}
      found={found}
      unknown={unknown}
      sites={sites}
      session={c.var.session}
      now={now}
      last={last}
      health={<HealthStrip sites={health} now={now} />}
      idle={isIdle ? await idle(desk, site) : undefined}
    />,
  );
}

/** What an empty queue can truly say. */
async function idle(desk: Desk, site: string | undefined): Promise<Idle> {
  const [since, spam] = await Promise.all([
    desk.sinceYesterday(site),
    desk.list(site, { status: "spam", sort: "doubtful", limit: LEAST_CERTAIN, search: [] }),
  ]);
  return { ...since, leastCertain: spam.items };
}
