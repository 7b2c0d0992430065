import type { FC } from "hono/jsx";
import type { Compared } from "../../contract/insight.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Refusal } from "../../contract/views.ts";
import type { WaveRuleView } from "../../contract/wave-rule.ts";
import { Trial } from "../akismet/trial.tsx";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { WaveRules } from "../waves/wave-rules.tsx";
import { type Back, BroughtBack, Freed } from "./brought-back.tsx";
import { type KeyUse, LastUsed } from "./key-pages.tsx";
import { PreviewCard, type Previews } from "./preview.tsx";
import { Refusals } from "./refusals.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import type { TypedSettings } from "./settings-form.ts";

interface Props {
  readonly site: SiteView;
  readonly errors?: readonly FieldError[];
  /** Settings that were typed and not accepted. */
  readonly typed?: TypedSettings | undefined;
  readonly saved?: boolean;
  /** Comments that can be brought back, as an entry was taken out of the lists. */
  readonly freed?: number;
  readonly back?: Back | undefined;
  readonly previews?: Previews | undefined;
  /** Only in log-only mode: what it has shown so far. */
  readonly compared?: Compared | undefined;
  readonly refused?: readonly Refusal[];
  /** Rules for later ones of waves. */
  readonly waves: readonly WaveRuleView[];
  /** When each key was last used, by number; milliseconds since 1970. */
  readonly keyUse: KeyUse["use"];
  readonly now: number;
}

/** One site: its settings, its keys, and the way to delete it. */
export const SitePage: FC<Props> = (props) => {
  const {
    site,
    errors = [],
    typed,
    saved,
    freed = 0,
    back,
    previews,
    compared,
    refused = [],
    waves,
    keyUse,
    now,
  } = props;
  const {
    sites: text,
    deliveries: toDeliveries,
    notices,
    privacy,
    dashboard,
    system,
    wire,
    imports,
  } = useMessages();
  return (
    <Layout title={site.settings.name} here="sites" module="preview">
      <h1>{site.settings.name}</h1>
      {saved ? (
        <p class="notice" role="status">
          {text.saved}
        </p>
      ) : null}
      {back ? <BroughtBack site={site.id} back={back} /> : null}
      {freed > 0 ? <Freed site={site.id} count={freed} /> : null}
      {compared ? <Trial site={site.id} now={now} {...compared} /> : null}
      <Refusals refused={refused} />
      <section class="card narrow">
        <h2>{text.settings}</h2>
        <FieldErrors errors={errors} />
        <SettingsFields site={site.id} settings={site.settings} typed={typed} errors={errors} />
      </section>
      <PreviewCard site={site.id} previews={previews} />
      <WaveRules site={site.id} rules={waves} back={`/sites/${site.id}#waves`} />
      <section class="card narrow">
        <h2>{text.more}</h2>
        <ul class="plain links">
          <li>
            <a href={`/sites/${site.id}/wire`}>{wire.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/deliveries`}>{toDeliveries.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/dashboard`}>{dashboard.title}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/imports`}>{imports.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/notices`}>{notices.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/person`}>{privacy.personLink}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/privacy`}>{privacy.publicLink}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/system`}>{system.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/akismet`}>{text.toAkismet}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/log-only`}>{text.toLogOnly}</a>
          </li>
        </ul>
      </section>
      <Keys site={site} use={keyUse} now={now} />
      <Delete site={site} />
    </Layout>
  );
};

const Keys: FC<KeyUse & { site: SiteView }> = ({ site, use, now }) => {
  const { sites: text } = useMessages();
  return (
    <section class="card narrow">
      <h2>{text.keys}</h2>
      <ul class="plain">
        {site.keys.map((key) => (
          <li>
            {text.key(key.n, key.scope)} · {text.made(key.createdAt.slice(0, 10))} ·{" "}
            <LastUsed n={key.n} use={use} now={now} />
            {key.revokedAt ? ` · ${text.revoked(key.revokedAt.slice(0, 10))}` : " "}
            {key.revokedAt ? null : (
              <a class="button quiet" href={`/sites/${site.id}/keys/${key.n}/revoke`}>
                {text.revoke(key.n)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/sites/${site.id}/keys/new`}>
          {text.newKey}
        </a>
      </p>
      <p class="hint">
        {text.keyHint} {text.useHint}
      </p>
    </section>
  );
};

const Delete: FC<{ site: SiteView }> = ({ site }) => {
  const { sites: text } = useMessages();
  return (
    <section class="card narrow danger">
      <h2>{text.delete}</h2>
      <Form action={`/sites/${site.id}/delete`} class="fields">
        <label>
          <span>
            {text.deleteHint.before} <b>{site.id}</b> {text.deleteHint.after}
          </span>
          <input name="confirm" required autocomplete="off" />
        </label>
        <button class="spam" type="submit">
          {text.delete}
        </button>
      </Form>
    </section>
  );
};
