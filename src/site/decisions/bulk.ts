import type { AlreadyDecided } from "../../contract/decision.ts";
import type { ListRequest } from "../../contract/views.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { Lookalikes } from "../../core/memory/lookalikes.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comment-row.ts";
import { alikeTo, groupsOf, traitOf } from "../views/groups.ts";
import { decide } from "./decide.ts";
import type { Refusal } from "./outcome.ts";

/** Comments decided in one call: what a Durable Object does in well under a second. */
export const MOST_AT_ONCE = 200;
/** A near-copy of a comment in the same bulk teaches this much of it, so that one campaign does not own the model. */
const COPY_WEIGHT = 0.1;

/** Which comments of a site a bulk is about. Times in milliseconds since 1970; what came after `until` is left alone. */
export type Selection =
  | { readonly kind: "ids"; readonly items: readonly { readonly id: string; readonly revision: number }[] }
  /** A comment and what stands behind it on the page. */
  | { readonly kind: "group"; readonly id: string; readonly revision: number; readonly until: number }
  /** What waits and is like a comment, that one not included. */
  | { readonly kind: "like"; readonly id: string; readonly until: number }
  | {
      readonly kind: "matching";
      readonly request: Pick<ListRequest, "status" | "filter" | "cursor">;
      readonly until: number;
    };

export interface BulkRequest {
  readonly selection: Selection;
  readonly decision: Decision;
  readonly by: string;
  /** Marks the events of one bulk, over all its calls and sites, so that one undo takes it back. */
  readonly batch: string;
}

/** A comment that was not changed, and why. */
export interface Failed {
  readonly id: string;
  readonly author: string;
  readonly reason: Refusal["reason"];
  readonly standing?: AlreadyDecided | undefined;
}

export interface BulkResult {
  readonly done: readonly string[];
  readonly failed: readonly Failed[];
  /** Where to go on; undefined: all is done. */
  readonly next?: string | undefined;
}

/** Decides on many comments, at most `MOST_AT_ONCE`; one that cannot be decided stops none of the others. */
export function bulk(site: Site, { selection, decision, by, batch }: BulkRequest, now: number): BulkResult {
  const { items, next } = selected(site, selection);
  const taught = new Lookalikes();
  const done: string[] = [];
  const failed: Failed[] = [];
  site.learned.together(() => {
    for (const { id, revision } of items) {
      const row = site.comments.get(id);
      const weight = row && weightOf(site, row, taught);
      const result = decide(
        site,
        id,
        { decision, ...(revision !== undefined && { revision }) },
        {
          by,
          now,
          batch,
          ...(weight !== undefined && { weight }),
        },
      );
      if (result.ok) done.push(id);
      else failed.push({ id, author: row?.comment.author.name ?? "", ...refusalOf(result) });
    }
  });
  return { done, failed, next };
}

const refusalOf = (refusal: Refusal) =>
  refusal.reason === "already_decided"
    ? { reason: refusal.reason, standing: refusal.standing }
    : { reason: refusal.reason };

function weightOf(site: Site, row: CommentRow, taught: Lookalikes): number {
  const { id, fingerprint } = traitOf(site, { ...row, name: null });
  const text = { id, fingerprint, author: undefined, domains: [] };
  const copy = taught.like(text);
  if (!copy) taught.add(text);
  return copy ? COPY_WEIGHT : 1;
}

interface Selected {
  readonly items: readonly { readonly id: string; readonly revision?: number }[];
  readonly next?: string | undefined;
}

function selected(site: Site, selection: Selection): Selected {
  switch (selection.kind) {
    case "ids":
      return { items: selection.items.slice(0, MOST_AT_ONCE) };
    case "group": {
      const { id, revision, until } = selection;
      const members = groupsOf(site).membersOf(id);
      return first([{ id, revision, arrived: 0 }, ...members], until);
    }
    case "like":
      return first(alikeTo(site, selection.id), selection.until);
    case "matching": {
      const { request, until } = selection;
      const { rows, next } = site.lists.page({
        ...request,
        filter: [...(request.filter ?? []), { field: "arrived", before: true, value: until + 1 }],
        sort: "oldest",
        limit: MOST_AT_ONCE,
      });
      return { items: rows.map(({ id, revision }) => ({ id, revision })), next };
    }
  }
}

/** The first ones that had come by a time. What is left is found by asking again: what was decided is no longer among them. */
function first(
  all: readonly { readonly id: string; readonly revision?: number; readonly arrived: number }[],
  until: number,
): Selected {
  const come = all.filter(({ arrived }) => arrived <= until);
  return { items: come.slice(0, MOST_AT_ONCE), next: come.length > MOST_AT_ONCE ? "more" : undefined };
}
