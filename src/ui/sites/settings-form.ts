import { type Settings, type SettingsPatch, settingsPatch } from "../../contract/site.ts";
import { type FieldError, fieldErrors } from "../parts/field-errors.tsx";

type Form = Readonly<Record<string, unknown>>;

/** Settings as the form's fields hold them, by name. */
export type TypedSettings = Readonly<Record<string, string>>;

/** The settings that are saved together: a form brings one group of them, and changes nothing else. */
export const groups = {
  limits: ["setting", "publishBelow", "publishBareBelow", "rejectAbove"],
  holds: ["holdAbuse", "holdFirstTimers", "holdLinks", "holdOlder", "languages"],
  learning: ["learnDecisions", "learnCertain"],
  mode: ["mode"],
  lists: ["blocked", "allowed", "own"],
  blog: ["name", "url", "hosts"],
  sending: ["webhook", "sendHeld", "sendReplies"],
  akismet: ["holdAs", "sendDiscard"],
  form: ["form"],
  readers: ["formProof", "markdown"],
  webmentions: ["webmentions"],
  replies: ["mailReaders"],
  deploy: ["deploy"],
  keeping: ["retention", "personsByKey"],
} as const satisfies Record<string, readonly (keyof Settings)[]>;

export type Group = keyof typeof groups;

/** Which group a form brings; undefined: none that there is. */
export const groupOf = ({ group }: Form): Group | undefined =>
  typeof group === "string" && Object.hasOwn(groups, group) ? (group as Group) : undefined;

/** What was typed into a form, to be shown again. */
export const typedIn = (form: Form): TypedSettings =>
  Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );

/** Limits are typed in percent. */
const LIMITS = ["publishBelow", "publishBareBelow", "rejectAbove"] as const;
const rounded = (value: number) => Number(value.toPrecision(12));

/** The choice of limits of one's own, beside the named settings. */
export const OWN = "own";

/** What the fields hold when nothing was typed yet. */
export function typedOf({ retention, notify: _, deploy, formProof, ...settings }: Settings): TypedSettings {
  const field = (value: unknown) => (Array.isArray(value) ? value.join("\n") : String(value ?? ""));
  const kept = Object.entries(retention).map(([place, days]) => [`retention.${place}`, field(days)] as const);
  const others = Object.entries(settings).map(([name, value]) => [name, field(value)] as const);
  const percent = LIMITS.map((name) => {
    const limit = settings[name];
    return [name, limit === null ? "" : String(rounded(limit * 100))] as const;
  });
  const setting = LIMITS.some((name) => settings[name] !== null) ? OWN : settings.setting;
  const called = [
    ["deploy.url", deploy?.url ?? ""],
    ["deploy.minutes", String(deploy?.minutes ?? "")],
    ["formProof.kind", formProof?.kind ?? ""],
    ["formProof.siteKey", formProof?.kind === "turnstile" ? formProof.siteKey : ""],
    ["formProof.secret", formProof?.kind === "turnstile" ? formProof.secret : ""],
  ];
  return Object.fromEntries([...others, ...kept, ...percent, ...called, ["setting", setting]]);
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

/** A share that was typed in percent, with a comma or a point. */
function share(value: unknown): string | number | null {
  const percent = number(String(value ?? "").replace(",", "."));
  return typeof percent === "number" ? rounded(percent / 100) : percent;
}

/** What a form asks for; keys are looked at only where they are wanted. */
function proofIn(form: Form) {
  const kind = text(form["formProof.kind"]);
  if (kind !== "turnstile") return kind && { kind };
  return { kind, siteKey: form["formProof.siteKey"] ?? "", secret: form["formProof.secret"] ?? "" };
}

/** A named setting has its own limits; who chooses her own keeps the setting for those that she leaves empty. */
function limitsIn(form: Form) {
  if (form.setting === OWN) return Object.fromEntries(LIMITS.map((name) => [name, share(form[name])]));
  return { setting: form.setting, publishBelow: null, publishBareBelow: null, rejectAbove: null };
}

const read: Readonly<Record<Group, (form: Form) => object>> = {
  limits: limitsIn,
  holds: (form) => ({
    holdAbuse: form.holdAbuse === "true",
    holdOlder: number(form.holdOlder),
    holdFirstTimers: form.holdFirstTimers === "true",
    holdLinks: form.holdLinks === "true",
    languages: lines(form.languages),
  }),
  learning: (form) => ({
    learnDecisions: form.learnDecisions === "true",
    learnCertain: form.learnCertain === "true",
  }),
  mode: ({ mode }) => ({ mode }),
  lists: ({ blocked, allowed, own }) => ({
    blocked: lines(blocked),
    allowed: lines(allowed),
    own: lines(own),
  }),
  blog: ({ name, url, hosts }) => ({
    name: String(name ?? "").trim(),
    url: text(url),
    hosts: lines(hosts),
  }),
  sending: ({ webhook, sendHeld, sendReplies }) => ({
    webhook: text(webhook),
    sendHeld: sendHeld === "true",
    sendReplies: sendReplies === "true",
  }),
  akismet: ({ holdAs, sendDiscard }) => ({ holdAs, sendDiscard: sendDiscard === "true" }),
  form: ({ form }) => ({ form: form === "true" }),
  webmentions: ({ webmentions }) => ({ webmentions: webmentions === "true" }),
  replies: ({ mailReaders }) => ({ mailReaders: mailReaders === "true" }),
  deploy: (form) => {
    const url = text(form["deploy.url"]);
    return { deploy: url && { url, minutes: number(form["deploy.minutes"]) ?? undefined } };
  },
  readers: (form) => ({ formProof: proofIn(form), markdown: form.markdown === "true" }),
  keeping: (form) => ({
    personsByKey: form.personsByKey === "true",
    retention: {
      spam: number(form["retention.spam"]),
      discarded: number(form["retention.discarded"]),
      published: number(form["retention.published"]),
    },
  }),
};

/** The settings of a group as a form brings them, checked by the very schema of the API. */
export function readSettings(
  group: Group,
  form: Form,
): { readonly patch: SettingsPatch } | { readonly errors: readonly FieldError[] } {
  const parsed = settingsPatch.safeParse(read[group](form));
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
