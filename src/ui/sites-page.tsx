import type { FC } from "hono/jsx";
import type { Site, SiteWithSecrets } from "../contract/site.ts";
import type { FieldError } from "./desk.ts";
import { Layout } from "./layout.tsx";

interface Props {
  readonly sites: readonly Site[];
  readonly session: { name: string; csrf: string };
  readonly errors?: readonly FieldError[];
  readonly given?: Readonly<Record<string, string>>;
}

/** All sites, and the form for another. */
export const SitesPage: FC<Props> = ({ sites, session, errors = [], given = {} }) => (
  <Layout title="Sites" name={session.name} csrf={session.csrf} here="sites">
    <h1>Sites</h1>
    <ul class="plain cards">
      {sites.map(({ id, settings }) => (
        <li class="card">
          <a href={`/sites/${id}`}>{settings.name}</a> <span class="dim">{id}</span>
        </li>
      ))}
    </ul>
    <section class="card narrow">
      <h2>Another site</h2>
      <Errors errors={errors} />
      <form method="post" action="/sites" class="fields">
        <input type="hidden" name="csrf" value={session.csrf} />
        <label>
          Id
          <input name="id" required pattern="[a-z0-9\-]{1,40}" value={given.id ?? ""} />
          <small>Stands in addresses: a–z, 0–9 and -.</small>
        </label>
        <label>
          Name
          <input name="name" required maxlength={100} value={given.name ?? ""} />
        </label>
        <label>
          Address
          <input name="url" type="url" placeholder="https://blog.example" value={given.url ?? ""} />
        </label>
        <button class="primary" type="submit">
          Make it
        </button>
      </form>
    </section>
  </Layout>
);

/** What was not accepted, by field. */
export const Errors: FC<{ errors: readonly FieldError[] }> = ({ errors }) =>
  errors.length === 0 ? null : (
    <ul class="fault plain" role="alert">
      {errors.map(({ pointer, detail }) => (
        <li>
          {pointer.replace(/^#\/?/, "") || "the form"}: {detail}
        </li>
      ))}
    </ul>
  );

/** A site's key and secrets, shown once. */
export const SecretsPage: FC<{
  site: SiteWithSecrets;
  origin: string;
  session: { name: string; csrf: string };
}> = ({ site, origin, session }) => (
  <Layout title="Keys" name={session.name} csrf={session.csrf} here="sites">
    <section class="card">
      <h1>Keys of {site.settings.name}</h1>
      <p>Copy them now: they are not shown again.</p>
      <dl class="secrets">
        <dt>Site key</dt>
        <dd>
          <code>{site.key}</code>
        </dd>
        <dt>Signs submissions, instead of the key</dt>
        <dd>
          <code>{site.intakeSecret}</code>
        </dd>
        <dt>Verifies what Hamlet sends</dt>
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
          Settings
        </a>
      </p>
    </section>
  </Layout>
);
