import type { FC } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { Time } from "../parts/words.tsx";
import { CopyLine } from "./copy-line.tsx";
import { Field, fieldsOf, SettingsGroup, type SettingsProps, Switch } from "./settings-fields.tsx";
import { SiteFrame } from "./site-frame.tsx";
import { Saved } from "./told.tsx";

interface Props extends SettingsProps {
  readonly saved: boolean;
  /** Of the form that deletes the site. */
  readonly errors: readonly FieldError[];
  readonly origin: string;
  /** Who asked to be erased. */
  readonly erasures: readonly { readonly email: string; readonly asked: number }[];
}

/** What is kept, for how long, and how it comes in, goes out and goes away. */
export const DataPage: FC<Props> = ({ saved, errors, origin, erasures, ...props }) => {
  const { sites: text, data } = useMessages();
  const { site } = props;
  return (
    <SiteFrame site={site} tab="data" title={text.tabs.data} about={data.about}>
      <Saved saved={saved} />
      <Keeping {...props} />
      <InAndOut site={site.id} origin={origin} />
      {erasures.length > 0 ? <Erasures site={site.id} asked={erasures} /> : null}
      <Persons site={site.id} />
      <Delete site={site} errors={errors} />
    </SiteFrame>
  );
};

const Keeping: FC<SettingsProps> = (props) => {
  const { sites: text, data } = useMessages();
  const field = fieldsOf(props, "keeping");
  return (
    <SettingsGroup {...props} group="keeping" title={data.keeping}>
      <Field {...field("retention.spam")} label={text.keepSpam} />
      <Field {...field("retention.discarded")} label={text.keepDiscarded} />
      <Field {...field("retention.published")} label={text.keepPublished} />
      <Switch {...field("personsByKey")} label={text.personsByKey} />
    </SettingsGroup>
  );
};

const InAndOut: FC<{ site: string; origin: string }> = ({ site, origin }) => {
  const { data, imports } = useMessages();
  return (
    <section class="sheet">
      <h2>{data.inAndOut}</h2>
      <ul class="rows2">
        <li>
          <p>
            <a href={`/sites/${site}/imports`}>{imports.link}</a>
          </p>
          <p class="why">{data.importHint}</p>
        </li>
        <li>
          <p>{data.export}</p>
          <p class="why">{data.exportHint}</p>
          <CopyLine text={`npm run export -- ${site} ${site}.jsonl --url ${origin}`} name={data.export} />
        </li>
        <li>
          <p>
            <a href={`/history?site=${site}`}>{data.history}</a>
          </p>
          <p class="why">{data.historyHint}</p>
        </li>
        <li>
          <p>{data.backup}</p>
          <p class="why">{data.backupHint}</p>
          <CopyLine text={`npm run backup -- ${site} ${site}.backup --url ${origin}`} name={data.backup} />
        </li>
      </ul>
    </section>
  );
};

const Erasures: FC<{ site: string; asked: Props["erasures"] }> = ({ site, asked }) => {
  const { privacy, data } = useMessages();
  return (
    <section class="sheet" id="erasures">
      <h2>{data.erasures}</h2>
      <p class="why">{data.erasuresHint}</p>
      <ul class="rows2">
        {asked.map((one) => (
          <li>
            <p>
              <bdi>{one.email}</bdi> <Time at={one.asked} />
            </p>
            <Form action={`/sites/${site}/person`} class="actions">
              <input type="hidden" name="email" value={one.email} />
              <button class="btn bare" type="submit">
                {privacy.show}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Persons: FC<{ site: string }> = ({ site }) => {
  const { privacy, data } = useMessages();
  return (
    <section class="sheet">
      <h2>{data.persons}</h2>
      <ul class="rows2">
        <li>
          <p>
            <a href={`/sites/${site}/person`}>{privacy.personLink}</a>
          </p>
          <p class="why">{privacy.personHint}</p>
        </li>
        <li>
          <p>
            <a href={`/sites/${site}/privacy`}>{privacy.publicLink}</a>
          </p>
          <p class="why">{data.publicHint}</p>
        </li>
      </ul>
    </section>
  );
};

const Delete: FC<{ site: SiteView; errors: readonly FieldError[] }> = ({ site, errors }) => {
  const { sites: text } = useMessages();
  return (
    <section class="card danger">
      <h2>{text.delete}</h2>
      <FieldErrors errors={errors} />
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
