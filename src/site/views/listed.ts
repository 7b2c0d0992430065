import type { Settings } from "../../contract/site.ts";
import type { Listing } from "../../contract/views.ts";
import type { Listed } from "../../core/memory/history.ts";

const ENTRY = /^(?:author|network):([0-9a-f]{24})(?: (.*))?$/;

/** Whether an author stands in the site's lists, by the keyed hash of the mail address or of the network's prefix. Blocked wins. */
export function listingOf(
  settings: Pick<Settings, "blocked" | "allowed">,
  mail: string | undefined,
  prefixes: readonly string[],
): { readonly listing: Listing; readonly name: string } | undefined {
  const marks = new Set([...prefixes, ...(mail === undefined ? [] : [mail])]);
  for (const listing of ["blocked", "allowed"] as const) {
    for (const entry of settings[listing]) {
      const [, hash, name = ""] = ENTRY.exec(entry) ?? [];
      if (hash !== undefined && marks.has(hash)) return { listing, name };
    }
  }
  return undefined;
}

/** The same for the filter. */
export function listedAuthor(
  settings: Pick<Settings, "blocked" | "allowed">,
  mail: string | undefined,
  prefixes: readonly string[],
): Listed | undefined {
  const found = listingOf(settings, mail, prefixes);
  return found && { effect: found.listing === "blocked" ? "reject" : "publish", name: found.name };
}
