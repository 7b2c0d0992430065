import type { History } from "../memory/history.ts";
import { hostOf } from "../reading/address.ts";
import { isOwn, type Subject } from "../reading/subject.ts";

const DOMAIN = /^\S+\.(?:[\p{L}\p{M}]{2,}|xn--[a-z\d-]+)$/u;

/** Whether an entry of a list is a domain. */
export const isDomain = (entry: string): boolean => !entry.includes("@") && DOMAIN.test(entry);

/** Whether a host is this domain, or below it. */
export const isBelow = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/**
 * Whether an entry of the allowed list that fits a comment may publish it. A mail address can be typed by anybody: it
 * takes a mark of an approved comment beside it. A domain counts for links, and only if all of them are allowed.
 */
export function mayPublish(
  subject: Subject,
  history: History | undefined,
  entry: string,
  allowed: readonly string[],
): boolean {
  const wanted = entry.trim().toLowerCase();
  if (wanted.includes("@")) return history?.standing?.confirmed === true;
  if (!isDomain(wanted)) return true;
  const addresses = [...subject.links, ...(subject.site ? [subject.site] : [])];
  const foreign = addresses.map(({ host }) => host).filter((host) => !isOwn(subject, host));
  const domainOf = (one: string) => hostOf(one.trim().toLowerCase()) ?? "";
  const domains = allowed.filter((one) => isDomain(one.trim().toLowerCase())).map(domainOf);
  return (
    foreign.every((host) => domains.some((domain) => isBelow(host, domain))) &&
    foreign.some((host) => isBelow(host, domainOf(entry)))
  );
}
