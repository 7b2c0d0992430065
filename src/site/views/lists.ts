import type { ListRequest } from "../../contract/search.ts";
import type { CommentPage } from "../../contract/views.ts";
import type { Site } from "../site.ts";
import { alikeTo, groupsOf } from "./groups.ts";
import { groupedViews, viewOf } from "./views.ts";

/** A page of a list; grouped: each comment that leads others like it, without those. */
export function list(site: Site, request: ListRequest): CommentPage {
  if (request.grouped !== true) {
    const { rows, next } = site.lists.page(withUnseen(site, request));
    return { items: rows.map((row) => viewOf(site, row)), next };
  }
  const groups = groupsOf(site);
  const { rows, next } = site.lists.page(request, groups.behind);
  return { items: groupedViews(site, rows, groups), next };
}

const withUnseen = (site: Site, request: ListRequest): ListRequest =>
  request.unseen
    ? { ...request, filter: [...(request.filter ?? []), { field: "unseen", looked: site.meta.looked }] }
    : request;

/** Notes that somebody has looked through what the filter stopped, up to a comment and what is no surer, to a time and to how sure it was. */
export function look(site: Site, until: number, score: number): void {
  site.meta.look({ until, score });
}

/**
 * Of these ids those that still wait, and up to `limit` that wait and have not reached KV; in groups. Where these are not all
 * that wait, KV shows less than it was told: then the first page, as it is here.
 */
export function confirmed(site: Site, ids: readonly string[], limit: number): CommentPage {
  const unqueued = site.outbox.unqueued(limit).filter((id) => !ids.includes(id));
  const rows = site.comments.pending([...ids, ...unqueued]);
  if (rows.length < Math.min(limit, site.counts.pending))
    return list(site, { status: "pending", sort: "oldest", limit, grouped: true });
  return { items: groupedViews(site, rows, groupsOf(site)) };
}

/** What stands behind a comment in its group. */
export function behind(site: Site, id: string, limit: number): CommentPage {
  const members = groupsOf(site).membersOf(id).slice(0, limit);
  const rows = site.comments.pending(members.map((member) => member.id));
  return { items: rows.map((row) => viewOf(site, row)) };
}

/** How many wait and are like a comment. */
export const countAlike = (site: Site, id: string): number => alikeTo(site, id).length;
