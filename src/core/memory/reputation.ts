import type { Author, Comment } from "../comment.ts";
import { hash } from "../hash.ts";
import type { Decision } from "../judging/decision.ts";
import type { Verdict } from "../judging/verdict.ts";
import { linkedDomains, readLinks } from "../reading/subject.ts";
import type { DomainRecord, Standing } from "./history.ts";
import {
  type AuthorRecord,
  type OldAuthorRecord,
  placesOf,
  standingAt,
  testifyAt,
  totals,
} from "./places.ts";

/** By what a commenter can be told, beyond what she writes. Hashes are keyed. */
export interface Came {
  readonly comment: Pick<Comment, "author">;
  /** The part of the network, under the present salt and the one before. */
  readonly network?: { readonly prefix: readonly string[] } | undefined;
  readonly browser?: string | undefined;
}

/** The blog's own user: the blog alone says who that is, a form does not. */
const userOf = ({ id }: Author): string[] => (id ? [`id:${hash(id).toString(36)}`] : []);

/** The parts of the network that a submission came by, under both salts; none, if most commenters share it. */
export function networkOf(
  { network }: Pick<Came, "network">,
  shared: ReadonlySet<string>,
): readonly string[] {
  const prefixes = network?.prefix ?? [];
  return prefixes.some((prefix) => shared.has(prefix)) ? [] : prefixes;
}

/** By what an author is told from somebody who only typed her mail address. */
export const marksOf = (came: Came, shared: ReadonlySet<string>): string[] => [
  ...networkOf(came, shared),
  ...(came.browser ? [came.browser] : []),
  ...userOf(came.comment.author),
];

/** Of a stored comment, by what its author can be told. */
interface StoredMarks {
  readonly prefix: string | null;
  readonly browser: string | null;
  readonly comment: Pick<Comment, "author">;
}

/** The same of a comment as it is stored. */
export const marksOfRow = ({ prefix, browser, comment }: StoredMarks): string[] => [
  ...[prefix, browser].filter((mark) => mark !== null),
  ...userOf(comment.author),
];

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

/** Whom and what a decision on a comment speaks of. Hashes are keyed. */
export interface Witness extends Pick<Testimony, "mail" | "marks" | "domains"> {
  /** It had come twice. */
  readonly double: boolean;
}

/** Whom and what a decision on a stored comment speaks of. `hosts` are the blog's own. */
export function witnessOf(
  row: StoredMarks & {
    readonly mail: string | null;
    readonly comment: Comment;
    readonly verdict: Pick<Verdict, "policy">;
  },
  hosts: readonly string[],
): Witness {
  const double = row.verdict.policy.some(({ kind }) => kind === "double");
  return {
    mail: row.mail,
    marks: marksOfRow(row),
    domains: linkedDomains(readLinks(row.comment, hosts)),
    double,
  };
}

/** What a decision says of the author and of the domains that are linked to. Who only sent a comment twice is none the worse for it. */
export function testimony(decision: Decision, { mail, marks, domains, double }: Witness): Testimony {
  return { decision, mail: decision === "discard" && double ? null : mail, marks, domains };
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
