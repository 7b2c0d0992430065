import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { CopyLine } from "./copy-line.tsx";
import { StaticSteps } from "./static-steps.tsx";

/** The ways by which a blog comes, each with its drawing. */
const ways = { wordpress: "wp", static: "stack", akismet: "plug", code: "code", system: "form" } as const;

export type Way = keyof typeof ways;

interface CodeProps {
  /** Undefined: a site is made when the blog connects. */
  readonly site?: SiteView | undefined;
  readonly origin: string;
  /** A code just made: shown once. */
  readonly code?: string | undefined;
}

/** One card for each way; the chosen one's steps stand below, without a script too. */
export const Ways: FC<CodeProps & { site: SiteView; way: Way }> = ({ site, origin, code, way }) => {
  const { wire } = useMessages();
  return (
    <>
      <section class="sheet">
        <h2>{wire.whatRuns}</h2>
        <fieldset class="ways">
          <legend class="unseen">{wire.whatRuns}</legend>
          {(Object.keys(ways) as Way[]).map((name) => (
            <label>
              <input class="dot" type="radio" name="way" id={`by-${name}`} checked={name === way} />
              <Icon name={ways[name]} />
              <b>{wire.ways[name].name}</b>
              <span class="dim">{wire.ways[name].about}</span>
            </label>
          ))}
        </fieldset>
      </section>
      <section class="sheet way for-wordpress">
        <h2>{wire.wordPress}</h2>
        <OwnPlugin site={site} origin={origin} code={code} />
      </section>
      <section class="sheet way for-static">
        <h2>{wire.ways.static.name}</h2>
        <StaticSteps site={site} origin={origin} />
      </section>
      <section class="sheet way for-akismet">
        <h2>{wire.ways.akismet.name}</h2>
        <AkismetSteps site={site.id} origin={origin} />
      </section>
      <section class="sheet way for-code">
        <h2>{wire.ways.code.name}</h2>
        <CodeSteps site={site.id} origin={origin} />
      </section>
      <section class="sheet way for-system">
        <h2>{wire.ways.system.name}</h2>
        <ol class="steps">
          <li>
            <a href={`/sites/${site.id}/system`}>{wire.toSystem}</a>
          </li>
          <li>{wire.writeOne}</li>
        </ol>
      </section>
    </>
  );
};

/** Hamlet's plugin, and the one-time code by which it fetches its key itself. */
export const OwnPlugin: FC<CodeProps> = ({ site, origin, code }) => {
  const { wire } = useMessages();
  return (
    <ol class="steps">
      <li>
        <b>{wire.install}</b>
        <p>{wire.upload}</p>
        <a class="btn" href="/hamlet.zip" download>
          <Icon name="down" />
          hamlet.zip
        </a>
      </li>
      <li>
        <b>{wire.enterCode}</b>
        <p>{wire.settings}</p>
        <CopyLine text={origin} name={wire.address} />
        {code ? (
          <>
            <p>{wire.codeOnce}</p>
            <CopyLine text={code} name={wire.codeOnce} id="connect-code" />
          </>
        ) : null}
        <Form action={site ? `/sites/${site.id}/wire` : "/wire"} class="actions">
          <button class={code ? "btn bare" : "btn main"} type="submit">
            {code ? wire.another : wire.make}
          </button>
          <small>{wire.hint}</small>
        </Form>
      </li>
      <li>
        <b>{wire.writeOne}</b>
        <p>{wire.asReader}</p>
        {site ? (
          <p>
            <a href="/hamlet-akismet.zip">{wire.withAkismet}</a>
          </p>
        ) : null}
      </li>
    </ol>
  );
};

const AkismetSteps: FC<{ site: string; origin: string }> = ({ site, origin }) => {
  const { wire } = useMessages();
  return (
    <ol class="steps">
      <li>
        <b>{wire.address}</b>
        <p>{wire.askedFor}</p>
        <CopyLine text={origin} name={wire.address} />
      </li>
      <li>
        <b>{wire.key}</b>
        <Form action={`/sites/${site}/akismet`} class="actions">
          <button class="btn main" type="submit">
            {wire.toKey}
          </button>
          <small>{wire.keyHint}</small>
        </Form>
      </li>
      <li>
        <b>{wire.writeOne}</b>
        <p>{wire.asReader}</p>
      </li>
    </ol>
  );
};

const CodeSteps: FC<{ site: string; origin: string }> = ({ site, origin }) => {
  const { wire } = useMessages();
  const request = `curl ${origin}/v1/sites/${site}/comments -H "Authorization: Bearer $HAMLET_KEY" -H "Content-Type: application/json" -d '{"content":"Hello","author":{"name":"Anna"}}'`;
  return (
    <ol class="steps">
      <li>
        <b>{wire.keys}</b>
        <p>{wire.keysHint}</p>
        <a class="btn" href={`/sites/${site}/keys/new`}>
          <Icon name="key" />
          {wire.makeKeys}
        </a>
      </li>
      <li>
        <b>{wire.send}</b>
        <CopyLine text={request} name={wire.send} />
        <p>
          <a href="/docs">/docs</a>
        </p>
      </li>
      <li>
        <b>{wire.receive}</b>
        <p>{wire.receiveHint}</p>
        <Form action={`/sites/${site}/deliveries/test`}>
          <button class="btn" type="submit">
            {wire.test}
          </button>
        </Form>
      </li>
    </ol>
  );
};
