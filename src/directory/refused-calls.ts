import { type RefusedCall, refusedCalls } from "../contract/akismet.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { readStored } from "../platform/stored.ts";

/** Refused calls kept for the owner to look at. */
const MOST = 50;
/** Written down at most so often, milliseconds: whoever tries keys must not use up the day's rows. */
const EVERY = 10_000;

/** The last calls by Akismet's protocol whose key opened nothing, the newest first. */
export class RefusedCalls {
  readonly #sql: SqlStorage;
  #calls: RefusedCall[];
  #saved = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec("CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
    const [row] = sql.exec<{ value: string }>("SELECT value FROM notes WHERE name = 'refused'").toArray();
    this.#calls = (row && readStored(row.value, refusedCalls, "refused calls")) ?? [];
  }

  get all(): readonly RefusedCall[] {
    return this.#calls;
  }

  note(call: RefusedCall): void {
    this.#calls = [call, ...this.#calls].slice(0, MOST);
    if (call.at - this.#saved < EVERY) return;
    this.#saved = call.at;
    this.#sql.exec("INSERT OR REPLACE INTO notes VALUES ('refused', ?)", JSON.stringify(this.#calls));
  }
}

/** The site on one of whose hosts a blog is; null: none. */
export function siteOfHost(sites: readonly SiteRecord[], host: string): string | null {
  const known = sites.find(
    ({ settings: { hosts, url } }) =>
      hosts.includes(host) || (url !== null && URL.canParse(url) && new URL(url).host === host),
  );
  return known?.id ?? null;
}
