import type { FC } from "hono/jsx";
import { Layout } from "../parts/layout.tsx";
import { OperationCard } from "./operation.tsx";
import { type ApiDescription, anchorOf, routesOf } from "./schema.ts";

/** The API for people, from the very document at /openapi.json. */
const DocsPage: FC<{ api: ApiDescription }> = ({ api }) => (
  <Layout title="API" module="docs">
    <h1>{api.info.title}’s API</h1>
    <p>
      {api.info.description} For programs: <a href="/openapi.json">openapi.json</a>.
    </p>
    <Outcomes />
    <nav class="card" aria-label="Routes">
      <h2>Routes</h2>
      <ul class="plain">
        {routesOf(api).map((route) => (
          <li>
            <a href={`#${anchorOf(route)}`}>{route.operation.summary ?? route.path}</a>{" "}
            <code class="dim">
              {route.method} {route.path}
            </code>
          </li>
        ))}
      </ul>
    </nav>
    {routesOf(api).map((route) => (
      <OperationCard route={route} api={api} />
    ))}
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

const outcomes = [
  ["publish", "published", "none: it was the answer", "show it"],
  ["review", "pending", "comment.held, if you asked for it", "keep it hidden, and wait"],
  ["reject", "spam", "none: it was the answer", "do not show it"],
] as const;

const decisions = [
  ["approve", "published", "comment.published", "show it"],
  ["spam", "spam", "comment.spam", "take it away as spam"],
  ["discard", "discarded", "comment.discarded", "take it away"],
  ["undo", "as before", "comment.reverted", "put it where the event’s status says"],
] as const;

const answered = [
  "reply",
  "published",
  "comment.reply, if you take answers",
  "publish it under the comment",
] as const;

/** What is answered, what it means, which event follows, and what a blog does with it. */
const Outcomes: FC = () => (
  <section class="card">
    <h2>Outcome, status, event, and what the blog does</h2>
    <section class="scroll" tabindex={0} aria-label="Outcomes">
      <table>
        <thead>
          <tr>
            <th>Said</th>
            <th>Status</th>
            <th>Event</th>
            <th>The blog</th>
          </tr>
        </thead>
        <tbody>
          {[
            ...outcomes.map((row) => ["outcome", ...row]),
            ...decisions.map((row) => ["decision", ...row]),
            ["answer", ...answered],
          ].map(([kind, said, status, event, does]) => (
            <tr>
              <td>
                {kind} <code>{said}</code>
              </td>
              <td>
                <code>{status}</code>
              </td>
              <td>{event}</td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </section>
);

/** The page of an OpenAPI document, as HTML. */
export const docsPage = async (document: object): Promise<string> =>
  `<!DOCTYPE html>${await (<DocsPage api={document as ApiDescription} />).toString()}`;
