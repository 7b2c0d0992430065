import { shown } from "../contract/shown-settings.ts";
import type { SiteView } from "../contract/site.ts";
import type { SiteRecord } from "../contract/site-record.ts";

const date = (time: number) => new Date(time).toISOString();

/** A site as the owner sees it. */
export function siteView({ id, createdAt, settings, keys }: SiteRecord): SiteView {
  return {
    id,
    createdAt: date(createdAt),
    settings: shown(settings),
    keys: keys.map(({ n, scope, createdAt, revokedAt }) => ({
      n,
      scope,
      createdAt: date(createdAt),
      revokedAt: revokedAt === null ? null : date(revokedAt),
    })),
  };
}
