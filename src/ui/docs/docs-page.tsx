import type { FC } from "hono/jsx";
import { Layout } from "../parts/layout.tsx";

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Record<string, unknown>[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

/** As much of an OpenAPI document as this page reads. */
interface ApiDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

const keys: Readonly<Record<string, string>> = {
  siteKey: "the site’s key",
  signature: "a signature",
  ownerToken: "the owner’s token",
};

/** The API for people, from the very document at /openapi.json. */
const DocsPage: FC<{ api: ApiDescription }> = ({ api }) => (
  <Layout title="API">
    <h1>{api.info.title}’s API</h1>
    <p>
      {api.info.description} For programs: <a href="/openapi.json">openapi.json</a>.
    </p>
    {Object.entries(api.paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => (
        <section class="card">
          <h2>{operation.summary}</h2>
          <p>
            <code>
              {method.toUpperCase()} {path}
            </code>
          </p>
          {operation.description ? <p>{operation.description}</p> : null}
          <p class="dim">
            Who:{" "}
            {operation.security
              ?.flatMap((scheme) => Object.keys(scheme).map((name) => keys[name] ?? name))
              .join(" or ") || "anybody"}
          </p>
          <ul class="plain">
            {Object.entries(operation.responses ?? {}).map(([status, { description }]) => (
              <li>
                <b>{status}</b> {description}
              </li>
            ))}
          </ul>
        </section>
      )),
    )}
    <h2>Schemas</h2>
    {Object.entries(api.components?.schemas ?? {}).map(([name, schema]) => (
      <details class="card">
        <summary>{name}</summary>
        <pre class="raw" tabindex={0}>
          {JSON.stringify(schema, null, 2)}
        </pre>
      </details>
    ))}
  </Layout>
);

/** The page of an OpenAPI document, as HTML. */
export const docsPage = async (document: object): Promise<string> =>
  `<!DOCTYPE html>${await (<DocsPage api={document as ApiDescription} />).toString()}`;
