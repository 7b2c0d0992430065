import type { FC } from "hono/jsx";
import type { Settings, SiteView } from "../../contract/site.ts";
import type { Refusal } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { type KeyUse, LastUsed } from "./key-pages.tsx";
import { Refusals } from "./refusals.tsx";

interface Props {
  readonly site: SiteView;
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
  readonly refused?: readonly Refusal[];
  /** When each key was last used, by number; milliseconds since 1970. */
  readonly keyUse: KeyUse["use"];
  readonly now: number;
}

/** One site: its settings, its keys, and the way to delete it. */
export const SitePage: FC<Props> = ({ site, errors = [], saved, refused = [], keyUse, now }) => {
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
    <Layout title={site.settings.name} here="sites">
      <h1>{site.settings.name}</h1>
      {saved ? (
        <p class="notice" role="status">
          {text.saved}
        </p>
      ) : null}
      <Refusals refused={refused} />
      <section class="card narrow">
        <h2>{text.settings}</h2>
        <FieldErrors errors={errors} />
        <SettingsForm site={site.id} settings={site.settings} />
      </section>
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

const SettingsForm: FC<{ site: string; settings: Settings }> = ({ site, settings }) => {
  const { sites: text } = useMessages();
  return (
    <Form action={`/sites/${site}`} class="fields">
      <Field name="name" label={text.name} value={settings.name} />
      <Field name="url" label={text.address} value={settings.url ?? ""} />
      <Lines name="hosts" label={text.hosts} value={settings.hosts} />
      <Lines name="languages" label={text.languages} value={settings.languages} />
      <Choice name="setting" label={text.setting} value={settings.setting} options={text.settingNames} />
      <Field name="publishBelow" label={text.publishBelow} value={String(settings.publishBelow ?? "")} />
      <Field
        name="publishBareBelow"
        label={text.publishBareBelow}
        value={String(settings.publishBareBelow ?? "")}
      />
      <Field name="rejectAbove" label={text.rejectAbove} value={String(settings.rejectAbove ?? "")} />
      <Check name="holdFirstTimers" label={text.holdFirstTimers} value={settings.holdFirstTimers} />
      <Check name="holdLinks" label={text.holdLinks} value={settings.holdLinks} />
      <Lines name="blocked" label={text.blocked} value={settings.blocked} />
      <Lines name="allowed" label={text.allowed} value={settings.allowed} />
      <Lines name="own" label={text.own} value={settings.own} />
      <Choice name="mode" label={text.mode} value={settings.mode} options={text.modeNames} />
      <Field name="retention.spam" label={text.keepSpam} value={String(settings.retention.spam ?? "")} />
      <Field
        name="retention.discarded"
        label={text.keepDiscarded}
        value={String(settings.retention.discarded ?? "")}
      />
      <Field
        name="retention.published"
        label={text.keepPublished}
        value={String(settings.retention.published ?? "")}
      />
      <Check name="personsByKey" label={text.personsByKey} value={settings.personsByKey} />
      <Field name="webhook" label={text.webhook} value={settings.webhook ?? ""} />
      <Check name="sendHeld" label={text.sendHeld} value={settings.sendHeld} />
      <Choice name="holdAs" label={text.holdAs} value={settings.holdAs} options={text.holdAsNames} />
      <Check name="sendDiscard" label={text.sendDiscard} value={settings.sendDiscard} />
      <button class="primary" type="submit">
        {text.save}
      </button>
    </Form>
  );
};

const Field: FC<{ name: string; label: string; value: string }> = ({ name, label, value }) => (
  <label>
    {label}
    <input name={name} value={value} />
  </label>
);

const Lines: FC<{ name: string; label: string; value: readonly string[] }> = ({ name, label, value }) => (
  <label>
    {label}
    <textarea name={name} rows={3}>
      {value.join("\n")}
    </textarea>
  </label>
);

const Choice: FC<{
  name: string;
  label: string;
  value: string;
  options: Readonly<Record<string, string>>;
}> = ({ name, label, value, options }) => (
  <label>
    {label}
    <select name={name}>
      {Object.entries(options).map(([option, name]) => (
        <option value={option} selected={option === value}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

const Check: FC<{ name: string; label: string; value: boolean }> = ({ name, label, value }) => (
  <label class="check">
    <input type="checkbox" name={name} value="true" checked={value} /> {label}
  </label>
);

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
