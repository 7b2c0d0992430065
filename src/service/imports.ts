import { byKey } from "../contract/actor.ts";
import type {
  Imported,
  ImportRefused,
  Imports,
  Knowledge,
  SuspectDecision,
  SuspectName,
} from "../contract/import.ts";
import { DAY } from "../platform/clock.ts";
import { publish } from "./publish.ts";
import { askSite, byOf, noteChange, now, type Services, siteRecord } from "./services.ts";

/** How long the site's own key may bring in the blog's past, once the owner has opened it. */
const OPEN_FOR = DAY;

/** Comments of a blog's past, a line of JSON each. */
interface Past {
  readonly lines: string;
  /** What was published is also kept, for the readers of the blog's pages. */
  readonly keeps: boolean;
}

/** Has a site learn comments of its blog's past. Undefined: there is no such site. */
export const bringIn = (
  services: Services,
  site: string,
  { lines, keeps }: Past,
): Promise<Imported | ImportRefused | undefined> =>
  askSite(services, site, (object, record) => object.bringIn(lines, services.actor, keeps, record));

/** The same by the site's own key, with its number. "closed": the owner has not opened it, or it is closed again. */
export const bringInByKey = (
  services: Services,
  site: string,
  { lines, keeps }: Past,
  key: number,
): Promise<Imported | ImportRefused | "closed" | undefined> =>
  askSite(services, site, async (object, record) => {
    const until = record.historyUntil ?? 0;
    if (until <= now()) return "closed";
    await object.noteImport(key, until - OPEN_FOR, record);
    return object.bringIn(lines, byKey(key), keeps, record);
  });

/** Lets the site's own key bring in the blog's past for a day. Until when; undefined: there is no such site. */
export async function openHistory(services: Services, site: string): Promise<number | undefined> {
  const until = now() + OPEN_FOR;
  return (await setHistoryUntil(services, site, until)) ? until : undefined;
}

/** Until when the site's own key may; undefined: it may not now, or there is no such site. */
export async function historyOpenUntil(services: Services, site: string): Promise<number | undefined> {
  const until = (await siteRecord(services, site))?.historyUntil ?? 0;
  return until > now() ? until : undefined;
}

/** Ends that. False: there is no such site. */
export const closeHistory = (services: Services, site: string): Promise<boolean> =>
  setHistoryUntil(services, site, 0);

async function setHistoryUntil(services: Services, site: string, until: number): Promise<boolean> {
  const record = await services.directoryObject.openHistory(site, until);
  if (record) {
    await publish(services, record);
    await noteChange(services, { what: until > now() ? "past opened" : "past closed", site });
  }
  return record !== undefined;
}

/** What was brought in, and what of it a person should look at. Undefined: there is no such site. */
export const importsOf = (services: Services, site: string): Promise<Imports | undefined> =>
  askSite(services, site, (object, record) => object.imports(record));

/** Some of what a site knows, from a cursor on. Undefined: there is no such site. */
export const knowledgeOf = (
  services: Services,
  site: string,
  cursor: string | undefined,
): Promise<Knowledge | undefined> =>
  askSite(services, site, (object, record) => object.knowledge(cursor, record));

/** Takes one history out again, whole. False: there is none of that name; undefined: there is no such site. */
export const takeOut = (services: Services, site: string, source: string): Promise<boolean | undefined> =>
  askSite(services, site, (object, record) => object.takeOut(source, record));

/** A person's word on a comment of the past. False: it was decided already; undefined: there is no such site. */
export const decideSuspect = (
  services: Services,
  site: string,
  decision: SuspectDecision,
  by: string,
): Promise<boolean | undefined> =>
  askSite(services, site, (object, record) => object.decideSuspect(decision, byOf(services, by), record));

/** Takes that word back. False: there is none, or it is too late; undefined: there is no such site. */
export const undoSuspect = (
  services: Services,
  site: string,
  name: SuspectName,
  by: string,
): Promise<boolean | undefined> =>
  askSite(services, site, (object, record) => object.undoSuspect(name, byOf(services, by), record));
