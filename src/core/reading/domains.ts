import { isOwn, type Linked } from "./subject.ts";

/** Domains remembered of one comment. */
const MOST = 20;

/** Registered domains that a comment links to, in the text or as the author's link; the site's own left out. */
export function linkedDomains(linked: Pick<Linked, "links" | "site" | "ownHosts">): string[] {
  const addresses = [...linked.links, ...(linked.site ? [linked.site] : [])];
  const foreign = addresses.filter(({ host }) => !isOwn(linked, host));
  return [...new Set(foreign.map(({ domain }) => domain))].slice(0, MOST);
}
