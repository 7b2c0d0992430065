import type { AuthorView, Listing } from "../contract/views.ts";
import { isSameAuthor } from "../core/judging/listed.ts";
import { askSite, type Services, siteRecord } from "./services.ts";
import { changeSettings } from "./sites.ts";

/** What became of a change of the lists. */
export interface Listed {
  /** Comments that only entries had rejected which are in the lists no longer. */
  readonly freed: number;
}

/** Who wrote a comment; undefined: there is no such comment. */
export function author(services: Services, site: string, id: string): Promise<AuthorView | undefined> {
  return askSite(services, site, (object, record) => object.author(id, record));
}

/**
 * Puts the author of a comment into a list of the site, or out of both. Undefined: nothing to know the author by.
 */
export async function listAuthor(
  services: Services,
  site: string,
  id: string,
  listing: Listing | undefined,
): Promise<Listed | undefined> {
  const record = await siteRecord(services, site);
  const known = record && (await services.siteObject(site).author(id, record));
  if (!record || known?.entry === undefined) return undefined;
  // Anybody in that part of the network could take the name.
  if (listing === "allowed" && known.knownBy !== "mail") return undefined;
  const { entry } = known;
  const others = (list: readonly string[]) => list.filter((line) => !isSameAuthor(line, entry));
  const lists = { blocked: others(record.settings.blocked), allowed: others(record.settings.allowed) };
  if (listing !== undefined) lists[listing] = [...lists[listing], entry];
  const changed = await changeSettings(services, site, lists);
  return changed && { freed: "freed" in changed ? changed.freed : 0 };
}
