import type { History } from "../memory/history.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { readEntry } from "./entry.ts";
import { leadsTo } from "./lists.ts";

/**
 * Whether an entry of the allowed list that fits a comment may publish it. A mail address can be typed by anybody: it
 * takes a mark of an approved comment beside it. A domain counts for links, and only if all of them are allowed.
 */
export function mayPublish(
  subject: Subject,
  history: Pick<History, "standing"> | undefined,
  written: string,
  allowed: readonly string[],
): boolean {
  const entry = readEntry(written);
  if (entry.kind === "mail" || entry.kind === "mail domain") return history?.standing?.confirmed === true;
  if (entry.kind !== "domain") return true;
  const addresses = [...subject.links, ...(subject.site ? [subject.site] : [])];
  const foreign = addresses.filter(({ host }) => !isOwn(subject, host));
  const domains = allowed.map(readEntry).filter((one) => one.kind === "domain");
  return (
    foreign.every((address) => domains.some((domain) => leadsTo(address, domain))) &&
    foreign.some((address) => leadsTo(address, entry))
  );
}
