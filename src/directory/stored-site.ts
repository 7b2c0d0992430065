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
