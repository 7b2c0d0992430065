import { type Actor, type By, type Change, COMMANDS, HAMLET } from "../contract/actor.ts";
import { MOST_ASKED, type Overview, type Waits } from "../contract/overview.ts";
import { type Reach, reaches } from "../contract/roles.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { Directory } from "../directory/directory.ts";
import type { DirectoryObject } from "../directory/directory-object.ts";
import type { OverviewQuestion } from "../directory/stored-site.ts";
import type { Secrets } from "../env.ts";
import { directoryObject, type Remote, remote } from "../platform/stub.ts";
import type { SiteObject } from "../site/site-object.ts";
import { countedKv, Tally } from "./tally.ts";

/** What every function of this folder can reach, and takes first. */
export interface Services {
  readonly env: Env;
  readonly secrets: Secrets;
  /** Where this Hamlet is, as the caller addressed it; empty in a cron run. */
  readonly origin: string;
  /** Sites and keys, as KV's copy has them or, on a miss, the directory object. */
  readonly directory: Directory;
  readonly directoryObject: Remote<DirectoryObject>;
  readonly siteObject: (id: string) => Remote<SiteObject>;
  /** Whose doing it is, for the record. */
  readonly actor: Actor;
  /** The sites that it may be about; any other is as if it were not there. */
  readonly reach: Reach;
  /** What a page looks at that is about all of these; undefined: it asks every one. */
  readonly overview?: Overview;
  /** Work that the answer does not wait for. */
  readonly later: (work: Promise<unknown>) => void;
  /** Tells the directory what was counted of KV; at the end. Undefined: there is nothing to be told now. */
  readonly tellCost: () => Promise<void> | undefined;
}

/** The services of one request, or of one cron run. */
export function services(
  env: Env,
  secrets: Secrets,
  context: Pick<ExecutionContext, "waitUntil">,
  origin = "",
): Services {
  // Most refusals need no object: to address one takes longer than the rest of this.
  let object: Remote<DirectoryObject> | undefined;
  const directory = () => (object ??= directoryObject(env.DIRECTORY));
  const tally = new Tally(directory);
  const QUEUE = countedKv(env.QUEUE, (kind) => tally.count(kind));
  const tellCost = () => tally.tell(now());
  const later = (work: Promise<unknown>) => context.waitUntil(work.finally(tellCost));
  return {
    env: { ...env, QUEUE },
    tellCost,
    secrets,
    origin,
    actor: HAMLET,
    reach: "all",
    later,
    directory: new Directory(QUEUE, directory, later),
    get directoryObject() {
      return directory();
    },
    siteObject: (id) => remote(env.SITE, id),
  };
}

/** The same for somebody who proved who she is. */
export const actingAs = (services: Services, actor: Actor, reach: Reach): Services => ({
  ...services,
  actor,
  reach,
});

/** Whose doing it is on a comment: whoever is signed in, else whom the caller names; a command tells for whom it is used. */
export const byOf = ({ actor }: Services, named: string): By => {
  if (actor === COMMANDS) return { ...actor, name: named };
  return actor.member === undefined ? named : actor;
};

/** Writes down what was done to sites and keys, and by whom. */
export const noteChange = (
  { directoryObject, actor }: Services,
  change: Omit<Change, "at" | "actor">,
): Promise<void> => directoryObject.noteChange({ ...change, actor, at: now() });

export const now = (): number => Date.now();

/** What is asked of a site's object. */
type Question<T> = (object: Remote<SiteObject>, record: SiteRecord) => Promise<T>;

/** The record of a site as it is now; undefined: there is no such site, or whoever asks does not reach it. */
export const siteRecord = async (
  { directory, reach }: Services,
  site: string,
): Promise<SiteRecord | undefined> => (reaches(reach, site) ? directory.fresh(site) : undefined);

/** The sites that a question is about: the one named, or all that whoever asks reaches. */
export async function chosenSites(
  services: Services,
  site: string | undefined,
): Promise<readonly SiteRecord[]> {
  if (site === undefined) {
    if (services.overview) return services.overview.asked;
    const all = await services.directoryObject.sites();
    return all.filter(({ id }) => reaches(services.reach, id));
  }
  const record = await siteRecord(services, site);
  return record ? [record] : [];
}

/** Services that look at some sites of all. */
type Overlooking = Services & { readonly overview: Overview };
type OverviewAsk = Pick<OverviewQuestion, "order"> & Partial<OverviewQuestion>;

/** The services of somebody who looks at no more sites than the directory names. */
export async function overlooking(services: Services, ask: OverviewAsk): Promise<Overlooking> {
  const { directoryObject, reach } = services;
  const overview = await directoryObject.overview({
    reach: reach === "all" ? reach : [...reach],
    named: [],
    queued: [],
    most: MOST_ASKED,
    ...ask,
  });
  return { ...services, overview };
}

/** What each site is called that whoever asks reaches. */
export const siteNames = async (services: Services): Promise<Overview["sites"]> =>
  (await overlooking(services, { order: "recorded", most: 0 })).overview.sites;

/**
 * The services of a page about all sites: of many, it asks those in which something has waited longest, as far as they told and
 * KV knows. `named`: a site that is asked in any case.
 */
export async function lookingAtAll(
  services: Services,
  named: string | undefined,
  queued: () => Promise<readonly Waits[]>,
): Promise<Overlooking> {
  const ask = { order: "waiting", named: named === undefined ? [] : [named] } as const;
  const looking = await overlooking(services, ask);
  const { sites, asked } = looking.overview;
  if (sites.length <= MOST_ASKED || named !== undefined) return looking;
  const known = new Set(asked.map(({ id }) => id));
  const waits = await queued().catch(() => []);
  return waits.every(({ site }) => known.has(site))
    ? looking
    : overlooking(services, { ...ask, queued: waits });
}

/** Asks a site's object; undefined: there is no such site. */
export async function askSite<T>(
  services: Services,
  site: string,
  question: Question<T>,
): Promise<T | undefined> {
  const record = await siteRecord(services, site);
  return record && question(services.siteObject(site), record);
}

/** Asks one site or all; a site that does not answer counts as `otherwise`. */
export async function askSites<T>(
  services: Services,
  site: string | undefined,
  question: Question<T>,
  otherwise: T,
): Promise<readonly T[]> {
  const records = await chosenSites(services, site);
  return Promise.all(
    records.map((record) => question(services.siteObject(record.id), record).catch(() => otherwise)),
  );
}

/** What the sites answered that did, and the ids of those that did not. */
interface Gathered<T> {
  readonly answers: { readonly site: string; readonly answer: T }[];
  readonly unreachable: readonly string[];
}

/** Asks several sites at once and names those that do not answer. */
export async function gather<T>(
  services: Services,
  records: readonly SiteRecord[],
  question: Question<T>,
): Promise<Gathered<T>> {
  const settled = await Promise.allSettled(
    records.map(async (record) => ({
      site: record.id,
      answer: await question(services.siteObject(record.id), record),
    })),
  );
  return {
    answers: settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    unreachable: records.filter((_, i) => settled[i]?.status === "rejected").map(({ id }) => id),
  };
}
