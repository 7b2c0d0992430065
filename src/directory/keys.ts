import type { KeyGrant } from "../contract/site-record.ts";

/** A key's place, under its hash. */
type KeyRow = { hash: string; site: string; n: number; scope: KeyGrant["scope"] };
export type KeyHash = Omit<KeyRow, "site">;

/** The keys of all sites, known by their hashes alone. Which of them are revoked is in the sites' records. */
export class Keys {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS keys (hash TEXT PRIMARY KEY, site TEXT NOT NULL, n INTEGER NOT NULL, scope TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  put(site: string, { hash, n, scope }: KeyHash): void {
    this.#sql.exec("INSERT OR REPLACE INTO keys VALUES (?, ?, ?, ?)", hash, site, n, scope);
  }

  find(hash: string): KeyGrant | undefined {
    return this.#sql
      .exec<Omit<KeyRow, "hash">>("SELECT site, n, scope FROM keys WHERE hash = ?", hash)
      .toArray()[0];
  }

  of(site: string): KeyHash[] {
    return this.#sql
      .exec<KeyHash>("SELECT hash, n, scope FROM keys WHERE site = ? ORDER BY n, hash", site)
      .toArray();
  }

  /** The hashes of the first so many. */
  first(limit: number): string[] {
    return this.#sql
      .exec<Pick<KeyRow, "hash">>("SELECT hash FROM keys LIMIT ?", limit)
      .toArray()
      .map(({ hash }) => hash);
  }

  forget(site: string): void {
    this.#sql.exec("DELETE FROM keys WHERE site = ?", site);
  }
}
