import { type Sort, sorts } from "../../contract/search.ts";
import type { Counts } from "../../contract/views.ts";
import type { Status } from "../../core/judging/decision.ts";
import type { SearchTerm } from "../../service/search.ts";

export const tabs = {
  waiting: { status: "pending", sort: "oldest" },
  spam: { status: "spam", sort: "doubtful" },
  published: { status: "published", sort: "newest" },
  discarded: { status: "discarded", sort: "newest" },
  all: { status: "all", sort: "newest" },
} as const satisfies Record<string, { status: Status | "all"; sort: Sort }>;

export type Tab = keyof typeof tabs;

/** How many comments are in a tab. */
export function countOf(tab: Tab, counts: Counts): number {
  const { status } = tabs[tab];
  return status === "all" ? Object.values(counts).reduce((sum, n) => sum + n, 0) : counts[status];
}

/** The whole state of the queue page, as it stands in its address. */
export interface QueueState {
  readonly tab: Tab;
  readonly site: string | undefined;
  readonly sort: Sort;
  readonly after: string | undefined;
  /** What is searched for, as typed. */
  readonly q: string | undefined;
  /** One comment at a time, whatever the screen. */
  readonly view: "focus" | undefined;
  /** The comment that is open: its site, a slash and its id. */
  readonly open: string | undefined;
  /** Of what is stopped also what people decided on or looked through. */
  readonly seen: "all" | undefined;
  /** Comments on a page. */
  readonly per: number;
}

/** Comments on a page, as they can be chosen; the first is the default: its page stays under 70 KB. */
export const pageSizes = [50, 200] as const;

type Query = Readonly<Record<string, unknown>>;

const word = (value: unknown) =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

/** Reads the address, or a form that carries it; what is not understood is the default. */
export function readState(query: Query): QueueState {
  const tab =
    typeof query.tab === "string" && Object.hasOwn(tabs, query.tab) ? (query.tab as Tab) : "waiting";
  const sort = sorts.find((known) => known === query.sort) ?? tabs[tab].sort;
  const site = word(query.site);
  return {
    tab,
    site: site && /^[a-z0-9-]{1,40}$/.test(site) ? site : undefined,
    sort,
    after: word(query.after),
    q: word(query.q)?.slice(0, 500),
    view: query.view === "focus" ? "focus" : undefined,
    seen: query.seen === "all" ? "all" : undefined,
    open: word(query.open)?.slice(0, 200),
    per: pageSizes.find((size) => String(size) === query.per) ?? pageSizes[0],
  };
}

/** What is searched for, and in which sites. */
export function searchOf({ q, site }: Pick<QueueState, "q" | "site">): Search {
  const search = parseSearch(q ?? "");
  return { ...search, site: search.site ?? site };
}

/** What is searched for, as it was typed. */
interface Search {
  readonly terms: readonly SearchTerm[];
  /** The site named by site:. */
  readonly site?: string | undefined;
  /** What was typed and means nothing. */
  readonly unknown: readonly string[];
}

const MOST_CHARACTERS = 500;
/** SQL takes 100 values; a term takes four at most. */
const MOST_TERMS = 12;

/** A word, a "quoted phrase", or name:value with either; spam<70% or score<0.7 too. */
const TOKEN = /(?:([a-z]+)([:<>]))?(?:"([^"]*)"?|(\S+))/giu;

/**
 * Reads what was typed. Whatever is no condition is a word to find; a condition that nobody knows, or with a value that makes
 * no sense, is named.
 */
function parseSearch(text: string): Search {
  const found: Found[] = [...text.slice(0, MOST_CHARACTERS).normalize("NFC").matchAll(TOKEN)].map(
    ([token, name, sign, quoted, bare]) => readTerm(token, name?.toLowerCase(), sign, quoted ?? bare ?? ""),
  );
  return {
    terms: found.flatMap(({ term }) => term ?? []).slice(0, MOST_TERMS),
    site: found.findLast(({ site }) => site !== undefined)?.site,
    unknown: found.flatMap(({ unknown }) => unknown ?? []),
  };
}

interface Found {
  readonly term?: SearchTerm;
  readonly site?: string;
  readonly unknown?: string;
}

function readTerm(token: string, name: string | undefined, sign: string | undefined, value: string): Found {
  if (name === undefined) return value === "" ? {} : { term: { field: "text", value } };
  if ((name === "score" || name === "spam") && sign !== undefined) return scored(token, sign === "<", value);
  if (sign !== ":") return { term: { field: "text", value: token } };
  switch (name) {
    case "author":
    case "domain":
    case "post":
    case "reason":
      return value === "" ? { unknown: token } : { term: { field: name, value } };
    case "email":
    case "ip":
      return value === "" ? { unknown: token } : { term: { field: name, value } };
    case "site":
      return /^[a-z0-9-]{1,40}$/.test(value) ? { site: value } : { unknown: token };
    case "before":
    case "after":
      return arrival(token, name === "before", value);
    default:
      // What has a scheme is an address.
      return value.startsWith("//") ? { term: { field: "text", value: token } } : { unknown: token };
  }
}

/** A probability, also in percent, as log-odds. */
function scored(token: string, below: boolean, value: string): Found {
  const [, percent] = /^(\d{1,2}(?:\.\d{1,7})?|100)%$/.exec(value) ?? [];
  const share = /^(?:0|1|0?\.\d{1,9}|1\.0+)$/.test(value) ? Number(value) : Number.NaN;
  const probability = percent === undefined ? share : Number(percent) / 100;
  if (Number.isNaN(probability)) return { unknown: token };
  const odds = Math.log(probability / (1 - probability));
  return { term: { field: "score", above: !below, value: Math.max(-1e6, Math.min(1e6, odds)) } };
}

/** A day, or a moment in UTC. */
function arrival(token: string, before: boolean, value: string): Found {
  const at = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]{5,12}Z?)?$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? { unknown: token } : { term: { field: "arrived", before, value: at } };
}

/** The parts of a state that are not at their defaults, by name. */
export function stateFields(state: Partial<QueueState>): [string, string][] {
  const { tab = "waiting", site, sort, after, q, view, per, open, seen } = state;
  const fields: [string, string | undefined][] = [
    ["tab", tab === "waiting" ? undefined : tab],
    ["site", site],
    ["q", q],
    ["sort", sort === tabs[tab].sort ? undefined : sort],
    ["view", view],
    ["seen", seen],
    ["per", per === pageSizes[0] ? undefined : per?.toString()],
    ["after", after],
    ["open", open],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

/** The address of a state; defaults are left out. */
export function queuePath(state: Partial<QueueState>): string {
  const text = new URLSearchParams(stateFields(state))
    .toString()
    .replaceAll("%2F", "/")
    .replaceAll("%3A", ":");
  return text === "" ? "/queue" : `/queue?${text}`;
}

/** Addresses of one state with a comment open, for the rows of a list: what they have in common is written once. */
export function openPaths(state: Partial<QueueState>): (item: { site: string; id: string }) => string {
  const list = queuePath({ ...state, open: undefined });
  const before = `${list}${list.includes("?") ? "&" : "?"}open=`;
  // Of what an id may hold, this alone is written otherwise in an address' query.
  return (item) => before + keyOf(item).replaceAll("~", "%7E");
}

/** A comment as the address names it. */
export const keyOf = ({ site, id }: { readonly site: string; readonly id: string }): string =>
  `${site}/${id}`;

/** The comment that an address names; undefined: none. */
export function namedIn(key: string | undefined): { readonly site: string; readonly id: string } | undefined {
  const [, site = "", id = ""] = /^([a-z0-9-]{1,40})\/(\S{1,140})$/.exec(key ?? "") ?? [];
  return site === "" ? undefined : { site, id };
}

/** Whether only what the filter stopped and nobody has seen is shown: that is what the tab is for. A search finds all. */
export const isUnseen = ({ tab, seen, q }: Pick<QueueState, "tab" | "seen" | "q">): boolean =>
  tab === "spam" && seen === undefined && q === undefined;
