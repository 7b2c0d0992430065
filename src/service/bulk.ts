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
import { entries } from "./list.ts";
import { filterOf, type SearchTerm } from "./search.ts";
import { byOf, chosenSites, lookingAtAll, now, overlooking, type Services, siteRecord } from "./services.ts";

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

/** The sites that a bulk is about, in order; of all, where there are many, those that the page shows. */
async function sitesOf(services: Services, target: BulkTarget): Promise<readonly string[]> {
  if (target.kind === "picks") return [...new Set(target.picks.map(({ site }) => site))].sort();
  if (target.site !== undefined) return [target.site];
  const queued = async () => (await entries(services, undefined)).items;
  const { overview } = await lookingAtAll(services, undefined, queued);
  return overview.asked.map(({ id }) => id);
}

/** A bulk's part in one site. */
async function selectionIn(services: Services, record: SiteRecord, target: BulkTarget): Promise<Selection> {
  if (target.kind === "picks") {
    const items = target.picks.filter(({ site }) => site === record.id);
    return { kind: "ids", items };
  }
  if (target.kind !== "matching") return target;
  const { status, search, until } = target;
  const filter = await filterOf(services, record, search);
  return { kind: "matching", request: { status, filter }, until };
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

/** Has the directory know where a bulk is about to decide: of many sites not every one is asked when it is taken back. */
export const noteBatch = (
  { directoryObject }: Services,
  batch: string,
  sites: readonly string[],
): Promise<void> => directoryObject.noteBatch(batch, sites, now());

/**
 * Decides on some of the comments that are meant; call it again with `next`. A call decides in one site; the
 * cursor says which, where in it to go on, and in which others then.
 */
export async function decideBulk(services: Services, ask: BulkAsk): Promise<BulkAnswer> {
  const { sites, place } = ask.cursor === undefined ? await begun(services, ask) : readCursor(ask.cursor);
  const [id, ...others] = sites;
  const record = id === undefined ? undefined : await siteRecord(services, id);
  const more = others.length > 0 ? writeCursor(others) : undefined;
  if (!record) return { done: [], failed: [], next: more };
  const answer = await decideIn(services, record, {
    selection: withCursor(await selectionIn(services, record, ask.target), place),
    decision: ask.decision,
    by: byOf(services, ask.by),
    batch: ask.batch,
    ...(ask.later && { later: true }),
  });
  return { ...answer, next: answer.next === undefined ? more : writeCursor(sites, answer.next) };
}

/** Where a bulk begins, once it can be taken back. */
async function begun(services: Services, { target, batch }: BulkAsk) {
  const sites = await sitesOf(services, target);
  await noteBatch(services, batch, sites);
  return { sites, place: undefined };
}

/** Takes back a whole bulk, in every site where it decided; call it again while there is a `next`. */
export async function undoBulk(services: Services, batch: string, by: string): Promise<BulkAnswer> {
  const known = await services.directoryObject.sitesOfBatch(batch);
  const looking = known
    ? await overlooking(services, { order: "recorded", named: known, most: 0 })
    : services;
  const records = await chosenSites(looking, undefined);
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

const writeCursor = (sites: readonly string[], place = "") => `${sites.join(",")}.${place}`;

function readCursor(text: string): { sites: readonly string[]; place: string | undefined } {
  const at = text.indexOf(".");
  return { sites: text.slice(0, at).split(","), place: text.slice(at + 1) || undefined };
}
