import type { Status } from "../judging/decision.ts";

/** Of a comment, what says who wrote it and where from. Hashes are keyed. */
interface Came {
  readonly status: Status;
  readonly mail: string | undefined;
  readonly name: string | undefined;
  readonly prefix: string | undefined;
}

/** With fewer authors nothing is said. */
const ENOUGH_AUTHORS = 20;

/**
 * Parts of the network that more than half of the published authors came by: a proxy's, most likely, which says
 * nothing of a person. Only what was published counts, so that a flood does not make its own network one.
 */
export function sharedPrefixes(traces: Iterable<Came>): ReadonlySet<string> {
  const all = new Set<string>();
  const byPrefix = new Map<string, Set<string>>();
  for (const { status, mail, name, prefix } of traces) {
    if (status !== "published" || prefix === undefined) continue;
    const author = mail ?? `name ${name ?? ""}`;
    all.add(author);
    const authors = byPrefix.get(prefix) ?? new Set();
    byPrefix.set(prefix, authors.add(author));
  }
  if (all.size < ENOUGH_AUTHORS) return new Set();
  return new Set([...byPrefix].filter(([, { size }]) => size * 2 > all.size).map(([prefix]) => prefix));
}
