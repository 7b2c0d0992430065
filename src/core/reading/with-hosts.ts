import { readAddress } from "./address.ts";
import { hostsNamed } from "./payload.ts";
import { isOwn, ownHosts, type Subject } from "./subject.ts";

/**
 * The same comment on a blog of other hosts. Where it names none of those that come or go it is read alike, and is the
 * very same subject: what is known of it is known still.
 */
export function withHosts(subject: Subject, hosts: readonly string[]): Subject {
  const own = ownHosts(subject.comment.post, hosts);
  const isOther = namesAny(subject, difference(own, subject.ownHosts)) || tellsByReferrer(subject, own);
  return isOther ? { ...subject, ownHosts: own } : subject;
}

const difference = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...[...a].filter((host) => !b.has(host)), ...[...b].filter((host) => !a.has(host))]);

function namesAny(subject: Subject, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false;
  const referrer = readAddress(subject.comment.referrer ?? "");
  const named = [...hostsNamed(subject), ...(referrer ? [referrer.host] : [])];
  return named.some((host) => isOwn({ ownHosts: changed }, host));
}

/** The page that a form was sent from tells something only where a host of the blog is known. */
const tellsByReferrer = ({ comment, ownHosts: before }: Subject, own: ReadonlySet<string>): boolean =>
  comment.referrer !== undefined && (before.size === 0) !== (own.size === 0);
