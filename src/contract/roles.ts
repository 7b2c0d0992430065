import * as z from "zod";

export const roleNames = ["owner", "moderator"] as const;

export type Role = (typeof roleNames)[number];

/** Stands for every site, those that are still to be made too. */
export const EVERYWHERE = "*";

const MOST = 200;

/** What somebody may do, by site. An owner may all that a moderator may. */
export const roles = z
  .record(z.string().regex(/^(?:\*|[a-z0-9-]{1,40})$/, "a site's id, or * for all"), z.enum(roleNames))
  .refine((given) => Object.keys(given).length <= MOST, `at most ${MOST} sites`)
  .meta({ description: "By site, or * for all sites: owner or moderator.", example: { demo: "moderator" } });

export type Roles = Readonly<Record<string, Role>>;

/** The sites that somebody reaches. */
export type Reach = "all" | ReadonlySet<string>;

/** Own ones alone: a site may be called as every object's own parts are. */
const own = (given: Roles, site: string): Role | undefined =>
  Object.hasOwn(given, site) ? given[site] : undefined;

/** May everything, of the sites and of the people. */
export const ownsAll = (given: Roles): boolean => own(given, EVERYWHERE) === "owner";

export const owns = (given: Roles, site: string): boolean => ownsAll(given) || own(given, site) === "owner";

export const moderates = (given: Roles, site: string): boolean =>
  own(given, EVERYWHERE) !== undefined || own(given, site) !== undefined;

export const reachOf = (given: Roles): Reach =>
  own(given, EVERYWHERE) === undefined ? new Set(Object.keys(given)) : "all";

export const reaches = (reach: Reach, site: string): boolean => reach === "all" || reach.has(site);

/** Roles without those of a site that is no more: another made under its id is another. */
export const withoutSite = (given: Roles, site: string): Roles =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== site));
