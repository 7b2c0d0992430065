import type { SiteRecord } from "../contract/site-record.ts";
import type { CommentPage, ListRequest } from "../contract/views.ts";
import { type BulkRequest, type BulkResult, bulk } from "./decisions/bulk.ts";
import { type LastDecision, lastDecision } from "./decisions/last-decision.ts";
import { type BatchUndone, undoBatch } from "./decisions/undo-batch.ts";
import { ReviewedObject } from "./reviewed-object.ts";
import { type AuthorView, authorOf } from "./views/author.ts";
import { alikeTo, groupsOf } from "./views/groups.ts";
import { groupedViews, viewOf } from "./views/views.ts";

/** What the moderator's page asks of a site object, apart from single comments: lists, groups, bulks, authors. */
export class ModeratedObject extends ReviewedObject {
  get #site() {
    return this.opened.site;
  }

  list(request: ListRequest, record: SiteRecord): CommentPage {
    this.#site.meta.adopt(record);
    if (request.grouped !== true) {
      const { rows, next } = this.#site.lists.page(request);
      return { items: rows.map((row) => viewOf(this.#site, row)), next };
    }
    const groups = groupsOf(this.#site);
    const { rows, next } = this.#site.lists.page(request, groups.behind);
    return { items: groupedViews(this.#site, rows, groups), next };
  }

  /** Of the ids that KV shows, those that still wait; and up to `limit` that wait and have not reached KV. In groups. */
  confirm(ids: readonly string[], limit: number, record: SiteRecord): CommentPage {
    this.#site.meta.adopt(record);
    const unqueued = this.#site.outbox.unqueued(limit).filter((id) => !ids.includes(id));
    const groups = groupsOf(this.#site);
    const rows = this.#site.comments.pending([...ids, ...unqueued]);
    return { items: groupedViews(this.#site, rows, groups) };
  }

  /** How many comments meet the conditions. */
  count(request: Pick<ListRequest, "status" | "filter">, record: SiteRecord): number {
    this.#site.meta.adopt(record);
    return this.#site.lists.count(request);
  }

  /** Decides on many comments, some at a time: call again from `next`. */
  bulk(request: BulkRequest, record: SiteRecord): BulkResult {
    this.#site.meta.adopt(record);
    const result = this.#site.transaction(() => bulk(this.#site, request, Date.now()));
    this.wrote();
    return result;
  }

  /** Takes a bulk back, some at a time: call again while decisions are left. */
  undoBatch(batch: string, by: string, record: SiteRecord): BatchUndone {
    this.#site.meta.adopt(record);
    const result = this.#site.transaction(() => undoBatch(this.#site, batch, by, Date.now()));
    this.wrote();
    return result;
  }

  /** How many wait and are like a comment. */
  alike(id: string, record: SiteRecord): number {
    this.#site.meta.adopt(record);
    return alikeTo(this.#site, id).length;
  }

  /** The comments behind one, as rows. */
  behind(id: string, limit: number, record: SiteRecord): CommentPage {
    this.#site.meta.adopt(record);
    const members = groupsOf(this.#site).membersOf(id).slice(0, limit);
    const rows = this.#site.comments.pending(members.map((member) => member.id));
    return { items: rows.map((row) => viewOf(this.#site, row)) };
  }

  author(id: string, record: SiteRecord): AuthorView | undefined {
    this.#site.meta.adopt(record);
    return authorOf(this.#site, id);
  }

  /** Since: milliseconds since 1970. */
  lastDecision(by: string, since: number, record: SiteRecord): LastDecision | undefined {
    this.#site.meta.adopt(record);
    return lastDecision(this.#site, by, since);
  }
}
