import type { Preview } from "../../contract/preview.ts";
import type { Settings, SettingsPatch } from "../../contract/site.ts";
import type { Setting } from "../../core/judging/policy.ts";
import { previews } from "../../service/preview.ts";
import type { Services } from "../../service/services.ts";
import type { FieldError } from "../parts/field-errors.tsx";
import type { Previews } from "./preview.tsx";

/** A named setting with its own limits. */
const named = (setting: Setting) => ({
  setting,
  publishBelow: null,
  publishBareBelow: null,
  rejectAbove: null,
});

/** The named settings in their order, each with its own limits. */
export const presetPatches = [named("careful"), named("balanced"), named("light")];

/** What the named settings would have meant, and limits beside them; and what each rule would, were it the other way. */
export interface FilterPreviews {
  readonly limits: Previews;
  readonly rules: Readonly<Record<Rule, Preview>>;
}

/** Rules that hold, whatever the filter thinks. */
export const RULES = ["holdAbuse", "holdFirstTimers", "holdLinks", "holdOlder"] as const;
export type Rule = (typeof RULES)[number];

/** How old a post is that the page speaks of where its age does not matter yet, days. */
const YEAR = 365;

type Faults = { readonly errors: readonly FieldError[] };

/** A rule the other way round. */
const turned = (rule: Rule, settings: Pick<Settings, Rule>): SettingsPatch =>
  rule === "holdOlder"
    ? { holdOlder: settings.holdOlder === null ? YEAR : null }
    : { [rule]: !settings[rule] };

/** All that the page of the filter tells, by one question. Undefined: there is no such site, or it cannot be told. */
export async function filterPreviews(
  services: Services,
  site: string,
  limits: Previews["limits"],
  settings: Pick<Settings, Rule>,
): Promise<FilterPreviews | undefined> {
  const others = RULES.map((rule) => turned(rule, settings));
  const found = await previews(services, site, [limits, ...presetPatches, ...others]);
  if (found === undefined || "errors" in found) return undefined;
  const [typed, careful, balanced, light, ...rest] = found;
  if (!typed || !careful || !balanced || !light || rest.length < RULES.length) return undefined;
  const rules = Object.fromEntries(RULES.map((rule, i) => [rule, rest[i]])) as FilterPreviews["rules"];
  return { limits: { typed, careful, balanced, light, limits }, rules };
}

/** What limits that were typed would have meant, beside the named settings. */
export async function limitPreviews(
  services: Services,
  site: string,
  limits: Previews["limits"],
): Promise<Previews | Faults | undefined> {
  const found = await previews(services, site, [limits, ...presetPatches]);
  if (found === undefined || "errors" in found) return found;
  const [typed, careful, balanced, light] = found;
  return typed && careful && balanced && light && { typed, careful, balanced, light, limits };
}

/** What a change of the lists would have meant. */
export async function listPreview(
  services: Services,
  site: string,
  patch: SettingsPatch,
): Promise<Preview | Faults | undefined> {
  const found = await previews(services, site, [patch]);
  return found === undefined || "errors" in found ? found : found[0];
}
