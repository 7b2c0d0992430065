import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { lastDecision } from "../../service/decide.ts";
import { countMatching, counts, list, sinceYesterday, waiting } from "../../service/list.ts";
import type { Services } from "../../service/services.ts";
import { health, sites } from "../../service/sites.ts";
import { render } from "../parts/render.tsx";
import { decideOne } from "./decide.ts";
import type { Idle } from "./empty.tsx";
import { HealthStrip } from "./health-strip.tsx";
import { QueuePage } from "./queue-page.tsx";
import { readState, searchOf, tabs } from "./queue-state.ts";

/** Comments on one page of the focus view, where one is seen at a time. */
const FOCUS_PAGE = 20;
/** Comments named in an empty queue. */
const LEAST_CERTAIN = 3;
/** How long after a decision the page still offers to take it back by one key, milliseconds. */
const REMEMBERED = 30 * 60_000;

export function queueRoutes(app: Hono<App>): void {
  app.get("/queue", show);
  app.get("/queue/counts", async (c) => c.json(await counts(c.var.services, readState(c.req.query()).site)));
  app.post("/queue/decide", decideOne);
}

async function show(c: AppContext): Promise<Response> {
  const { services, session } = c.var;
  const now = Date.now();
  const state = readState(c.req.query());
  const { terms, site, unknown } = searchOf(state);
  const { status } = tabs[state.tab];
  const limit = state.view === "focus" ? FOCUS_PAGE : state.per;
  const ask = { sort: state.sort, cursor: state.after, limit, search: terms };
  const isSearched = state.q !== undefined;
  const [page, counted, all, last, found, healths] = await Promise.all([
    status === "pending" ? waiting(services, site, ask) : list(services, site, { ...ask, status }),
    counts(services, site),
    sites(services),
    lastDecision(services, session.name, now - REMEMBERED),
    isSearched ? countMatching(services, site, { status, search: terms }) : undefined,
    health(services, site),
  ]);
  const isEmpty = page.items.length + page.unreachable.length === 0 && counted.pending === 0;
  const isIdle = isEmpty && status === "pending" && !isSearched;
  return render(
    c,
    <QueuePage
      state={state}
      page={page}
      counts={counted}
      found={found}
      unknown={unknown}
      sites={all}
      now={now}
      last={last}
      health={<HealthStrip sites={healths} now={now} />}
      idle={isIdle ? await idle(services, site) : undefined}
    />,
  );
}

/** What an empty queue can truly say. */
async function idle(services: Services, site: string | undefined): Promise<Idle> {
  const [since, spam] = await Promise.all([
    sinceYesterday(services, site),
    list(services, site, { status: "spam", sort: "doubtful", limit: LEAST_CERTAIN, search: [] }),
  ]);
  return { ...since, leastCertain: spam.items };
}
