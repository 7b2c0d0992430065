import type { Overview, Waits } from "../contract/overview.ts";
import type { Account } from "../contract/plan.ts";
import { checked, type SiteRecord, storedRecord } from "../contract/site-record.ts";
import { log } from "../platform/log.ts";
import { readStored } from "../platform/stored.ts";

/** A site as the directory's table holds it: JSON. */
export type Row = { record: string };

/** A record read; undefined: it cannot be, and the log says so. A setting that cannot be read has its default. */
export function recordOf(row: Row): SiteRecord | undefined {
  const stored = readStored(row.record, storedRecord, "record of a site");
  if (!stored) return undefined;
  const { record, unfit } = checked(stored);
  if (unfit.length > 0)
    log("error", "stored value unreadable", { site: record.id, what: `settings ${unfit.join(", ")}` });
  return record;
}

/** What somebody asks of the sites that she reaches. */
export interface OverviewQuestion {
  readonly reach: "all" | readonly string[];
  /** A site that is asked in any case. */
  readonly named: string | undefined;
  /** What KV knows to wait: a site may not have told of it yet. */
  readonly queued: readonly Waits[];
  /** Sites that are to be asked at most. */
  readonly most: number;
}

/** Sites with something wrong that are told of. */
const MOST_TROUBLED = 10;
const TROUBLES = ["deliveriesDead", "deliveriesRetrying", "surge"];

/** Tells which sites to ask, and what is known of the others. Their records stay unread: a thousand take a tenth of a second. */
export function overviewOf(
  sql: SqlStorage,
  accounts: readonly Account[],
  question: OverviewQuestion,
): Overview {
  const reached = question.reach === "all" ? undefined : new Set(question.reach);
  const sites = sql
    .exec<{ id: string; name: string }>(
      "SELECT id, coalesce(record ->> '$.settings.name', id) AS name FROM sites ORDER BY id",
    )
    .toArray()
    .filter(({ id }) => reached === undefined || reached.has(id));
  const told = new Map(accounts.map((account) => [account.site, account]));
  const since = waitingSince(told, question.queued);
  const waits = ({ id }: { id: string }) => since.get(id) ?? Number.MAX_SAFE_INTEGER;
  const toldAt = ({ id }: { id: string }) => told.get(id)?.at ?? 0;
  const byNeed = sites.toSorted((a, b) => waits(a) - waits(b) || toldAt(b) - toldAt(a));
  const chosen =
    sites.length <= question.most
      ? sites
      : byNeed.filter(({ id }, i) => i < question.most || id === question.named);
  const ids = new Set(chosen.map(({ id }) => id));
  const others = sites.flatMap(({ id }) => (ids.has(id) ? [] : (told.get(id) ?? [])));
  return {
    sites,
    asked: chosen.flatMap(({ id }) => {
      const [row] = sql.exec<Row>("SELECT record FROM sites WHERE id = ?", id).toArray();
      return (row && recordOf(row)) ?? [];
    }),
    pendingElsewhere: others.reduce((sum, { figures }) => sum + (figures.commentsPending ?? 0), 0),
    troubled: others
      .filter(({ figures }) => TROUBLES.some((trouble) => (figures[trouble] ?? 0) > 0))
      .slice(0, MOST_TROUBLED),
  };
}

/** Since when something waits, by site; of the others there is nothing. */
function waitingSince(
  told: ReadonlyMap<string, Account>,
  queued: readonly Waits[],
): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const [site, { figures }] of told)
    if ((figures.commentsPending ?? 0) > 0) since.set(site, 1000 * (figures.oldestPendingSeconds ?? 0));
  for (const { site, arrived } of queued) since.set(site, Math.min(arrived, since.get(site) ?? arrived));
  return since;
}
