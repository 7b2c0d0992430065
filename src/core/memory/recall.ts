import type { Comment } from "../comment.ts";
import { type Fingerprint, fingerprint } from "../reading/fingerprint.ts";
import { linkedDomains, type Subject } from "../reading/subject.ts";
import type { History } from "./history.ts";
import type { Recent, RecentView } from "./recent.ts";
import { type Came, marksOf, networkOf, type Reputation } from "./reputation.ts";
import { strangeDomains } from "./spread.ts";

/** A comment as it comes to a site. Hashes are keyed; times in milliseconds since 1970. */
export interface Arriving extends Came {
  readonly id: string;
  readonly comment: Comment;
  /** Of what makes the content. */
  readonly hash: string;
  readonly mail?: string | undefined;
  readonly arrived: number;
}

/** What a site has in mind. */
interface Memory {
  readonly recent: Recent;
  readonly reputation: Reputation;
}

/** What a site's memory says of a comment that comes. */
interface Recalled extends RecentView, Pick<History, "standing" | "domains"> {
  /** Undefined: too short to be told from anybody else's. */
  readonly fingerprint: Fingerprint | undefined;
  /** The parts of the network that say something of a person. */
  readonly prefixes: readonly string[];
  /** What the author is told by: the comment's marks, and those that approved comments of hers link to them. */
  readonly marks: ReadonlySet<string>;
}

/** Looks a comment up among the recent ones, and its author and domains in what people decided. `allowed`: the owner's list. */
export function recall(
  { recent, reputation }: Memory,
  arriving: Arriving,
  subject: Subject,
  allowed: readonly string[],
): Recalled {
  const print = fingerprint(subject);
  const linked = linkedDomains(subject);
  const domains = reputation.domains(linked);
  const { shared } = recent;
  const { comment, mail } = arriving;
  const prefixes = networkOf(arriving, shared);
  const marks = marksOf(arriving, shared);
  return {
    ...recent.look({
      id: arriving.id,
      post: comment.post.url,
      parent: comment.parent?.id,
      hash: arriving.hash,
      arrived: arriving.arrived,
      fingerprint: print,
      mail,
      name: comment.author.name,
      prefixes,
      domains: subject.fromServer ? [] : strangeDomains(linked, domains, allowed),
    }),
    standing: reputation.standing(mail, marks, shared),
    domains,
    fingerprint: print,
    prefixes,
    marks: mail === undefined ? new Set(marks) : reputation.marksWith(mail, marks, shared),
  };
}
