import type { Actor } from "../../contract/actor.ts";
import {
  type BatchUndone,
  type BulkRequest,
  type BulkResult,
  batchName,
  beganAt,
  type NotDone,
  type Refusal,
  type Selection,
} from "../../contract/decided.ts";
import { Lookalikes } from "../../core/memory/lookalikes.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { alikeTo, groupsOf, restOf, traitOf } from "../views/groups.ts";
import { beginRule } from "../waves/begin-rule.ts";
import { endRule } from "../waves/end-rule.ts";
import { standingReturn } from "./bring-back.ts";
import { decide, undo } from "./decide.ts";

/** Comments decided in one call: what a Durable Object does in well under a second. */
const MOST_AT_ONCE = 200;
/** A near-copy of a comment in the same bulk teaches this much of it, so that one campaign does not own the model. */
const COPY_WEIGHT = 0.1;

type Bulk = Omit<BulkRequest, "by"> & { readonly by: Actor };

/** Decides on many comments, at most `MOST_AT_ONCE`; one that cannot be decided stops none of the others. */
export function bulk(site: Site, request: Bulk, now: number): BulkResult {
  const { selection, decision, by, batch } = request;
  const { items, next } = selected(site, selection);
  const later = laterOnes(site, request, now);
  const taught = new Lookalikes();
  const done: string[] = [];
  const failed: NotDone[] = [];
  together(site, () => {
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
  return { done, failed, next, ...(later && { later }) };
}

/** Makes the rule for later ones of a wave before the wave is decided: then it is still there to be read. */
function laterOnes(site: Site, { selection, decision, by, batch, later }: Bulk, now: number) {
  if (!later || selection.kind !== "group" || selection.isRest || decision === "approve") return undefined;
  const { id } = selection;
  const ids = [
    id,
    ...groupsOf(site)
      .membersOf(id)
      .map((member) => member.id),
  ];
  return beginRule(site, { ids, decision, by, batch, now });
}

/** All or nothing; the model is fitted and what was learned is written once. */
const together = (site: Site, work: () => void): void => site.transaction(() => site.learned.together(work));

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
      const { id, revision, until, isRest } = selection;
      if (isRest) return first(restOf(site, id), until);
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

/** Takes a bulk's decisions back. One that somebody changed since is left as it is, and named. */
export function undoBatch(site: Site, batch: string, by: Actor, now: number): BatchUndone {
  const standing = site.events.ofBatch(batch, beganAt(batch));
  endWave(site, batch, by, now);
  const done: string[] = [];
  const failed: NotDone[] = [];
  together(site, () => {
    for (const event of standing.slice(0, MOST_AT_ONCE)) {
      const row = site.comments.get(event.comment);
      const top = row && (site.events.standing(row.decisions) ?? standingReturn(site, row));
      if (row && top && top.sequence === event.sequence) {
        undo(site, row, top, { by, now });
        done.push(row.id);
      } else {
        const author = row?.comment.author.name ?? "";
        failed.push({ id: event.comment, author, reason: row ? "nothing_to_undo" : "unknown_comment" });
      }
    }
  });
  return { done, failed, left: done.length === 0 ? 0 : Math.max(0, standing.length - MOST_AT_ONCE) };
}

/** Calls' worth of comments that are taken back with a wave at once; what is left can be taken back from the history. */
const MOST_ROUNDS = 10;

/** A wave is taken back, and with it the rule for later ones and what that has decided. */
function endWave(site: Site, batch: string, by: Actor, now: number): void {
  const rule = site.waves.standing(now).find((one) => one.batch === batch);
  if (!rule) return;
  const name = batchName(now, "wave");
  let after: string | undefined;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    after = endRule(site, rule.id, { by, now, back: { batch: name, after } }).next;
    if (after === undefined) return;
  }
}
