import type { FC } from "hono/jsx";
import type { MemberView } from "../../contract/members.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { Time } from "../parts/words.tsx";
import { Means, Once, Sessions } from "./means.tsx";
import { MemberFields, type TypedMember } from "./member-fields.tsx";
import { LinkedTelegrams } from "./telegram.tsx";

interface Props {
  readonly view: MemberView;
  readonly sites: readonly SiteView[];
  /** The host that passkeys must be of. */
  readonly host: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: TypedMember | undefined;
  readonly saved?: boolean;
  /** A link that was just made: told now and never again. */
  readonly link?: string | undefined;
}

/** One person: who she is, what she may, what opens her account, and the way to take her out. */
export const MemberPage: FC<Props> = ({ view, sites, host, errors = [], typed, saved, link }) => {
  const { people } = useMessages();
  const { member, passkeys, tokens, sessions, telegrams } = view;
  const path = `/people/${member.id}`;
  return (
    <Layout title={member.name} here="people">
      <p>
        <a href="/people">← {people.title}</a>
      </p>
      <h1>
        <bdi>{member.name}</bdi>
      </h1>
      {saved ? (
        <p class="notice" role="status">
          {people.saved}
        </p>
      ) : null}
      {link === undefined ? null : (
        <Once title={people.linkTitle} hint={people.linkHint(member.name)} value={link} />
      )}
      <section class="card narrow">
        <FieldErrors errors={errors} />
        <Form action={path} class="fields">
          <MemberFields typed={typed ?? member} sites={sites} />
          <button class="primary" type="submit">
            {people.save}
          </button>
        </Form>
      </section>
      <Invitation view={view} path={path} />
      <section class="card narrow">
        <h2>{people.passkeys}</h2>
        <Means path={path} kind="passkeys" means={passkeys} host={host} />
        <h2>{people.tokens}</h2>
        <Means path={path} kind="tokens" means={tokens} host={host} />
      </section>
      <section class="card narrow">
        <h2>{people.sessions}</h2>
        <Sessions path={path} sessions={sessions} />
      </section>
      <LinkedTelegrams path={path} telegrams={telegrams} />
      <section class="card narrow danger">
        <h2>{people.takeOut(member.name)}</h2>
        <p>{people.takeOutHint}</p>
        <Form action={`${path}/remove`}>
          <button class="spam" type="submit">
            {people.takeOut(member.name)}
          </button>
        </Form>
      </section>
    </Layout>
  );
};

const Invitation: FC<{ view: MemberView; path: string }> = ({ view, path }) => {
  const { people } = useMessages();
  return (
    <section class="card narrow">
      <h2>{people.invitation}</h2>
      {view.invitedUntil === undefined ? (
        <p class="dim">{people.none.invitation}</p>
      ) : (
        <>
          <p>
            {people.invitedUntil} <Time at={view.invitedUntil} />
          </p>
          <Form action={`${path}/invitation/withdraw`}>
            <button type="submit">{people.withdraw}</button>
          </Form>
        </>
      )}
      <Form action={`${path}/invitation`}>
        <button type="submit">{people.newLink}</button>
      </Form>
      <p class="hint">{people.newLinkHint}</p>
    </section>
  );
};
