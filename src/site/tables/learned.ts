import {
  emptySiteState,
  type SiteState,
  siteStateFromBytes,
  siteStateToBytes,
} from "../../core/classifier/site-state.ts";
import { Reputation } from "../../core/memory/reputation.ts";
import type { Sql } from "./sql.ts";

/** What people's decisions taught this site: its model, its authors, its domains. One row, kept in memory while awake. */
export class Learned {
  readonly #sql: Sql;
  #state: SiteState;
  #reputation: Reputation;
  /** Saves are put off while many decisions are taken in a row; whether one was. */
  #together: { wanted: boolean } | undefined;

  constructor(sql: Sql) {
    this.#sql = sql;
    const [row] = sql
      .exec<{ state: ArrayBuffer; standings: string; domains: string }>(
        "SELECT state, standings, domains FROM learned",
      )
      .toArray();
    this.#state = row ? siteStateFromBytes(new Uint8Array(row.state)) : emptySiteState();
    this.#reputation = new Reputation(
      row && { authors: JSON.parse(row.standings), domains: JSON.parse(row.domains) },
    );
  }

  get state(): SiteState {
    return this.#state;
  }

  get reputation(): Reputation {
    return this.#reputation;
  }

  /** Writes the one row. Call in the transaction of the decision. */
  save(): void {
    if (this.#together) {
      this.#together.wanted = true;
      return;
    }
    const { authors, domains } = this.#reputation.store();
    this.#sql.exec(
      `INSERT INTO learned (id, state, standings, domains) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, standings = excluded.standings, domains = excluded.domains`,
      siteStateToBytes(this.#state).slice().buffer as ArrayBuffer,
      JSON.stringify(authors),
      JSON.stringify(domains),
    );
  }

  /** Many decisions with one save at the end. The caller's transaction holds all of it. */
  together(work: () => void): void {
    const together = { wanted: false };
    this.#together = together;
    try {
      work();
    } finally {
      this.#together = undefined;
    }
    if (together.wanted) this.save();
  }

  /** Back to what is stored, after a transaction that failed. */
  reload(): void {
    const stored = new Learned(this.#sql);
    this.#state = stored.#state;
    this.#reputation = stored.#reputation;
  }
}
