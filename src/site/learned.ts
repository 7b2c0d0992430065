import {
  emptySiteState,
  type SiteState,
  siteStateFromBytes,
  siteStateToBytes,
} from "../core/classifier/site-state.ts";
import type { Decision } from "../core/decision.ts";
import type { DomainRecord, Standing } from "../core/history.ts";
import type { Sql } from "./sql.ts";

/** Authors and domains kept in mind; beyond that the one not seen for longest goes. About 100 bytes each, in one row. */
const MOST_AUTHORS = 4000;
const MOST_DOMAINS = 4000;
/** Address prefixes and browsers remembered of one author. */
const MOST_MARKS = 4;

interface AuthorRecord {
  approve: number;
  spam: number;
  discard: number;
  /** Prefix and browser hashes seen on approved comments, the newest last. */
  marks: string[];
}

/** What one decision says about an author and the domains linked to. */
export interface Testimony {
  readonly decision: Decision;
  readonly mail: string | null;
  readonly marks: readonly string[];
  readonly domains: readonly string[];
}

/** What people's decisions taught this site: its model, its authors, its domains. One row, kept in memory while awake. */
export class Learned {
  readonly #sql: Sql;
  #state: SiteState;
  #authors: Map<string, AuthorRecord>;
  #domains: Map<string, { spam: number; ham: number }>;

  constructor(sql: Sql) {
    this.#sql = sql;
    const [row] = sql
      .exec<{ state: ArrayBuffer; standings: string; domains: string }>(
        "SELECT state, standings, domains FROM learned",
      )
      .toArray();
    this.#state = row ? siteStateFromBytes(new Uint8Array(row.state)) : emptySiteState();
    this.#authors = new Map(row ? JSON.parse(row.standings) : []);
    this.#domains = new Map(row ? JSON.parse(row.domains) : []);
  }

  get state(): SiteState {
    return this.#state;
  }

  /** Undefined: no mail address to know the author by. `marks`: hashes of the prefix and browser now seen. */
  standing(mail: string | undefined, marks: readonly string[]): Standing | undefined {
    if (mail === undefined) return undefined;
    const known = this.#authors.get(mail);
    return {
      approved: known?.approve ?? 0,
      spam: known?.spam ?? 0,
      discarded: known?.discard ?? 0,
      confirmed: known?.marks.some((mark) => marks.includes(mark)) ?? false,
    };
  }

  domains(names: readonly string[]): DomainRecord[] {
    return names.flatMap((domain) => {
      const known = this.#domains.get(domain);
      return known ? [{ domain, ...known }] : [];
    });
  }

  /** Adds (+1) or takes back (-1) what a decision says. */
  testify({ decision, mail, marks, domains }: Testimony, sign: 1 | -1): void {
    if (mail !== null) {
      const author = this.#authors.get(mail) ?? { approve: 0, spam: 0, discard: 0, marks: [] };
      author[decision] = Math.max(0, author[decision] + sign);
      if (decision === "approve" && sign === 1)
        author.marks = [...new Set([...author.marks, ...marks])].slice(-MOST_MARKS);
      renew(this.#authors, mail, author, author.approve + author.spam + author.discard === 0, MOST_AUTHORS);
    }
    if (decision === "discard") return;
    const side = decision === "approve" ? "ham" : "spam";
    for (const name of domains) {
      const domain = this.#domains.get(name) ?? { spam: 0, ham: 0 };
      domain[side] = Math.max(0, domain[side] + sign);
      renew(this.#domains, name, domain, domain.spam + domain.ham === 0, MOST_DOMAINS);
    }
  }

  /** Writes the one row. Call in the transaction of the decision. */
  save(): void {
    const bytes = siteStateToBytes(this.#state);
    this.#sql.exec(
      `INSERT INTO learned (id, state, standings, domains) VALUES (1, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET state = excluded.state, standings = excluded.standings, domains = excluded.domains`,
      bytes.slice().buffer as ArrayBuffer,
      JSON.stringify([...this.#authors]),
      JSON.stringify([...this.#domains]),
    );
  }

  /** Back to what is stored, after a transaction that failed. */
  reload(): void {
    const stored = new Learned(this.#sql);
    this.#state = stored.#state;
    this.#authors = stored.#authors;
    this.#domains = stored.#domains;
  }
}

function renew<T>(map: Map<string, T>, key: string, value: T, empty: boolean, most: number): void {
  map.delete(key);
  if (!empty) map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
