import {
  type BulkRequest,
  type BulkResult,
  batchName,
  type NotDone,
  type Selection,
} from "../contract/decided.ts";
import type { ListRequest } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { LaterOnes } from "../contract/wave-rule.ts";
import type { Decision } from "../core/judging/decision.ts";
import { filterOf, type SearchTerm } from "./search.ts";
import { byOf, chosenSites, now, type Services } from "./services.ts";

/** Which comments a bulk is about; `until`: what came later is left alone, milliseconds since 1970. */
export type BulkTarget =
  | {
      readonly kind: "picks";
      readonly picks: readonly { readonly site: string; readonly id: string; readonly revision: number }[];
    }
  | {
      readonly kind: "group";
      readonly site: string;
      readonly id: string;
      readonly revision: number;
      readonly until: number;
    }
  | { readonly kind: "like"; readonly site: string; readonly id: string; readonly until: number }
  | {
      readonly kind: "matching";
      readonly site: string | undefined;
      readonly status: ListRequest["status"];
      readonly search: readonly SearchTerm[];
      readonly until: number;
    };

/** A bulk's part in one site. */
interface BulkStep {
  readonly record: SiteRecord;
  readonly selection: Selection;
}

/** A bulk, site by site. */
export async function stepsOf(services: Services, target: BulkTarget): Promise<readonly BulkStep[]> {
  if (target.kind === "picks") {
    const all = await chosenSites(services, undefined);
    return all.flatMap((record) => {
      const items = target.picks.filter(({ site }) => site === record.id);
      return items.length === 0 ? [] : [{ record, selection: { kind: "ids" as const, items } }];
    });
  }
  const records = await chosenSites(services, target.site);
  if (target.kind !== "matching") return records.map((record) => ({ record, selection: target }));
  const { status, search, until } = target;
  return Promise.all(
    records.map(async (record) => {
      const filter = await filterOf(services, record, search);
      return { record, selection: { kind: "matching" as const, request: { status, filter }, until } };
    }),
  );
}

interface BulkAsk {
  readonly target: BulkTarget;
  readonly decision: Decision;
  readonly by: string;
  readonly batch: string;
  /** Of a wave: later ones are to be decided so, too. */
  readonly later?: boolean | undefined;
  /** From the answer before. */
  readonly cursor?: string | undefined;
}

/** A comment that was not decided on, and why not. */
type BulkFailure = Omit<NotDone, "reason"> & {
  readonly site: string;
  readonly reason: NotDone["reason"] | "unavailable";
};

/** What a bulk changed and what not. A site that does not answer is among the failed, never fatal. */
export interface BulkAnswer {
  readonly done: readonly { readonly site: string; readonly id: string }[];
  readonly failed: readonly BulkFailure[];
  /** Where to go on; undefined: all is done. */
  readonly next?: string | undefined;
  /** Whether later ones of the wave are decided, too; undefined: nobody wished it. */
  readonly later?: LaterOnes | undefined;
}

/** A name for a bulk, by which it can be taken back as a whole. */
export const newBatch = (): string => batchName(now(), crypto.randomUUID().slice(0, 8));

/**
 * Decides on some of the comments that are meant; call it again with `next`. A call decides in one site; the
 * cursor says which, and where in it to go on.
 */
export async function decideBulk(services: Services, ask: BulkAsk): Promise<BulkAnswer> {
  const steps = await stepsOf(services, ask.target);
  const { step, cursor } = readCursor(ask.cursor);
  const part = steps[step];
  if (!part) return { done: [], failed: [] };
  const answer = await decideIn(services, part.record, {
    selection: withCursor(part.selection, cursor),
    decision: ask.decision,
    by: byOf(services, ask.by),
    batch: ask.batch,
    ...(ask.later && { later: true }),
  });
  const more = step + 1 < steps.length ? writeCursor(step + 1) : undefined;
  const next = answer.next === undefined ? more : writeCursor(step, answer.next);
  return { ...answer, next };
}

/** Takes back a whole bulk, in every site; call it again while there is a `next`. */
export async function undoBulk(services: Services, batch: string, by: string): Promise<BulkAnswer> {
  const records = await chosenSites(services, undefined);
  const answers = await Promise.all(records.map((record) => undoIn(services, record, batch, by)));
  return {
    done: answers.flatMap((answer) => answer.done),
    failed: answers.flatMap(({ failed }) => failed),
    next: answers.some(({ next }) => next !== undefined) ? "more" : undefined,
  };
}

/** A selection that is found anew at each call needs no place to go on from. */
function withCursor(selection: Selection, cursor: string | undefined): Selection {
  if (selection.kind === "group") return cursor === undefined ? selection : { ...selection, isRest: true };
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
      ...(result.later && { later: result.later }),
    };
  } catch {
    const ids = selection.kind === "ids" ? selection.items.map(({ id }) => id) : [""];
    return { done: [], failed: ids.map((id) => unavailable(record, id)) };
  }
}

async function undoIn(
  services: Services,
  record: SiteRecord,
  batch: string,
  by: string,
): Promise<BulkAnswer> {
  try {
    const { done, failed, left } = await services
      .siteObject(record.id)
      .undoBatch(batch, byOf(services, by), record);
    return {
      done: done.map((id) => ({ site: record.id, id })),
      failed: failed.map((one) => ({ ...one, site: record.id })),
      next: left > 0 ? "more" : undefined,
    };
  } catch {
    return { done: [], failed: [unavailable(record, "")] };
  }
}

const unavailable = ({ id: site }: SiteRecord, id: string): BulkFailure => ({
  id,
  author: "",
  site,
  reason: "unavailable",
});

const writeCursor = (step: number, cursor = "") => `${step}.${cursor}`;

function readCursor(text = "0."): { step: number; cursor: string | undefined } {
  const at = text.indexOf(".");
  const step = Number(text.slice(0, at));
  return { step: Number.isInteger(step) ? step : 0, cursor: text.slice(at + 1) || undefined };
}
