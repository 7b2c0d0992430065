import type { Decision } from "../judging/decision.ts";
import type { DomainRecord, Standing } from "./history.ts";

/** Authors and domains kept in mind; beyond that the one not seen for longest goes. About 100 bytes each. */
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

type Counts = { spam: number; ham: number };

/** What one decision says about an author and the domains linked to. */
export interface Testimony {
  readonly decision: Decision;
  /** Keyed hash of the mail address; null: none was sent. */
  readonly mail: string | null;
  readonly marks: readonly string[];
  readonly domains: readonly string[];
}

/** A reputation as it is stored. */
export interface StoredReputation {
  readonly authors: readonly (readonly [string, AuthorRecord])[];
  readonly domains: readonly (readonly [string, Counts])[];
}

/** What people's decisions say of a site's authors and of the domains they link to. */
export class Reputation {
  readonly #authors: Map<string, AuthorRecord>;
  readonly #domains: Map<string, Counts>;

  constructor({ authors, domains }: StoredReputation = { authors: [], domains: [] }) {
    this.#authors = new Map(authors);
    this.#domains = new Map(domains);
  }

  store(): StoredReputation {
    return { authors: [...this.#authors], domains: [...this.#domains] };
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
    if (mail !== null) this.#author(mail, decision, marks, sign);
    if (decision === "discard") return;
    const side = decision === "approve" ? "ham" : "spam";
    for (const name of domains) {
      const domain = this.#domains.get(name) ?? { spam: 0, ham: 0 };
      domain[side] = Math.max(0, domain[side] + sign);
      renew(this.#domains, name, domain, domain.spam + domain.ham === 0, MOST_DOMAINS);
    }
  }

  /** Forgets an author. False: she was not known. */
  forget(mail: string): boolean {
    return this.#authors.delete(mail);
  }

  #author(mail: string, decision: Decision, marks: readonly string[], sign: 1 | -1): void {
    const author = this.#authors.get(mail) ?? { approve: 0, spam: 0, discard: 0, marks: [] };
    author[decision] = Math.max(0, author[decision] + sign);
    if (decision === "approve" && sign === 1)
      author.marks = [...new Set([...author.marks, ...marks])].slice(-MOST_MARKS);
    renew(this.#authors, mail, author, author.approve + author.spam + author.discard === 0, MOST_AUTHORS);
  }
}

function renew<T>(map: Map<string, T>, key: string, value: T, empty: boolean, most: number): void {
  map.delete(key);
  if (!empty) map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
