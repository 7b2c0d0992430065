import type { FC } from "hono/jsx";
import type { Settings, Site } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";

interface Props {
  readonly site: Site;
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
}

/** One site: its settings, its keys, and the way to delete it. */
export const SitePage: FC<Props> = ({ site, errors = [], saved }) => {
  const { sites: told, deliveries: toDeliveries, notices, privacy, dashboard } = useMessages();
  return (
    <Layout title={site.settings.name} here="sites">
      <h1>{site.settings.name}</h1>
      {saved ? (
        <p class="notice" role="status">
          {told.saved}
        </p>
      ) : null}
      <section class="card narrow">
        <h2>{told.settings}</h2>
        <FieldErrors errors={errors} />
        <SettingsForm site={site.id} settings={site.settings} />
      </section>
      <section class="card narrow">
        <h2>{told.more}</h2>
        <ul class="plain links">
          <li>
            <a href={`/sites/${site.id}/deliveries`}>{toDeliveries.link}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/dashboard`}>{dashboard.title}</a>
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
            <a href={`/sites/${site.id}/akismet`}>{told.toAkismet}</a>
          </li>
          <li>
            <a href={`/sites/${site.id}/log-only`}>{told.toLogOnly}</a>
          </li>
        </ul>
      </section>
      <Keys site={site} />
      <Delete site={site} />
    </Layout>
  );
};

const SettingsForm: FC<{ site: string; settings: Settings }> = ({ site, settings }) => {
  const { sites: told } = useMessages();
  return (
    <Form action={`/sites/${site}`} class="fields">
      <Field name="name" label={told.name} value={settings.name} />
      <Field name="url" label={told.address} value={settings.url ?? ""} />
      <Lines name="hosts" label={told.hosts} value={settings.hosts} />
      <Lines name="languages" label={told.languages} value={settings.languages} />
      <Choice name="setting" label={told.setting} value={settings.setting} options={told.settingNames} />
      <Field name="publishBelow" label={told.publishBelow} value={String(settings.publishBelow ?? "")} />
      <Field name="rejectAbove" label={told.rejectAbove} value={String(settings.rejectAbove ?? "")} />
      <Check name="holdFirstTimers" label={told.holdFirstTimers} value={settings.holdFirstTimers} />
      <Check name="holdLinks" label={told.holdLinks} value={settings.holdLinks} />
      <Lines name="blocked" label={told.blocked} value={settings.blocked} />
      <Lines name="allowed" label={told.allowed} value={settings.allowed} />
      <Choice name="mode" label={told.mode} value={settings.mode} options={told.modeNames} />
      <Field name="retention.spam" label={told.keepSpam} value={String(settings.retention.spam ?? "")} />
      <Field
        name="retention.discarded"
        label={told.keepDiscarded}
        value={String(settings.retention.discarded ?? "")}
      />
      <Field
        name="retention.published"
        label={told.keepPublished}
        value={String(settings.retention.published ?? "")}
      />
      <Field name="webhook" label={told.webhook} value={settings.webhook ?? ""} />
      <Check name="sendHeld" label={told.sendHeld} value={settings.sendHeld} />
      <Choice name="holdAs" label={told.holdAs} value={settings.holdAs} options={told.holdAsNames} />
      <Check name="sendDiscard" label={told.sendDiscard} value={settings.sendDiscard} />
      <button class="primary" type="submit">
        {told.save}
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

const Keys: FC<{ site: Site }> = ({ site }) => {
  const { sites: told } = useMessages();
  return (
    <section class="card narrow">
      <h2>{told.keys}</h2>
      <ul class="plain">
        {site.keys.map((key) => (
          <li>
            {told.key(key.n, key.scope)} · {told.made(key.createdAt.slice(0, 10))}
            {key.revokedAt ? ` · ${told.revoked(key.revokedAt.slice(0, 10))}` : ""}
            {key.revokedAt ? null : (
              <Form action={`/sites/${site.id}/keys/${key.n}/revoke`} class="inline">
                <button class="quiet" type="submit">
                  {told.revoke(key.n)}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form action={`/sites/${site.id}/keys`}>
        <button type="submit">{told.newKey}</button>
        <p class="hint">{told.keyHint}</p>
      </Form>
    </section>
  );
};

const Delete: FC<{ site: Site }> = ({ site }) => {
  const { sites: told } = useMessages();
  return (
    <section class="card narrow danger">
      <h2>{told.delete}</h2>
      <Form action={`/sites/${site.id}/delete`} class="fields">
        <label>
          <span>
            {told.deleteHint.before} <b>{site.id}</b> {told.deleteHint.after}
          </span>
          <input name="confirm" required autocomplete="off" />
        </label>
        <button class="spam" type="submit">
          {told.delete}
        </button>
      </Form>
    </section>
  );
};
