import type { Context, Hono } from "hono";
import { decisionRequest } from "../contract/decision.ts";
import { CommentPage } from "./comment-page.tsx";
import type { Desk } from "./desk.ts";
import { HealthStrip } from "./health-strip.tsx";
import { Missing } from "./missing.tsx";
import { Queue } from "./queue.tsx";
import { render } from "./render.tsx";
import { commentPath } from "./row.tsx";
import type { Ui } from "./session.ts";
import { readState, safePath, tabs } from "./state.ts";
import { ago, decided } from "./words.ts";

/** Comments on one page. */
const PAGE = 50;

export function queueRoutes(app: Hono<Ui>): void {
  app.get("/queue", async (c) => {
    const { desk } = c.var.page;
    const state = readState(c.req.query());
    const { status } = tabs[state.tab];
    const page = { sort: state.sort, cursor: state.after, limit: PAGE };
    const [list, counts, sites, did, health] = await Promise.all([
      status === "pending" ? desk.waiting(state.site, page) : desk.list(state.site, { ...page, status }),
      desk.counts(state.site),
      desk.sites(),
      justDecided(desk, c.req.query("did")),
      desk.health(state.site),
    ]);
    return render(
      c,
      <Queue
        state={state}
        page={list}
        counts={counts}
        sites={sites}
        session={c.var.session}
        now={Date.now()}
        did={did}
        health={<HealthStrip sites={health} now={Date.now()} />}
      />,
    );
  });

  app.get("/queue/:site/:id", async (c) => {
    const item = await c.var.page.desk.comment(c.req.param("site"), c.req.param("id"));
    if (!item) return render(c, <Missing session={c.var.session} what="comment" />, 404);
    return render(
      c,
      <CommentPage item={item} session={c.var.session} now={Date.now()} refusal={c.req.query("refused")} />,
    );
  });

  app.post("/queue/decide", decide);
}

/** The comment named in the address as just decided. */
async function justDecided(desk: Desk, did: string | undefined) {
  const [site, id] = did?.split("/") ?? [];
  return site && id ? desk.comment(site, id).catch(() => undefined) : undefined;
}

async function decide(c: Context<Ui>): Promise<Response> {
  const form = await c.req.parseBody();
  const site = String(form.site ?? "");
  const id = String(form.id ?? "");
  const wantsJson = c.req.header("accept") === "application/json";
  const request = decisionRequest.safeParse({
    decision: form.decision,
    revision: Number(form.revision),
    by: c.var.session.name,
  });
  if (!request.success) return c.text("This form cannot be read. Reload the page and try again.", 422);
  const result = await c.var.page.desk.decide(site, id, request.data);
  if (result.ok) {
    const { revision, status } = result.comment;
    const words = result.comment.decided ? decided[result.comment.decided.decision] : "Undone";
    if (wantsJson) return c.json({ revision, status, words });
    return c.redirect(withDid(safePath(form.back), `${site}/${id}`), 303);
  }
  const detail = refusal(result);
  if (wantsJson)
    return c.json({ detail, path: commentPath({ site, id }) }, result.reason === "unavailable" ? 503 : 409);
  return c.redirect(`${commentPath({ site, id })}?refused=${encodeURIComponent(detail)}`, 303);
}

function withDid(path: string, did: string): string {
  const url = new URL(path, "http://hamlet.invalid");
  if (url.pathname === "/queue") url.searchParams.set("did", did);
  return url.pathname + url.search;
}

type Refused = Exclude<Awaited<ReturnType<Desk["decide"]>>, { ok: true }>;

function refusal(result: Refused): string {
  switch (result.reason) {
    case "unknown_comment":
      return "This comment is gone.";
    case "nothing_to_undo":
      return "There is nothing to undo.";
    case "unavailable":
      return "The site does not answer just now. Nothing was changed; try again in a moment.";
    case "already_decided": {
      const { decision, by, at } = result.standing;
      if (!decision || !by || !at) return "The comment changed since you saw it. Look again, and decide.";
      return `${decided[decision]} ${ago(Date.parse(at), Date.now())} by ${by}. You can change it.`;
    }
  }
}
