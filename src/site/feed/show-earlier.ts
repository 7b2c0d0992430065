import { SHARE_FOR_STRANGERS } from "../../contract/plan.ts";
import { hostsOf } from "../../contract/policy.ts";
import { ownPage, shownThread } from "../../contract/thread.ts";
import type { Site } from "../site.ts";

/** Comments looked at in one call. */
const BATCH = 500;

export interface ShownEarlier {
  /** Comments that have their page now. */
  readonly shown: number;
  /** From where to go on; undefined: all are looked through, or the day's rows are for what comes in. */
  readonly next: string | undefined;
}

/** Gives comments their page that came while the form was off, so that readers see those that are published or will be. */
export function showEarlier(site: Site, after: string | undefined, now: number): ShownEarlier {
  if (site.use.spent(now) >= SHARE_FOR_STRANGERS) return { shown: 0, next: undefined };
  const rows = site.feeds.placeless(after ?? "", BATCH);
  const hosts = hostsOf(site.record.settings);
  const placed = rows.flatMap(({ id, status, comment }) => {
    const thread = ownPage(comment.post.url ?? "", hosts) && shownThread(comment);
    return thread === undefined ? [] : [{ id, status, thread }];
  });
  site.transaction(() => {
    for (const { id, status, thread } of placed) {
      site.feeds.place(id, thread);
      if (status === "published") site.shownChanged(thread);
    }
  });
  return { shown: placed.length, next: rows.length < BATCH ? undefined : rows.at(-1)?.id };
}
