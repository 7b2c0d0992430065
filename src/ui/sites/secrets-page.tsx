import type { FC } from "hono/jsx";
import type { SiteWithSecrets } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { SiteFrame, tabPath } from "./site-frame.tsx";

/** A site's key and secrets, shown once. */
export const SecretsPage: FC<{
  site: SiteWithSecrets;
  origin: string;
}> = ({ site, origin }) => {
  const { sites: text } = useMessages();
  return (
    <SiteFrame site={site} tab="connection" title={text.keysOf(site.settings.name)} isPart>
      <section class="card">
        <p>{text.copyNow}</p>
        <dl class="secrets">
          <dt>{text.siteKey}</dt>
          <dd>
            <code>{site.key}</code>
          </dd>
          <dt>{text.intakeSecret}</dt>
          <dd>
            <code>{site.intakeSecret}</code>
          </dd>
          <dt>{text.deliverySecret}</dt>
          <dd>
            <code>{site.deliverySecret}</code>
          </dd>
        </dl>
        <pre class="raw" tabindex={0}>{`curl ${origin}/v1/sites/${site.id}/comments \\
  -H 'authorization: Bearer ${site.key}' \\
  -H 'content-type: application/json' \\
  -d '{"content": "Hello there", "author": {"name": "Ada"}}'`}</pre>
        <p>
          <a class="button" href={tabPath(site.id, "connection")}>
            {text.tabs.connection}
          </a>
        </p>
      </section>
    </SiteFrame>
  );
};
