import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";

interface Props {
  /** Undefined: a blog that has no site yet, and gets one. */
  readonly site?: SiteView | undefined;
  readonly origin: string;
  /** A code just made: shown once. */
  readonly code?: string | undefined;
}

/** How a blog and Hamlet come together: WordPress in two ways, any other by its developer. */
export const WirePage: FC<Props> = ({ site, origin, code }) => {
  const { wire } = useMessages();
  return (
    <Layout title={wire.title} here="sites">
      <p>
        <a href={site ? `/sites/${site.id}` : "/sites"}>← {site ? site.settings.name : wire.sites}</a>
      </p>
      <h1>{wire.title}</h1>
      {site ? null : <p>{wire.newSite}</p>}
      <OwnPlugin site={site} origin={origin} code={code} />
      {site ? <AkismetPlugin site={site.id} /> : null}
      {site ? (
        <section class="card">
          <h2>{wire.others}</h2>
          <p>{wire.othersText}</p>
          <p>
            <a href="/docs">/docs</a>
          </p>
        </section>
      ) : null}
    </Layout>
  );
};

const OwnPlugin: FC<Props> = ({ site, origin, code }) => {
  const { wire } = useMessages();
  return (
    <section class="card">
      <h2>{wire.wordPress}</h2>
      <ol>
        <li>
          <a href="/hamlet.zip" download>
            hamlet.zip
          </a>{" "}
          {wire.upload}
        </li>
        <li>{wire.settings}</li>
      </ol>
      <dl class="secrets">
        <dt>{wire.address}</dt>
        <dd>
          <code>{origin}</code>
        </dd>
        {code ? (
          <>
            <dt>{wire.codeOnce}</dt>
            <dd>
              <code id="connect-code">{code}</code>
            </dd>
          </>
        ) : null}
      </dl>
      <Form action={site ? `/sites/${site.id}/wire` : "/wire"}>
        <button class={code ? "quiet" : "primary"} type="submit">
          {code ? wire.another : wire.make}
        </button>
        <p class="hint">{wire.hint}</p>
      </Form>
    </section>
  );
};

const AkismetPlugin: FC<{ site: string }> = ({ site }) => {
  const { wire } = useMessages();
  return (
    <section class="card">
      <h2>{wire.akismet}</h2>
      <ol>
        <li>
          <a href="/hamlet-akismet.zip" download>
            hamlet-akismet.zip
          </a>{" "}
          {wire.upload}
        </li>
        <li>{wire.akismetKey}</li>
      </ol>
      <p>
        <a class="button" href={`/sites/${site}/akismet`}>
          {wire.toKey}
        </a>
      </p>
    </section>
  );
};
