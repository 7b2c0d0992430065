import { type Settings, type SettingsPatch, settingsPatch } from "../../contract/site.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";

type Form = Readonly<Record<string, unknown>>;

/** Settings as the form's fields hold them, by name. */
export type TypedSettings = Readonly<Record<string, string>>;

/** What was typed into a form, to be shown again. */
export const typedIn = (form: Form): TypedSettings =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** What the fields hold when nothing was typed yet. */
export function typedOf({ retention, notify: _, ...settings }: Settings): TypedSettings {
  const field = (value: unknown) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""));
  const kept = Object.entries(retention).map(([place, days]) => [`retention.${place}`, field(days)] as const);
  const others = Object.entries(settings).map(([name, value]) => [name, field(value)] as const);
  return Object.fromEntries([...others, ...kept]);
}

const lines = (value: unknown) =>
  String(value ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
/** An empty field is null; what is no number stays as it is, for the schema to name. */
const number = (value: unknown) => {
  const text = String(value ?? "").trim();
  return text === "" ? null : Number.isNaN(Number(text)) ? text : Number(text);
};
const text = (value: unknown) => String(value ?? "").trim() || null;

/** The settings of a form, checked by the very schema of the API. */
export function readSettings(form: Form): { patch: SettingsPatch } | { errors: readonly FieldError[] } {
  const given = {
    name: String(form.name ?? "").trim(),
    url: text(form.url),
    hosts: lines(form.hosts),
    languages: lines(form.languages),
    setting: form.setting,
    publishBelow: number(form.publishBelow),
    publishBareBelow: number(form.publishBareBelow),
    rejectAbove: number(form.rejectAbove),
    holdFirstTimers: form.holdFirstTimers === "true",
    holdLinks: form.holdLinks === "true",
    blocked: lines(form.blocked),
    allowed: lines(form.allowed),
    own: lines(form.own),
    holdAs: form.holdAs,
    sendDiscard: form.sendDiscard === "true",
    mode: form.mode,
    personsByKey: form.personsByKey === "true",
    retention: {
      spam: number(form["retention.spam"]),
      discarded: number(form["retention.discarded"]),
      published: number(form["retention.published"]),
    },
    webhook: text(form.webhook),
    sendHeld: form.sendHeld === "true",
  };
  const parsed = settingsPatch.safeParse(given);
  if (parsed.success) return { patch: parsed.data };
  return { errors: fieldErrors(parsed.error).map((error) => inLine(form, error)) };
}

/** An error of a list's entry at the line in which it was typed: blank ones are no entries. */
function inLine(form: Form, { pointer, detail }: FieldError): FieldError {
  const [, name = "", at] = /^#\/(\w+)\/(\d+)$/.exec(pointer) ?? [];
  const typed = String(form[name] ?? "").split("\n");
  const filled = typed.flatMap((line, n) => (line.trim() === "" ? [] : [n]));
  return { pointer: `${at === undefined ? pointer : `#/${name}/${filled[Number(at)] ?? at}`}`, detail };
}
