import type { Context, Hono } from "hono";
import type { BulkTarget } from "../../service/moderation-types.ts";
import { messagesOf } from "../messages/language.ts";
import { bulkJson, wantsJson } from "../parts/answers.ts";
import { render } from "../parts/render.tsx";
import type { Ui } from "../parts/session.ts";
import { queuePath, readState, safePath, searchOf, tabs } from "../queue/state.ts";
import { BulkPage } from "./bulk-page.tsx";
import { type BulkForm, confirmFirst, decideMany, formOf } from "./decide-many.tsx";

/** Comments that can be picked by hand: those of a page. */
const MOST_PICKS = 200;
/** Calls that one request makes, so that taking back a large bulk needs one click. */
const MOST_CALLS = 10;

export function bulkRoutes(app: Hono<Ui>): void {
  app.post("/queue/bulk", bulk);
  app.post("/queue/undo", undo);
}

async function bulk(c: Context<Ui>): Promise<Response> {
  const raw = await c.req.parseBody({ all: true });
  const back = queuePath(readState(raw));
  const form = formOf(raw, "/queue/bulk", back);
  const target = targetOf(raw);
  if (!form.decision || !target) return c.text(messagesOf(c).queue.unreadable, 422);
  const count =
    target.kind === "picks" ? target.picks.length : target.kind === "like" ? 1 : Number(raw.all) || 0;
  if (count === 0) return c.redirect(back, 303);
  return confirmFirst(c, form, form.decision, count) ?? (await decideMany(c, target, form.decision, form));
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
async function undo(c: Context<Ui>): Promise<Response> {
  const { batch, back } = await c.req.parseBody();
  const name = String(batch ?? "");
  let answer = await c.var.page.desk.undoBatch(name, c.var.session.name);
  for (let calls = 1; calls < MOST_CALLS && answer.next !== undefined; calls++) {
    const more = await c.var.page.desk.undoBatch(name, c.var.session.name);
    answer = {
      done: [...answer.done, ...more.done],
      failed: [...answer.failed, ...more.failed],
      next: more.next,
    };
  }
  if (wantsJson(c)) return bulkJson(c, answer, "undo", name);
  const fields = [["batch", name]] as const;
  return render(
    c,
    <BulkPage
      answer={answer}
      decision="undo"
      batch={name}
      action="/queue/undo"
      fields={fields}
      back={safePath(back)}
      session={c.var.session}
    />,
  );
}
