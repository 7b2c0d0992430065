import type { ListRequest, Sort } from "../contract/search.ts";
import type { CommentPage, CommentView } from "../contract/views.ts";
import { readCursor, writeCursor } from "../platform/cursor.ts";

/** Where each site's list goes on; an empty word: from its start; absent: it is at its end. */
type Cursors = ReadonlyMap<string, string>;

interface SitePage {
  readonly site: string;
  readonly page: CommentPage;
}

const order: Record<Sort, (a: CommentView, b: CommentView) => number> = {
  oldest: (a, b) => a.arrived - b.arrived,
  newest: (a, b) => b.arrived - a.arrived,
  doubtful: (a, b) => Math.abs(a.verdict.score) - Math.abs(b.verdict.score),
  riskiest: (a, b) => b.verdict.score - a.verdict.score,
};

const sortKey: Record<Sort, (view: CommentView) => number> = {
  oldest: (view) => view.arrived,
  newest: (view) => view.arrived,
  doubtful: (view) => Math.abs(view.verdict.score),
  riskiest: (view) => view.verdict.score,
};

/** The cursors of a merged list, from the one word in the address; what is not one is the start. */
export function readCursors(cursor: string | undefined): Cursors {
  const read = cursor === undefined ? [] : readCursor(cursor);
  if (!Array.isArray(read) || !read.every(Array.isArray)) return new Map();
  return new Map(read.map(([site, place]) => [String(site), String(place)]));
}

/** One page of several sites' pages: the first `limit` in order, and where each site goes on. */
export function mergePages(
  pages: readonly SitePage[],
  { sort, limit }: Pick<ListRequest, "sort" | "limit">,
  before: Cursors,
): { items: CommentView[]; next?: string } {
  const all = pages.flatMap(({ page }) => page.items).sort(order[sort]);
  const items = all.slice(0, limit);
  const next = new Map<string, string>();
  for (const { site, page } of pages) {
    const shown = items.filter((item) => item.site === site);
    const last = shown.at(-1);
    const whole = shown.length === page.items.length;
    if (whole && page.next === undefined) continue;
    // Of a page shown whole the site knows best where it ends: rows behind others were left out.
    const own = last ? `${sortKey[sort](last)}:${last.id}` : (before.get(site) ?? "");
    next.set(site, whole && page.next !== undefined ? page.next : own);
  }
  return next.size === 0 ? { items } : { items, next: writeCursor([...next]) };
}
