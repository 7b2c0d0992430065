import type { ListRequest } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { CommentView } from "../contract/views.ts";
import { chosenSites, gather } from "./ask.ts";
import { mergePages, readCursors } from "./merge.ts";
import type { SearchTerm } from "./search.ts";
import { filterOf } from "./search-filter.ts";
import type { Services } from "./services.ts";

/** A page of comments as it is asked for, over one site or all. */
export type PageRequest = Omit<ListRequest, "filter" | "grouped"> & {
  readonly search: readonly SearchTerm[];
};

/** A comment in a list; `preview`: the site object did not answer, this is KV's copy. */
export type QueueItem = CommentView & { readonly preview?: boolean };

export interface QueueList {
  readonly items: readonly QueueItem[];
  readonly next?: string | undefined;
  /** Sites that did not answer: what is shown of them may be old. */
  readonly unreachable: readonly string[];
}

/**
 * The comments in a place, over one site (or all: undefined). A site that does not answer is named, never
 * fatal.
 */
export async function list(
  services: Services,
  site: string | undefined,
  request: PageRequest,
): Promise<QueueList> {
  return listOf(services, await chosenSites(services, site), request);
}

/** One call to each site, merged in the order asked for. */
export async function listOf(
  services: Services,
  records: readonly SiteRecord[],
  request: PageRequest,
): Promise<QueueList> {
  const cursors = readCursors(request.cursor);
  const open = records.filter(({ id }) => request.cursor === undefined || cursors.has(id));
  const { answers, unreachable } = await gather(services, open, async (object, record) => {
    const cursor = cursors.get(record.id) || undefined;
    return object.list(await requestOf(services, record, { ...request, cursor }), record);
  });
  const pages = answers.map(({ site, answer }) => ({ site, page: answer }));
  return { ...mergePages(pages, request, cursors), unreachable };
}

/** A page as one site can give it. What waits stands in groups, unless something is searched for. */
async function requestOf(
  services: Services,
  record: SiteRecord,
  { search, ...request }: PageRequest,
): Promise<ListRequest> {
  const filter = await filterOf(services, record, search);
  return { ...request, filter, grouped: request.status === "pending" && search.length === 0 };
}
