import type { FC } from "hono/jsx";
import type { Settings, Site } from "../contract/site.ts";
import type { FieldError } from "./desk.ts";
import { Layout } from "./layout.tsx";
import { Errors } from "./sites-page.tsx";

interface Props {
  readonly site: Site;
  readonly session: { name: string; csrf: string };
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
}

/** One site: its settings, its keys, and the way to delete it. */
export const SitePage: FC<Props> = ({ site, session, errors = [], saved }) => (
  <Layout title={site.settings.name} name={session.name} csrf={session.csrf} here="sites">
    <h1>{site.settings.name}</h1>
    {saved ? (
      <p class="notice" role="status">
        Saved.
      </p>
    ) : null}
    <section class="card narrow">
      <h2>Settings</h2>
      <Errors errors={errors} />
      <SettingsForm site={site.id} settings={site.settings} csrf={session.csrf} />
    </section>
    <section class="card narrow">
      <h2>More</h2>
      <ul class="plain links">
        <li>
          <a href={`/sites/${site.id}/deliveries`}>Deliveries: what waits, what fails, replay, test</a>
        </li>
        <li>
          <a href={`/sites/${site.id}/akismet`}>Akismet clients: address, key, last requests</a>
        </li>
        <li>
          <a href={`/sites/${site.id}/log-only`}>Log-only: what Hamlet would have done</a>
        </li>
      </ul>
    </section>
    <Keys site={site} csrf={session.csrf} />
    <Delete site={site} csrf={session.csrf} />
  </Layout>
);

const SettingsForm: FC<{ site: string; settings: Settings; csrf: string }> = ({ site, settings, csrf }) => (
  <form method="post" action={`/sites/${site}`} class="fields">
    <input type="hidden" name="csrf" value={csrf} />
    <Field name="name" label="Name" value={settings.name} />
    <Field name="url" label="Address" value={settings.url ?? ""} />
    <Lines name="hosts" label="The site’s own hosts" value={settings.hosts} />
    <Lines
      name="languages"
      label="Languages it is written in (tags such as en, pt-BR; none: any)"
      value={settings.languages}
    />
    <Choice
      name="setting"
      label="How careful"
      value={settings.setting}
      options={["careful", "balanced", "light"]}
    />
    <Field
      name="publishBelow"
      label="Publish below this probability (empty: as above)"
      value={String(settings.publishBelow ?? "")}
    />
    <Field
      name="rejectAbove"
      label="Reject above this probability (empty: as above)"
      value={String(settings.rejectAbove ?? "")}
    />
    <Check
      name="holdFirstTimers"
      label="Hold the first comment of an author"
      value={settings.holdFirstTimers}
    />
    <Check name="holdLinks" label="Hold every comment with a link" value={settings.holdLinks} />
    <Lines name="blocked" label="Blocked words, domains and mail addresses" value={settings.blocked} />
    <Lines name="allowed" label="Allowed ones" value={settings.allowed} />
    <Choice name="mode" label="Mode" value={settings.mode} options={["enforce", "log-only"]} />
    <Field
      name="retention.spam"
      label="Keep spam, days (empty: for ever)"
      value={String(settings.retention.spam ?? "")}
    />
    <Field
      name="retention.discarded"
      label="Keep discarded, days"
      value={String(settings.retention.discarded ?? "")}
    />
    <Field
      name="retention.published"
      label="Keep published, days"
      value={String(settings.retention.published ?? "")}
    />
    <Field
      name="webhook"
      label="Send decisions to (https, on one of the hosts)"
      value={settings.webhook ?? ""}
    />
    <Check name="sendHeld" label="Also tell when a comment is held" value={settings.sendHeld} />
    <Choice
      name="holdAs"
      label="Tell Akismet clients a held comment is"
      value={settings.holdAs}
      options={["spam", "ham"]}
    />
    <Check
      name="sendDiscard"
      label="Tell Akismet clients to discard blatant spam"
      value={settings.sendDiscard}
    />
    <button class="primary" type="submit">
      Save
    </button>
  </form>
);

const Field: FC<{ name: string; label: string; value: string }> = ({ name, label, value }) => (
  <label>
    {label}
    <input name={name} value={value} />
  </label>
);

const Lines: FC<{ name: string; label: string; value: readonly string[] }> = ({ name, label, value }) => (
  <label>
    {label}, one a line
    <textarea name={name} rows={3}>
      {value.join("\n")}
    </textarea>
  </label>
);

const Choice: FC<{ name: string; label: string; value: string; options: readonly string[] }> = ({
  name,
  label,
  value,
  options,
}) => (
  <label>
    {label}
    <select name={name}>
      {options.map((option) => (
        <option value={option} selected={option === value}>
          {option}
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

const Keys: FC<{ site: Site; csrf: string }> = ({ site, csrf }) => (
  <section class="card narrow">
    <h2>Keys</h2>
    <ul class="plain">
      {site.keys.map((key) => (
        <li>
          {key.scope === "akismet" ? "Akismet key" : "Key"} {key.n}, made {key.createdAt.slice(0, 10)}
          {key.revokedAt ? `, revoked ${key.revokedAt.slice(0, 10)}` : ""}
          {key.revokedAt ? null : (
            <form method="post" action={`/sites/${site.id}/keys/${key.n}/revoke`} class="inline">
              <input type="hidden" name="csrf" value={csrf} />
              <button class="quiet" type="submit">
                Revoke key {key.n}
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    <form method="post" action={`/sites/${site.id}/keys`}>
      <input type="hidden" name="csrf" value={csrf} />
      <button type="submit">New key and secrets</button>
      <p class="hint">The one before stays valid until the next.</p>
    </form>
  </section>
);

const Delete: FC<{ site: Site; csrf: string }> = ({ site, csrf }) => (
  <section class="card narrow danger">
    <h2>Delete</h2>
    <form method="post" action={`/sites/${site.id}/delete`} class="fields">
      <input type="hidden" name="csrf" value={csrf} />
      <label>
        <span>
          Type <b>{site.id}</b> to delete the site with every comment and all that was learned
        </span>
        <input name="confirm" required autocomplete="off" />
      </label>
      <button class="spam" type="submit">
        Delete
      </button>
    </form>
  </section>
);
