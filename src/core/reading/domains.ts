import type { Comment } from "../comment.ts";
import { linksOf, readLink } from "./links.ts";

/** Domains remembered of one comment. */
const MOST = 20;

/** Registered domains that a comment links to, in the text or as the author's link; the site's own left out. */
export function linkedDomains(
  comment: Pick<Comment, "content" | "author">,
  hosts: readonly string[],
): string[] {
  const author = comment.author.url ? readLink(comment.author.url) : undefined;
  const links = [...linksOf(comment.content), ...(author ? [author] : [])];
  const own = (host: string) => hosts.some((mine) => host === mine || host.endsWith(`.${mine}`));
  return [...new Set(links.filter((link) => !own(link.host)).map((link) => link.domain))].slice(0, MOST);
}
