import type { SiteRecord } from "../../contract/site-record.ts";
import { DAY } from "../../platform/clock.ts";
import { actionToken } from "../../secrets/action-token.ts";

/** A link to decide on a comment is good for so long, milliseconds. */
const LINK_LIFE = DAY;

interface Given {
  /** Whoever opens it may decide, without signing in. */
  readonly act: boolean;
  /** Where this Hamlet is. */
  readonly link: string;
  /** Whose link it is; undefined: of whoever reads the site's messages. */
  readonly member?: string | undefined;
}

/** Where a message leads for a comment. */
export async function commentLink(
  master: string,
  site: SiteRecord,
  { act, link, member }: Given,
  { id, revision }: { readonly id: string; readonly revision: number },
  now: number,
): Promise<string> {
  if (!act) return `${link}/queue/${site.id}/${encodeURIComponent(id)}`;
  const action = { id, revision, member, expires: now + LINK_LIFE };
  return `${link}/act/${site.id}/${await actionToken(master, site, site.generation, action)}`;
}
