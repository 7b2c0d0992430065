import { type FC, useContext } from "hono/jsx";
import { EVERYWHERE, ownsAll, type Role } from "../../contract/roles.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { SignedIn } from "../parts/form.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";

/** Somebody who reaches a site, and by which role. */
export interface OneOfSite {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly everywhere: boolean;
}

/** Who moderates one site. Whoever owns all sites says so elsewhere. */
export const SitePeoplePage: FC<{ site: SiteView; people: readonly OneOfSite[] }> = ({ site, people }) => {
  const { people: text, sites } = useMessages();
  const session = useContext(SignedIn);
  const mayChange = session !== undefined && (session.isWayBack || ownsAll(session.roles));
  return (
    <SiteFrame site={site} tab="people" title={sites.tabs.people} about={text.hereAbout}>
      <section class="sheet">
        <h2>{text.here}</h2>
        {people.length === 0 ? <p class="pad dim">{text.nobody}</p> : null}
        <ul class="rows2">
          {people.map(({ id, name, role, everywhere }) => (
            <li>
              <p>
                {mayChange ? (
                  <a href={`/people/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </p>
              <p class="why">
                {text.roleNames[role]}
                {everywhere ? ` · ${text.allSites}` : null}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {mayChange ? (
        <p>
          <a class="btn main" href="/people">
            {text.invite}
          </a>
        </p>
      ) : (
        <p class="hint">{text.askOwner}</p>
      )}
    </SiteFrame>
  );
};

/** The role that counts in a site: that of all sites, or its own where it is the greater. */
export function roleIn(
  roles: Readonly<Record<string, Role>>,
  site: string,
): Omit<OneOfSite, "id" | "name"> | undefined {
  const own = Object.hasOwn(roles, site) ? roles[site] : undefined;
  const all = Object.hasOwn(roles, EVERYWHERE) ? roles[EVERYWHERE] : undefined;
  if (all === "owner" || (all !== undefined && own !== "owner")) return { role: all, everywhere: true };
  return own === undefined ? undefined : { role: own, everywhere: false };
}
