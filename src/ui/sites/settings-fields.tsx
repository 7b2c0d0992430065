import type { FC, PropsWithChildren } from "hono/jsx";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { type FieldError, FieldErrors } from "../parts/field-errors.tsx";
import { Form } from "../parts/form.tsx";
import { type Group, groups, type TypedSettings, typedOf } from "./settings-form.ts";

/** What became of a form that was sent: which group it brought, what was typed, and what of it was not accepted. */
export interface Sent {
  readonly group: Group;
  readonly typed: TypedSettings;
  readonly errors: readonly FieldError[];
}

/** What a page of settings is made from. */
export interface SettingsProps {
  readonly site: SiteView;
  /** Undefined: the settings are shown as they are. */
  readonly sent: Sent | undefined;
}

/** A field as it is to be shown. */
export interface FieldView {
  readonly name: string;
  readonly value: string;
  readonly errors: readonly FieldError[];
}

/** The fields of a group: as they were typed, with the reason at each that was refused; else as they are saved. */
export function fieldsOf({ site, sent }: SettingsProps, group: Group): (name: string) => FieldView {
  const mine = sent?.group === group ? sent : undefined;
  const values = mine?.typed ?? typedOf(site.settings);
  return (name) => ({ name, value: values[name] ?? "", errors: errorsOf(mine?.errors ?? [], name) });
}

/** The errors of a field: of a list also those of its entries. */
const errorsOf = (errors: readonly FieldError[], name: string): readonly FieldError[] => {
  const pointer = `#/${name.replace(".", "/")}`;
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
};

/** The errors that stand at none of a group's fields. */
function elsewhere({ group, errors }: Sent): readonly FieldError[] {
  const names: readonly string[] = groups[group];
  return errors.filter(({ pointer }) => !names.includes(pointer.split("/")[1] ?? ""));
}

type GroupProps = PropsWithChildren<
  SettingsProps & { readonly group: Group; readonly title: string; readonly previewed?: boolean }
>;

/** One group of settings, saved by itself. `previewed`: what a change would have meant is shown before. */
export const SettingsGroup: FC<GroupProps> = ({ site, sent, group, title, previewed = false, children }) => {
  const preview = `/sites/${site.id}/preview`;
  const stray = sent?.group === group ? elsewhere(sent) : [];
  return (
    <Form
      action={`/sites/${site.id}`}
      class="sheet settings"
      id={group}
      {...(previewed && { "data-preview": preview })}
    >
      <h2>{title}</h2>
      <input type="hidden" name="group" value={group} />
      <FieldErrors errors={stray} />
      {children}
      <Save preview={previewed ? `${preview}#preview` : undefined} />
    </Form>
  );
};

/** What stands below a group: the difference that its changes make, and what to do with them. */
const Save: FC<{ preview: string | undefined }> = ({ preview }) => {
  const { sites: text, filter, preview: previewText } = useMessages();
  return (
    <div class="save">
      <p role="status" class="difference" data-unsaved={filter.notSaved} />
      {preview === undefined ? null : (
        <button class="btn bare ask" type="submit" formaction={preview}>
          {previewText.button}
        </button>
      )}
      <button class="btn bare" type="reset">
        {filter.leave}
      </button>
      <button class="btn main" type="submit">
        {text.save}
      </button>
    </div>
  );
};

type OneField = FieldView & { readonly label: string; readonly hint?: string | undefined };

/** A field with its label, and below it what was not accepted. `beside`: label and field share a line where there is room. */
const Told: FC<PropsWithChildren<OneField & { beside?: boolean | undefined }>> = ({
  name,
  label,
  hint,
  errors,
  beside,
  children,
}) => (
  <div class={beside ? "set" : "set-field"}>
    <label for={`field-${name}`}>{label}</label>
    {children}
    {hint ? beside ? <p>{hint}</p> : <small>{hint}</small> : null}
    <FieldErrors errors={errors} id={faultOf(name)} />
  </div>
);

const faultOf = (name: string) => `fault-${name}`;

/** What an input of a field says of itself. */
export const refused = ({ name, errors }: FieldView) =>
  errors.length === 0 ? {} : { "aria-invalid": "true" as const, "aria-describedby": faultOf(name) };

export const Field: FC<OneField> = (field) => (
  <Told {...field}>
    <input name={field.name} value={field.value} {...refused(field)} id={`field-${field.name}`} />
  </Told>
);

/** Words for a list of languages that the script shows as chips. */
interface Chips {
  readonly label: string;
  readonly add: string;
  readonly remove: string;
  readonly choose: string;
}

/** A list, an entry a line. */
export const Lines: FC<OneField & { chips?: Chips }> = ({ chips, ...field }) => (
  <Told {...field}>
    <textarea
      name={field.name}
      rows={3}
      dir="auto"
      {...refused(field)}
      id={`field-${field.name}`}
      data-chips={chips && JSON.stringify(chips)}
    >
      {field.value}
    </textarea>
  </Told>
);

/** One of several, each with its name. */
export const Choice: FC<
  OneField & { options: readonly (readonly [value: string, name: string])[]; beside?: boolean }
> = ({ options, ...field }) => (
  <Told {...field}>
    <select name={field.name} {...refused(field)} id={`field-${field.name}`}>
      {options.map(([option, name]) => (
        <option value={option} selected={option === field.value}>
          {name}
        </option>
      ))}
    </select>
  </Told>
);

/** Something that is on or off, and what that means. */
export const Switch: FC<OneField> = ({ name, value, label, hint }) => (
  <div class="set">
    <label for={`is-${name}`}>{label}</label>
    <input
      class="switch"
      type="checkbox"
      id={`is-${name}`}
      name={name}
      value="true"
      checked={value === "true"}
    />
    {hint ? <p>{hint}</p> : null}
  </div>
);
