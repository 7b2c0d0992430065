import type { FC } from "hono/jsx";
import { useContext } from "hono/jsx";
import type { MemberView } from "../../contract/members.ts";
import { EVERYWHERE, type Roles } from "../../contract/roles.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form, SignedIn } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { Time } from "../parts/words.tsx";
import { MemberFields, nobodyYet, type TypedMember } from "./member-fields.tsx";

interface Props {
  readonly people: readonly MemberView[];
  readonly sites: readonly SiteView[];
  readonly isTokenWayBack: boolean;
  readonly errors?: readonly FieldError[];
  readonly typed?: TypedMember | undefined;
  readonly fault?: string | undefined;
}

/** Everybody who moderates here, and the form for another. */
export const PeoplePage: FC<Props> = ({ people, sites, isTokenWayBack, errors = [], typed, fault }) => {
  const { people: text } = useMessages();
  const session = useContext(SignedIn);
  const byToken = session?.member === null;
  return (
    <Layout title={text.title} here="people">
      <h1>{text.title}</h1>
      {fault ? (
        <p class="fault" role="alert">
          {fault}
        </p>
      ) : null}
      <p class="hint">{text.hint}</p>
      {session?.isWayBack ? (
        <p class="notice" role="status">
          {text.wayBack}
        </p>
      ) : null}
      {people.length === 0 ? <p class="empty">{text.nobody}</p> : null}
      <ul class="plain cards">
        {people.map((one) => (
          <Line view={one} sites={sites} />
        ))}
      </ul>
      {byToken ? <OwnAccount name={session.name} /> : null}
      <section class="card narrow">
        <h2>{text.invite}</h2>
        <FieldErrors errors={errors} />
        <Form action="/people" class="fields">
          <MemberFields typed={typed ?? nobodyYet} sites={sites} />
          <button class="primary" type="submit">
            {text.inviteButton}
          </button>
        </Form>
      </section>
      <OwnersToken isWayBack={isTokenWayBack} />
    </Layout>
  );
};

const Line: FC<{ view: MemberView; sites: readonly SiteView[] }> = ({ view, sites }) => {
  const { people } = useMessages();
  const { member, invitedUntil, sessions } = view;
  const lastUsed = Math.max(0, ...sessions.map(({ usedAt }) => usedAt));
  return (
    <li class="card">
      <a href={`/people/${member.id}`}>
        <bdi>{member.name}</bdi>
      </a>{" "}
      <span class="dim">
        {rolesText(member.roles, sites, people)}
        {invitedUntil === undefined ? null : (
          <>
            {" · "}
            {people.invitedUntil} <Time at={invitedUntil} />
          </>
        )}
        {lastUsed === 0 ? null : (
          <>
            {" · "}
            {people.lastSeen} <Time at={lastUsed} />
          </>
        )}
      </span>
    </li>
  );
};

function rolesText(
  roles: Roles,
  sites: readonly SiteView[],
  text: ReturnType<typeof useMessages>["people"],
): string {
  const named = (site: string) =>
    site === EVERYWHERE ? text.allSites : (sites.find(({ id }) => id === site)?.settings.name ?? site);
  const all = Object.entries(roles).map(([site, role]) => `${text.roleNames[role]}: ${named(site)}`);
  return all.length === 0 ? text.noRoles : all.join(", ");
}

/** Who came with the owner's token makes herself an account, to come by a passkey next time. */
const OwnAccount: FC<{ name: string }> = ({ name }) => {
  const { people } = useMessages();
  return (
    <section class="card narrow">
      <h2>{people.ownAccount}</h2>
      <p>{people.ownAccountHint}</p>
      <Form action="/account/own" class="fields">
        <label>
          {people.name}
          <input name="name" required maxlength={60} value={name} autocomplete="name" dir="auto" />
        </label>
        <label>
          {people.email}
          <input name="email" type="email" dir="ltr" maxlength={254} autocomplete="email" />
          <small>{people.emailHint}</small>
        </label>
        <button class="primary" type="submit">
          {people.ownAccountButton}
        </button>
      </Form>
    </section>
  );
};

const OwnersToken: FC<{ isWayBack: boolean }> = ({ isWayBack }) => {
  const { people } = useMessages();
  return (
    <section class="card narrow">
      <h2>{people.ownersToken}</h2>
      <p>{isWayBack ? people.tokenOff : people.tokenOn}</p>
      <Form action="/account/owners-token">
        <input type="hidden" name="daily" value={isWayBack ? "on" : "off"} />
        <button type="submit">{isWayBack ? people.switchOn : people.switchOff}</button>
      </Form>
    </section>
  );
};
