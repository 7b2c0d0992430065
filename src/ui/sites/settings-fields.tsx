import type { FC, PropsWithChildren } from "hono/jsx";
import type { Settings } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { type TypedSettings, typedOf } from "./settings-form.ts";

interface Props {
  readonly site: string;
  readonly settings: Settings;
  /** What was typed and not accepted, and why; without it the settings are shown. */
  readonly typed?: TypedSettings | undefined;
  readonly errors: readonly FieldError[];
}

/** The settings of a site. What was refused stands as it was typed, with the reason at its field. */
export const SettingsFields: FC<Props> = ({ site, settings, typed, errors }) => {
  const { sites: text, preview } = useMessages();
  const values = typed ?? typedOf(settings);
  const field = (name: string) => ({ name, value: values[name] ?? "", errors: errorsOf(errors, name) });
  return (
    <Form action={`/sites/${site}`} class="fields" data-preview={`/sites/${site}/preview`}>
      <Field {...field("name")} label={text.name} />
      <Field {...field("url")} label={text.address} />
      <Lines {...field("hosts")} label={text.hosts} />
      <Lines {...field("languages")} label={text.languages} />
      <Choice {...field("setting")} label={text.setting} options={text.settingNames} />
      <Field {...field("publishBelow")} label={text.publishBelow} />
      <Field {...field("publishBareBelow")} label={text.publishBareBelow} />
      <Field {...field("rejectAbove")} label={text.rejectAbove} />
      <Check {...field("holdFirstTimers")} label={text.holdFirstTimers} />
      <Check {...field("holdLinks")} label={text.holdLinks} />
      <Lines {...field("blocked")} label={text.blocked} />
      <Lines {...field("allowed")} label={text.allowed} />
      <Lines {...field("own")} label={text.own} />
      <Choice {...field("mode")} label={text.mode} options={text.modeNames} />
      <Field {...field("retention.spam")} label={text.keepSpam} />
      <Field {...field("retention.discarded")} label={text.keepDiscarded} />
      <Field {...field("retention.published")} label={text.keepPublished} />
      <Check {...field("personsByKey")} label={text.personsByKey} />
      <Field {...field("webhook")} label={text.webhook} />
      <Check {...field("sendHeld")} label={text.sendHeld} />
      <Choice {...field("holdAs")} label={text.holdAs} options={text.holdAsNames} />
      <Check {...field("sendDiscard")} label={text.sendDiscard} />
      <button class="primary" type="submit">
        {text.save}
      </button>
      <button type="submit" formaction={`/sites/${site}/preview#preview`}>
        {preview.button}
      </button>
    </Form>
  );
};

/** The errors of a field: of a list also those of its entries. */
const errorsOf = (errors: readonly FieldError[], name: string): readonly FieldError[] => {
  const pointer = `#/${name.replace(".", "/")}`;
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
};

interface OneField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

/** A field, and below it what was not accepted. */
const Told: FC<PropsWithChildren<OneField>> = ({ name, errors, children }) => (
  <div>
    {children}
    <FieldErrors errors={errors} id={idOf(name)} />
  </div>
);

const idOf = (name: string) => `fault-${name}`;
const refused = ({ name, errors }: OneField) =>
  errors.length === 0 ? {} : { "aria-invalid": "true" as const, "aria-describedby": idOf(name) };

const Field: FC<OneField> = (props) => (
  <Told {...props}>
    <label>
      {props.label}
      <input name={props.name} value={props.value} {...refused(props)} />
    </label>
  </Told>
);

const Lines: FC<OneField> = (props) => (
  <Told {...props}>
    <label>
      {props.label}
      <textarea name={props.name} rows={3} {...refused(props)}>
        {props.value}
      </textarea>
    </label>
  </Told>
);

const Choice: FC<OneField & { options: Readonly<Record<string, string>> }> = ({ options, ...props }) => (
  <Told {...props}>
    <label>
      {props.label}
      <select name={props.name} {...refused(props)}>
        {Object.entries(options).map(([option, name]) => (
          <option value={option} selected={option === props.value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  </Told>
);

const Check: FC<OneField> = ({ name, label, value }) => (
  <label class="check">
    <input type="checkbox" name={name} value="true" checked={value === "true"} /> {label}
  </label>
);
