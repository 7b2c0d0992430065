import type { FC } from "hono/jsx";
import type { Site, SiteWithSecrets } from "../../contract/site.ts";
import type { FieldError } from "../../service/desk.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly sites: readonly Site[];
  readonly session: { name: string; csrf: string };
  readonly errors?: readonly FieldError[];
  readonly given?: Readonly<Record<string, string>>;
}

/** All sites, and the form for another. */
export const SitesPage: FC<Props> = ({ sites, session, errors = [], given = {} }) => {
  const { sites: told } = useMessages();
  return (
    <Layout title={told.title} name={session.name} csrf={session.csrf} here="sites">
      <h1>{told.title}</h1>
      <ul class="plain cards">
        {sites.map(({ id, settings }) => (
          <li class="card">
            <a href={`/sites/${id}`}>{settings.name}</a> <span class="dim">{id}</span>
          </li>
        ))}
      </ul>
      <section class="card narrow">
        <h2>{told.another}</h2>
        <Errors errors={errors} />
        <form method="post" action="/sites" class="fields">
          <input type="hidden" name="csrf" value={session.csrf} />
          <label>
            {told.id}
            <input name="id" required pattern="[a-z0-9\-]{1,40}" value={given.id ?? ""} />
            <small>{told.idHint}</small>
          </label>
          <label>
            {told.name}
            <input name="name" required maxlength={100} value={given.name ?? ""} />
          </label>
          <label>
            {told.address}
            <input name="url" type="url" placeholder="https://blog.example" value={given.url ?? ""} />
          </label>
          <button class="primary" type="submit">
            {told.make}
          </button>
        </form>
      </section>
      <section class="card narrow">
        <h2>{told.sessions}</h2>
        <p class="dim">{told.sessionsHint}</p>
        <form method="post" action="/logout/everywhere">
          <input type="hidden" name="csrf" value={session.csrf} />
          <button type="submit">{told.signOutEverywhere}</button>
        </form>
      </section>
    </Layout>
  );
};

/** What was not accepted, by field. */
export const Errors: FC<{ errors: readonly FieldError[] }> = ({ errors }) => {
  const { sites } = useMessages();
  return errors.length === 0 ? null : (
    <ul class="fault plain" role="alert">
      {errors.map(({ pointer, detail }) => (
        <li>
          {pointer.replace(/^#\/?/, "") || sites.theForm}: {detail}
        </li>
      ))}
    </ul>
  );
};

/** A site's key and secrets, shown once. */
export const SecretsPage: FC<{
  site: SiteWithSecrets;
  origin: string;
  session: { name: string; csrf: string };
}> = ({ site, origin, session }) => {
  const { sites: told } = useMessages();
  return (
    <Layout title={told.keys} name={session.name} csrf={session.csrf} here="sites">
      <section class="card">
        <h1>{told.keysOf(site.settings.name)}</h1>
        <p>{told.copyNow}</p>
        <dl class="secrets">
          <dt>{told.siteKey}</dt>
          <dd>
            <code>{site.key}</code>
          </dd>
          <dt>{told.intakeSecret}</dt>
          <dd>
            <code>{site.intakeSecret}</code>
          </dd>
          <dt>{told.deliverySecret}</dt>
          <dd>
            <code>{site.deliverySecret}</code>
          </dd>
        </dl>
        <pre class="raw" tabindex={0}>{`curl ${origin}/v1/sites/${site.id}/comments \\
  -H 'authorization: Bearer ${site.key}' \\
  -H 'content-type: application/json' \\
  -d '{"content": "Hello there", "author": {"name": "Ada"}}'`}</pre>
        <p>
          <a class="button" href={`/sites/${site.id}`}>
            {told.settings}
          </a>
        </p>
      </section>
    </Layout>
  );
};
