import type { FC } from "hono/jsx";
import type { PersonErased, PersonExport } from "../../contract/privacy.ts";
import type { Site } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";

interface Props {
  readonly site: Site;
  readonly session: { name: string; csrf: string };
  readonly fault?: string;
  /** The address asked for; it is in the page alone, never in an address. */
  readonly email?: string;
  readonly kept?: PersonExport | undefined;
  readonly erased?: PersonErased | undefined;
}

/** What is kept of one commenter, and the button that erases it. */
export const PersonPage: FC<Props> = ({ site, session, fault, email, kept, erased }) => {
  const { privacy: told } = useMessages();
  const path = `/sites/${site.id}/person`;
  return (
    <Layout title={told.person} name={session.name} csrf={session.csrf} here="sites">
      <p>
        <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
      </p>
      <h1>{told.person}</h1>
      <section class="card narrow">
        {fault ? (
          <p class="fault" role="alert">
            {fault}
          </p>
        ) : null}
        <form method="post" action={path} class="fields">
          <input type="hidden" name="csrf" value={session.csrf} />
          <label>
            {told.email}
            <input name="email" type="email" required autocomplete="off" value={email ?? ""} />
            <small>{told.personHint}</small>
          </label>
          <button class="primary" type="submit">
            {told.show}
          </button>
        </form>
      </section>
      {kept && email !== undefined ? (
        <Kept kept={kept} path={path} email={email} csrf={session.csrf} />
      ) : null}
      {erased ? <Erased erased={erased} site={site.id} /> : null}
    </Layout>
  );
};

const Kept: FC<{ kept: PersonExport; path: string; email: string; csrf: string }> = ({
  kept,
  path,
  email,
  csrf,
}) => {
  const { privacy: told } = useMessages();
  const { approved, spam, discarded } = kept.standing;
  return (
    <section class="card">
      <p role="status">
        {told.found(kept.comments.length, kept.inbox)} {told.standing(approved, spam, discarded)}
      </p>
      <label>
        {told.download}
        <textarea readonly rows={12} dir="ltr">
          {JSON.stringify(kept, null, 2)}
        </textarea>
      </label>
      <form method="post" action={`${path}/erase`} class="fields">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="email" value={email} />
        <label class="check">
          <input type="checkbox" required /> {told.eraseConfirm}
        </label>
        <button class="spam" type="submit">
          {told.erase}
        </button>
      </form>
    </section>
  );
};

const Erased: FC<{ erased: PersonErased; site: string }> = ({ erased, site }) => {
  const { privacy: told } = useMessages();
  return (
    <section class="card">
      <p class="notice" role="status">
        {told.erased(erased.comments, erased.inbox)}
      </p>
      <h2>{told.remains}</h2>
      <ul>
        {erased.remains.map(({ what }) => (
          <li>{told.left[what]}</li>
        ))}
      </ul>
      {erased.mentions.length > 0 ? <p>{told.mentions}</p> : null}
      <ul>
        {erased.mentions.map((id) => (
          <li>
            <a href={commentPath({ site, id })}>{id}</a>
          </li>
        ))}
      </ul>
    </section>
  );
};
