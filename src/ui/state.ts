import { type Sort, sorts } from "../site/view.ts";

export const tabs = {
  waiting: { label: "Needs you", status: "pending", sort: "oldest" },
  spam: { label: "Spam", status: "spam", sort: "doubtful" },
  published: { label: "Published", status: "published", sort: "newest" },
  discarded: { label: "Discarded", status: "discarded", sort: "newest" },
  all: { label: "All", status: "all", sort: "newest" },
} as const;

export type Tab = keyof typeof tabs;

/** The whole state of the queue page, as it stands in its address. */
export interface QueueState {
  readonly tab: Tab;
  readonly site: string | undefined;
  readonly sort: Sort;
  readonly after: string | undefined;
}

/** Reads the address; what is not understood is the default. */
export function readState(query: Readonly<Record<string, string>>): QueueState {
  const tab = query.tab !== undefined && query.tab in tabs ? (query.tab as Tab) : "waiting";
  const sort = sorts.find((known) => known === query.sort) ?? tabs[tab].sort;
  const site = query.site && /^[a-z0-9-]{1,40}$/.test(query.site) ? query.site : undefined;
  return { tab, site, sort, after: query.after || undefined };
}

/** The address of a state; defaults are left out. */
export function queuePath(state: Partial<QueueState> & { did?: string }): string {
  const query = new URLSearchParams();
  const { tab = "waiting", site, sort, after, did } = state;
  if (tab !== "waiting") query.set("tab", tab);
  if (site !== undefined) query.set("site", site);
  if (sort !== undefined && sort !== tabs[tab].sort) query.set("sort", sort);
  if (after !== undefined) query.set("after", after);
  if (did !== undefined) query.set("did", did);
  const text = query.toString();
  return text === "" ? "/queue" : `/queue?${text}`;
}

/** A path of this service to go back to; anything else leads to the queue. */
export function safePath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(path) ? path : "/queue";
}
