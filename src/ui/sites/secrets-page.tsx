import type { FC } from "hono/jsx";
import type { SiteWithSecrets } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

/** A site's key and secrets, shown once. */
export const SecretsPage: FC<{
  site: SiteWithSecrets;
  origin: string;
}> = ({ site, origin }) => {
  const { sites: told } = useMessages();
  return (
    <Layout title={told.keys} here="sites">
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
