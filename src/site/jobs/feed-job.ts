import { isEmpty } from "../../contract/feed.ts";
import { dayOf, MINUTE, TIME_LIMIT, within } from "../../platform/clock.ts";
import { log } from "../../platform/log.ts";
import type { FeedCopies } from "../../queue/feed-copies.ts";
import { feedOf, MOST_THREADS } from "../feed/feed-of.ts";
import { writesLeft } from "../feed/writes-left.ts";
import type { Site } from "../site.ts";
import { COUNTS } from "../tables/feeds.ts";

/** Pages brought in step in one alarm. */
const BATCH = 50;
/** After a failure: what was taken down is not to be read for long. */
const RETRY = MINUTE / 2;

/** Brings KV's copies of the feeds in step: put as they are now or, where the day has no write left, deleted. */
export async function bringFeeds(site: Site, copies: FeedCopies, now: number): Promise<void> {
  if (now < site.meta.times.feedsPausedUntil) return;
  let puts = 0;
  let failure: unknown;
  for (const thread of site.feeds.dirty(BATCH)) {
    const mayPut = failure === undefined && writesLeft(site, now) > puts;
    const copy = mayPut ? copyOf(site, copies, thread) : undefined;
    if (copy) puts++;
    const step = await bring(site, copies, { thread, copy, now });
    failure ??= step.failure;
    if (!step.isGone) break;
  }
  if (puts > 0 || failure !== undefined) note(site, { puts, now, failed: failure !== undefined });
  if (failure !== undefined) log("warn", "job failed", { site: site.record.id, what: "feed", failure });
}

/** How a page's copy is put; undefined: it has nothing that is worth one. */
function copyOf(site: Site, copies: FeedCopies, thread: string): (() => Promise<void>) | undefined {
  const { id } = site.record;
  if (thread !== COUNTS) {
    const feed = feedOf(site, thread);
    return isEmpty(feed) ? undefined : () => copies.putFeed(id, thread, feed);
  }
  const counts = site.feeds.counts();
  return Object.keys(counts).length > MOST_THREADS ? undefined : () => copies.putCounts(id, counts);
}

interface Step {
  readonly thread: string;
  readonly copy: (() => Promise<void>) | undefined;
  readonly now: number;
}

interface Brought {
  readonly failure?: unknown;
  /** Nothing that is out of date is read any longer. */
  readonly isGone: boolean;
}

/** Brings one page in step. A copy that cannot be put may land later all the same: what is there goes, and it stays out of step. */
async function bring(site: Site, copies: FeedCopies, { thread, copy, now }: Step): Promise<Brought> {
  const { feeds, use } = site;
  feeds.begin(thread);
  let failed: unknown;
  if (copy) {
    use.count("kvWrites");
    failed = await within(TIME_LIMIT, copy()).then(nothing, reason);
    if (failed === undefined) {
      feeds.done(thread, now);
      return { isGone: true };
    }
  }
  const kept = await remove(site, copies, thread).then(nothing, reason);
  if (kept === undefined && failed === undefined) feeds.done(thread, undefined);
  return { failure: failed ?? kept, isGone: kept === undefined };
}

const nothing = () => undefined;
const reason = (failure: unknown) => failure ?? "unknown";

function remove({ use, record: { id } }: Site, copies: FeedCopies, thread: string): Promise<void> {
  use.count("kvDeletes");
  return within(TIME_LIMIT, thread === COUNTS ? copies.removeCounts(id) : copies.removeFeed(id, thread));
}

function note({ meta }: Site, { puts, now, failed }: { puts: number; now: number; failed: boolean }): void {
  const { times } = meta;
  const before = times.feedDay === dayOf(now) ? times.feedWrites : 0;
  const feedsPausedUntil = failed ? now + RETRY : 0;
  meta.times = { ...times, feedDay: dayOf(now), feedWrites: before + puts, feedsPausedUntil };
}
