import { previews } from "../../service/preview.ts";
import type { Services } from "../../service/services.ts";
import type { FieldError } from "../parts/field-errors.tsx";
import type { Previews } from "./preview.tsx";
import { readSettings } from "./settings-form.ts";

/** A named setting with its own limits. */
const named = (setting: "careful" | "balanced" | "light") => ({
  setting,
  publishBelow: null,
  publishBareBelow: null,
  rejectAbove: null,
});

/** What the settings in a form would have meant, beside the named ones. Undefined: there is no such site. */
export async function previewsOf(
  services: Services,
  site: string,
  form: Readonly<Record<string, unknown>>,
): Promise<Previews | { readonly errors: readonly FieldError[] } | undefined> {
  const read = readSettings(form);
  if ("errors" in read) return read;
  const patches = [read.patch, named("careful"), named("balanced"), named("light")];
  const found = await previews(services, site, patches);
  if (found === undefined || "errors" in found) return found;
  const [typed, careful, balanced, light] = found;
  return typed && careful && balanced && light && { typed, careful, balanced, light };
}
