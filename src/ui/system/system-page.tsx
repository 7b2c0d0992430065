import type { FC } from "hono/jsx";
import { type Integration, type Receiver, systemNames, systems } from "../../contract/integration.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { SiteFrame } from "../sites/site-frame.tsx";

interface Props {
  readonly site: SiteView;
  /** Where the system posts. Its secret is there only if it was asked for. */
  readonly receiver?: Receiver | undefined;
  readonly secretShown?: boolean;
  readonly errors?: readonly FieldError[];
  readonly saved?: boolean;
}

/** The comment system that a site's comments come from, and what is to be entered there. */
export const SystemPage: FC<Props> = ({ site, receiver, secretShown = false, errors = [], saved }) => {
  const { system: text } = useMessages();
  return (
    <SiteFrame site={site} tab="connection" title={text.title} isPart>
      {saved ? (
        <p class="notice" role="status">
          {text.saved}
        </p>
      ) : null}
      <section class="card narrow">
        <p>{text.intro}</p>
        <FieldErrors errors={errors} />
        <IntegrationForm site={site.id} integration={site.settings.integration} />
      </section>
      {receiver ? <Enter site={site.id} receiver={receiver} secretShown={secretShown} /> : null}
    </SiteFrame>
  );
};

const IntegrationForm: FC<{ site: string; integration: Integration | null }> = ({ site, integration }) => {
  const { system: text } = useMessages();
  return (
    <Form action={`/sites/${site}/system`} class="fields">
      <label>
        {text.system}
        <select name="system">
          <option value="">{text.none}</option>
          {systemNames.map((name) => (
            <option value={name} selected={name === integration?.system}>
              {systems[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {text.endpoint}
        <input name="endpoint" inputmode="url" dir="ltr" value={integration?.endpoint ?? ""} />
        <small>{text.endpointHint}</small>
      </label>
      <Secret name="credential" label={text.credential} hint={text.credentialHint} value={integration} />
      <Secret name="secret" label={text.secret} hint={text.secretHint} value={integration} />
      <button class="primary" type="submit">
        {text.save}
      </button>
    </Form>
  );
};

const Secret: FC<{
  name: "credential" | "secret";
  label: string;
  hint: string;
  value: Integration | null;
}> = ({ name, label, hint, value }) => (
  <label>
    {label}
    <input name={name} autocomplete="off" dir="ltr" value={value?.[name] ?? ""} />
    <small>{hint}</small>
  </label>
);

const Enter: FC<{ site: string; receiver: Receiver; secretShown: boolean }> = ({
  site,
  receiver: { system, address, secret },
  secretShown,
}) => {
  const { system: text } = useMessages();
  return (
    <section class="card narrow">
      <h2>{text.enter(systems[system])}</h2>
      <p>
        {text.address} <code dir="ltr">{address}</code>
      </p>
      {secret === null ? <p>{text.ownSecret}</p> : null}
      {secret !== null && secretShown ? (
        <p>
          {text.madeSecret} <code dir="ltr">{secret}</code>
        </p>
      ) : null}
      {secret !== null && !secretShown ? (
        <Form action={`/sites/${site}/system/secret`}>
          <button type="submit">{text.showSecret}</button>
        </Form>
      ) : null}
    </section>
  );
};
