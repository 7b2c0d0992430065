import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { type DecisionRequest, decisionRequest } from "../../contract/decision.ts";
import { decide } from "../../service/decide.ts";
import {
  comment,
  countAlike,
  countMatching,
  counts,
  entries,
  glance,
  list,
  type QueueList,
  waiting,
} from "../../service/list.ts";
import { look, sinceYesterday, unlook } from "../../service/looked.ts";
import { lookingAtAll, type Services } from "../../service/services.ts";
import { linksToo } from "../bulk/blocked-too.ts";
import { confirmFirst, decideMany, formOf } from "../bulk/decide-many.tsx";
import { wantsJson } from "../guards.ts";
import { languageOf, messagesOf } from "../messages/language.ts";
import { Missing } from "../parts/missing.tsx";
import { commentPath, safePath } from "../parts/paths.ts";
import { type Refused, refusalText } from "../parts/refusal.ts";
import { render } from "../parts/render.tsx";
import { QueuePage } from "./queue-page.tsx";
import {
  isUnseen,
  keyOf,
  namedIn,
  type QueueState,
  queuePath,
  readState,
  searchOf,
  tabs,
} from "./queue-state.ts";

/** Comments named in an empty queue. */
const LEAST_CERTAIN = 3;
/** How long after a decision the page still tells of it, and takes it back by one key, milliseconds. */
const REMEMBERED = 30 * 60_000;

export function queueRoutes(app: Hono<App>): void {
  app.get("/queue", show);
  app.get("/queue/counts", async (c) => {
    const { site } = readState(c.req.query());
    const { services } = await lookingAt(c, site);
    return c.json(await counts(services, site));
  });
  app.post("/queue/decide", decideOne);
  app.post("/queue/look", lookThrough);
}

/** What the page asks: one site, or of many those in which something has waited longest. KV's list is read once, if at all. */
async function lookingAt(c: AppContext, site: string | undefined) {
  const { services } = c.var;
  let listed: ReturnType<typeof entries> | undefined;
  const queued = () => {
    listed ??= entries(services, site);
    return listed;
  };
  const looking = await lookingAtAll(services, site, async () => (await queued()).items);
  return { services: looking, queued };
}

async function show(c: AppContext): Promise<Response> {
  const { session } = c.var;
  const now = Date.now();
  const state = readState(c.req.query());
  const { terms, site, unknown } = searchOf(state);
  const { services, queued } = await lookingAt(c, site);
  const { status } = tabs[state.tab];
  const unseen = isUnseen(state);
  const ask = { sort: state.sort, cursor: state.after, limit: state.per, search: terms, unseen };
  const isSearched = state.q !== undefined;
  const since = now - REMEMBERED;
  const [page, told, found] = await Promise.all([
    status === "pending" ? waiting(services, site, ask, queued) : list(services, site, { ...ask, status }),
    glance(services, site, { by: session.name, since, looked: state.tab === "spam" }),
    isSearched ? countMatching(services, site, { status, search: terms }) : undefined,
  ]);
  const isEmpty = page.items.length + page.unreachable.length === 0 && told.counts.pending === 0;
  const isIdle = isEmpty && status === "pending" && !isSearched;
  const idle = isIdle ? await idleOf(services, site) : undefined;
  const open = await opened(services, state, idle ? { ...page, items: idle.leastCertain } : page);
  return render(
    c,
    <QueuePage
      state={state}
      page={page}
      {...told}
      found={found}
      unknown={unknown}
      sites={services.overview.asked}
      names={services.overview.sites}
      now={now}
      idle={idle}
      open={open}
    />,
  );
}

/** So far somebody has looked through what the filter stopped. */
async function lookThrough(c: AppContext): Promise<Response> {
  const raw = await c.req.parseBody();
  const [, of = "", id = ""] = /^([a-z0-9-]{1,40}) (\d{1,16})$/.exec(String(raw.undo ?? "")) ?? [];
  if (of !== "") {
    await unlook(c.var.services, of, id);
    return c.redirect(safePath(raw.back), 303);
  }
  const to = namedIn(String(raw.to ?? ""));
  const until = Number(raw.until);
  if (!to || !Number.isFinite(until)) return c.text(messagesOf(c).queue.unreadable, 422);
  const { site } = readState(raw);
  if (!(await look(c.var.services, site, { to, until, by: c.var.session.name })))
    return render(c, <Missing what="comment" />, 404);
  return c.redirect(queuePath({ tab: "spam", site }), 303);
}

/** The comment that is open: the one that the address names, if it is on the page, else the first. */
export async function opened(services: Services, { open }: Pick<QueueState, "open">, { items }: QueueList) {
  const named = namedIn(open);
  const wanted = items.find((item) => named && keyOf(item) === keyOf(named)) ?? items[0];
  if (!wanted || wanted.preview) return undefined;
  // Its site may fall silent between the two questions: the list stands without it.
  return comment(services, wanted.site, wanted.id).catch(() => undefined);
}

/** What an empty queue can truly say. */
async function idleOf(services: Services, site: string | undefined) {
  const [since, spam] = await Promise.all([
    sinceYesterday(services, site),
    list(services, site, { status: "spam", sort: "doubtful", limit: LEAST_CERTAIN, search: [] }),
  ]);
  return { ...since, leastCertain: spam.items };
}

/** A decision on one comment, and with it on what stands behind it. */
export async function decideOne(c: AppContext): Promise<Response> {
  const raw = await c.req.parseBody();
  const comment = { site: String(raw.site ?? ""), id: String(raw.id ?? "") };
  const request = decisionRequest.safeParse({
    decision: raw.decision,
    revision: Number(raw.revision),
    by: c.var.session.name,
  });
  if (!request.success) return c.text(messagesOf(c).queue.unreadable, 422);
  const { decision, revision = 0 } = request.data;
  const back = safePath(raw.back);
  if (decision !== "undo" && decision !== "hold" && raw.group !== undefined) {
    const form = formOf(raw, "/queue/decide", back);
    const target = { kind: "group", ...comment, revision, until: Number(raw.until) || Date.now() } as const;
    const count = 1 + (Number(raw.group) || 0);
    const later = raw.later !== undefined && decision !== "approve";
    const asked = confirmFirst(c, form, decision, count);
    if (asked) return asked;
    const wished = raw.block !== undefined && decision !== "approve";
    const too = wished ? await linksToo(c, comment.site, comment.id) : undefined;
    return decideMany(c, target, decision, { ...form, later, too });
  }
  const result = await decide(c.var.services, comment.site, comment.id, request.data);
  if (!result.ok) return refuse(c, comment, result, decision);
  if (!wantsJson(c)) return c.redirect(back, 303);
  const { revision: present, status } = result.comment;
  const words = messagesOf(c).words.decided[decision];
  // How many more a spam click could take along.
  const alike = decision === "spam" ? await countAlike(c.var.services, comment.site, comment.id) : 0;
  return c.json({ revision: present, status, words, alike, until: Date.now() });
}

function refuse(
  c: AppContext,
  comment: { site: string; id: string },
  refused: Refused,
  decision: DecisionRequest["decision"],
): Response {
  const detail = refusalText(languageOf(c), refused, Date.now());
  const path = commentPath(comment);
  const { queue, words } = messagesOf(c);
  const lost =
    refused.standing && decision !== "undo" ? ` ${queue.notApplied(words.decisions[decision])}` : "";
  if (!wantsJson(c)) return c.redirect(`${path}?refused=${encodeURIComponent(detail + lost)}`, 303);
  const { revision, status } = refused.standing ?? {};
  return c.json({ detail, path, revision, status }, refused.reason === "unavailable" ? 503 : 409);
}
