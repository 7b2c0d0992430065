import type { SiteRecord } from "../contract/site-record.ts";
import type { BulkRequest, BulkResult, Selection } from "../site/decisions/bulk.ts";
import type { BulkAnswer, BulkAsk, Moderation } from "./moderation-types.ts";
import { filterOf } from "./search-filter.ts";
import type { Services } from "./services.ts";
import { Sites } from "./sites.ts";

/** Bulks over one site or many: a call decides in one site, the cursor says which and where in it to go on. */
export function bulkDesk(services: Services): Pick<Moderation, "bulk" | "undoBatch"> {
  const sites = new Sites(services);
  return {
    async bulk(ask) {
      const steps = await stepsOf(services, sites, ask);
      const { step, cursor } = readCursor(ask.cursor);
      const now = steps[step];
      if (!now) return { done: [], failed: [] };
      const answer = await decideIn(services, now.record, {
        selection: withCursor(now.selection, cursor),
        decision: ask.decision,
        by: ask.by,
        batch: ask.batch,
      });
      const more = step + 1 < steps.length ? writeCursor(step + 1) : undefined;
      const next = answer.next === undefined ? more : writeCursor(step, answer.next);
      return { ...answer, next };
    },
    async undoBatch(batch, by) {
      const asked = (await sites.all()).map((record) => undoIn(services, record, batch, by));
      const answers = await Promise.all(asked);
      return {
        done: answers.flatMap((answer) => answer.done),
        failed: answers.flatMap(({ failed }) => failed),
        next: answers.some(({ next }) => next !== undefined) ? "more" : undefined,
      };
    },
  };
}

interface Step {
  readonly record: SiteRecord;
  readonly selection: Selection;
}

async function stepsOf(services: Services, sites: Sites, { target }: BulkAsk): Promise<Step[]> {
  const all = await sites.all();
  const of = (site: string) => all.find(({ id }) => id === site);
  if (target.kind === "picks") {
    return all.flatMap((record) => {
      const items = target.picks.filter(({ site }) => site === record.id);
      return items.length === 0 ? [] : [{ record, selection: { kind: "ids" as const, items } }];
    });
  }
  if (target.kind === "matching") {
    const { site, status, search, until } = target;
    const records = site === undefined ? all : [of(site)].filter((record) => record !== undefined);
    return Promise.all(
      records.map(async (record) => {
        const filter = await filterOf(services, record.id, search);
        return { record, selection: { kind: "matching" as const, request: { status, filter }, until } };
      }),
    );
  }
  const record = of(target.site);
  return record ? [{ record, selection: target }] : [];
}

/** A selection that is found anew at each call needs no place to go on from. */
function withCursor(selection: Selection, cursor: string | undefined): Selection {
  if (selection.kind !== "matching") return selection;
  return { ...selection, request: { ...selection.request, cursor } };
}

async function decideIn(services: Services, record: SiteRecord, request: BulkRequest): Promise<BulkAnswer> {
  const { selection } = request;
  try {
    const result: BulkResult = await services.siteObject(record.id).bulk(request, record);
    return {
      done: result.done.map((id) => ({ site: record.id, id })),
      failed: result.failed.map((failed) => ({ ...failed, site: record.id })),
      next: result.next,
    };
  } catch {
    const ids = selection.kind === "ids" ? selection.items.map(({ id }) => id) : [""];
    const failed = ids.map((id) => ({ id, author: "", site: record.id, reason: "unavailable" as const }));
    return { done: [], failed };
  }
}

async function undoIn(
  services: Services,
  record: SiteRecord,
  batch: string,
  by: string,
): Promise<BulkAnswer> {
  try {
    const { done, failed, left } = await services.siteObject(record.id).undoBatch(batch, by, record);
    return {
      done: done.map((id) => ({ site: record.id, id })),
      failed: failed.map((one) => ({ ...one, site: record.id })),
      next: left > 0 ? "more" : undefined,
    };
  } catch {
    return { done: [], failed: [{ id: "", author: "", site: record.id, reason: "unavailable" }] };
  }
}

const writeCursor = (step: number, cursor = "") => `${step}.${cursor}`;

function readCursor(text = "0."): { step: number; cursor: string | undefined } {
  const at = text.indexOf(".");
  const step = Number(text.slice(0, at));
  return { step: Number.isInteger(step) ? step : 0, cursor: text.slice(at + 1) || undefined };
}
