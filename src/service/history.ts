import {
  type HistoryEntry,
  type HistoryPlace,
  type HistoryRequest,
  newestFirst,
} from "../contract/history.ts";
import { chosenSites, gather, overlooking, type Services } from "./services.ts";

/** Which part of the record a page shows, over one site or all. */
export interface HistoryAsk extends Omit<HistoryRequest, "before"> {
  readonly site: string | undefined;
  /** Also what was done to the people, and to sites that are no more. */
  readonly people?: boolean;
  /** Opaque, from the page before. */
  readonly cursor?: string | undefined;
}

export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  readonly next?: string | undefined;
  /** Sites that did not answer. */
  readonly unreachable: readonly string[];
  /** Those that were asked; undefined: all that there are. */
  readonly asked?: number;
}

/** Where each site's record goes on; absent: it is at its end. */
type Places = ReadonlyMap<string, HistoryPlace>;

/**
 * The record: one call to each site, merged; of many sites to those with its newest lines. The cursor says for each where it goes on,
 * so that pages fit together.
 */
export async function history(
  services: Services,
  { cursor, site, people = false, ...request }: HistoryAsk,
): Promise<HistoryPage> {
  const places = readPlaces(cursor);
  const looking =
    site === undefined
      ? await overlooking(services, { order: "recorded", named: [...places.keys()] })
      : services;
  const records = await chosenSites(looking, site);
  const open = records.filter(({ id }) => cursor === undefined || places.has(id));
  const { answers, unreachable } = await gather(services, open, (object, record) =>
    object.history({ ...request, before: places.get(record.id) }, record),
  );
  const isOpen = cursor === undefined || places.has(DIRECTORY);
  const all = looking.overview?.sites ?? records;
  const sites = people && site === undefined ? null : all.map(({ id }) => id);
  const changed = isOpen ? await changesOf(services, request, sites, places.get(DIRECTORY)) : [];
  answers.push({ site: DIRECTORY, answer: changed });
  const lines = answers.flatMap(({ answer }) => answer);
  const entries = lines.sort(newestFirst).slice(0, request.limit);
  const next = new Map<string, HistoryPlace>();
  for (const { site, answer } of answers) {
    const shown = entries.filter((entry) => (isChange(entry) ? DIRECTORY : entry.site) === site);
    // A site that gave fewer than were asked for, all of them shown, is at its end.
    if (shown.length === answer.length && answer.length < request.limit) continue;
    next.set(site, placeAfter(shown) ?? places.get(site) ?? START);
  }
  return {
    entries,
    ...(next.size > 0 && { next: writePlaces(next) }),
    unreachable,
    ...(records.length < all.length && { asked: records.length }),
  };
}

/** Stands for the directory among the places of the sites. */
const DIRECTORY = "";

/** Names of the directory's lines: they sort as the lines do. */
const changeName = (sequence: number): string => `d${String(sequence).padStart(16, "0")}`;

const isChange = ({ comment, name }: HistoryEntry): boolean => comment === "" && name.startsWith("d");

/** What was done to sites, keys and people: of these sites, or (null) of all and of the people. */
async function changesOf(
  { directoryObject }: Services,
  { by, member, decision, limit }: Omit<HistoryRequest, "before">,
  sites: readonly string[] | null,
  place: HistoryPlace = START,
): Promise<HistoryEntry[]> {
  if (decision !== undefined) return [];
  const sequence = place.name === "" ? Number.MAX_SAFE_INTEGER : Number(place.name.slice(1));
  const lines = await directoryObject.changes({
    sites,
    by,
    member,
    before: { at: place.at, sequence },
    limit,
  });
  return lines.map(({ sequence, at, actor, what, site = "", about }) => ({
    at,
    name: changeName(sequence),
    site,
    comment: "",
    by: actor.name,
    member: actor.member,
    what,
    about,
    machine: true,
    before: null,
    after: "pending",
  }));
}

const START: HistoryPlace = { at: Number.MAX_SAFE_INTEGER, name: "" };

function placeAfter(shown: readonly HistoryEntry[]): HistoryPlace | undefined {
  const last = shown.at(-1);
  return last && { at: last.at, name: last.name };
}

const writePlaces = (places: Places): string =>
  btoa(JSON.stringify([...places].map(([site, { at, name }]) => [site, at, name])))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** What is no cursor is the start. */
function readPlaces(cursor: string | undefined): Places {
  try {
    const read = JSON.parse(atob((cursor ?? "").replaceAll("-", "+").replaceAll("_", "/"))) as unknown[][];
    return new Map(read.map(([site, at, name]) => [String(site), { at: Number(at), name: String(name) }]));
  } catch {
    return new Map();
  }
}
