import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { blockedIn, unblock } from "../../service/block.ts";
import { type BulkTarget, undoBulk } from "../../service/bulk.ts";
import { wantsJson } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import { safePath } from "../parts/paths.ts";
import { render } from "../parts/render.tsx";
import { queuePath, readState, searchOf, tabs } from "../queue/queue-state.ts";
import { authorsToo } from "./blocked-too.ts";
import { bulkJson } from "./bulk-json.ts";
import { BulkPage } from "./bulk-page.tsx";
import { type BulkForm, confirmFirst, decideMany, formOf, inCalls } from "./decide-many.tsx";

/** Comments that can be picked by hand: those of a page. */
const MOST_PICKS = 200;

export function bulkRoutes(app: Hono<App>): void {
  app.post("/queue/bulk", bulk);
  app.post("/queue/undo", undo);
}

async function bulk(c: AppContext): Promise<Response> {
  const raw = await c.req.parseBody({ all: true });
  const back = queuePath(readState(raw));
  const form = formOf(raw, "/queue/bulk", back);
  const target = targetOf(raw);
  const blocks = raw.block !== undefined;
  const decision = blocks ? "spam" : form.decision;
  // Of all that match nobody has seen who wrote them.
  if (!decision || !target || (blocks && target.kind !== "picks"))
    return c.text(messagesOf(c).queue.unreadable, 422);
  const count =
    target.kind === "picks" ? target.picks.length : target.kind === "like" ? 1 : Number(raw.all) || 0;
  if (count === 0) return c.redirect(back, 303);
  const asked = confirmFirst(c, form, decision, count);
  if (asked) return asked;
  const too = target.kind === "picks" && blocks ? await authorsToo(c, target.picks) : undefined;
  return decideMany(c, target, decision, { ...form, too });
}

function targetOf(raw: BulkForm): BulkTarget | undefined {
  const until = Number(raw.until);
  if (raw.like !== undefined) {
    const [site = "", id = ""] = String(raw.like).split(" ");
    return Number.isFinite(until) ? { kind: "like", site, id, until } : undefined;
  }
  if (raw.all !== undefined) {
    const state = readState(raw);
    const { terms, site } = searchOf(state);
    const { status } = tabs[state.tab];
    return Number.isFinite(until) ? { kind: "matching", site, status, search: terms, until } : undefined;
  }
  const picks = [raw.pick ?? []].flat().slice(0, MOST_PICKS).map(pickOf);
  return { kind: "picks", picks: picks.filter((pick) => pick !== undefined) };
}

function pickOf(pick: unknown) {
  const [, site, revision, id] = /^([a-z0-9-]{1,40}) (\d{1,9}) (\S{1,140})$/.exec(String(pick)) ?? [];
  return site && id ? { site, id, revision: Number(revision) } : undefined;
}

/** Takes a bulk back as a whole. */
async function undo(c: AppContext): Promise<Response> {
  const { services, session } = c.var;
  const { batch, back, blocked } = await c.req.parseBody();
  const name = String(batch ?? "");
  for (const { site, entries } of await blockedIn(services, name, blocked))
    await unblock(services, site, entries);
  const answer = await inCalls(() => undoBulk(services, name, session.name));
  if (wantsJson(c)) return bulkJson(c, answer, "undo", name);
  const again = { action: "/queue/undo", fields: [["batch", name]] as const, back: safePath(back) };
  return render(c, <BulkPage answer={answer} decision="undo" batch={name} {...again} />);
}
