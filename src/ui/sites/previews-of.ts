import type { Preview } from "../../contract/preview.ts";
import type { SettingsPatch } from "../../contract/site.ts";
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

export type Rule = "holdFirstTimers" | "holdLinks";

type Faults = { readonly errors: readonly FieldError[] };

/** All that the page of the filter tells, by one question. Undefined: there is no such site, or it cannot be told. */
export async function filterPreviews(
  services: Services,
  site: string,
  limits: Previews["limits"],
  rules: Readonly<Record<Rule, boolean>>,
): Promise<FilterPreviews | undefined> {
  const turned = [{ holdFirstTimers: !rules.holdFirstTimers }, { holdLinks: !rules.holdLinks }];
  const found = await previews(services, site, [limits, ...presetPatches, ...turned]);
  if (found === undefined || "errors" in found) return undefined;
  const [typed, careful, balanced, light, holdFirstTimers, holdLinks] = found;
  if (!typed || !careful || !balanced || !light || !holdFirstTimers || !holdLinks) return undefined;
  return { limits: { typed, careful, balanced, light, limits }, rules: { holdFirstTimers, holdLinks } };
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
