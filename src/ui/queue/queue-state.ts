import { type Sort, sorts } from "../../contract/search.ts";
import type { Counts } from "../../contract/views.ts";
import type { Status } from "../../core/judging/decision.ts";
import { parseSearch, type Search } from "../../service/search.ts";

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
  /** One comment at a time. */
  readonly view: "focus" | undefined;
  /** Comments on a page. */
  readonly per: number;
}

/** Comments on a page, as they can be chosen; the first is the default: its page stays under 100 KB. */
export const pageSizes = [40, 200] as const;

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
    per: pageSizes.find((size) => String(size) === query.per) ?? pageSizes[0],
  };
}

/** What is searched for, and in which sites. */
export function searchOf({ q, site }: Pick<QueueState, "q" | "site">): Search {
  const search = parseSearch(q ?? "");
  return { ...search, site: search.site ?? site };
}

/** The parts of a state that are not at their defaults, by name. */
export function stateFields(state: Partial<QueueState>): [string, string][] {
  const { tab = "waiting", site, sort, after, q, view, per } = state;
  const fields: [string, string | undefined][] = [
    ["tab", tab === "waiting" ? undefined : tab],
    ["site", site],
    ["q", q],
    ["sort", sort === tabs[tab].sort ? undefined : sort],
    ["view", view],
    ["per", per === pageSizes[0] ? undefined : per?.toString()],
    ["after", after],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

/** The address of a state; defaults are left out. */
export function queuePath(state: Partial<QueueState>): string {
  const text = new URLSearchParams(stateFields(state)).toString();
  return text === "" ? "/queue" : `/queue?${text}`;
}
