import { type Account, type Figures, figures, noUse, plus, type Use, use } from "../contract/plan.ts";
import { dayOf } from "../platform/clock.ts";
import { readStored } from "../platform/stored.ts";

const sameDay = (a: number, b: number) => dayOf(a) === dayOf(b);

/**
 * What each site took of the plan's day, as the sites tell it from time to time: the quotas are the account's. It is held in
 * memory, too: to read a thousand lines for each thing told would be the most that a thousand sites take.
 */
export class Ledger {
  readonly #sql: SqlStorage;
  #held: Map<string, Account> | undefined;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS ledger (site TEXT PRIMARY KEY, at INTEGER NOT NULL, use TEXT NOT NULL, figures TEXT NOT NULL) WITHOUT ROWID",
    );
  }

  /** A site's use of the day so far. Answers what all the others took on the same day. */
  report(site: string, took: Use, was: Figures, now: number): Use {
    this.#write({ site, at: now, use: took, figures: was });
    return this.#sum(now, site);
  }

  /** Adds to the Worker's own use. */
  add(part: Partial<Use>, now: number): void {
    const known = this.#accounts.get("");
    const before = known && sameDay(known.at, now) ? known.use : noUse;
    this.#write({ site: "", at: now, use: plus(before, part), figures: {} });
  }

  /** By site. */
  accounts(): Account[] {
    return [...this.#accounts.values()].sort((a, b) => (a.site < b.site ? -1 : 1));
  }

  get #accounts(): Map<string, Account> {
    this.#held ??= new Map(this.#read().map((account) => [account.site, account]));
    return this.#held;
  }

  #read(): Account[] {
    return this.#sql
      .exec<{ site: string; at: number; use: string; figures: string }>(
        "SELECT site, at, use, figures FROM ledger ORDER BY site",
      )
      .toArray()
      .map((row) => ({
        ...row,
        use: readStored(row.use, use, "ledger", row.site) ?? noUse,
        figures: readStored(row.figures, figures, "ledger", row.site) ?? {},
      }));
  }

  forget(site: string): void {
    this.#held = undefined;
    this.#sql.exec("DELETE FROM ledger WHERE site = ?", site);
  }

  #sum(now: number, but: string): Use {
    return [...this.#accounts.values()]
      .filter(({ site, at }) => site !== but && sameDay(at, now))
      .reduce((sum, account) => plus(sum, account.use), noUse);
  }

  /** Nobody waits for what is told, so that what is older may arrive later: it is left. */
  #write(account: Account): void {
    const known = this.#accounts.get(account.site);
    if (known && known.at > account.at) return;
    this.#sql.exec(
      "INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?)",
      account.site,
      account.at,
      JSON.stringify(account.use),
      JSON.stringify(account.figures),
    );
    this.#accounts.set(account.site, account);
  }
}
