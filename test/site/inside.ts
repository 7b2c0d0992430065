import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import type { SiteRecord } from "../../src/contract/site-record.ts";
import { open } from "../../src/site/open.ts";
import type { SiteObject } from "../../src/site/site-object.ts";
import { Sql } from "../../src/site/tables/sql.ts";

/** Calls bring the site's record; this one is older than any, so that it changes nothing. */
export const nobody = { version: 0 } as SiteRecord;

/** Works with a site's object and its storage, as they are in this process. */
export const insideOf =
  (site: string) =>
  <T>(work: (object: SiteObject, storage: DurableObjectStorage) => T) =>
    runInDurableObject(env.SITE.get(env.SITE.idFromName(site)), (object: unknown, { storage }) =>
      work(object as SiteObject, storage),
    );

/** All that a site's object holds in memory is gone, as after a crash. Its alarm is left as it was: tests ring it. */
export async function restart(site: string): Promise<void> {
  await insideOf(site)((object, storage) => {
    if (!Reflect.has(object, "opened")) throw new Error("the object holds what it opened elsewhere");
    Reflect.set(object, "opened", open(storage, env));
  });
}

/** The time after a failure of KV: the queue's pause is over. A call that may write sets the alarm. */
export async function unpause(site: string): Promise<void> {
  const inside = insideOf(site);
  await inside((_, storage) => {
    storage.sql.exec("UPDATE meta SET value = json_set(value, '$.queuePausedUntil', 0) WHERE name = 'lanes'");
  });
  await restart(site);
  await inside((object) => object.configure(nobody));
}

/** Counts the rows that sites read and write from here on. */
export function countRows(): { rowsRead: number; rowsWritten: number } {
  const rows = { rowsRead: 0, rowsWritten: 0 };
  const { exec } = Sql.prototype;
  vi.spyOn(Sql.prototype, "exec").mockImplementation(function (this: Sql, statement, ...values) {
    const before = this.usage;
    const answer = exec.call(this, statement, ...values);
    rows.rowsRead += this.usage.rowsRead - before.rowsRead;
    rows.rowsWritten += this.usage.rowsWritten - before.rowsWritten;
    return answer as never;
  });
  return rows;
}
