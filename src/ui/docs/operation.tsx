import type { FC } from "hono/jsx";
import { examplesOf } from "./examples.ts";
import {
  type ApiDescription,
  anchorOf,
  bodyOf,
  exampleBody,
  type Route,
  resolved,
  type Schema,
  typeOf,
} from "./schema.ts";

const keys: Readonly<Record<string, string>> = {
  siteKey: "the site’s key",
  signature: "a signature",
  ownerToken: "the owner’s token",
};

interface Props {
  readonly route: Route;
  readonly api: ApiDescription;
}

/** One route: who may call it, what it takes, examples to paste, what is answered, and a form to try it. */
export const OperationCard: FC<Props> = ({ route, api }) => {
  const { method, path, operation } = route;
  const body = bodyOf(operation, api);
  const example = exampleBody(operation, api);
  const shown = path.replaceAll("{site}", "demo").replaceAll(/\{(\w+)\}/g, "comment-4711");
  return (
    <section class="card" id={anchorOf(route)}>
      <h2>{operation.summary ?? `${method} ${path}`}</h2>
      <p>
        <code>
          <b>{method}</b> {path}
        </code>
      </p>
      {operation.description ? <p>{operation.description}</p> : null}
      <p class="dim">
        Who:{" "}
        {operation.security
          ?.flatMap((scheme) => Object.keys(scheme).map((name) => keys[name] ?? name))
          .join(" or ") || "anybody"}
      </p>
      <Parameters route={route} />
      {body?.properties ? <Fields schema={body} api={api} /> : null}
      {examplesOf(route, shown, example).map(({ name, code }) => (
        <details>
          <summary>{name}</summary>
          <pre class="raw block" data-origin tabindex={0}>
            {code}
          </pre>
        </details>
      ))}
      <ul class="plain">
        {Object.entries(operation.responses ?? {}).map(([status, { description }]) => (
          <li>
            <b>{status}</b> {description}
          </li>
        ))}
      </ul>
      <TryIt route={route} example={example?.text} path={shown} />
    </section>
  );
};

const Parameters: FC<{ route: Route }> = ({ route: { operation } }) => {
  const asked = (operation.parameters ?? []).filter((parameter) => parameter.in === "query");
  if (asked.length === 0) return null;
  return (
    <ul class="plain">
      {asked.map(({ name, description }) => (
        <li>
          <code>?{name}=</code> {description}
        </li>
      ))}
    </ul>
  );
};

/** Fields of a body, those of an object in it below it. */
const Fields: FC<{ schema: Schema; api: ApiDescription }> = ({ schema, api }) => (
  <section class="scroll" tabindex={0} aria-label="Fields">
    <table>
      <thead>
        <tr>
          <th>Field</th>
          <th>Holds</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        {fieldsOf(schema, api).map(({ name, isNeeded, field }) => (
          <tr>
            <td>
              <code>{name}</code>
              {isNeeded ? <small> needed</small> : null}
            </td>
            <td>{typeOf(field, api)}</td>
            <td>{resolved(field, api).description}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

interface Field {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly field: Schema;
}

function fieldsOf({ properties = {}, required = [] }: Schema, api: ApiDescription, before = ""): Field[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const inner = resolved(field, api);
    const own = { name: before + name, isNeeded: required.includes(name), field };
    return inner.properties && before === "" ? [own, ...fieldsOf(inner, api, `${name}.`)] : [own];
  });
}

/** The key that is typed here goes into the request and nowhere else. */
const TryIt: FC<{ route: Route; example: string | undefined; path: string }> = ({ route, example, path }) => (
  <details class="try">
    <summary>Try it</summary>
    <form class="fields" data-method={route.method}>
      <label>
        Path
        <input name="path" value={path} autocomplete="off" spellcheck={false} />
      </label>
      <label>
        Key: stays in this page’s memory
        <input name="key" type="password" autocomplete="off" />
      </label>
      {example === undefined ? null : (
        <label>
          Body
          <textarea name="body" rows={8} spellcheck={false}>
            {example}
          </textarea>
        </label>
      )}
      <button class="primary" type="submit">
        Send
      </button>
      <output class="raw block" />
    </form>
  </details>
);
