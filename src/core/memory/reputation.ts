import type { Decision } from "../judging/decision.ts";
import type { DomainRecord, Standing } from "./history.ts";
import {
  type AuthorRecord,
  type OldAuthorRecord,
  placesOf,
  standingAt,
  testifyAt,
  totals,
} from "./places.ts";

/** Authors and domains kept in mind; beyond that the one not seen for longest goes. About 150 bytes each. */
const MOST_AUTHORS = 4000;
const MOST_DOMAINS = 4000;

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
  readonly authors: readonly (readonly [string, AuthorRecord | OldAuthorRecord])[];
  readonly domains: readonly (readonly [string, Counts])[];
}

/**
 * What people's decisions say of a site's authors and of the domains they link to. An author is a mail address and
 * a second mark: anybody can type an address.
 */
export class Reputation {
  readonly #authors: Map<string, AuthorRecord>;
  readonly #domains: Map<string, Counts>;

  constructor({ authors, domains }: StoredReputation = { authors: [], domains: [] }) {
    this.#authors = new Map(authors.map(([mail, author]) => [mail, placesOf(author)]));
    this.#domains = new Map(domains);
  }

  store(): StoredReputation {
    return { authors: [...this.#authors], domains: [...this.#domains] };
  }

  /**
   * How whoever sends this address with these marks stands; decisions on comments from elsewhere do not count.
   * Undefined: no mail address to know the author by. `shared`: marks that say nothing of a person.
   */
  standing(
    mail: string | undefined,
    marks: readonly string[],
    shared: ReadonlySet<string> = new Set(),
  ): Standing | undefined {
    if (mail === undefined) return undefined;
    return standingAt(this.#authors.get(mail), this.marksWith(mail, marks, shared), shared);
  }

  /** These marks, and those that approved comments of this address came with together. */
  marksWith(mail: string, marks: readonly string[], shared: ReadonlySet<string>): ReadonlySet<string> {
    const known = new Set(marks.filter((mark) => !shared.has(mark)));
    const approved = this.#authors.get(mail)?.places.filter(({ approve }) => approve > 0) ?? [];
    for (let before = -1; before < known.size; ) {
      before = known.size;
      for (const place of approved) {
        const own = place.marks.filter((mark) => !shared.has(mark));
        if (own.some((mark) => known.has(mark))) for (const mark of own) known.add(mark);
      }
    }
    return known;
  }

  /** All decisions on comments with this address, wherever they came from; undefined: there are none. */
  decided(mail: string): Omit<Standing, "confirmed"> | undefined {
    const author = this.#authors.get(mail);
    return author && totals(author.places);
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
      const author = testifyAt(this.#authors.get(mail), marks, decision, sign);
      renew(this.#authors, mail, author, author.places.length === 0, MOST_AUTHORS);
    }
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
}

function renew<T>(map: Map<string, T>, key: string, value: T, empty: boolean, most: number): void {
  map.delete(key);
  if (!empty) map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
